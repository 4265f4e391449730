"""What stated amounts come to, worked by hand and held against plain fractions; it is told and never made a fact."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from building import CLINKER, Stated, facts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_sums import KINDS, distance, sums

from lianggao import screen
from lianggao.energy import energy_notes
from lianggao.facts import Note
from lianggao.rulebook import Law, load_law

CALORIFIC, EQUIVALENT, UNSTATED = "energy_calorific_tce", "energy_equivalent_tce", "energy_unstated_tce"
EXAMPLES = Path(__file__).parents[2] / "examples" / "projects.csv"
GUANGDONG: Stated = {"activity": "graphite_anode", "electricity_kwh": 13293800, "gas_m3": 2400000}
"""1329.38万千瓦时 and 240万立方米: 13293.8 × 0.1229 = 1633.80802; 2400 × 1.2143 = 2914.32; 2400 × 1.33 = 3192."""


def notes(law: Law, row: Stated, factor: str | None = None) -> list[Note]:
    return energy_notes(facts_of(law, [row]), law.catalogs, factor)


def only(law: Law, row: Stated, factor: str | None = None) -> Note:
    (note,) = notes(law, row, factor)
    return note


def test_the_guangdong_project_agrees_by_the_greater_factor_of_gas_and_both_are_shown(law: Law) -> None:
    note = only(law, {**GUANGDONG, CALORIFIC: 4820.49})
    assert (note.code, note.field) == ("energy-agrees", CALORIFIC)
    assert (
        "4820.49吨标准煤，与折算的当量值4825.81吨标准煤（年用天然气量按1.33（油田天然气）），折算值比填报值高0.11%"
        in note.text
    )
    assert (
        "年用电量13293800千瓦时×0.1229（电力）＋年用天然气量2400000立方米×1.2143（天然气）或1.33（油田天然气）"
        in note.text
    )
    assert "折当量值4548.13或4825.81吨标准煤" in note.text


def test_the_real_row_says_so_when_the_list_is_screened() -> None:
    (row,) = [at for at, name in enumerate(screen(EXAMPLES).given["项目名称"]) if "球形石墨" in name]
    stated = screen(EXAMPLES).display.stated
    (note,) = [n for n in energy_notes(stated, load_law().catalogs) if n.row == row]
    assert note.code == "energy-agrees"
    assert {"4548.13", "4825.81"} <= set(note.text.replace("或", " ").replace("吨", " ").replace("值", " ").split())


def test_with_no_figure_stated_it_is_told_what_the_amounts_come_to(law: Law) -> None:
    note = only(law, GUANGDONG)
    assert note.code == "energy-computed"
    assert "折当量值4548.13或4825.81吨标准煤" in note.text
    assert "等价值" not in note.text


def test_equivalent_value_is_computed_with_a_named_factor_only_and_names_it(law: Law) -> None:
    """13293800 × 0.3055 ÷ 1000 = 4061.2559; with gas 6975.58 and 7253.26."""
    note = only(law, GUANGDONG, "2020")
    assert "电力改按0.3055（电力等价，2020年）折等价值6975.58或7253.26吨标准煤" in note.text
    assert "折当量值4548.13或4825.81吨标准煤" in note.text
    assert only(law, {**GUANGDONG, EQUIVALENT: 7000}, "2020").code == "energy-agrees"
    # 4825.81 by 当量值 says nothing against 7000 by 等价值, whatever the factor.
    assert only(law, {**GUANGDONG, EQUIVALENT: 7000}).code == "energy-computed"


def test_calorific_sums_above_the_equivalent_figure_are_told_without_any_factor(law: Law) -> None:
    """等价值 is never below 当量值: 4548.13 is 51.6 % more than 3000."""
    note = only(law, {**GUANGDONG, EQUIVALENT: 3000})
    assert (note.code, note.field) == ("energy-differs", EQUIVALENT)
    assert "当量值4548.13吨标准煤（年用天然气量按1.2143（天然气）），折算值比填报值高51.6%" in note.text


@pytest.mark.parametrize(
    ("stated", "code"), [(1000, "energy-agrees"), (952.4, "energy-agrees"), (952.3, "energy-differs")]
)
def test_five_per_cent_of_the_stated_figure_is_still_agreement(law: Law, stated: float, code: str) -> None:
    """1000 吨 of coke are 971.4; 1029.4 吨 by 0.9714 are 999.96: 5 % above 952.4 is 1000.02, above 952.3 999.915."""
    assert only(law, {**CLINKER, "coke_t": 1029.4, CALORIFIC: stated}).code == code


def test_a_figure_above_the_sum_may_come_from_what_is_blank(law: Law) -> None:
    note = only(law, {**CLINKER, "electricity_kwh": 1e7, CALORIFIC: 50000})
    assert note.code == "energy-differs"
    assert "当量值1229吨标准煤，折算值比填报值低97.54%，差额可能来自未填的能源（年煤炭消费量（实物量）、" in note.text
    assert "年用电量、" not in note.text


def test_a_figure_below_the_sum_is_asked_about(law: Law) -> None:
    note = only(law, {**CLINKER, "electricity_kwh": 1e8, CALORIFIC: 5000})
    assert (note.code, "请核对数量和单位" in note.text, "差额" in note.text) == ("energy-differs", True, False)


@pytest.mark.parametrize("activity", ["coking", "refining", "coal_power", "methanol", ["coking", "lime"], None])
def test_inputs_of_a_project_that_may_turn_energy_into_energy_are_no_consumption(law: Law, activity: Any) -> None:
    note = only(law, {**CLINKER, "activity": activity, "coal_t": 1600000, CALORIFIC: 150000})
    assert note.code == "energy-computed"
    assert "投入折标不等于综合能源消费量，不作比较" in note.text
    less = only(law, {**CLINKER, "activity": activity, "coal_t": 1000, CALORIFIC: 150000})
    assert less.code == "energy-differs"


def test_a_figure_of_unstated_basis_may_be_either(law: Law) -> None:
    """1亿千瓦时 is 12290 by 当量值 and 30550 by 等价值."""
    power: Stated = {**CLINKER, "electricity_kwh": 1e8}
    assert "与折算的当量值12290吨" in only(law, {**power, UNSTATED: 12000}).text
    assert only(law, {**power, UNSTATED: 30000}).code == "energy-computed"
    assert "与折算的等价值30550吨" in only(law, {**power, UNSTATED: 30000}, "2020").text
    assert only(law, {**power, UNSTATED: 5000}).code == "energy-differs"


def test_each_stated_figure_is_compared_by_itself(law: Law) -> None:
    both = notes(law, {**CLINKER, "electricity_kwh": 1e8, CALORIFIC: 12290, EQUIVALENT: 50000}, "2020")
    assert [(note.field, note.code) for note in both] == [(CALORIFIC, "energy-agrees"), (EQUIVALENT, "energy-differs")]
    assert "折算值与填报值一致" in both[0].text


def test_intervals_agree_where_they_overlap(law: Law) -> None:
    """0.9714 × [1000, 2000] is [971.4, 1942.8]."""
    coke: Stated = {**CLINKER, "coke_t": (1000, 2000)}
    assert "一致" in only(law, {**coke, CALORIFIC: (1900, 3000)}).text
    assert only(law, {**coke, CALORIFIC: (3000, 4000)}).code == "energy-differs"
    assert "折当量值971.4—1942.8吨标准煤" in only(law, coke).text
    assert "折当量值不低于971.4吨标准煤" in only(law, {**CLINKER, "coke_t": (1000, float("inf"))}).text


def test_of_many_combinations_the_least_and_the_greatest_are_shown(law: Law) -> None:
    """Six kinds of coal by two of gas: 285 + 1214.3 to 900 + 1330."""
    text = only(law, {**CLINKER, "coal_t": 1000, "gas_m3": 1e6}).text
    assert "折当量值1499.3—2230吨标准煤（12种系数组合）" in text
    assert all(name in text for name in ("原煤", "洗精煤", "其他洗煤", "洗中煤", "煤泥", "型煤"))


def test_blank_is_not_zero_and_a_stated_nothing_is(law: Law) -> None:
    assert notes(law, {**CLINKER, CALORIFIC: 5000}) == []
    assert "折当量值0吨标准煤" in only(law, {**CLINKER, "coke_t": 0}).text
    assert only(law, {**CLINKER, "electricity_kwh": 1e6, CALORIFIC: 0}).code == "energy-differs"


def test_nothing_is_computed_where_the_law_has_no_such_tables(law: Law) -> None:
    bare = {name: rows for name, rows in law.catalogs.tables.items() if not name.startswith("energy-factors")}
    catalogs = type(law.catalogs)(bare, law.catalogs.places, law.catalogs.sources)
    assert energy_notes(facts_of(law, [GUANGDONG]), catalogs) == []


AMOUNTS = st.one_of(
    st.none(),
    st.integers(0, 10**6),
    st.decimals(0, 10**6, places=2).map(float),
    st.tuples(st.integers(0, 1000), st.integers(1000, 5000)),
)
ROWS = st.fixed_dictionaries(
    {
        **dict.fromkeys(KINDS, AMOUNTS),
        CALORIFIC: st.one_of(st.none(), st.integers(1, 10**6), st.tuples(st.integers(1, 900), st.integers(900, 10**5))),
        "activity": st.sampled_from(["cement_clinker", "coking", ["lime", "coking"]]),
    }
)


def ends(value: Any) -> tuple[Fraction, Fraction]:
    low, high = value if isinstance(value, tuple) else (value, value)
    return Fraction(str(low)), Fraction(str(high))


@settings(max_examples=150)
@given(ROWS)
def test_the_code_is_what_the_nearest_of_all_combinations_says(row: dict[str, Any]) -> None:
    amounts = {name: ends(row[name]) for name in KINDS if row[name] is not None}
    found = notes(load_law(), {name: value for name, value in row.items() if value is not None})
    if not amounts:
        assert found == []
        return
    (note,) = found
    if row[CALORIFIC] is None:
        assert note.code == "energy-computed"
        return
    off = min((distance(each, ends(row[CALORIFIC])) for each in sums(amounts)), key=abs)
    turns = row["activity"] != "cement_clinker"
    expected = "energy-agrees" if abs(off) <= Fraction(1, 20) else "energy-differs"
    assert note.code == ("energy-computed" if off > Fraction(1, 20) and turns else expected)


@settings(max_examples=40)
@given(st.lists(ROWS, min_size=1, max_size=5), st.randoms())
def test_a_row_says_the_same_whatever_stands_beside_it(rows: list[dict[str, Any]], random: Any) -> None:
    law = load_law()
    shuffled = random.sample(rows, len(rows))
    alone = [[(n.field, n.code, n.text) for n in notes(law, row)] for row in shuffled]
    together = energy_notes(facts_of(law, shuffled), law.catalogs)
    assert [[(n.field, n.code, n.text) for n in together if n.row == at] for at in range(len(rows))] == alone


def test_a_sum_is_never_a_fact(law: Law) -> None:
    facts = facts_of(law, [GUANGDONG])
    energy_notes(facts, law.catalogs, "2020")
    assert not facts.span(CALORIFIC).stated[0]
    assert not facts.span(EQUIVALENT).stated[0]
