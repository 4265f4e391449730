"""Cells that are read together by their shape state what each of them states when it is read alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianggao.intake.cells import tidy
from lianggao.intake.columns import ColumnUse
from lianggao.intake.figures import figures_of
from lianggao.intake.readings import Readings
from lianggao.intake.spans import Gathered, read_spans
from lianggao.quantities import find_unit
from lianggao.rulebook import load_law

VOCABULARY = load_law().vocabulary
USES = [
    ColumnUse("表头", "energy_equivalent_tce", "吨标准煤", "equivalent"),
    ColumnUse("表头", "energy_unstated_tce", "万吨标准煤"),
    ColumnUse("表头", "energy_unstated_tce"),
    ColumnUse("表头", "land_m2", "亩"),
    ColumnUse("表头", "land_m2"),
    ColumnUse("表头", "investment_wan_yuan", "万元"),
    ColumnUse("表头", "investment_wan_yuan"),
    ColumnUse("表头", "electricity_kwh", "万千瓦时"),
    ColumnUse("表头", "coal_t"),
    ColumnUse("表头", "building_coefficient"),
    ColumnUse("表头", "replacement_ratio"),
    ColumnUse("表头", "gas_m3", "万立方米"),
]
NUMBERS = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(1900, 2100).map(str),
    st.integers(0, 10**9).map(lambda number: f"{number:,}"),
    st.decimals(0, 10**6, places=2, allow_nan=False).map(str),
    st.decimals(0, 1, places=6, allow_nan=False).map(lambda number: f"{number:f}"),
    st.sampled_from(["0", "0.0", "1", "9", "007", "1e5", "1.2.3", "12,34", "1234567890123.45", "0.123456789012345678"]),
)
BEFORE = ["", "", "约", "不超过", "≥", "近", "总投资", "占地", "年用煤", "第", "(", "-", " ", "约 ", "其中", "預计"]
UNITS = [
    "",
    "吨标准煤",
    "万吨标准煤",
    "吨",
    "万吨",
    "万",
    "亿元",
    "万元",
    "亩",
    "m2",
    "㎡",
    "万kWh",
    "%",
    "立方米",
    " 万 吨",
]
AFTER = ["", "", "左右", "以上", "（当量值）", "/年", "/天", "余", "期", "（等价值）", ")", "，其中二期3", "２"]
BETWEEN = ["-", "—", "~", "至", "/", "（当量值）/", "、", ":", ",", "m", " - ", "吨标准煤（等价值），当量值"]


def gathered(cells: list[Any], use: ColumnUse) -> Gathered:
    into = Gathered()
    read_spans(tidy(pd.Series(cells, dtype=object)), use, VOCABULARY[use.field], into)
    return into


def stated(into: Gathered, row: int) -> tuple[object, ...]:
    """Return what is said of a row: the fields of which something is known, and the notes in order."""
    known = {name: (float(s.low[row]), float(s.high[row])) for name, s in into.spans.items() if s.stated[row]}
    return known, [(n.field, n.code, n.text, n.given) for n in into.notes if n.row == row]


@st.composite
def columns(draw: st.DrawFn) -> list[str]:
    """Draw cells of two shapes, many of each."""
    cells = []
    for _ in range(2):
        before, between, after = (draw(st.sampled_from(some)) for some in (BEFORE, BETWEEN, AFTER))
        unit = draw(st.sampled_from(UNITS))
        two = draw(st.booleans())
        for number in draw(st.lists(NUMBERS, min_size=10, max_size=14)):
            cells.append(before + number + (between + draw(NUMBERS) if two else "") + unit + after)
    return cells


@settings(max_examples=150)
@given(columns(), st.sampled_from(USES))
def test_a_cell_is_read_in_a_long_column_as_it_is_alone(cells: list[str], use: ColumnUse) -> None:
    together = gathered(cells, use)
    for row, cell in enumerate(cells):
        known, notes = stated(gathered([cell], use), 0)
        assert stated(together, row) == (known, notes), cell


@pytest.mark.parametrize(
    ("use", "shape"),
    [
        (USES[0], "{}万吨标准煤"),
        (USES[0], "约{}吨"),
        (USES[1], "{}/9{}吨标准煤（当量值/等价值）"),
        (USES[2], "不超过{} 万吨标煤"),
        (USES[3], "{}-9{}平方米"),
        (USES[3], "{}㎡"),
        (USES[5], "总投资{}亿元"),
        (USES[7], "{}kWh"),
        (USES[8], "{}万"),
    ],
)
def test_what_a_long_list_is_made_of_is_read_by_shape(use: ColumnUse, shape: str) -> None:
    cells = [shape.format(number, number) for number in ("1", "2.5", "33", "0.45", "1,250", "6", "7", "8.125", "3")]
    known = VOCABULARY[use.field]
    unit = find_unit(use.unit, known.scale, known.name) if use.unit else None
    readings = Readings(
        figures_of(tidy(pd.Series(cells, dtype="str"))).others, use, known, unit.factor if unit else Fraction(1)
    )
    left = {cells[at] for at in readings.single.tolist()}
    assert left <= {shape.format("1,250", "1,250")}


def test_years_and_ranges_the_wrong_way_round_are_told_apart_from_others_of_their_shape() -> None:
    cells = [f"{number}-{number + 500}" for number in range(3000, 3010)] + ["2019-2021", "5000-3000", "0-5", "7-7"]
    into = gathered(cells, USES[0])
    ends = list(
        zip(into.spans[USES[0].field].low[-4:].tolist(), into.spans[USES[0].field].high[-4:].tolist(), strict=True)
    )
    assert ends == [(0, float("inf")), (0, float("inf")), (0, 5), (7, 7)]
    assert [(note.row, note.code) for note in into.notes] == [(10, "date-like"), (11, "range-reversed")]


@pytest.mark.parametrize("shape", ["3{}余吨", "一期{}吨，二期3吨", "{}吨/天", "{}吨和3吨", "第{}期", "({})", "-{}吨"])
def test_what_depends_on_its_digits_or_is_not_understood_is_read_alone(shape: str) -> None:
    cells = [shape.format(number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12)]
    readings = Readings(
        figures_of(tidy(pd.Series(cells, dtype="str"))).others, USES[8], VOCABULARY["coal_t"], Fraction(1)
    )
    assert len(readings.single) == len(cells)
