"""Figures that look off by 10 000 are asked about, and stay what they are; real lists raise no alarm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from building import Stated, facts_of
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lianggao import screen
from lianggao.energy import plausibility_notes
from lianggao.facts import Note
from lianggao.rulebook import Law, load_law

ROOT = Path(__file__).parents[2]
CALORIFIC, EQUIVALENT = "energy_calorific_tce", "energy_equivalent_tce"
ANODE: Stated = {"activity": "graphite_anode"}


def notes(law: Law, row: Stated) -> list[Note]:
    facts = facts_of(law, [{name: value for name, value in row.items() if name != "products"}])
    texts = {**facts.texts, "products": pd.Series([row.get("products", "")], dtype="str")}
    return plausibility_notes(replace(facts, texts=texts), law.catalogs)


def only(law: Law, row: Stated) -> Note:
    (note,) = notes(law, row)
    assert note.code == "implausible-size"
    return note


@pytest.mark.parametrize(
    ("row", "field", "would_be"),
    [
        ({"investment_wan_yuan": 118870000}, "investment_wan_yuan", "若所填单位是元，应为11887万元"),
        ({"investment_wan_yuan": 0.6}, "investment_wan_yuan", "若所填单位是亿元，应为6000万元"),
        ({"electricity_kwh": 132938000000}, "electricity_kwh", "若多写了“万”，应为13293800千瓦时"),
        ({"gas_m3": 2.4e10}, "gas_m3", "若多写了“万”，应为2400000立方米"),
        ({CALORIFIC: 482049000}, CALORIFIC, "若多写了“万”，应为48204.9吨标准煤"),
        ({"activity": "coking", "land_m2": 120}, "land_m2", "若所填单位是亩，应为80000平方米"),
    ],
)
def test_a_figure_beyond_its_band_is_asked_about_with_what_it_would_be(
    law: Law, row: Stated, field: str, would_be: str
) -> None:
    note = only(law, {**ANODE, **row})
    assert note.field == field
    assert would_be in note.text
    assert note.text.endswith("请核对")


def test_a_band_of_an_industry_is_for_that_industry_alone(law: Law) -> None:
    assert notes(law, {"activity": "other", "land_m2": 120}) == []
    assert notes(law, {"activity": ["coking", "other"], "land_m2": 120}) == []
    assert notes(law, {"activity": ["coking", "steel_long"], "land_m2": 120}) != []
    assert notes(law, {"land_m2": 120}) == []


def test_a_stated_nothing_and_a_blank_are_never_too_small(law: Law) -> None:
    assert notes(law, {"activity": "coking", "land_m2": 0, "investment_wan_yuan": 0, CALORIFIC: 0}) == []
    assert notes(law, {"activity": "coking"}) == []


def test_an_interval_is_asked_about_where_the_whole_of_it_is_beyond(law: Law) -> None:
    assert notes(law, {**ANODE, "investment_wan_yuan": (0.5, 2)}) == []
    assert "若所填单位是亿元，应为5000—9000万元" in only(law, {**ANODE, "investment_wan_yuan": (0.5, 0.9)}).text


def test_energy_in_ten_thousands_under_a_header_in_ones_does_not_fit_the_electricity(law: Law) -> None:
    """1亿千瓦时 is 12290 吨; 1.5 for 15 000."""
    note = only(law, {**ANODE, "electricity_kwh": 1e8, CALORIFIC: 1.5})
    assert note.field == CALORIFIC
    assert "所填实物量折12290吨标准煤，是年综合能源消费量（当量值）1.5吨标准煤的约8193倍" in note.text
    assert "若能耗漏写了“万”，应为15000吨标准煤；若实物量多写了“万”，应为1.23吨标准煤" in note.text


def test_electricity_in_ten_thousands_under_a_header_in_ones_does_not_fit_the_energy(law: Law) -> None:
    """1329.38 千瓦时 is 0.163 吨 at the least and, at 0.404, 0.537 at the most."""
    note = only(law, {**ANODE, "electricity_kwh": 1329.38, CALORIFIC: 4820})
    assert "若实物量漏写了“万”，应为1633.81吨标准煤" in note.text
    assert notes(law, {**ANODE, "electricity_kwh": 1329.38, EQUIVALENT: 50}) == []
    assert "应为1633.81—5370.7吨标准煤" in only(law, {**ANODE, "electricity_kwh": 1329.38, EQUIVALENT: 5000}).text


def test_a_little_oil_beside_much_energy_says_nothing_while_coal_is_blank(law: Law) -> None:
    assert notes(law, {**ANODE, "oil_t": 2, CALORIFIC: 50000}) == []
    rest = dict.fromkeys(("electricity_kwh", "coal_t", "coke_t", "gas_m3", "heat_gj", "steam_t"), 0)
    assert only(law, {**ANODE, **rest, "oil_t": 2, CALORIFIC: 50000}).field == CALORIFIC


@pytest.mark.parametrize("activity", ["coking", "coal_power", "coal_mining", "refining", None])
def test_inputs_of_a_project_that_may_turn_energy_into_energy_are_not_held_against_it(law: Law, activity: Any) -> None:
    assert notes(law, {"activity": activity, "coal_t": 1e7, CALORIFIC: 5000}) == []
    assert notes(law, {"activity": activity, "electricity_kwh": 1e4, CALORIFIC: 500000}) == []


@pytest.mark.parametrize(
    ("products", "stated", "would_be"),
    [
        ("焦炭120万吨/年", 15, "若能耗漏写了“万”，应为150000吨标准煤"),
        ("水泥熟料5500吨/日", 18, "若能耗漏写了“万”，应为180000吨标准煤"),
        ("电石20万吨/年", 1.7e9, "若能耗多写了“万”，应为170000吨标准煤"),
    ],
)
def test_energy_is_held_against_capacity_times_unit_energy(
    law: Law, products: str, stated: float, would_be: str
) -> None:
    found = [note for note in notes(law, {"products": products, CALORIFIC: stated}) if "估计" in note.text]
    assert [would_be in note.text for note in found] == [True]


def test_the_estimate_is_worked_out_from_the_standard_on_file(law: Law) -> None:
    """120万吨 by 110—140 千克 is 132 000—168 000; 15 000 is nine times less, 1 320 a hundred times less."""
    coke = {"products": "焦炭120万吨/年"}
    assert notes(law, {**coke, CALORIFIC: 15000}) == notes(law, {**coke, CALORIFIC: 1320}) == []
    assert "“120万吨/年，焦炭110—140kgce/t”估计的132000—168000吨标准煤" in only(law, {**coke, CALORIFIC: 1319}).text


def test_a_product_that_is_not_on_file_leaves_open_how_much_energy_there_may_be(law: Law) -> None:
    assert notes(law, {"products": "尿素1吨/年", CALORIFIC: 1000}) != []
    assert notes(law, {"products": "尿素1吨/年，特种气体30万吨/年", CALORIFIC: 1000}) == []
    assert notes(law, {"products": "电石渣砖30万吨/年", CALORIFIC: 10}) == []


def test_what_was_there_before_is_not_what_the_project_makes(law: Law) -> None:
    """1 吨 would take 0.11 吨; 100万吨 take 110 000 and more."""
    assert "估计的110000—140000吨" in only(law, {"products": "由1吨/年扩大到100万吨/年焦炭", CALORIFIC: 15}).text


def test_the_fact_stays_as_it_is(law: Law) -> None:
    facts = facts_of(law, [{"activity": "coking", "investment_wan_yuan": 0.6}])
    assert plausibility_notes(facts, law.catalogs)
    assert facts.span("investment_wan_yuan").low[0] == facts.span("investment_wan_yuan").high[0] == 0.6


def test_the_list_of_real_projects_raises_no_alarm() -> None:
    screening = screen(ROOT / "examples" / "projects.csv")
    assert plausibility_notes(screening.display.stated, screening.law.catalogs) == []


def test_no_whole_set_case_raises_an_alarm(law: Law) -> None:
    files = sorted((ROOT / "tests" / "rules" / "whole").glob("*.cases.yaml"))
    projects = [case["project"] for file in files for case in YAML(typ="safe").load(file)["cases"]]
    assert len(projects) > 50
    for project in projects:
        row = {name: _ends(value) for name, value in project.items() if law.vocabulary[name].kind in STATED}
        assert notes(law, row) == [], project


STATED = ("quantity", "enumeration")


def _ends(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) and not isinstance(value[0], str) else value


@pytest.mark.parametrize("field", [CALORIFIC, "electricity_kwh"])
@pytest.mark.parametrize("times", [10000, 0.0001])
def test_a_slip_by_ten_thousand_in_a_real_row_is_noticed(field: str, times: float) -> None:
    screening = screen(ROOT / "examples" / "projects.csv")
    (row,) = [at for at, name in enumerate(screening.given["项目名称"]) if "球形石墨" in name]
    law, stated = load_law(), {**ANODE, CALORIFIC: 4820.49, "electricity_kwh": 13293800.0}
    assert notes(law, stated) == []
    assert screening.display.stated.span(field).low[row] == stated[field]
    assert notes(law, {**stated, field: stated[field] * times}) != []


def energy_beside_power(ratio: float) -> Stated:
    """Return 1亿千瓦时, which is 12290 吨, beside energy of so many times that."""
    return {**ANODE, "electricity_kwh": 1e8, CALORIFIC: 12290 * ratio}


@given(st.floats(0.011, 99))
def test_energy_within_a_hundred_times_of_its_amounts_is_quiet(ratio: float) -> None:
    assert notes(load_law(), energy_beside_power(ratio)) == []


@given(st.floats(0.02, 50), st.sampled_from([1e-4, 1e4]))
def test_energy_that_slipped_by_ten_thousand_is_not(ratio: float, slip: float) -> None:
    assert notes(load_law(), energy_beside_power(ratio * slip)) != []
