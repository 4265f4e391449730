"""Unit energy against 标杆, 基准 and 限额: on the line, on which day, and what is never compared."""

from __future__ import annotations

from math import inf, nan

import numpy as np
import pytest
from desk import LATE, Desk, facts_of

from lianggao.computing.compute import compute
from lianggao.computing.kinds import LIMIT, Level
from lianggao.computing.values import start_of, values_on
from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import PartialDate

OPEN = (0, inf)
UNCERTAIN = [
    ("efficiency_item", "copper_from_concentrate", "benchmark"),
    ("efficiency_item", "methanol_bituminous", "benchmark"),
    ("efficiency_item", "methanol_anthracite", "baseline"),
    ("efficiency_item", "methanol_lignite", "baseline"),
    ("limit_item", "copper_from_concentrate", "limit_1"),
    ("limit_item", "copper_from_scrap", "limit_3"),
    ("limit_item", "methanol_natural_gas", "limit_1"),
    ("limit_item", "coal_power_ultra_1000", "limit_3"),
    ("limit_item", "coal_power_super_600", "limit_1"),
]
MEASURES = ("unit_energy_kgce_per_t", "unit_electricity_kwh_per_t", "unit_energy_kgoe_per_t", "unit_coal_gce_per_kwh")


def test_clinker_on_the_line_below_and_above(desk: Desk) -> None:
    for energy, ratio in ((200_000, 1), (199_999.8, 0.999999), (200_000.2, 1.000001)):
        stated = {"activity": "cement_clinker", "energy_calorific_tce": energy, "output_t": 2_000_000}
        assert desk.ends("benchmark_ratio", **stated) == (ratio, ratio)
    assert desk.ends("baseline_ratio", activity="cement_clinker", unit_energy_kgce_per_t=117) == (1, 1)
    assert desk.ends("unit_energy", activity="cement_clinker", unit_energy_kgce_per_t=117) == (117, 117)
    assert desk.ends("benchmark_value", activity="cement_clinker") == (100, 100)
    assert desk.ends("baseline_value", activity="cement_clinker") == (117, 117)


def test_what_the_whole_works_use_is_at_most_what_a_step_uses(desk: Desk) -> None:
    # 136 000万千瓦时 over 10万吨 is 13 600 a tonne, above the 13 350 of 基准; that of 铝液 alone may lie below it.
    works = {"activity": "aluminium_electrolytic", "electricity_kwh": 1_360_000_000, "output_t": 100_000}
    low, high = desk.ends("baseline_ratio", **works)
    assert low == 0
    assert high == pytest.approx(13_600 / 13_350)
    assert desk.ends("baseline_ratio", **works, unit_electricity_kwh_per_t=13_350) == (1, 1)
    furnace = {"efficiency_item": "blast_furnace", "energy_calorific_tce": 500_000, "output_t": 1_000_000}
    assert desk.ends("benchmark_ratio", activity="steel_long", **furnace)[0] == 0


@pytest.mark.parametrize(
    ("item", "measure", "level"),
    [
        ("tile_absorption_0_5_to_10", "unit_energy_kgce_per_m2", 3.7),
        ("flat_glass_500_to_800", "unit_energy_kgce_per_case", 9.5),
        ("aluminium_liquid", "unit_electricity_kwh_per_t", 13_000),
        ("ethylene", "unit_energy_kgoe_per_t", 590),
        ("coke_stamped", "unit_energy_kgce_per_t", 110),
    ],
)
def test_each_product_is_compared_in_its_own_unit(desk: Desk, item: str, measure: str, level: float) -> None:
    for name in (*MEASURES, "unit_energy_kgce_per_m2", "unit_energy_kgce_per_case"):
        ends = desk.ends("benchmark_ratio", efficiency_item=item, **{name: level})
        assert ends == ((1, 1) if name == measure else OPEN)


def test_the_ratio_covers_every_product_that_is_left(desk: Desk) -> None:
    stated = {"efficiency_item": ["coke_stamped", "coke_top_charged"], "unit_energy_kgce_per_t": 121}
    assert desk.ends("benchmark_ratio", **stated) == (1.1, 1.1)
    assert desk.ends("baseline_ratio", **stated) == (0.864285714286, 0.896296296296)
    assert desk.ends("baseline_value", **stated) == (135, 140)
    # One that is outside the tables leaves all open, and so does one that can't be compared.
    assert desk.ends("benchmark_ratio", efficiency_item=["coke_stamped", "none"], unit_energy_kgce_per_t=121) == OPEN
    other = {"efficiency_item": ["coke_stamped", "methanol_lignite"], "unit_energy_kgce_per_t": 121}
    assert desk.ends("benchmark_ratio", **other) == OPEN
    assert desk.ends("benchmark_value", **other) == OPEN
    assert desk.ends("benchmark_ratio", efficiency_item="none", unit_energy_kgce_per_t=121) == OPEN
    assert desk.ends("benchmark_ratio", unit_energy_kgce_per_t=121) == OPEN


@pytest.mark.parametrize(("field", "item", "level"), UNCERTAIN)
def test_doubtful_values_never_decide(desk: Desk, field: str, item: str, level: str) -> None:
    stated = {field: item, **dict.fromkeys(MEASURES, 1.0)}
    assert desk.ends(f"{level}_value", **stated) == OPEN
    assert desk.ends(f"{level}_ratio", **stated) == OPEN


