"""Compile the law in force on a date into decision tables, one pair per gate, in the order in which gates build on
each other.

A gate's first table decides its outcome; its second holds the rules that only follow from outcomes, such as
checklists. Departments are clauses of their own, so that a department is certain wherever one of several rules must
hold. Most gates are the same for many dates: equal tables of one law are one object, made when they are first asked;
so are the cuts, which nobody needs who only compares what is said.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from math import prod

from lianggao.errors import LawError, Place, fault
from lianggao.rulebook.axes import cut_all, outcomes_of
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import IN_FORCE, presence, turns_of, within
from lianggao.rulebook.law import Law, LawRule, load_law
from lianggao.rulebook.models import Gate
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import (
    MAX_CELLS,
    All,
    AnyOf,
    Clause,
    Condition,
    Not,
    Regions,
    Table,
    TooManyWorldsError,
    check_size,
    compile_table,
)
from lianggao.tables.conditions import ALWAYS, NEVER, axes_of
from lianggao.tables.table import regions_alone

STRENGTHS = ("required", "possible")


@dataclass(frozen=True, eq=False)
class GateRules:
    """One gate's rules in force with their full conditions, before any axis is cut.

    `reach` says of each document that can decide the gate where it is in force and in its own territory, `off` where
    the gate does not apply; `waits` are the gates that have to be decided before. While the same of its rules are in
    force it is the same object, whatever else is in force.
    """

    gate: Gate
    conditions: Mapping[str, Condition]
    off: Condition
    deciding: tuple[LawRule, ...]
    following: tuple[LawRule, ...]
    decide: tuple[Clause, ...]
    follow: tuple[Clause, ...]
    reach: tuple[Clause, ...]
    waits: tuple[str, ...]
    axes: tuple[str, ...]

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """Return every outcome of the gate in order of precedence."""
        return outcomes_of(self.gate)


@dataclass(frozen=True, eq=False)
class GateTables:
    """One gate's rules in force, and the tables made of them; `regions` are those of every axis that a clause uses."""

    rules: GateRules
    regions: Mapping[str, Regions]

    @property
    def gate(self) -> Gate:
        """Return the gate itself."""
        return self.rules.gate

    @property
    def deciding(self) -> tuple[LawRule, ...]:
        """Return the rules that decide the outcome."""
        return self.rules.deciding

    @property
    def following(self) -> tuple[LawRule, ...]:
        """Return the rules that only follow from outcomes."""
        return self.rules.following

    @property
    def deciding_clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of the first table."""
        return self.rules.decide

    @property
    def following_clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of the second."""
        return self.rules.follow

    @property
    def reaching_clauses(self) -> tuple[Clause, ...]:
        """Return where each document that can decide the gate is in force and in its own territory."""
        return self.rules.reach

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Return every outcome of the gate in order of precedence."""
        return self.rules.outcomes

    @cached_property
    def decide(self) -> Table:
        """Return the table that decides the outcome."""
        return compile_table(self.regions, self.deciding_clauses, self.outcomes[:-1], self.outcomes[-1])

    @cached_property
    def follow(self) -> Table:
        """Return the table of the rules that only follow from outcomes."""
        return compile_table(self.regions, self.following_clauses, (), "")

    @cached_property
    def reach(self) -> Table:
        """Return the table of where each document reaches."""
        return compile_table(self.regions, self.reaching_clauses, (), "")


@dataclass(frozen=True, eq=False)
class Compiled:
    """What the rules in force say and the tables of it, for all dates on which they are the same.

    `version` says of each document when it is in force; `said` has the gates in order.
    """

    law: Law
    version: Mapping[str, Condition]
    said: Mapping[str, GateRules]

    @cached_property
    def conditions(self) -> Mapping[str, Condition]:
        """Return the conditions of all rules in force, in the order of the law."""
        every = {id: condition for each in self.said.values() for id, condition in each.conditions.items()}
        return {rule.id: every[rule.id] for rule in self.law.rules if rule.id in every}

    @cached_property
    def rules(self) -> tuple[LawRule, ...]:
        """Return the rules, gate by gate."""
        return tuple(rule for each in self.said.values() for rule in (*each.deciding, *each.following))

    @cached_property
    def regions(self) -> Mapping[str, Regions]:
        """Return the regions of every axis, under all conditions together."""
        every = [*self.conditions.values(), *(self.said[gate].off for gate in self.law.gates if gate in self.said)]
        return cut_all(every, self.law.vocabulary, self.law.gates)

    @cached_property
    def gates(self) -> tuple[GateTables, ...]:
        """Return the tables of every gate."""
        return tuple(_tables(each, self.cuts(each)) for each in self.said.values())

    def cuts(self, said: GateRules) -> tuple[tuple[str, Regions], ...]:
        """Return the regions of the axes that a gate uses."""
        return tuple((axis, self.regions[axis]) for axis in said.axes)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The rules in force on a date, compiled.

    Rulebooks of dates between which nothing changes share their tables, and then have the same `version`.
    """

    law: Law
    as_of: PartialDate
    compiled: Compiled

    @property
    def version(self) -> Mapping[str, Condition]:
        """Return the condition under which each document is in force."""
        return self.compiled.version

    @property
    def said(self) -> Mapping[str, GateRules]:
        """Return what the rules in force say at each gate, in the order in which gates build on each other."""
        return self.compiled.said

    @property
    def regions(self) -> Mapping[str, Regions]:
        """Return the regions of every axis."""
        return self.compiled.regions

    @property
    def gates(self) -> tuple[GateTables, ...]:
        """Return the tables of every gate, in the same order."""
        return self.compiled.gates

    @property
    def conditions(self) -> Mapping[str, Condition]:
        """Return the rules' own conditions with territory and dates added."""
        return self.compiled.conditions

    @property
    def id(self) -> str:
        """Return the name of the law and the beginning of its fingerprint."""
        return f"{self.law.name}#{self.law.digest[:12]}"

    @property
    def rules(self) -> tuple[LawRule, ...]:
        """Return every rule that may be in force, gate by gate."""
        return self.compiled.rules

    def only(self, gates: Collection[str]) -> Rulebook:
        """Return some gates, with all that they build on among them, cut by nothing but their own conditions.

        What no clause of theirs tells apart they can't answer otherwise.
        """
        return Rulebook(self.law, self.as_of, _only(self.compiled, frozenset(gates)))


