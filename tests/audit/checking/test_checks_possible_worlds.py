"""A condition holds in some possible world exactly if some project has figures that do not contradict each other.

The oracle tries every project: each quantity on, just below and just above each threshold, with the bounds between
quantities written out by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import inf, nextafter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from oracle.random_rulebooks import conditions
from oracle.worlds import World, holds

from lianggao.audit.checking.possible import satisfiable
from lianggao.rulebook import Law
from lianggao.tables import Above, All, AtLeast, ChoiceAxis, Condition, Member, Not, QuantityAxis

EQUIVALENT, CALORIFIC = "energy_equivalent_tce", "energy_calorific_tce"
ADDED_EQUIVALENT, ADDED_CALORIFIC = "added_energy_equivalent_tce", "added_energy_calorific_tce"
QUANTITIES = (EQUIVALENT, CALORIFIC, ADDED_EQUIVALENT, ADDED_CALORIFIC)
THRESHOLDS = (0.0, 10.0, 50.0)
NUMBERS = sorted({n for t in THRESHOLDS for n in (t, nextafter(t, inf))} | {9.0, 49.0})
CHOICES = {
    "construction_nature": ("new_build", "expansion"),
    "activity": ("coking", "coal_power"),
    "gate:catalog": ("class_1", "not_listed"),
}
OUTCOMES = {"catalog": frozenset({"class_1", "not_listed"})}
AXES = (*(QuantityAxis(name, "energy") for name in QUANTITIES), *(ChoiceAxis(n, d) for n, d in CHOICES.items()))


def consistent(w: dict[str, float | str]) -> bool:
    """等价值不低于当量值（可能对外供电、供热的除外）；部分不大于总量；新建项目新增的就是全部。"""
    may_sell = w["activity"] == "coal_power"
    new = w["construction_nature"] == "new_build"
    return (
        w[ADDED_EQUIVALENT] <= w[EQUIVALENT]  # type: ignore[operator]
        and w[ADDED_CALORIFIC] <= w[CALORIFIC]  # type: ignore[operator]
        and (may_sell or (w[CALORIFIC] <= w[EQUIVALENT] and w[ADDED_CALORIFIC] <= w[ADDED_EQUIVALENT]))  # type: ignore[operator]
        and (not new or (w[EQUIVALENT] == w[ADDED_EQUIVALENT] and w[CALORIFIC] == w[ADDED_CALORIFIC]))
    )


def projects() -> Iterator[World]:
    for values in product(*[NUMBERS] * 4, *CHOICES.values()):
        project = dict(zip((*QUANTITIES, *CHOICES), values, strict=True))
        if consistent(project):
            yield project


PROJECTS = list(projects())


def between(axis: str, low: float, high: float) -> Condition:
    return All((AtLeast(axis, low), Not(AtLeast(axis, high))))


@settings(max_examples=60)
@given(st.lists(conditions(AXES, THRESHOLDS), min_size=1, max_size=3).map(lambda parts: All(tuple(parts))))
@example(All((Member("activity", frozenset({"coking"})), AtLeast(ADDED_CALORIFIC, 50.0), Not(Above(EQUIVALENT, 10.0)))))
@example(All((AtLeast(ADDED_CALORIFIC, 50.0), Not(Above(EQUIVALENT, 10.0)))))
@example(
    All(
        (
            Member("construction_nature", frozenset({"new_build"})),
            AtLeast(CALORIFIC, 50.0),
            Not(AtLeast(ADDED_CALORIFIC, 10.0)),
        )
    )
)
@example(Not(AtLeast(EQUIVALENT, 0.0)))
@example(
    All((between(CALORIFIC, 10.0, 50.0), between(EQUIVALENT, 10.0, 50.0), Member("activity", frozenset({"coking"}))))
)
def test_possible_is_what_some_project_is(law: Law, condition: Condition) -> None:
    strangers = Member("activity", frozenset(law.vocabulary["activity"].values) - set(CHOICES["activity"]))
    others = Member("construction_nature", frozenset({"reconstruction", "technical_retrofit", "relocation"}))
    within = All((condition, Not(strangers), Not(others)))
    assert satisfiable(within, law, OUTCOMES) == any(holds(condition, project) for project in PROJECTS)


@pytest.mark.parametrize(("outcome", "expected"), [("class_1", True), ("class_2", False), ("not_applicable", False)])
def test_an_outcome_that_a_gate_never_has_is_impossible(law: Law, outcome: str, expected: bool) -> None:
    assert satisfiable(Member("gate:catalog", frozenset({outcome})), law, OUTCOMES) is expected
