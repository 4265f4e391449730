"""A long random run over cells as bureaus write them, cut, joined and spoilt: nothing is read that is not there."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest
from clerk import UNITS, cell, documented, fault

from lianggao.quantities import read_capacities, read_energy, read_quantity

CORPUS = [
    "8661.09/12533.05吨标准煤（当量值/等价值）",
    "5.2万吨标准煤",
    "约3000吨标煤",
    "不高于1万",
    "4.8—5.2万",
    "三千余吨",
    "1亿千瓦时",
    "12,533.05",
    "１２５３３．０５",
    "当量值8661.09吨标准煤，等价值12533.05吨标准煤",
    "等价12533.05 当量8661.09",
    "0.87万tce（当量）",
    "8661.09tce/a",
    "年综合能耗3.5万吨标煤",
    "≥5万",
    "1000-5000tce",
    "1至2万吨",
    "100亩（66667平方米）",
    "占地面积100亩，建筑面积5万平方米",
    "总投资1.2亿元，其中固定资产投资1亿元",
    "500万美元",
    "5亿元（含外资1000万美元）",
    "一期2亿元，二期3亿元",
    "一期100亩、二期50亩",
    "2400t/d",
    "200万千瓦时/月",
    "不涉及",
    "--",
    "0.16吨标准煤/吨",
    "2×4500吨/天",
    "由15万吨/年扩大到36万吨/年",
    "12 533.05",
    "5,2万",
    "2023-06",
    "0371-65712345",
    "数千吨",
    "近万吨",
    "上万吨",
    "十几万吨",
    "1e4",
    "50%",
    "人民币5亿元（约7000万美元）",
    "3.2km²",
    "折合5000吨标准煤",
    "2座1260m³高炉",
    "日产5500吨熟料",
]
SPOILERS = list("0123456789.,，、；/-—~（）()约近余多万亿千百十吨煤年月日人期的了第a tkWh²³%×①½\n　")
ROUNDS = 1_000_000


def spoilt(random: Random) -> str:
    """Return a cell of the corpus, or two halves of it, with a few characters put in, taken out or doubled."""
    text = random.choice(CORPUS)
    if random.random() < 0.3:
        other = random.choice(CORPUS)
        text = text[: random.randrange(len(text) + 1)] + other[random.randrange(len(other) + 1) :]
    for _ in range(random.randrange(4)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(SPOILERS) * random.randrange(2) + text[at + random.randrange(2) :]
    return text


@pytest.mark.slow
def test_a_million_spoilt_cells_are_unknown_or_accounted_for() -> None:
    random, known, scales, read = Random(), documented(), sorted(UNITS), 0
    for _ in range(ROUNDS):
        text = spoilt(random)
        reading = read_quantity(text, random.choice(scales), field="land_m2")
        assert fault(text, reading, known) == "", text
        assert reading.rule or reading.notes or not any(map(str.isdigit, unicodedata.normalize("NFKC", text))), text
        read += bool(reading.rule)
    assert read > ROUNDS / 20


@pytest.mark.slow
def test_half_a_million_spoilt_energy_cells_are_unknown_or_accounted_for() -> None:
    random, known = Random(), documented()
    for _ in range(ROUNDS // 2):
        text = spoilt(random)
        basis = random.choice(["unstated", "calorific", "equivalent"])
        readings = read_energy(text, random.choice(["", "吨标准煤", "万吨标准煤"]), basis)
        assert basis == "unstated" or basis in readings
        assert all(fault(text, reading, known) == "" for reading in readings.values()), text


@pytest.mark.slow
def test_a_quarter_million_written_cells_come_back_exactly() -> None:
    random = Random()
    for _ in range(ROUNDS // 4):
        text, scale, (low, high), rule = cell(random)
        reading = read_quantity(text, scale)
        assert (reading.low, reading.high, reading.rule) == (
            float(low),
            float("inf") if high is None else float(high),
            rule,
        ), text


@pytest.mark.slow
def test_a_quarter_million_texts_give_well_formed_capacities() -> None:
    random = Random()
    for _ in range(ROUNDS // 4):
        text = "，".join(spoilt(random) for _ in range(random.randrange(1, 4)))
        for c in read_capacities(text):
            assert 0 <= c.each.low <= c.each.high, text
            assert c.text == text[c.start : c.start + len(c.text)], text
