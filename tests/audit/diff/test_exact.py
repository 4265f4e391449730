"""Exactly the projects within the areas move: areas are read from their data, moves worked out by the oracle.

The projects state every fact, and on these days no procedure has a doubt about a date, so that each procedure has one
outcome by each law. Requirements are held in their own tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from law_edits import MIXED, random_edits
from oracle.areas import Value, within
from oracle.consistent import consistent
from oracle.copies import Edits, edited
from oracle.written import Calendar, Situation, WrittenLaw, days_of

from lianggao.audit.diff import GateDiff, Move, diff_rulebooks
from lianggao.errors import LawError
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.requirements import is_requirement

DAYS = ("2022-12-31", "2024-06-30", "2025-10-01")


class Told:
    """What a comparison says of one gate, ready to be asked about many projects."""

    def __init__(self, gate: GateDiff) -> None:
        self.gate = gate.gate
        self.moves: dict[tuple[str, str], list[tuple[Move, list[Callable[[Mapping[str, Value]], bool]]]]] = {}
        for move in gate.moves:
            tests = [within(area) for area in move.areas]
            self.moves.setdefault((move.kind, move.subject), []).append((move, tests))

    def moved(self, kind: str, subject: str, values: Mapping[str, Value]) -> set[tuple[str, str]]:
        """Return from what to what a subject moves for a project."""
        moves = self.moves.get((kind, subject), [])
        return {(move.old, move.new) for move, tests in moves if any(test(values) for test in tests)}

    def in_words_only(self, rule: str) -> bool:
        """Return whether a rule is named without its worlds, as one that only one side has may be."""
        return any(not tests for _, tests in self.moves.get(("rule", rule), []))


def check(law: Law, written: WrittenLaw, folder: Path, projects: int, seed: int) -> int:
    """Compare the law with the one in a folder on every day; return how many moves of projects were seen."""
    new, seen = load_law(folder), 0
    sides = [written, WrittenLaw(folder)]
    drawn = consistent(sides, projects, seed)
    for day in DAYS:
        diff = diff_rulebooks(load_rulebook(day, law), load_rulebook(day, new))
        assert not diff.periods[0].not_compared
        gates = [Told(gate) for gate in diff.periods[0].gates if not is_requirement(gate.gate)]
        calendars = [calendar(side, day) for side in sides]
        for project in drawn:
            seen += check_project(gates, [Situation(calendar, project) for calendar in calendars], project)
    return seen


def calendar(law: WrittenLaw, day: str) -> Calendar:
    """Return the day, all that is dated vaguely being in force whenever it may be; here only requirements are."""
    starts = {text: days_of(period["from"])[0] for text, period in law.periods.items()}
    ends = {text: days_of(period["to"])[1] for text, period in law.periods.items() if period["to"]}
    return Calendar(law, days_of(day)[0], starts, ends)


def check_project(gates: Sequence[Told], truth: Sequence[Situation], project: Mapping[str, Any]) -> int:
    outcomes = {gate.gate: tuple(outcome(one, gate.gate) for one in truth) for gate in gates}
    values: dict[str, Value] = {name: float(v) if isinstance(v, int | float) else v for name, v in project.items()}
    values |= {f"gate:{gate}": both for gate, both in outcomes.items()}
    departments = {row["department"] for row in truth[0].calendar.law.tables["vocabulary/departments"]}
    seen = 0
    for gate in gates:
        own = [{id: r for id, r in one.calendar.law.rules.items() if r["gate"] == gate.gate} for one in truth]
        expected = {("outcome", gate.gate): outcomes[gate.gate]}
        for name in departments:
            reviews = (one.department(name, rules) for one, rules in zip(truth, own, strict=True))
            expected["department", name] = tuple(reviews)
        for id in {*own[0], *own[1]}:
            held = (id in rules and one.holds(id) for one, rules in zip(truth, own, strict=True))
            expected["rule", id] = tuple("holds" if one else "silent" for one in held)
        assert gate.moves.keys() <= expected.keys()
        for (kind, subject), (old, new) in expected.items():
            moves = outcomes[gate.gate][0] != outcomes[gate.gate][1]
            if kind == "rule" and (gate.in_words_only(subject) or (moves and decides(subject, own))):
                continue
            told = gate.moved(kind, subject, values)
            assert told == ({(old, new)} if old != new else set()), (gate.gate, kind, subject, project)
            seen += old != new
    return seen


def outcome(one: Situation, gate: str) -> str:
    return one.outcome(gate) if gate in one.calendar.law.gates else "not_applicable"


def decides(rule: str, sides: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a rule decides an outcome by either law; what it says is then told by the outcome."""
    return any("outcome" in rules[rule]["conclude"] for rules in sides if rule in rules)


@pytest.mark.parametrize(
    "name", [n if at == 0 else pytest.param(n, marks=pytest.mark.slow) for at, n in enumerate(MIXED)]
)
def test_exactly_the_projects_within_the_areas_move(law: Law, written: WrittenLaw, tmp_path: Path, name: str) -> None:
    assert check(law, written, edited(tmp_path, MIXED[name]), 150, 1) > 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(40))
def test_after_random_edits_exactly_the_projects_within_the_areas_move(
    law: Law, written: WrittenLaw, tmp_path: Path, seed: int
) -> None:
    edits: Edits = random_edits(seed)
    folder = edited(tmp_path, edits)
    try:
        load_law(folder)
    except LawError as error:
        pytest.skip(str(error).splitlines()[0])
    check(law, written, folder, 300, seed)
