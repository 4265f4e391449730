"""Quantities that bound each other, worked by hand, and figures that contradict each other.

等价值 is never below 当量值 unless power or heat may be sold; a part is never above its total; what a new project adds
is all it uses. A contradiction is never resolved in favour of one figure.
"""

from __future__ import annotations

from math import inf
from typing import Any

import pytest
from building import BASE, CLINKER, Stated, facts_of, outcomes, screen_one

from lianggao.facts import Facts
from lianggao.rulebook import Law
from lianggao.screening.narrowing import narrow

OPEN = {"class_1", "class_2", "not_listed"}
EXPANSION: Stated = {**CLINKER, "construction_nature": "expansion"}


def narrowed(law: Law, stated: Stated) -> Facts:
    return narrow(facts_of(law, [stated]), law.vocabulary)


def span(facts: Facts, field: str) -> tuple[float, float]:
    found = facts.span(field)
    return float(found.low[0]), float(found.high[0])


@pytest.mark.parametrize(
    ("stated", "field", "expected"),
    [
        ({"energy_calorific_tce": 8000}, "energy_equivalent_tce", (8000, inf)),
        ({"energy_equivalent_tce": 8000}, "energy_calorific_tce", (0, 8000)),
        ({"energy_calorific_tce": (7000, 9000)}, "energy_equivalent_tce", (7000, inf)),
        ({"energy_equivalent_tce": 9000, "energy_calorific_tce": (7000, 12000)}, "energy_calorific_tce", (7000, 9000)),
        ({"energy_unstated_tce": 8000}, "energy_equivalent_tce", (8000, inf)),
        ({"energy_unstated_tce": 8000}, "energy_calorific_tce", (0, 8000)),
        ({"added_energy_calorific_tce": 8000}, "energy_equivalent_tce", (8000, inf)),
        ({"added_energy_equivalent_tce": 8000}, "energy_equivalent_tce", (8000, inf)),
        ({"energy_equivalent_tce": 8000}, "added_energy_calorific_tce", (0, 8000)),
        ({"added_energy_equivalent_tce": 8000}, "energy_calorific_tce", (0, inf)),
    ],
)
def test_one_figure_bounds_another(law: Law, stated: Stated, field: str, expected: tuple[float, float]) -> None:
    assert span(narrowed(law, {**EXPANSION, **stated}), field) == expected


@pytest.mark.parametrize("basis", ["equivalent", "calorific"])
def test_a_new_project_adds_what_it_uses_and_no_other_kind_does(law: Law, basis: str) -> None:
    part, whole = f"added_energy_{basis}_tce", f"energy_{basis}_tce"
    assert span(narrowed(law, {**CLINKER, part: 8000}), whole) == (8000, 8000)
    assert span(narrowed(law, {**CLINKER, whole: 8000}), part) == (8000, 8000)
    assert span(narrowed(law, {**EXPANSION, whole: 8000}), part) == (0, 8000)
    open_kind = {**CLINKER, "construction_nature": ["new_build", "expansion"]}
    assert span(narrowed(law, {**open_kind, part: 8000}), whole) == (8000, inf)


def test_a_project_that_may_sell_power_is_not_bound_by_the_other_basis(law: Law) -> None:
    for activity in ("coal_power", "heat_supply", ["coal_power", "coking"]):
        facts = narrowed(law, {**BASE, "activity": activity, "energy_calorific_tce": 8000})
        assert span(facts, "energy_equivalent_tce") == (0, inf)
    blank = {name: value for name, value in CLINKER.items() if name != "activity"}
    assert span(narrowed(law, {**blank, "energy_calorific_tce": 8000}), "energy_equivalent_tce") == (0, inf)


def test_bounds_are_drawn_until_nothing_changes(law: Law) -> None:
    """A new project's added 当量值 is its 当量值, which is no more than its 等价值, which is its added 等价值."""
    facts = narrowed(law, {**CLINKER, "added_energy_calorific_tce": 8000, "added_energy_equivalent_tce": (5000, 9000)})
    assert span(facts, "energy_calorific_tce") == (8000, 8000)
    assert span(facts, "energy_equivalent_tce") == span(facts, "added_energy_equivalent_tce") == (8000, 9000)


CONTRADICTIONS: tuple[dict[str, Any], ...] = (
    {"energy_equivalent_tce": 10000, "energy_calorific_tce": 20000},
    {"energy_equivalent_tce": (9000, 10000), "energy_calorific_tce": (10001, 20000)},
    {"energy_equivalent_tce": 10000, "added_energy_equivalent_tce": 20000},
    {"energy_equivalent_tce": 10000, "energy_unstated_tce": 20000},
)


@pytest.mark.parametrize("figures", CONTRADICTIONS)
def test_figures_that_contradict_each_other_are_both_dropped_with_a_note(law: Law, figures: Stated) -> None:
    result = screen_one(law, {**EXPANSION, **figures})
    assert outcomes(result) == OPEN
    (note,) = [note for note in result.data_notes if note.text.endswith("互相矛盾，均未采用")]
    assert all(law.vocabulary[field].label in note.text for field in figures)


def test_the_same_figures_are_no_contradiction_for_a_power_plant(law: Law) -> None:
    result = screen_one(law, {**BASE, "activity": "coal_power", **CONTRADICTIONS[0]})
    assert (result.determination, result.data_notes) == ("class_2", ())


def test_equal_figures_are_no_contradiction(law: Law) -> None:
    result = screen_one(law, {**CLINKER, "energy_equivalent_tce": 10000, "energy_calorific_tce": 10000})
    assert (result.determination, result.data_notes) == ("class_2", ())


def test_a_contradiction_leaves_the_other_facts_standing(law: Law) -> None:
    result = screen_one(law, {**CLINKER, **CONTRADICTIONS[0], "electricity_kwh": 6e6})
    assert outcomes(result, "energy_review") == {"municipal", "provincial"}
    assert result.gate("national").outcome == "in_scope"
