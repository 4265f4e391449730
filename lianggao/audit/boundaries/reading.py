"""Read the law of one day for a project that states some facts and leaves others blank, in plain Python.

What a project states is drawn along the bounds of the vocabulary (当量值 is never above 等价值), then every earlier
gate is asked for the outcomes that are left, then the rule. Only the rules' conditions are shared with the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import inf
from typing import cast, get_args

from lianggao.audit.boundaries.plain import Knowledge, Left, depends, holds, open_tests, split, truths
from lianggao.audit.cases.models import Expect
from lianggao.rulebook import Law, LawRule, load_rulebook
from lianggao.rulebook.axes import outcomes_of
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.requirements import CheckStatus
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import AnyOf, Condition
from lianggao.tables.conditions import NEVER, axes_of
from lianggao.vocabulary import Bound

Stated = str | int | float
Project = Mapping[str, Stated]


class Reading:
    """The law of one day. Raises LawError where it can't be compiled."""

    def __init__(self, law: Law, day: str) -> None:
        self.law, self.day = law, day
        self._book = load_rulebook(day, law)
        self._found: dict[tuple[object, ...], frozenset[str]] = {}
        self._facts: dict[str, tuple[str, ...]] = {}

    def tree(self, rule: LawRule) -> Condition:
        """Return the whole condition of a rule on this day: its own, where it applies, and doubts about dates."""
        return self._book.conditions.get(rule.id, NEVER)

    def known(self, project: Project) -> dict[str, Left] | None:
        """Return what is left on every axis of fact and doubt; None where the facts contradict each other."""
        known = dict(self._blank)
        for name, value in project.items():
            known[name] = frozenset({value}) if isinstance(value, str) else (float(value), float(value))
        changed = True
        while changed:
            changed = False
            for part, bound in self._bounds:
                low, high = _span(known[part])
                floor, top = _span(known[bound.quantity])
                if (low > floor or high > top) and self._surely(bound, known):
                    known[part], known[bound.quantity] = (low, min(high, top)), (max(low, floor), top)
                    if low > top:
                        return None
                    changed = True
        return known

    def truths(self, condition: Condition, known: Knowledge) -> frozenset[bool]:
        """Return whether a condition can hold, and whether it can fail."""
        return truths(condition, self._with_gates(condition, known))

    def finding(self, rule: LawRule, project: Project) -> tuple[Expect, frozenset[str]]:
        """Return what a rule says of a project without contradictions, and what that depends on if it is open."""
        known = self.known(project)
        assert known is not None
        condition = self.tree(rule)
        whole = self._with_gates(condition, known)
        found = truths(condition, whole)
        if len(found) == 1:
            return ("certain" if True in found else "impossible"), frozenset()
        telling = (axis for axis in axes_of(condition) if depends(condition, whole, axis))
        return "possible", frozenset(axis.removeprefix(GATE_AXIS) for axis in telling)

    def status(self, check: str, project: Project) -> CheckStatus:
        """Return what became of a requirement for a project without contradictions."""
        known = self.known(project)
        assert known is not None
        outcomes = self.outcomes(check, known)
        for outcome in get_args(CheckStatus):
            if outcomes == {outcome}:
                return cast("CheckStatus", outcome)
        return "undecided"

    def outcomes(self, gate: str, known: Knowledge) -> frozenset[str]:
        """Return the outcomes of a gate that are left."""
        key = (gate, *(known[axis] for axis in self._facts_of(gate)))
        if key not in self._found:
            self._found[key] = self._decide(gate, self._with_gates(AnyOf(tuple(self._ranks[gate].values())), known))
        return self._found[key]

    def open_facts(self, condition: Condition, known: Knowledge) -> Iterator[str]:
        """Yield the fields that a condition still waits for, itself or at an earlier gate, first things first."""
        for test in open_tests(condition, self._with_gates(condition, known)):
            if test.axis.startswith(GATE_AXIS):
                for rank in self._ranks[test.axis.removeprefix(GATE_AXIS)].values():
                    yield from self.open_facts(rank, known)
            elif not test.axis.startswith(IN_FORCE):
                yield test.axis

    def conditions_behind(self, condition: Condition) -> list[Condition]:
        """Return a condition and those of all gates that it builds on."""
        found, left, seen = [condition], list(axes_of(condition)), set[str]()
        while left:
            axis = left.pop(0)
            if axis.startswith(GATE_AXIS) and axis not in seen:
                seen.add(axis)
                ranks = self._ranks[axis.removeprefix(GATE_AXIS)].values()
                found += ranks
                left += [name for rank in ranks for name in axes_of(rank)]
        return found

    @cached_property
    def _blank(self) -> dict[str, Left]:
        blank: dict[str, Left] = {}
        for field in self.law.vocabulary.fields.values():
            if field.kind == "quantity":
                blank[field.name] = (0.0, inf)
            elif field.is_choice and not field.derived_from:
                blank[field.name] = frozenset(field.values)
        conditions = [c for ranks in self._ranks.values() for c in ranks.values()]
        for condition in (*self._book.conditions.values(), *conditions):
            blank |= {axis: frozenset({"yes", "no"}) for axis in axes_of(condition) if axis.startswith(IN_FORCE)}
        return blank

    @cached_property
    def _bounds(self) -> list[tuple[str, Bound]]:
        return [(field.name, bound) for field in self.law.vocabulary.fields.values() for bound in field.never_above]

    def _surely(self, bound: Bound, known: Knowledge) -> bool:
        if not bound.field:
            return True
        field = self.law.vocabulary[bound.field]
        left = known[field.derived_from or field.name]
        assert isinstance(left, frozenset)
        return {field.of_base[v] if field.derived_from else v for v in left} == {bound.value}

    @cached_property
    def _ranks(self) -> dict[str, dict[str, Condition]]:
        """Return, per gate, its outcomes in order of precedence, each with the condition for a rule to give it."""
        ranks: dict[str, dict[str, Condition]] = {}
        for tables in self._book.gates:
            given: dict[str, list[Condition]] = {outcome: [] for outcome in outcomes_of(tables.gate)[:-1]}
            for clause in tables.deciding_clauses:
                if clause.outcome:
                    given[clause.outcome].append(clause.condition)
            ranks[tables.gate.id] = {outcome: AnyOf(tuple(parts)) for outcome, parts in given.items()}
        return ranks

    def _facts_of(self, gate: str) -> tuple[str, ...]:
        if gate not in self._facts:
            behind = self.conditions_behind(AnyOf(tuple(self._ranks[gate].values())))
            axes = dict.fromkeys(axis for condition in behind for axis in axes_of(condition))
            self._facts[gate] = tuple(axis for axis in axes if not axis.startswith((GATE_AXIS, IN_FORCE)))
        return self._facts[gate]

    def _with_gates(self, condition: Condition, known: Knowledge) -> Knowledge:
        gates = [axis for axis in axes_of(condition) if axis.startswith(GATE_AXIS)]
        return {**known, **{axis: self.outcomes(axis.removeprefix(GATE_AXIS), known) for axis in gates}}

    def _decide(self, gate: str, known: Knowledge) -> frozenset[str]:
        for outcome, condition in self._ranks[gate].items():
            held = holds(condition, known)
            if held:
                return frozenset({outcome})
            if held is None:
                test = next(open_tests(condition, known))
                ways = ({**known, test.axis: part} for part in split(test, known[test.axis]))
                return frozenset[str]().union(*(self._decide(gate, way) for way in ways))
        return frozenset({self.law.gates[gate].otherwise.id})


def _span(left: Left) -> tuple[float, float]:
    assert isinstance(left, tuple)
    return left
