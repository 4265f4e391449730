"""Properties of the quantity reader that hold for any text."""

from __future__ import annotations

import math
import re
import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lianggao.quantities import Reading, read_energy, read_quantity
from lianggao.quantities.text import BLANKS
from lianggao.quantities.units import OWN_UNITS, UNITS

SCALES = st.sampled_from(sorted(OWN_UNITS))
# Texts made of the pieces that real cells are made of, so that much of it is nearly a quantity.
SIGNS = list("0123456789.,，-—~至 万亿千百十余多约近≤<不（）()/；、年①²½٣")
WORDS = [
    "吨",
    "吨标准煤",
    "千瓦时",
    "元",
    "亩",
    "当量值",
    "等价值",
    "以上",
    "%",
    "/",
    "kgce/t",
    "万元/亩",
    "重箱",
    "块",
    ":1",
]
CELLS = st.text(max_size=30) | st.lists(st.sampled_from(SIGNS + WORDS), max_size=8).map("".join)
UNSCALED = [(kind, unit) for kind in OWN_UNITS for unit in UNITS[kind]]


@given(CELLS, SCALES)
def test_any_text_is_read_into_an_interval(text: str, scale: str) -> None:
    reading = read_quantity(text, scale)
    assert 0 <= reading.low <= reading.high
    assert reading.low < math.inf
    assert reading.known or reading.notes or text.strip() in BLANKS or re.search("[上于少过超多逾≥>]", text)


@given(CELLS, st.sampled_from(["", "吨标准煤", "万吨标准煤"]), st.sampled_from(["unstated", "calorific", "equivalent"]))
def test_any_text_is_read_into_energy(text: str, unit: str, basis: str) -> None:
    readings = read_energy(text, unit, basis)
    assert readings
    assert basis == "unstated" or basis in readings


@given(st.text(alphabet="0123456789.,eE+- ", max_size=12))
def test_a_text_of_digits_is_a_number_only_if_it_is_entirely_one(text: str) -> None:
    reading = read_quantity(text, "mass")
    number = re.fullmatch(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?", text.strip())
    if number:
        assert reading.low == reading.high == float(text.replace(",", ""))
    elif reading.known:
        low, high = (float(part.replace(",", "")) for part in re.split("-{1,2}", re.sub(r"\s", "", text)))
        assert (reading.low, reading.high) == (low, high)


@given(st.decimals(0, 10**9, places=4), st.sampled_from(UNSCALED), st.sampled_from(["", "万", "亿", "百", "千"]))
def test_a_number_with_its_unit_comes_back_exactly(number: Decimal, unit: tuple[str, str], times: str) -> None:
    scale, name = unit
    # 千克/千瓦时 is a unit of its own, and not said to be of coal.
    assume(not (times == "千" and name.startswith("克")))
    worth = UNITS[scale][name] * {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[times]
    reading = read_quantity(f"{number:f}{times}{name}", scale)
    assert reading.low == reading.high == float(Fraction(number) * worth)


@given(st.decimals(0, 10**9, places=4), st.sampled_from(UNSCALED), st.sampled_from(["", "万", "亿"]), SCALES)
def test_a_unit_of_one_kind_says_nothing_in_a_column_of_another(
    number: Decimal, unit: tuple[str, str], times: str, scale: str
) -> None:
    kind, name = unit
    reading = read_quantity(f"{number:f}{times}{name}", scale)
    if name not in UNITS[scale]:
        assert not reading.known
        assert [note.code for note in reading.notes] in (["other-kind-of-unit"], ["per-unit"])
        assert kind != scale


@given(st.integers(1, 10**4), st.integers(1, 10**4), st.sampled_from([":", "：", "∶", "比"]), SCALES)
def test_a_ratio_is_one_number_where_a_ratio_is_asked_for_and_none_elsewhere(
    first: int, second: int, sign: str, scale: str
) -> None:
    text = f"{first}{sign}{second}"
    reading = read_quantity(text, "number", field="replacement_ratio")
    expected = float(Fraction(first, second)) if first >= second else None
    assert (reading.low == reading.high == expected) if expected else not reading.known
    assert not read_quantity(text, scale).known
    assert not read_quantity(text, "number", field="plot_ratio").known


@given(st.sampled_from(sorted(BLANKS)), st.text(alphabet=" \n\t", max_size=3), SCALES)
def test_blank_is_never_zero(blank: str, space: str, scale: str) -> None:
    assert read_quantity(space + blank + space, scale) == Reading()


@pytest.mark.parametrize("piece", ["9", "1,", "(", "万", "当量值", "1-", " ", "约", "1吨、"])
def test_a_very_long_cell_is_refused_at_once(piece: str) -> None:
    start = time.perf_counter()
    for text in (piece * 50_000, piece * (200 // len(piece)), (piece * 200)[:199] + "x"):
        read_energy(text, "吨标准煤")
    assert time.perf_counter() - start < 1
