"""Hand-made edits: the verdict of every gate, the exact region, the rules responsible, the days, and the examples.

What is expected of each stands in `edit_cases`. Every example is put through screening under both laws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from edit_cases import CASES, Case, Moved
from oracle.areas import regions
from oracle.copies import edited

from lianggao import Project, ProjectScreening, screen
from lianggao.audit.diff import GateDiff, LawDiff, Move, PeriodDiff, diff_laws, diff_rulebooks
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.requirements import is_requirement

ON_ALL_DAYS = (
    "a rule gets a period of its own",
    "a rule gets a last day of its own",
    "the catalog begins earlier",
)
"""Compared on every date in the ordinary run too; the others are there on a day, and on every date in the slow one."""

HEAVY = (
    "class two begins above 10 000",
    "the catalog of 2023 no longer supersedes",
    "class two begins at 8 000",
    "an industry is dropped",
    "an item is added",
    "the carve-out is dropped from class one",
    "departments become possible",
    "a gate applies in another city as well",
    "a document applies outside Henan as well",
    "a contract is sure to be reviewed",
    "a gate is deleted",
    "the catalog begins later",
)
"""Compared in the slow run alone."""

Changed = Callable[[Case], Law]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    return lambda case: load_law(edited(tmp_path, case.edits))


def verdicts(diff: LawDiff) -> dict[str, str]:
    return {gate: verdict for gate, verdict in diff.verdicts.items() if verdict != "equal"}


def find(gates: tuple[GateDiff, ...], moved: Moved) -> Move:
    (gate,) = (gate for gate in gates if gate.gate == moved.gate)
    key = (moved.kind, moved.subject or moved.gate, moved.old, moved.new)
    (move,) = (m for m in gate.moves if (m.kind, m.subject, m.old, m.new) == key)
    return move


def check_moves(case: Case, gates: tuple[GateDiff, ...]) -> None:
    for moved in case.moves:
        move = find(gates, moved)
        assert move.direction == moved.direction
        told = [(regions(area.limits), regions(area.exceptions), set(area.rules)) for area in move.areas]
        expected = [(dict(area.limits), dict(area.exceptions), set(area.rules)) for area in moved.areas]
        assert len(told) == len(expected), told
        assert all(one in told for one in expected), told


def check_examples(gates: tuple[GateDiff, ...], laws: tuple[Law, Law], day: str) -> None:
    """Put every example through both laws; on a day without doubts it shows exactly the move."""
    shown = [(gate.gate, move, area) for gate in gates for move in gate.moves for area in move.areas]
    assert shown
    given = [Project.model_validate(area.example.facts) for _, _, area in shown if area.example]
    old, new = (screen(given, as_of=day, law=law) for law in laws)
    for row, (gate, move, area) in enumerate(shown, start=1):
        assert area.example is not None
        assert (area.example.old, area.example.new) == ((move.old,), (move.new,)), area.text
        assert what(move, gate, laws[0], old.project(row)) == area.example.old, area.text
        assert what(move, gate, laws[1], new.project(row)) == area.example.new, area.text


def what(move: Move, gate: str, law: Law, said: ProjectScreening) -> tuple[str, ...]:
    """Return what screening says of a move's subject: an outcome, or whether rules hold and whom they ask for."""
    if move.kind == "outcome":
        return outcomes_of(gate, said) if gate in law.gates else ("not_applicable",)
    if is_requirement(gate):
        # Its one rule holds where the requirement fails; it asks no department to join a review.
        assert move.kind == "rule"
        return {"fails": ("holds",)}.get("|".join(outcomes_of(gate, said)), ("silent",))
    held = {finding.rule: finding.status for finding in said.findings if finding.gate == gate}
    if move.kind == "rule":
        return {"certain": ("holds",), "possible": ("silent", "holds")}.get(held.get(move.subject, ""), ("silent",))
    concluded = {rule.id: rule.rule.conclude for rule in law.rules if rule.id in held}
    asking = {id: one.strength for id, one in concluded.items() if move.subject in one.departments}
    if "required" in (strength for id, strength in asking.items() if held[id] == "certain"):
        return ("required",)
    assert all(held[id] == "certain" for id in asking)
    return ("possible",) if asking else ("not_required",)


def outcomes_of(gate: str, said: ProjectScreening) -> tuple[str, ...]:
    """Return what is left of a gate, or of a requirement."""
    if not is_requirement(gate):
        return said.gate(gate).outcomes
    check = said.check(gate)
    return check.outcomes if check else ("not_applicable",)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] if name in HEAVY else []) for name in CASES]
)
def test_an_edit_is_told_as_what_it_does_on_a_day(law: Law, changed: Changed, name: str) -> None:
    case = CASES[name]
    new = changed(case)
    diff = diff_rulebooks(load_rulebook(case.day, law), load_rulebook(case.day, new))
    (period,) = diff.periods
    assert verdicts(diff) == case.verdicts
    assert diff.complete
    check_moves(case, period.gates)
    check_examples(period.gates, (law, new), case.day)


def check_days(case: Case, old: Law, new: Law) -> None:
    diff = diff_laws(old, new)
    assert verdicts(diff) == {**case.verdicts, **case.on_other_days}
    assert diff.complete
    assert (diff.periods[0].first, diff.periods[-1].last) == ("", "")
    assert days_of(diff) == case.days
    for period in moving(diff):
        if period.first <= case.day <= (period.last or "9999"):
            check_moves(case, period.gates)


def moving(diff: LawDiff) -> Iterator[PeriodDiff]:
    return (period for period in diff.periods if any(gate.changed for gate in period.gates))


def days_of(diff: LawDiff) -> tuple[str, str]:
    """Return the first and the last day of a change; there must be no gap between them."""
    found = list(moving(diff))
    at = [diff.periods.index(period) for period in found]
    assert at == list(range(at[0], at[-1] + 1))
    return found[0].first, found[-1].last


@pytest.mark.slow
@pytest.mark.parametrize("name", ON_ALL_DAYS)
def test_an_edit_is_told_for_just_the_days_on_which_it_tells(law: Law, changed: Changed, name: str) -> None:
    check_days(CASES[name], law, changed(CASES[name]))


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASES if name not in ON_ALL_DAYS])
def test_every_edit_is_told_for_just_the_days_on_which_it_tells(law: Law, changed: Changed, name: str) -> None:
    check_days(CASES[name], law, changed(CASES[name]))