def load_rulebook(as_of: str | PartialDate, law: Law | None = None) -> Rulebook:
    """Return the rules in force on a date (`2022-06-30`, or a month or year), compiled.

    Raises LawError where gates wait for each other or a table would have too many worlds, ValueError on a wrong date.

    >>> [tables.gate.id for tables in load_rulebook("2022-06-30").gates if len(tables.decide.clauses) > 1][:2]
    ['action_plan', 'catalog']
    """
    when = PartialDate.parse(as_of) if isinstance(as_of, str) else as_of
    law = law or load_law()
    here = {id: presence(source, when, law.sources) for id, source in law.sources.items()}
    always = {id: All((in_force, ALWAYS)) for id, in_force in here.items()}
    now = tuple(
        All((here[id], within(own, rule.id, when, law.sources[id].effective)))
        if (own := rule.rule.effective)
        else always[id]
        for rule, id in law.in_documents
    )
    return Rulebook(law, when, _compiled(law, tuple(here.items()), now))


def period_of(when: PartialDate, law: Law) -> PartialDate:
    """Return the days since which nothing of the law changed when a date begins and when it ends.

    Dates of which both are the same have the same rules in force.

    >>> law = load_law()
    >>> period_of(PartialDate.parse("2024-07-03"), law) == period_of(PartialDate.parse("2024-07-04"), law)
    True
    """
    turns = _turns(law)
    first, last = (bisect(turns, day) for day in when)
    return PartialDate(turns[first - 1] if first else date.min, turns[last - 1] if last else date.min)


@lru_cache(maxsize=8)
def _turns(law: Law) -> list[date]:
    return turns_of(law.periods)


@lru_cache(maxsize=160)
def _compiled(law: Law, here: tuple[tuple[str, Condition], ...], now: tuple[All, ...]) -> Compiled:
    periods: dict[str, list[All]] = {gate: [] for gate in law.gates}
    for rule, in_force in zip(law.rules, now, strict=True):
        periods[rule.rule.gate].append(in_force)
    said = {gate: _said(law, gate, tuple(own)) for gate, own in periods.items()}
    compiled = Compiled(law, dict(here), {gate: said[gate] for gate in _order(said)})
    for each in compiled.said.values():
        if not _surely_small(law, each):
            regions = dict(compiled.cuts(each))
            _check_size(each.gate, each.deciding, each.decide, regions)
            _check_size(each.gate, each.following, each.follow, regions)
    return compiled


@lru_cache(maxsize=160)
def _only(compiled: Compiled, gates: frozenset[str]) -> Compiled:
    said = tuple(each for gate, each in compiled.said.items() if gate in gates)
    return _of_gates(compiled.law, said)


