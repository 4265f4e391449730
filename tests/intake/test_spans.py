"""How a column of quantities becomes intervals: each distinct cell read once, each row with its own."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from lianggao.intake.cells import tidy
from lianggao.intake.columns import ColumnUse
from lianggao.intake.spans import Gathered, read_spans
from lianggao.quantities import read_quantity
from lianggao.vocabulary import Vocabulary

INF = math.inf


def gathered(vocabulary: Vocabulary, cells: list[Any], **use: str) -> Gathered:
    into, column = Gathered(), ColumnUse("表头", **use)
    read_spans(tidy(pd.Series(cells, dtype=object)), column, vocabulary[column.field], into)
    return into


def ends(into: Gathered, field: str) -> list[tuple[float, float]]:
    span = into.spans[field]
    return list(zip(span.low.tolist(), span.high.tolist(), strict=True))


def codes(into: Gathered) -> list[tuple[int, str, str]]:
    return [(note.row, note.field, note.code) for note in into.notes]


@pytest.mark.parametrize("field", ["coal_t", "coke_t", "gas_m3", "oil_t", "heat_gj", "steam_t"])
def test_not_involved_is_a_zero_with_a_note_for_each_kind_of_fuel(vocabulary: Vocabulary, field: str) -> None:
    into = gathered(vocabulary, ["不涉及", "3", "", "无", "--", "不涉及"], field=field, unit=vocabulary[field].unit)
    assert ends(into, field) == [(0, 0), (3, 3), (0, INF), (0, INF), (0, INF), (0, 0)]
    assert codes(into) == [(0, field, "zero-stated"), (5, field, "zero-stated")]


def test_a_figure_for_which_nothing_names_a_unit_is_a_range_over_the_usual_ones(vocabulary: Vocabulary) -> None:
    cells = ["1.2", "5.2万", "3吨标准煤", "0", "--", "约3"]
    into = gathered(vocabulary, cells, field="energy_equivalent_tce", basis="equivalent")
    ranges = [(1.2, 12000), (52000, 52000), (3, 3), (0, 0), (0, INF), (2.7, 33000)]
    assert ends(into, "energy_equivalent_tce") == ranges
    unstated = [(row, code) for row, _, code in codes(into) if code == "unit-unstated"]
    assert unstated == [(0, "unit-unstated"), (1, "unit-unstated"), (5, "unit-unstated")]
    assert ends(gathered(vocabulary, ["3.5", "6亿"], field="investment_wan_yuan"), "investment_wan_yuan") == [
        (0.00035, 35000),
        (60000, 60000),
    ]


def test_a_share_without_a_sign_is_a_range_only_where_it_may_be_a_fraction(vocabulary: Vocabulary) -> None:
    cells = ["35", "0.35", "1", "35%", "0.35%", "0", "≥0.3", "30-40", "0.3-0.4", "--"]
    into = gathered(vocabulary, cells, field="building_coefficient")
    assert ends(into, "building_coefficient") == [
        (35, 35),
        (0.35, 35),
        (1, 100),
        (35, 35),
        (0.35, 0.35),
        (0, 0),
        (0.3, INF),
        (30, 40),
        (0.3, 40),
        (0, INF),
    ]
    assert codes(into) == [(row, "building_coefficient", "unit-unstated") for row in (1, 2, 6, 8)]
    signed = gathered(vocabulary, ["35", "0.35"], field="building_coefficient", unit="%")
    assert (ends(signed, "building_coefficient"), codes(signed)) == ([(35, 35), (0.35, 0.35)], [])


def test_a_pure_number_has_no_unit_to_be_missing(vocabulary: Vocabulary) -> None:
    into = gathered(vocabulary, ["1.2", "不低于1.0", "120%", "2:1"], field="plot_ratio")
    assert ends(into, "plot_ratio") == [(1.2, 1.2), (1, INF), (1.2, 1.2), (0, INF)]
    assert codes(into) == [(3, "plot_ratio", "unreadable-quantity")]
    into = gathered(vocabulary, ["2:1", "1.25", "1:1.25"], field="replacement_ratio")
    assert ends(into, "replacement_ratio") == [(2, 2), (1.25, 1.25), (0, INF)]


@pytest.mark.parametrize(
    ("field", "cell", "low", "high"),
    [
        ("investment_per_mu", "300", 20, 2000),
        ("unit_energy_kgce_per_t", "0.11", 0.11, 110),
        ("unit_coal_gce_per_kwh", "285", 285, 285000),
        ("unit_electricity_kwh_per_t", "1.335", 1.335, 13350),
        ("brick_output", "0.6", 0.6, 6e7),
        ("energy_right_c", "0.5", 0.00005, 0.5),
        ("output_cases", "500万", 5e6, 5e6),
        ("annual_tax_wan_yuan", "800", 0.08, 8e6),
    ],
)
def test_a_figure_without_a_unit_is_a_range_over_the_units_of_its_kind(
    vocabulary: Vocabulary, field: str, cell: str, low: float, high: float
) -> None:
    into = gathered(vocabulary, [cell], field=field)
    assert ends(into, field) == [(low, high)]
    assert codes(into) == [(0, field, "unit-unstated")]


@pytest.mark.parametrize("field", ["energy_equivalent_tce", "electricity_kwh", "investment_wan_yuan", "land_m2"])
def test_not_involved_is_unknown_everywhere_else(vocabulary: Vocabulary, field: str) -> None:
    basis = {"basis": "equivalent"} if field == "energy_equivalent_tce" else {}
    into = gathered(vocabulary, ["不涉及", "3吨个"], field=field, **basis)
    assert ends(into, field) == [(0, INF), (0, INF)]
    assert codes(into) == [(1, field, "unreadable-quantity")]


def test_a_label_is_understood_in_the_column_that_it_names(vocabulary: Vocabulary) -> None:
    cells = ["年用煤500吨", "年用焦500吨"]
    assert ends(gathered(vocabulary, cells, field="coal_t"), "coal_t") == [(500, 500), (0, INF)]
    assert ends(gathered(vocabulary, cells, field="coke_t"), "coke_t") == [(0, INF), (500, 500)]


def test_a_daily_quantity_is_no_annual_one(vocabulary: Vocabulary) -> None:
    into = gathered(vocabulary, ["2400t/d", "876000t/a"], field="coal_t", unit="吨")
    assert ends(into, "coal_t") == [(0, INF), (876000, 876000)]
    assert codes(into) == [(0, "coal_t", "per-day")]


def test_a_cell_with_both_bases_gives_two_fields(vocabulary: Vocabulary) -> None:
    cells = ["8661.09/12533.05吨标准煤（当量值/等价值）", "5.2", None]
    use = {"field": "energy_equivalent_tce", "unit": "万吨标准煤", "basis": "equivalent"}
    into = gathered(vocabulary, cells, **use)
    assert ends(into, "energy_equivalent_tce") == [(12533.05, 12533.05), (52000, 52000), (0, INF)]
    assert ends(into, "energy_calorific_tce") == [(8661.09, 8661.09), (0, INF), (0, INF)]


def test_bare_numbers_are_read_in_bulk_as_they_are_one_by_one(vocabulary: Vocabulary) -> None:
    cells = ["0", "5.2", "4.99999", "12533.05", "999999999999999"]
    for unit in ("亩", "平方米"):
        bulk = ends(gathered(vocabulary, cells, field="land_m2", unit=unit), "land_m2")
        mixed = ends(gathered(vocabulary, [*cells, "约5"], field="land_m2", unit=unit), "land_m2")[:-1]
        single = [read_quantity(cell, "area", unit) for cell in cells]
        assert bulk == mixed == [(reading.low, reading.high) for reading in single]


def test_a_bad_header_unit_is_the_callers_mistake(vocabulary: Vocabulary) -> None:
    with pytest.raises(ValueError, match="is not a unit of area"):
        gathered(vocabulary, ["约5"], field="land_m2", unit="吨")
