"""A pair of cases for every elementary test of a field: they differ in that field alone, and the finding turns.

Where several tests share a field, the pair is chosen so that the test in question is what turns the finding: answered
the other way, it alone would do the same. At a threshold the pair is a triple: just below, on, just above.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from lianggao.audit.boundaries.amounts import just_above, just_below, plain
from lianggao.audit.boundaries.reading import Stated
from lianggao.audit.boundaries.work import Turn, Work
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import AtLeast, Member
from lianggao.tables.conditions import Test


def add_pairs(work: Work) -> None:
    """Add the pairs of all tests of fields, and keep what they share."""
    for place, test in work.leaves:
        if test.axis.startswith(GATE_AXIS):
            continue
        turn = _turn(work, place, test)
        if turn is None:
            work.omit(test)
            continue
        work.turns.append(turn)
        work.pairs.append(work.namer.test(test))
        for value in (turn.holding, turn.failing) if isinstance(test, Member) else _numbers(test):
            project = {**turn.shared, test.axis: value}
            name = work.namer.facts(project, work.usual, test.axis)
            work.drafts.add(name, work.day, project, len(work.pairs))


def _turn(work: Work, place: int, test: Test) -> Turn | None:
    for strict in (True, False):
        for passing, failing in _sides(work, test):
            for held in (True, False):
                on, off = (passing, failing) if held else (failing, passing)
                goals = [
                    work.goal(True, {test.axis: on}),
                    work.goal(False, {test.axis: off}),
                    work.goal(False, {test.axis: on}, (place, not held)),
                ]
                # Where another test or gate shares the field, both sides can't always be shown.
                goals += [work.goal(True, {test.axis: off}, (place, held))] if strict else []
                shared = work.find(*goals)
                if shared is not None:
                    return Turn(place, test, shared, on, off, held)
    return None


def _sides(work: Work, test: Test) -> Iterator[tuple[Stated, Stated]]:
    """Yield values that pass the test and values that don't, the usual ones first."""
    if isinstance(test, Member):
        values = sorted(work.values(test.axis), key=lambda value: value != work.usual.get(test.axis))
        yield from product([v for v in values if v in test.values], [v for v in values if v not in test.values])
    elif isinstance(test, AtLeast):
        if test.threshold > 0:
            yield plain(test.threshold), just_below(test.threshold)
    else:
        yield just_above(test.threshold), plain(test.threshold)


def _numbers(test: Test) -> list[Stated]:
    assert not isinstance(test, Member)
    near = (just_below(test.threshold), plain(test.threshold), just_above(test.threshold))
    return [number for number in near if number >= 0]