def test_negative_and_missing_values_never_decide(desk: Desk) -> None:
    for field, level in (("efficiency_item", "benchmark"), ("efficiency_item", "baseline"), ("limit_item", "limit_3")):
        stated = {field: "converter", "unit_energy_kgce_per_t": 5.0}
        assert desk.ends(f"{level}_value", **stated) == OPEN
        assert desk.ends(f"{level}_ratio", **stated) == OPEN
    small = {"limit_item": "flat_glass_to_500", "unit_energy_kgce_per_case": 14.0}
    assert desk.ends("limit_1_ratio", **small) == OPEN
    assert desk.ends("limit_2_value", **small) == OPEN
    assert desk.ends("limit_3_ratio", **small) == (1, 1)
    for item in ("refining", "semi_coke", "pvc_carbide", "clinker_coal"):
        assert desk.ends("limit_3_ratio", limit_item=item, **dict.fromkeys(MEASURES, 1.0)) == OPEN


def test_a_limit_counts_from_its_first_day(desk: Desk) -> None:
    stated = {"activity": "cement_clinker", "unit_energy_kgce_per_t": 117.0}
    for on, ends in (
        ("2022-10-31", OPEN),
        ("2022-11-01", (1, 1)),
        ("2022-11", (1, 1)),
        ("2022-10", OPEN),
        ("2022", OPEN),
        ("2023", (1, 1)),
    ):
        assert desk.ends("limit_3_ratio", on, **stated) == ends
        assert desk.ends("limit_3_value", on, **stated) == (OPEN if ends == OPEN else (117, 117))
    # The unit energy itself and the 标杆 value do not depend on the day.
    assert desk.ends("limit_unit_energy", "2020-01-01", **stated) == (117, 117)
    assert desk.ends("benchmark_value", "2020-01-01", **stated) == (100, 100)


def test_a_standard_of_which_only_the_year_of_its_number_is_known_is_sure_a_year_later(desk: Desk) -> None:
    stated = {"limit_item": "flat_glass_over_800", "unit_energy_kgce_per_case": 12.0}
    for on, ends in (
        ("2018-12-31", OPEN),
        ("2019-06-30", OPEN),
        ("2020-06-30", OPEN),
        ("2020-12-31", (1, 1)),
        ("2021", (1, 1)),
    ):
        assert desk.ends("limit_3_ratio", on, **stated) == ends


def test_the_standards_with_a_day_all_began_after_the_year_of_their_number(desk: Desk) -> None:
    dated = [row for row in desk.catalogs.rows("efficiency/limits") if len(row["from"]) == 10]
    assert len({row["standard"] for row in dated}) == 3
    for row in dated:
        year = row["standard"].rsplit("-", 1)[1]
        start, sure = start_of({"from": year}), PartialDate.parse(row["from"])
        assert start
        assert start.first < sure.first <= start.last


def test_projects_of_several_dates_are_each_held_to_their_own(desk: Desk) -> None:
    facts = facts_of(desk.vocabulary, [{"activity": "cement_clinker", "unit_energy_kgce_per_t": 107.0}] * 4)
    dates = [PartialDate.parse(on) for on in ("2022-10-31", LATE, "2022-11-01")]
    found = compute(facts, desk.vocabulary, desk.catalogs, dates, np.array([1, 0, 2, 0]))
    assert found.span("limit_2_value").high.tolist() == [107, inf, 107, inf]
    ratio = found.span("limit_3_ratio")
    assert ratio.high.tolist() == [0.91452991453, inf, 0.91452991453, inf]
    assert ratio.low.tolist() == [0.91452991453, 0, 0.91452991453, 0]


def table(*rows: tuple[str, str, str]) -> Catalogs:
    names = ("limit_item", "from", "level_3")
    rows_ = [dict.fromkeys(("level_1", "level_2"), "") | dict(zip(names, row, strict=True)) for row in rows]
    return Catalogs({"efficiency/limits": rows_})


def value(catalogs: Catalogs, on: str) -> float:
    tables, of_date = values_on(LIMIT, ("a",), catalogs, [PartialDate.parse(on)])
    return float(tables[of_date[0], 2, 0])


def test_of_several_editions_the_one_that_began_last_counts() -> None:
    editions = table(("a", "2024-05-01", "90"), ("a", "2010-01-01", "100"))
    assert [value(editions, on) for on in ("2009", "2012", "2024-05-01", "2030")] == [
        pytest.approx(nan, nan_ok=True),
        100,
        90,
        90,
    ]
    assert value(editions, "2024") != value(editions, "2024")


def test_two_rows_of_one_day_that_differ_are_no_value() -> None:
    assert value(table(("a", "2010-01-01", "100"), ("a", "2010-01-01", "100")), "2012") == 100
    twice = value(table(("a", "2010-01-01", "100"), ("a", "2010-01-01", "99")), "2012")
    assert twice != twice


def test_a_product_that_is_among_the_doubtful_too_has_no_value() -> None:
    catalogs = table(("a", "2010-01-01", "100"))
    catalogs.tables["efficiency/limits-uncertain"] = catalogs.tables["efficiency/limits"]
    assert np.isnan(value(catalogs, "2012"))


def test_levels_name_columns_that_the_shipped_tables_have(desk: Desk) -> None:
    assert all(
        isinstance(level, Level) and level.column in desk.catalogs.rows("efficiency/limits")[0]
        for level in LIMIT.levels
    )


def test_a_law_without_the_tables_computes_nothing(desk: Desk) -> None:
    bare = Catalogs(
        {
            n: t
            for n, t in desk.catalogs.tables.items()
            if not n.startswith(("efficiency", "land", "vocabulary/computed"))
        }
    )
    facts = desk.facts(activity="coking", unit_energy_kgce_per_t=1.0)
    found: Facts = compute(facts, desk.vocabulary, bare, [PartialDate.parse(LATE)], np.zeros(1, dtype=np.int64))
    assert found.quantities.keys() == {"unit_energy_kgce_per_t"}
