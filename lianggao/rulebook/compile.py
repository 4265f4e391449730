"""Compile the law in force on a date into decision tables, one pair per gate, in the order in which gates build on
each other.

A gate's first table decides its outcome; its second holds the rules that only follow from outcomes, such as
checklists. Departments are clauses of their own, so that a department is certain wherever one of several rules must
hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from math import prod

from lianggao.errors import LawError, Place, fault
from lianggao.rulebook.axes import cut_all, outcomes_of
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import presence, within
from lianggao.rulebook.law import Law, LawRule, load_law
from lianggao.rulebook.models import Gate
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import (
    All,
    AnyOf,
    Clause,
    Condition,
    Not,
    Regions,
    Table,
    TooManyWorldsError,
    compile_table,
)
from lianggao.tables.conditions import NEVER, axes_of
from lianggao.tables.table import regions_alone

STRENGTHS = ("required", "possible")


@dataclass(frozen=True)
class GateTables:
    """One gate's rules in force with their full conditions, and the tables made of them.

    `reach` holds, for each document that can decide the gate, where it is in force and in its own territory.
    """

    gate: Gate
    deciding: tuple[LawRule, ...]
    following: tuple[LawRule, ...]
    decide: Table
    follow: Table
    deciding_clauses: tuple[Clause, ...]
    following_clauses: tuple[Clause, ...]
    reach: Table


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules in force on a date, compiled. `conditions` are the rules' own with territory and dates added.

    Rulebooks of dates between which nothing changes share their tables, and then have the same `version`.
    """

    law: Law
    as_of: PartialDate
    version: Mapping[str, Condition]
    regions: Mapping[str, Regions]
    gates: tuple[GateTables, ...]
    conditions: Mapping[str, Condition]

    @property
    def id(self) -> str:
        """Return the name of the law and the beginning of its fingerprint."""
        return f"{self.law.name}#{self.law.digest[:12]}"

    @property
    def rules(self) -> tuple[LawRule, ...]:
        """Return every rule that may be in force, gate by gate."""
        return tuple(rule for gate in self.gates for rule in (*gate.deciding, *gate.following))


def load_rulebook(as_of: str | PartialDate, law: Law | None = None) -> Rulebook:
    """Return the rules in force on a date (`2022-06-30`, or a month or year), compiled.

    Raises LawError where gates wait for each other or a table would have too many worlds, ValueError on a wrong date.

    >>> [tables.gate.id for tables in load_rulebook("2022-06-30").gates if len(tables.decide.clauses) > 1][:2]
    ['action_plan', 'catalog']
    """
    date = PartialDate.parse(as_of) if isinstance(as_of, str) else as_of
    law = law or load_law()
    here = {id: presence(source, date, law.sources) for id, source in law.sources.items()}
    periods = {id: source.effective for id, source in law.sources.items()}
    now = tuple(
        All((here[rule.rule.document], within(rule.rule.effective, rule.id, date, periods[rule.rule.document])))
        for rule in law.rules
    )
    return Rulebook(law, date, here, *_compiled(law, tuple(here.items()), now))


_Compiled = tuple[Mapping[str, Regions], tuple[GateTables, ...], Mapping[str, Condition]]


@lru_cache(maxsize=160)
def _compiled(law: Law, here: tuple[tuple[str, Condition], ...], now: tuple[All, ...]) -> _Compiled:
    version = dict(here)
    period = {rule.id: in_force for rule, in_force in zip(law.rules, now, strict=True) if NEVER not in in_force.parts}
    rules = [rule for rule in law.rules if rule.id in period]
    conditions = {rule.id: All((law.reach(rule), period[rule.id], rule.condition)) for rule in rules}
    reach = {gate: _reach(gate, rules, law, version, period) for gate in law.gates}
    off = {gate: _not_applicable(law.applies_when[gate], reach[gate]) for gate in law.gates}
    regions = cut_all([*conditions.values(), *off.values()], law.vocabulary, law.gates)
    order = _order(rules, law, conditions)
    tables = tuple(_gate(law.gates[gate], rules, conditions, off[gate], reach[gate], regions) for gate in order)
    return regions, tables, conditions


