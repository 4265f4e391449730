"""Cells written by a second hand come back as that hand meant them, and no stranger's word is overlooked."""

from __future__ import annotations

import re
import time
from pathlib import Path
from random import Random

import pytest
from clerk import DOCS, UNITS, cell, chinese, documented, fault, strangers
from hypothesis import given
from hypothesis import strategies as st

import lianggao.quantities
from lianggao.quantities import read_energy, read_quantity

KNOWN = documented()
SEEDS = st.integers(0, 2**32)


@given(SEEDS)
def test_what_is_written_by_rule_is_read_back_exactly(seed: int) -> None:
    text, scale, (low, high), rule = cell(Random(seed))
    reading = read_quantity(text, scale)
    assert reading.rule == rule, text
    assert reading.low == float(low), text
    assert reading.high == (float(high) if high is not None else float("inf")), text


@given(st.integers(1, 10**8 - 1))
def test_a_chinese_numeral_is_read_as_it_is_written(number: int) -> None:
    reading = read_quantity(chinese(number) + "吨", "mass")
    assert reading.low == reading.high == number


@given(SEEDS, st.characters(categories=["L"]), st.integers(0, 30))
def test_one_letter_of_no_documented_word_makes_a_cell_unknown(seed: int, letter: str, at: int) -> None:
    text, scale, _, _ = cell(Random(seed))
    text = text[:at] + letter + text[at:]
    if strangers(text, KNOWN):
        reading = read_quantity(text, scale)
        assert not reading.known
        assert reading.notes


PIECES = [
    *"0123456789.,，；-—~至 万亿千百十余多几数上约近≤<不（）()/；、年①²½٣%月日",
    "吨",
    "吨标准煤",
    "元",
    "亩",
    "平方米",
]
PIECES += [
    "占地",
    "建筑面积",
    "其中",
    "一期",
    "二期",
    "总投资",
    "折合",
    "以上",
    "左右",
    "t/d",
    "当量值",
    "等价值",
    "kWh",
    "美元",
]
TEXTS = st.text(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@given(TEXTS, st.sampled_from(sorted(UNITS)))
def test_any_text_is_unknown_or_accounted_for_to_the_last_digit(text: str, scale: str) -> None:
    assert fault(text, read_quantity(text, scale), KNOWN) == ""


@given(TEXTS, st.sampled_from(["", "万吨标准煤"]), st.sampled_from(["unstated", "calorific", "equivalent"]))
def test_any_energy_cell_is_unknown_or_accounted_for(text: str, unit: str, basis: str) -> None:
    for reading in read_energy(text, unit, basis).values():
        assert fault(text, reading, KNOWN) == ""


@pytest.mark.parametrize(
    "piece", ["9", "1,", "(", "(1)", "万", "当量值", "1-", " ", "约", "1吨、", "一期1吨", "千百万", "含"]
)
def test_no_cell_takes_long(piece: str) -> None:
    start = time.perf_counter()
    for text in (piece * 50_000, (piece * 200)[:200], (piece * 200)[:199] + "x"):
        read_energy(text, "吨标准煤")
        read_quantity(text, "area")
    assert time.perf_counter() - start < 5


def test_every_code_is_documented_and_every_documented_code_exists() -> None:
    folder = Path(lianggao.quantities.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py") if not path.name.startswith("capacity"))
    page = DOCS.read_text("utf-8")
    notes = page[page.index("## Notes on a figure that is read") : page.index("## Words")]
    written = {
        code for line in re.findall(r"^\| (`.*?) \|", notes, re.MULTILINE) for code in re.findall("`([a-z-]+)`", line)
    }
    used = set(re.findall(r'(?:unknown|Remark)\("([a-z-]+)"', source)) | set(
        re.findall(r'^    \("([a-z-]+)", ', source, re.M)
    )
    used |= {f"per-{period}" for period in ("day", "month", "hour", "shift")}
    assert written == used
    rules = set(
        re.findall("^\\| `([a-z-]+)` \\|", page[: page.index("## Notes on a figure that is read")], re.MULTILINE)
    )
    assert all(f'"{rule}"' in source for rule in rules)
    assert len(rules) == 13
