"""The catalog's energy lines, worked by hand: which figure is compared, by which basis, and what is counted.

附件1 prints class 1 as 5万吨标准煤及以上 and class 2 as 1-5万吨标准煤, both 等价值; a new project counts what it adds,
an expansion its designed total after the change.
"""

from __future__ import annotations

from typing import Any

import pytest
from building import BASE, CLINKER, ELSEWHERE, Stated, outcomes, screen_one

from lianggao.rulebook import Law

OPEN = {"class_1", "class_2", "not_listed"}


def energy(equivalent: Any) -> Stated:
    return {**CLINKER, "energy_equivalent_tce": equivalent}


@pytest.mark.parametrize(
    ("equivalent", "expected"),
    [
        (9999.99, {"not_listed"}),
        (10000, {"class_2"}),
        (49999.99, {"class_2"}),
        (50000, {"class_1"}),
        (0, {"not_listed"}),
        ((48000, 52000), {"class_1", "class_2"}),
        ((50000, 52000), {"class_1"}),
        ((48000, 50000), {"class_1", "class_2"}),
        ((9000, 60000), OPEN),
        ((0, 9999.99), {"not_listed"}),
    ],
)
def test_the_lines_include_their_lower_end_and_an_interval_is_read_as_all_its_numbers(
    law: Law, equivalent: Any, expected: set[str]
) -> None:
    assert outcomes(screen_one(law, energy(equivalent))) == expected


def test_an_interval_across_the_line_is_undetermined(law: Law) -> None:
    result = screen_one(law, energy((48000, 52000)))
    assert result.determination == "undetermined"
    assert result.gate("catalog").label == "需补充信息"


def test_a_blank_is_not_zero(law: Law) -> None:
    assert outcomes(screen_one(law, CLINKER)) == OPEN


def test_the_calorific_figure_alone_settles_class_1_since_the_equivalent_one_is_never_below_it(law: Law) -> None:
    assert screen_one(law, {**CLINKER, "energy_calorific_tce": 52000}).determination == "class_1"


def test_the_calorific_figure_alone_says_nothing_of_a_power_plant_which_may_sell_power(law: Law) -> None:
    plant = {**BASE, "activity": "coal_power", "energy_calorific_tce": 52000}
    assert outcomes(screen_one(law, plant)) == OPEN


def test_nor_where_the_activity_may_turn_out_to_be_a_power_plant(law: Law) -> None:
    either = {**BASE, "activity": ["coal_power", "cement_clinker"], "energy_calorific_tce": 52000}
    assert outcomes(screen_one(law, either)) == OPEN


def test_a_low_calorific_figure_never_makes_the_equivalent_one_low(law: Law) -> None:
    assert outcomes(screen_one(law, {**CLINKER, "energy_calorific_tce": 8661.09})) == OPEN


def test_a_figure_without_basis_counts_as_no_more_than_the_lesser_of_the_two(law: Law) -> None:
    """It may be 当量值, so it bounds 等价值 from below; it is never taken for it."""
    assert outcomes(screen_one(law, {**CLINKER, "energy_unstated_tce": 52000})) == {"class_1"}
    assert outcomes(screen_one(law, {**CLINKER, "energy_unstated_tce": 20000})) == {"class_1", "class_2"}


def test_the_catalog_goes_by_the_equivalent_figure_and_the_action_plan_waits_for_its_basis(law: Law) -> None:
    both = {**CLINKER, "energy_calorific_tce": 8661.09, "energy_equivalent_tce": 12533.05}
    result = screen_one(law, both)
    assert result.determination == "class_2"
    assert outcomes(result, "action_plan") == {"priority", "outside"}
    (asked,) = [fact for fact in result.missing if fact.gate == "action_plan"]
    assert (asked.field, asked.kind, asked.gain) == ("reading_action_plan_basis", "open_question", 1.0)
    assert {(e.answer, e.outcomes) for e in asked.effects} == {("等价值", ("priority",)), ("当量值", ("outside",))}
    for basis, expected in (("equivalent", "priority"), ("calorific", "outside")):
        told = screen_one(law, {**both, "reading_action_plan_basis": basis})
        assert told.gate("action_plan").outcome == expected


@pytest.mark.parametrize(
    ("added", "total", "expected"),
    [
        (8000, 60000, {"class_1"}),  # the total is counted, not the increment
        (8000, 9000, {"not_listed"}),
        (60000, None, {"class_1"}),  # the part never exceeds the total
        (20000, None, {"class_1", "class_2"}),
        (8000, None, OPEN),
    ],
)
def test_an_expansion_counts_its_total_after_the_change(
    law: Law, added: float, total: float | None, expected: set[str]
) -> None:
    stated = {**CLINKER, "construction_nature": "expansion", "added_energy_equivalent_tce": added}
    result = screen_one(law, stated if total is None else {**stated, "energy_equivalent_tce": total})
    assert outcomes(result) == expected


def test_what_a_new_project_adds_is_all_it_uses(law: Law) -> None:
    assert screen_one(law, {**CLINKER, "added_energy_equivalent_tce": 20000}).determination == "class_2"
    either = {**CLINKER, "construction_nature": ["new_build", "expansion"], "added_energy_equivalent_tce": 20000}
    assert outcomes(screen_one(law, either)) == {"class_1", "class_2"}


def test_class_2_asks_for_an_item_and_class_1_only_for_an_industry(law: Law) -> None:
    chemical = {**BASE, "activity": "other_chemical"}
    assert screen_one(law, {**chemical, "energy_equivalent_tce": 20000}).determination == "not_listed"
    assert screen_one(law, {**chemical, "energy_equivalent_tce": 50000}).determination == "class_1"
    assert screen_one(law, {**BASE, "activity": "other", "energy_equivalent_tce": 500000}).determination == "not_listed"


def test_outside_henan_the_catalog_does_not_apply_and_an_unknown_place_leaves_that_open(law: Law) -> None:
    stated = energy(60000)
    assert screen_one(law, {**stated, "county": ELSEWHERE}).determination == "not_applicable"
    blank = {name: value for name, value in stated.items() if name != "county"}
    assert outcomes(screen_one(law, blank)) == {"class_1", "not_applicable"}