@lru_cache(maxsize=160)
def _of_gates(law: Law, said: tuple[GateRules, ...]) -> Compiled:
    """Return the same for all dates on which these gates say the same."""
    return Compiled(law, {}, {each.gate.id: each for each in said})


@lru_cache(maxsize=2**12)
def _said(law: Law, gate: str, now: tuple[All, ...]) -> GateRules:
    every = zip(law.rules_of[gate], now, strict=True)
    rules = [(rule, in_force) for rule, in_force in every if NEVER not in in_force.parts]
    conditions = {rule.id: All((law.reach(rule), in_force, rule.condition)) for rule, in_force in rules}
    deciding = tuple(rule for rule, _ in rules if rule.rule.conclude.outcome)
    following = tuple(rule for rule, _ in rules if not rule.rule.conclude.outcome)
    reach = _reach(law, gate, {rule.rule.document: now for rule, now in rules if rule.rule.conclude.outcome})
    off = Not(All((law.applies_when[gate], AnyOf(tuple(document.condition for document in reach)))))
    decide = (Clause(NOT_APPLICABLE, off, NOT_APPLICABLE), *_clauses(deciding, conditions))
    follow = _clauses(following, conditions)
    waits = _gates_in((law.applies_when[gate], *(conditions[rule.id] for rule in deciding)))
    axes = dict.fromkeys(axis for clause in (*decide, *follow, *reach) for axis in axes_of(clause.condition))
    known = law.gates[gate]
    return GateRules(known, conditions, off, deciding, following, decide, follow, reach, waits, tuple(axes))


def _reach(law: Law, gate: str, deciding: Mapping[str, All]) -> tuple[Clause, ...]:
    """Return, for each document that can decide the gate by a rule in force, where it is in force and applies.

    A requirement binds nobody outside its own period either.
    """
    is_check = isinstance(law.gates[gate], Check)
    period = {id: now if is_check else now.parts[0] for id, now in deciding.items()}
    return tuple(Clause(id, All((law.territories[id], in_force))) for id, in_force in period.items())


def _order(said: Mapping[str, GateRules]) -> tuple[str, ...]:
    return _in_order(tuple((gate, said[gate].waits) for gate in sorted(said)))


@lru_cache(maxsize=160)
def _in_order(waits: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    try:
        return tuple(TopologicalSorter(dict(waits)).static_order())
    except CycleError as error:
        raise LawError([fault("circular-gates", Place("rules"), value=", ".join(error.args[1]))]) from None


def _gates_in(conditions: Iterable[Condition]) -> tuple[str, ...]:
    axes = {axis for condition in conditions for axis in axes_of(condition) if axis.startswith(GATE_AXIS)}
    return tuple(sorted(axis.removeprefix(GATE_AXIS) for axis in axes))


@lru_cache(maxsize=2**12)
def _tables(said: GateRules, cuts: tuple[tuple[str, Regions], ...]) -> GateTables:
    """Return the tables of a gate; for dates on which none of its clauses and cuts differ they are the same."""
    return GateTables(said, dict(cuts))


@lru_cache(maxsize=2**12)
def _surely_small(law: Law, said: GateRules) -> bool:
    """Return whether the tables of a gate are small enough whatever else is in force.

    No date cuts an axis finer than all conditions of the law together do, and a doubt has two sides.
    """
    finest = finest_cuts(law)
    for clauses in (said.decide, said.follow):
        axes = {axis for clause in clauses for axis in axes_of(clause.condition)}
        if prod(2 if axis.startswith(IN_FORCE) else finest[axis] for axis in axes) > MAX_CELLS:
            return False
    return True


@lru_cache(maxsize=8)
def finest_cuts(law: Law) -> Mapping[str, int]:
    """Return how many regions each axis has under all conditions of a law, in force or not."""
    rules = (condition for rule in law.rules for condition in (law.reach(rule), rule.condition))
    every = (*rules, *law.applies_when.values(), *law.territories.values())
    return {axis: len(cut) for axis, cut in cut_all(every, law.vocabulary, law.gates).items()}


def _check_size(
    gate: Gate, rules: Sequence[LawRule], clauses: Sequence[Clause], regions: Mapping[str, Regions]
) -> None:
    """Where a table of a gate would be too large, blame the rule that asks for most worlds."""
    try:
        check_size(regions, clauses)
    except TooManyWorldsError as error:
        conditions = {clause.name: clause.condition for clause in clauses}
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
