"""Every world of every shipped table, against the rule files as they are written.

For each world one project is made up that lies in it; plain Python applies the YAML to that project. Outcome, rules
and departments must be the same. 2023-07-01 lies in the year in which both catalogs may be in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice, product
from math import inf, isinf, nextafter
from typing import Any

import pytest
from oracle.written import Calendar, Situation, WrittenLaw, days_of

from lianggao.rulebook import GateTables, Law, Rulebook, load_rulebook
from lianggao.rulebook.requirements import Check
from lianggao.tables import ChoiceAxis, Regions, Table

DATES = ("2022-06-30", "2023-07-01", "2024-06-30", "2025-10-01")
LATER = ("2025-10-01", "2021-12-15", "2018-01-01", "2022-12-31", "2025-08-31")
GATES = ("action_plan", "catalog", "energy_review", "joint_review", "ledger", "national", "signing_review")
MANY = 200_000


def someone(regions: Regions, region: int) -> str | float:
    """Return a value in the middle of nowhere special: the first choice, or the first number of a region."""
    if isinstance(regions.axis, ChoiceAxis):
        return regions.members(region)[0]
    low, high = regions.bounds(region)
    return nextafter(high, -inf) if isinf(low) else low


def last_one(regions: Regions, region: int) -> str | float:
    """Return another value of the same region: the last choice, or the last number."""
    if isinstance(regions.axis, ChoiceAxis):
        return regions.members(region)[-1]
    low, high = regions.bounds(region)
    return low * 2 + 1 if isinf(high) else nextafter(high, -inf)


def situations(written: WrittenLaw, book: Rulebook, table: Table, pick: Any, step: int) -> Iterator[Situation]:
    """Yield one situation per world, every `step`-th world, in the order of the table's cells."""
    day = days_of(str(book.as_of))[0]
    calendars: dict[tuple[str, ...], Calendar] = {}
    doubts, gates = ([a for a in table.axes if a.startswith(prefix)] for prefix in ("in_force:", "gate:"))
    values = [[pick(book.regions[a], r) for r in range(len(book.regions[a]))] for a in table.axes]
    for world in islice(product(*values), 0, None, step):
        named = dict(zip(table.axes, world, strict=True))
        told = tuple(str(named[axis]) for axis in doubts)
        if told not in calendars:
            yes = {axis.removeprefix("in_force:"): v == "yes" for axis, v in zip(doubts, told, strict=True)}
            calendars[told] = calendar(written, day, yes)
        yield Situation(calendars[told], named, {a.removeprefix("gate:"): str(named[a]) for a in gates})


def calendar(written: WrittenLaw, day: date, yes: Mapping[str, bool]) -> Calendar:
    """Return the days on which texts of doubtful dates began and ended, if they were in force or not as told."""
    starts = {text: days_of(period["from"])[not yes.get(text, True)] for text, period in written.periods.items()}
    ends = {t: days_of(p["to"])[yes.get(t, True)] for t, p in written.periods.items() if p["to"]}
    return Calendar(written, day, starts, ends)


def compare(written: WrittenLaw, book: Rulebook, tables: GateTables, pick: Any, most: int) -> None:
    gate = tables.gate.id
    for table, rules, decides in ((tables.decide, tables.deciding, True), (tables.follow, tables.following, False)):
        step = max(1, table.outcome.size // most) | 1  # odd, so that no axis of two regions stays on one of them
        known = {rule.id: written.rules[rule.id] for rule in rules}
        outcome = table.outcome.reshape(-1)[::step]
        holds = table.holds.reshape(len(table.clauses), table.outcome.size)[:, ::step].T
        for at, s in enumerate(situations(written, book, table, pick, step)):
            if decides:
                assert table.outcomes[outcome[at]] == s.outcome(gate), s
            true = [name for name, on in zip(table.clauses, holds[at], strict=True) if on]
            assert true == [name for name in table.clauses if clause(s, name, known, gate)], s


def clause(s: Situation, name: str, rules: Mapping[str, Any], gate: str) -> bool:
    """Return whether a clause of a table is true: a rule, a department that joins, or "not applicable"."""
    if name in rules:
        return s.holds(name)
    if name.startswith("department:"):
        _, strength, department = name.split(":")
        named = {id: r for id, r in rules.items() if r["conclude"].get("strength", "required") == strength}
        return s.department(department, named) == strength
    return s.outcome(gate) == name == "not_applicable"


def tables_of(law: Law, day: str, gate: str) -> tuple[Rulebook, GateTables]:
    book = load_rulebook(day, law)
    return book, next(tables for tables in book.gates if tables.gate.id == gate)


@pytest.mark.parametrize(
    ("day", "gate"), [*((day, gate) for day in DATES[:3] for gate in GATES), ("2025-10-01", "energy_review")]
)
def test_every_world_of_a_shipped_table_says_what_the_rules_say(
    law: Law, written: WrittenLaw, day: str, gate: str
) -> None:
    book, tables = tables_of(law, day, gate)
    compare(written, book, tables, someone, MANY)


@pytest.mark.slow
@pytest.mark.parametrize("pick", [someone, last_one])
@pytest.mark.parametrize("gate", GATES)
@pytest.mark.parametrize("day", [*DATES[:3], *LATER])
def test_every_world_at_more_dates_by_either_end_of_its_regions(
    law: Law, written: WrittenLaw, day: str, gate: str, pick: Any
) -> None:
    book, tables = tables_of(law, day, gate)
    compare(written, book, tables, pick, 10**9)


def test_every_shipped_gate_is_compared(law: Law) -> None:
    assert sorted(id for id, gate in law.gates.items() if not isinstance(gate, Check)) == sorted(GATES)


FEW = 150


@pytest.mark.parametrize("day", DATES)
def test_worlds_of_every_requirement_say_what_its_file_says(law: Law, written: WrittenLaw, day: str) -> None:
    book = load_rulebook(day, law)
    for tables in (tables for tables in book.gates if isinstance(tables.gate, Check)):
        compare(written, book, tables, someone, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("day", [*DATES, *LATER])
def test_every_world_of_every_requirement_says_what_its_file_says(law: Law, written: WrittenLaw, day: str) -> None:
    book = load_rulebook(day, law)
    for tables in (tables for tables in book.gates if isinstance(tables.gate, Check)):
        compare(written, book, tables, last_one, MANY)


def test_a_rule_in_force_is_in_exactly_one_of_its_gates_tables(law: Law) -> None:
    for day in DATES:
        book = load_rulebook(day, law)
        ids = [rule.id for rule in book.rules]
        assert len(ids) == len(set(ids))
        for tables in book.gates:
            assert {rule.id for rule in tables.deciding} <= set(tables.decide.clauses)
            assert {rule.id for rule in tables.following} <= set(tables.follow.clauses)


@pytest.mark.parametrize("gate", GATES)
def test_rules_of_the_written_law_and_of_the_read_law_are_the_same(law: Law, written: WrittenLaw, gate: str) -> None:
    read = {rule.id for rule in law.rules if rule.rule.gate == gate}
    assert read == {rule["id"] for rule in written.of_gate[gate]}
