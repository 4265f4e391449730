"""The promise of the tables: a lookup is sound and, within its table, exact.

Every random rulebook is compiled and asked, and plain Python tries every world that is left open. What a lookup calls
possible must be true in some of them, what it calls certain in all, and the other way round.
"""

from __future__ import annotations

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from oracle import DEEP, worlds
from oracle.random_rulebooks import OTHERWISE, Case, cases, knowledge
from oracle.worlds import Found

from lianggao.tables import Answer, Known, lookup
from lianggao.tables.merged import Merged


def ask(case: Case, rows: list[int] | None = None) -> Answer:
    projects = [case.projects[row] for row in (rows if rows is not None else range(len(case.projects)))]
    return case.table.look_up(knowledge(case.regions, projects), len(projects))


def held(case: Case) -> list[Known]:
    known = knowledge(case.regions, case.projects)
    return [known[axis] for axis in case.table.axes]


def found(case: Case, answer: Answer, row: int) -> Found:
    def named(names: tuple[str, ...], line: np.ndarray) -> frozenset[str]:
        return frozenset(name for name, on in zip(names, line, strict=True) if on)

    table = case.table
    return Found(
        named(table.outcomes, answer.outcomes[row]),
        named(table.clauses, answer.possible[row]),
        named(table.clauses, answer.certain[row]),
    )


def check(case: Case) -> None:
    answer = ask(case)
    for row, project in enumerate(case.projects):
        expected = worlds.answer(case.clauses, case.precedence, OTHERWISE, case.left(project))
        assert found(case, answer, row) == expected


@given(cases())
def test_possible_is_what_some_world_has_and_certain_what_all_have(case: Case) -> None:
    check(case)


@pytest.mark.slow
@DEEP
@given(cases(projects=8))
def test_the_same_on_many_more_rulebooks(case: Case) -> None:
    check(case)


@given(cases())
def test_asking_many_projects_at_once_equals_asking_each_alone(case: Case) -> None:
    together = ask(case)
    for row in range(len(case.projects)):
        assert found(case, ask(case, [row]), 0) == found(case, together, row)


@given(cases(projects=8))
def test_halving_until_it_fits_changes_nothing(case: Case) -> None:
    whole = ask(case)
    with patch.object(lookup, "_LIMIT", 1), patch.object(lookup, "_halved", wraps=lookup._halved) as halved:
        parts = ask(case)
    several = any(len(known.sets) > 1 for known in case.table.merged.known(held(case)))
    assert halved.called == several
    for name in ("outcomes", "possible", "certain"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))


def test_halving_copes_with_sets_that_no_project_has() -> None:
    planes = np.array([[True, False, False], [False, True, True]])
    known = Known(np.eye(3, dtype=bool), np.array([2, 2]))
    with patch.object(lookup, "_LIMIT", 1):
        assert Merged.of(planes).joined([known], 2).tolist() == [[False, True], [False, True]]


def test_a_list_without_projects_gets_no_answers() -> None:
    planes = np.ones((2, 3), dtype=bool)
    empty = Known.of_rows(np.zeros((0, 3), dtype=bool))
    assert Merged.of(planes).joined([empty], 0).shape == (0, 2)


@given(cases())
def test_knowing_more_never_makes_more_possible_nor_less_certain(case: Case) -> None:
    """Soundness of asking: an answer to a question can only narrow what was said before it."""
    whole = ask(case)
    for row, project in enumerate(case.projects):
        narrower = {axis: values[:1] for axis, values in project.items()}
        more = case.table.look_up(knowledge(case.regions, [narrower]), 1)
        assert not (more.outcomes[0] & ~whole.outcomes[row]).any()
        assert not (more.possible[0] & ~whole.possible[row]).any()
        assert not (whole.certain[row] & ~more.certain[0]).any()
