"""Which missing facts matter, against plain Python: fix one axis to each answer in turn and see what is left.

A fact has gain exactly where some answer narrows the outcomes; facts matter together exactly where two open worlds
that differ in one of them alone differ in their outcome.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from oracle import DEEP, worlds
from oracle.random_rulebooks import OTHERWISE, Case, cases, knowledge, region_of
from oracle.worlds import Open, Value

from lianggao.screening.missing import facts_together, slices_of
from lianggao.tables import Regions


def outcomes(case: Case, left: Open) -> set[str]:
    return set(worlds.answer(case.clauses, case.precedence, OTHERWISE, left).outcomes)


def by_region(regions: Regions, values: tuple[Value, ...]) -> dict[int, list[Value]]:
    found: dict[int, list[Value]] = {}
    for value in values:
        found.setdefault(region_of(regions, value), []).append(value)
    return found


def check_slices(case: Case) -> None:
    table, known = case.table, knowledge(case.regions, case.projects)
    answer = table.look_up(known, len(case.projects))
    slices = {s.axis: s for s in slices_of(table, known, answer.outcomes)}
    for row, project in enumerate(case.projects):
        left = case.left(project)
        now = outcomes(case, left)
        for axis in table.axes:
            answers = by_region(case.regions[axis], tuple(left[axis]))
            if axis not in slices:
                assert len(answers) == 1
                continue
            found, narrows = slices[axis], False
            assert set(np.flatnonzero(found.open[row])) == set(answers)
            for region, values in answers.items():
                expected = outcomes(case, {**left, axis: values})
                told = {name for name, on in zip(table.outcomes, found.leaves[row, region], strict=True) if on}
                assert told == expected
                narrows |= expected < now
            assert (found.gain[row] > 0) == narrows
            settled = len(now) > 1 and all(found.leaves[row, region].sum() == 1 for region in answers)
            assert (found.gain[row] == 1) == settled


def check_together(case: Case) -> None:
    table, known = case.table, knowledge(case.regions, case.projects)
    together = facts_together(table, known, np.arange(len(case.projects)))
    for row, project in enumerate(case.projects):
        left = case.left(project)
        for axis in table.axes:
            rest = worlds.worlds({**left, axis: left[axis][:1]})
            matters = any(len(outcomes(case, {**_pinned(world), axis: left[axis]})) > 1 for world in rest)
            assert bool(together[axis][row]) == matters


def _pinned(world: dict[str, Value]) -> dict[str, tuple[Value, ...]]:
    return {axis: (value,) for axis, value in world.items()}


@given(cases(projects=3))
def test_every_answer_leaves_what_the_worlds_with_that_answer_have(case: Case) -> None:
    check_slices(case)


@given(cases(projects=2))
def test_facts_matter_together_where_one_alone_can_turn_the_outcome(case: Case) -> None:
    check_together(case)


@pytest.mark.slow
@DEEP
@given(cases(projects=4))
def test_the_same_on_many_more_rulebooks(case: Case) -> None:
    check_slices(case)
    check_together(case)