def _reach(
    gate: str, rules: Iterable[LawRule], law: Law, version: Mapping[str, Condition], period: Mapping[str, Condition]
) -> tuple[Clause, ...]:
    """Return, for each document that can decide the gate, where it is in force and applies.

    A requirement binds nobody outside its own period either.
    """
    own = [rule for rule in rules if rule.rule.gate == gate and rule.rule.conclude.outcome]
    if isinstance(law.gates[gate], Check):
        return tuple(Clause(r.rule.document, All((law.territories[r.rule.document], period[r.id]))) for r in own)
    documents = dict.fromkeys(rule.rule.document for rule in own)
    return tuple(Clause(id, All((law.territories[id], version[id]))) for id in documents)


def _not_applicable(applies: Condition, reach: tuple[Clause, ...]) -> Condition:
    return Not(All((applies, AnyOf(tuple(document.condition for document in reach)))))


def _order(rules: Sequence[LawRule], law: Law, conditions: Mapping[str, Condition]) -> list[str]:
    waits = {gate: _gates_in(law.applies_when[gate]) for gate in sorted(law.gates)}
    for rule in rules:
        if rule.rule.conclude.outcome:
            waits[rule.rule.gate] |= _gates_in(conditions[rule.id])
    try:
        return list(TopologicalSorter({gate: sorted(others) for gate, others in waits.items()}).static_order())
    except CycleError as error:
        raise LawError([fault("circular-gates", Place("rules"), value=", ".join(error.args[1]))]) from None


def _gates_in(condition: Condition) -> set[str]:
    return {axis.removeprefix(GATE_AXIS) for axis in axes_of(condition) if axis.startswith(GATE_AXIS)}


def _gate(
    gate: Gate,
    rules: Sequence[LawRule],
    conditions: Mapping[str, Condition],
    off: Condition,
    reach: tuple[Clause, ...],
    regions: Mapping[str, Regions],
) -> GateTables:
    own = [rule for rule in rules if rule.rule.gate == gate.id]
    deciding = tuple(rule for rule in own if rule.rule.conclude.outcome)
    following = tuple(rule for rule in own if not rule.rule.conclude.outcome)
    outcomes = outcomes_of(gate)[:-1]
    decide = (Clause(NOT_APPLICABLE, off, NOT_APPLICABLE), *_clauses(deciding, conditions))
    follow = _clauses(following, conditions)
    return GateTables(
        gate,
        deciding,
        following,
        _table(gate, deciding, decide, conditions, regions, outcomes),
        _table(gate, following, follow, conditions, regions),
        decide,
        follow,
        compile_table(regions, reach, (), ""),
    )


def _table(
    gate: Gate,
    rules: Sequence[LawRule],
    clauses: Sequence[Clause],
    conditions: Mapping[str, Condition],
    regions: Mapping[str, Regions],
    outcomes: Sequence[str] = (),
) -> Table:
    """Compile one table of a gate; where it would be too large, blame the rule that asks for most worlds."""
    try:
        return compile_table(regions, clauses, outcomes, gate.otherwise.id if outcomes else "")
    except TooManyWorldsError as error:
        alone = {rule.id: regions_alone(conditions[rule.id], regions) for rule in rules}
        worst = max(rules, key=lambda rule: prod(alone[rule.id].values()))
        words = {"cells": error.cells, "rule": worst.id, "fields": ", ".join(alone[worst.id])}
        raise LawError([fault("too-many-worlds", Place(worst.file, 1, 1), gate=gate.id, **words)]) from None


def _clauses(rules: Sequence[LawRule], conditions: Mapping[str, Condition]) -> tuple[Clause, ...]:
    clauses = [Clause(rule.id, conditions[rule.id], rule.rule.conclude.outcome) for rule in rules]
    joining: dict[str, list[Condition]] = {}
    for rule in rules:
        for department in rule.rule.conclude.departments:
            joining.setdefault(joined_by(department, rule.rule.conclude.strength), []).append(conditions[rule.id])
    return (*clauses, *(Clause(name, AnyOf(tuple(parts))) for name, parts in joining.items()))


def joined_by(department: str, strength: str) -> str:
    """Return the name of the clause that says a department joins the review, `required` or only `possible`."""
    return f"department:{strength}:{department}"
