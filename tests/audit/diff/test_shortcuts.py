"""What is not looked at in a comparison is the same: gates called equal unseen, and moves taken over from other days.

Both are held against every possible world, and against a comparison of that day alone. Nor are gates cut by what others
tell apart, or cut at all to see that they are small enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pytest
from law_edits import CLASS_TWO, MIXED, random_edits
from oracle.areas import regions
from oracle.copies import Edits, edited

from lianggao.audit.diff import Move, PeriodDiff, diff_laws, diff_rulebooks
from lianggao.audit.diff.gates import compare
from lianggao.audit.worlds import Stage
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.compile import finest_cuts
from lianggao.rulebook.force import IN_FORCE
from lianggao.tables import ChoiceAxis, Regions

EDITS: dict[str, Edits] = {
    "a threshold": {CLASS_TWO: [("at_least: 10000", "at_least: 12000")]},
    "reviews": MIXED["reviews, precedence and a gate's reach"],
    "at random": random_edits(3),
}
DAYS = ("2022-06-30", "2023-07-01", "2026-06-30")
"""Days before, while and after it can't be told which catalog is in force."""


def says_the_same(stage: Stage) -> bool:
    """Return whether both rulebooks say the same in every possible world, outcome by outcome and rule by rule."""
    names = {name for each in stage.clauses for name in each}
    held = ((stage.holds(book, name) for book in (0, 1)) for name in names)
    pairs = [*held, *([stage.outcome] if stage.outcome else [])]
    return all(np.array_equal(before[stage.possible], after[stage.possible]) for before, after in pairs)


@pytest.mark.parametrize("name", EDITS)
def test_gates_called_equal_unseen_say_the_same_in_every_world(law: Law, tmp_path: Path, name: str) -> None:
    changed = load_law(edited(tmp_path, EDITS[name]))
    found = compare(*(load_rulebook("2023-07-01", one) for one in (law, changed)))
    unseen = [gate for gate, moves in found.moves.items() if moves.worlds is None]
    seen = [gate for gate in found.moves if gate not in unseen and found.moves[gate].moved]
    assert len(unseen) > 50
    assert all(says_the_same(found.stages[gate].decide(gate)) for gate in unseen)
    assert all(says_the_same(found.stages[gate].follow(gate)) for gate in unseen)
    # The measure tells what is not the same, too.
    stages = [stage for gate in seen for stage in (found.stages[gate].decide(gate), found.stages[gate].follow(gate))]
    assert seen
    assert not all(says_the_same(stage) for stage in stages)


@pytest.mark.parametrize("name", EDITS)
def test_moves_taken_over_from_other_days_are_those_of_the_day(law: Law, tmp_path: Path, name: str) -> None:
    changed = load_law(edited(tmp_path, EDITS[name]))
    periods = diff_laws(law, changed).periods
    for day in DAYS:
        (period,) = (one for one in periods if one.first <= day <= (one.last or "9999"))
        (alone,) = diff_rulebooks(*(load_rulebook(day, one) for one in (law, changed))).periods
        assert moves_of(alone) == moves_of(period)


@pytest.mark.parametrize("day", [*DAYS, "2021", "2023"])
def test_no_day_cuts_finer_than_the_whole_law(law: Law, day: str) -> None:
    finest = finest_cuts(law)
    regions = load_rulebook(day, law).regions
    assert all(len(cut) <= (2 if axis.startswith(IN_FORCE) else finest[axis]) for axis, cut in regions.items())


@pytest.mark.parametrize("gate", ["catalog", "action_plan"])
def test_gates_by_themselves_are_cut_where_their_own_conditions_cut(law: Law, gate: str) -> None:
    book = load_rulebook("2023-07-01", law)
    few = book.only({gate, *book.said[gate].waits})
    assert set(few.regions) < set(book.regions)
    assert all(within(book.regions[axis], cut) for axis, cut in few.regions.items())
    for tables in few.gates:
        every = [tables.decide, next(each.decide for each in book.gates if each.gate.id == tables.gate.id)]
        assert every[0].axes == every[1].axes
        assert np.array_equal(
            every[0].outcome[np.ix_(*places(every[0].axes, few.regions, book.regions))], every[1].outcome
        )


def within(finer: Regions, coarser: Regions) -> bool:
    """Return whether every cut of one is a cut of the other."""
    if isinstance(finer.axis, ChoiceAxis):
        return len(set(zip(finer.region_of, coarser.region_of, strict=True))) == len(finer)
    return set(coarser.starts) <= set(finer.starts)


def places(axes: Iterable[str], coarser: Mapping[str, Regions], finer: Mapping[str, Regions]) -> list[list[int]]:
    """Return, per axis, the region of a coarser cut in which each region of a finer one lies."""
    return [[place(coarser[axis], finer[axis], at) for at in range(len(finer[axis]))] for axis in axes]


def place(coarser: Regions, finer: Regions, at: int) -> int:
    if isinstance(finer.axis, ChoiceAxis):
        return coarser.region_of[finer.region_of.index(at)]
    return sum(start <= finer.bounds(at)[0] for start in coarser.starts)


def moves_of(period: PeriodDiff) -> dict[str, object]:
    """Return what is told of each gate; how many worlds that is depends on what else is told apart on a day."""
    return {
        gate.gate: (gate.verdict, gate.by_way_of, {told(move): areas_of(move) for move in gate.moves})
        for gate in period.gates
        if gate.changed
    }


def told(move: Move) -> tuple[str, ...]:
    return move.kind, move.subject, move.old, move.new, move.direction


def areas_of(move: Move) -> list[object]:
    return [(regions(area.limits), regions(area.exceptions), set(area.rules)) for area in move.areas]
