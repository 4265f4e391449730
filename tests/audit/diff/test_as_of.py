"""The shipped law on two dates: what the catalog of 2023 leaves out, worked out by hand.

豫发改环资〔2023〕38号 as recalled: of the 22 items go 耐火材料, 刚玉 and 沥青防水材料; 陶瓷 is 建筑陶瓷 alone, and
铜铅锌硅冶炼 is without 再生冶炼. Class one leaves out 短流程炼钢, 钢压延加工, 耐火材料, 有色金属压延加工 and the
再生冶炼 of copper, lead and zinc, aluminium and silicon.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from edit_cases import BETWEEN, HENAN, LARGE, RETROFIT
from oracle.areas import regions

from lianggao.audit.diff import LawDiff, diff_rulebooks
from lianggao.rulebook import Law, load_rulebook

LEFT_OUT_OF_TWO = {
    "refractory_sintered",
    "corundum",
    "bitumen_membrane",
    "sanitary_ceramics",
    "other_ceramics",
    "copper_secondary",
    "leadzinc_secondary",
    "silicon_secondary",
}
LEFT_OUT_OF_ONE = {
    "steel_short",
    "steel_rolling",
    "refractory_sintered",
    "refractory_unsintered",
    "copper_secondary",
    "leadzinc_secondary",
    "aluminium_secondary",
    "silicon_secondary",
    "nonferrous_rolling",
}


@cache
def between(law: Law, old: str, new: str) -> LawDiff:
    return diff_rulebooks(load_rulebook(old, law), load_rulebook(new, law))


def catalog(diff: LawDiff) -> dict[tuple[str, str], list[tuple[dict[str, Any], dict[str, Any]]]]:
    (gate,) = (gate for gate in diff.periods[0].gates if gate.gate == "catalog")
    return {
        (move.old, move.new): [(regions(area.limits), regions(area.exceptions)) for area in move.areas]
        for move in gate.moves
        if move.kind == "outcome"
    }


def test_the_catalog_of_2023_leaves_out_items_and_industries(law: Law) -> None:
    diff = between(law, "2022-12-31", "2024-06-30")
    found = catalog(diff)
    assert diff.verdicts["catalog"] == "looser"
    assert set(found) == {("class_1", "not_listed"), ("class_2", "not_listed"), ("excluded", "not_listed")}
    one, two = {"activity": LEFT_OUT_OF_ONE, **LARGE}, {"activity": LEFT_OUT_OF_TWO, **BETWEEN}
    assert found["class_1", "not_listed"] == [({**HENAN, **one}, RETROFIT)]
    assert found["class_2", "not_listed"] == [({**HENAN, **two}, RETROFIT)]
    excluded = found["excluded", "not_listed"]
    assert all(limits.items() >= {**HENAN, **RETROFIT}.items() and not out for limits, out in excluded)
    told = {(item, limits["energy_equivalent_tce"]) for limits, _ in excluded for item in limits["activity"]}
    both = LEFT_OUT_OF_ONE & LEFT_OUT_OF_TWO
    whole = {(item, "[10000, )") for item in both}
    assert told - {pair for pair in told if pair[0] in both} == {
        *((item, "[50000, )") for item in LEFT_OUT_OF_ONE - both),
        *((item, "[10000, 50000)") for item in LEFT_OUT_OF_TWO - both),
    }
    assert whole <= told or {(item, r) for item in both for r in ("[10000, 50000)", "[50000, )")} <= told


def test_the_way_back_is_stricter_in_the_same_worlds(law: Law) -> None:
    forth, back = between(law, "2022-12-31", "2024-06-30"), between(law, "2024-06-30", "2022-12-31")
    assert (forth.verdicts["catalog"], back.verdicts["catalog"]) == ("looser", "stricter")
    assert catalog(forth) == {(new, old): areas for (old, new), areas in catalog(back).items()}


def test_while_the_first_day_of_the_new_catalog_is_unknown_both_are_told_apart_by_it(law: Law) -> None:
    found = catalog(between(law, "2022-12-31", "2023-07-01"))
    for limits, _ in (area for areas in found.values() for area in areas):
        assert limits["in_force:henan-catalog-2023@1"] == {"yes"}


@pytest.mark.slow
def test_before_any_catalog_nothing_applies(law: Law) -> None:
    diff = between(law, "2021-06-01", "2022-12-31")
    assert {old for old, _ in catalog(diff)} == {"not_applicable"}
    assert diff.verdicts["catalog"] == "stricter"


@pytest.mark.parametrize(
    "days", [("2022-06-30", "2022-06-30"), ("2026-01-01", "2026-06-30"), ("2026-01-01", "2030-01-01")]
)
def test_two_days_of_one_period_are_equal(law: Law, days: tuple[str, str]) -> None:
    diff = between(law, *days)
    assert diff.same
    assert set(diff.verdicts.values()) == {"equal"}


@pytest.mark.slow
def test_the_line_of_the_energy_review_moves_from_5_000_to_10_000(law: Law) -> None:
    diff = between(law, "2023-05-31", "2023-06-01")
    (gate,) = (gate for gate in diff.periods[0].gates if gate.gate == "energy_review")
    (move,) = (move for move in gate.moves if (move.old, move.new) == ("provincial", "municipal"))
    assert move.direction == "looser"
    told = {
        value for area in move.areas for limit, value in regions(area.limits).items() if limit == "energy_calorific_tce"
    }
    assert "[5000, 10000)" in told
