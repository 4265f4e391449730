"""Cut the axes of several rulebooks together, so that no region holds values that any of them tells apart.

A doubt about a date is one axis for all rulebooks only where they doubt the same thing; otherwise each has its own.
Values that one vocabulary has and another lacks can't be compared and are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from lianggao.errors import LawError, Place, fault
from lianggao.rulebook import Rulebook
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import IN_FORCE, vague_edges
from lianggao.rulebook.models import Period
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import All, AnyOf, ChoiceAxis, Clause, Condition, Member, Not, QuantityAxis, Regions, cut
from lianggao.tables.conditions import axes_of, tests_of
from lianggao.tables.regions import Axis

BOOK = "@"
"""Stands before the place of the rulebook to which alone a doubt about a date belongs."""


@dataclass(frozen=True)
class GateClauses:
    """What one rulebook says at one gate: clauses that decide, clauses that follow, outcomes by precedence."""

    decide: tuple[Clause, ...] = ()
    follow: tuple[Clause, ...] = ()
    outcomes: tuple[str, ...] = ()
    otherwise: str = ""


@dataclass(frozen=True, eq=False)
class Cuts:
    """The common regions of all axes of fact and doubt, and each rulebook's clauses on them, gate by gate.

    `lacking` names per choice axis the values that not every vocabulary has.
    """

    books: tuple[Rulebook, ...]
    regions: Mapping[str, Regions]
    gates: tuple[str, ...]
    clauses: Mapping[str, tuple[GateClauses, ...]]
    lacking: Mapping[str, tuple[str, ...]]

    def earlier(self, gate: str) -> tuple[str, ...]:
        """Return the gates whose outcomes some rulebook asks for to decide a gate."""
        return _gates_in(clause for one in self.clauses[gate] for clause in one.decide)

    def asked(self, gate: str) -> tuple[str, ...]:
        """Return the gates whose outcomes any clause of a gate asks for, be it the gate's own."""
        return _gates_in(clause for one in self.clauses[gate] for clause in (*one.decide, *one.follow))

    def lineage(self, gate: str) -> tuple[str, ...]:
        """Return a gate and all that its conclusions rest on."""
        found, left = dict.fromkeys((gate,)), [gate]
        while left:
            new = [name for name in self.asked(left.pop()) if name not in found]
            found |= dict.fromkeys(new)
            left += new
        return tuple(found)


def common_cuts(books: Sequence[Rulebook]) -> Cuts:
    """Return the common cuts of rulebooks, in the order in which gates build on each other.

    Raises LawError where the gates of one wait for each other the other way round.
    """
    shared = _shared_doubts(books)
    clauses: dict[str, list[GateClauses]] = {}
    order = _order(books)
    for gate in order:
        clauses[gate] = [_clauses(book, at, gate, shared) for at, book in enumerate(books)]
    conditions = [
        clause.condition for found in clauses.values() for one in found for clause in (*one.decide, *one.follow)
    ]
    names = dict.fromkeys(axis for condition in conditions for axis in axes_of(condition))
    facts = [axis for axis in names if not axis.startswith(GATE_AXIS)]
    axes, lacking = [], {}
    for name in facts:
        axis, missing = _axis(name, books)
        axes.append(axis)
        if missing:
            lacking[name] = missing
    known = [_without_gates(condition) for condition in conditions]
    regions = cut(axes, [test for tests in known for test in tests])
    return Cuts(tuple(books), regions, order, {gate: tuple(found) for gate, found in clauses.items()}, lacking)


def _order(books: Sequence[Rulebook]) -> tuple[str, ...]:
    """Return the gates of all rulebooks so that each stands after those that any of them asks it to wait for."""
    waits: dict[str, dict[str, None]] = {}
    for book in books:
        for tables in book.gates:
            asked = waits.setdefault(tables.gate.id, {})
            for clause in tables.deciding_clauses:
                asked.update(dict.fromkeys(_gates_in([clause])))
    try:
        return tuple(TopologicalSorter(waits).static_order())
    except CycleError as error:
        raise LawError([fault("circular-gates", Place("rules"), value=", ".join(error.args[1]))]) from None


def _gates_in(clauses: Iterable[Clause]) -> tuple[str, ...]:
    axes = dict.fromkeys(axis for clause in clauses for axis in axes_of(clause.condition))
    return tuple(axis.removeprefix(GATE_AXIS) for axis in axes if axis.startswith(GATE_AXIS))


def _clauses(book: Rulebook, at: int, gate: str, shared: frozenset[str]) -> GateClauses:
    for tables in book.gates:
        if tables.gate.id == gate:
            decide = tuple(_own_doubts(clause, at, shared) for clause in tables.deciding_clauses)
            follow = tuple(_own_doubts(clause, at, shared) for clause in tables.following_clauses)
            return GateClauses(decide, follow, tables.decide.outcomes[:-1], tables.decide.outcomes[-1])
    return GateClauses()


def _shared_doubts(books: Sequence[Rulebook]) -> frozenset[str]:
    """Return the axes of doubt on which all rulebooks doubt the same: same day asked, same vague dates around it."""
    if any(book.as_of != books[0].as_of for book in books):
        return frozenset()
    every = [dict(_doubts(book)) for book in books]
    return frozenset(axis for axis, doubt in every[0].items() if all(other.get(axis) == doubt for other in every))


def _doubts(book: Rulebook) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield, per document and rule with a period, the first and last day as written where the date asked lies in it."""
    for id, source in book.law.sources.items():
        yield IN_FORCE + id, _vague(source.effective, book.as_of)
    for rule in book.law.rules:
        if rule.rule.effective:
            yield IN_FORCE + rule.id, _vague(rule.rule.effective, book.as_of)


def _vague(period: Period, on: PartialDate) -> tuple[str, str]:
    begun, ended = vague_edges(period, on)
    return period.from_ if begun else "", (period.to or "") if ended else ""


def _own_doubts(clause: Clause, at: int, shared: frozenset[str]) -> Clause:
    return Clause(clause.name, _renamed(clause.condition, at, shared), clause.outcome)


def _renamed(condition: Condition, at: int, shared: frozenset[str]) -> Condition:
    if isinstance(condition, All):
        return All(tuple(_renamed(part, at, shared) for part in condition.parts))
    if isinstance(condition, AnyOf):
        return AnyOf(tuple(_renamed(part, at, shared) for part in condition.parts))
    if isinstance(condition, Not):
        return Not(_renamed(condition.part, at, shared))
    if isinstance(condition, Member) and condition.axis.startswith(IN_FORCE) and condition.axis not in shared:
        return Member(f"{condition.axis}{BOOK}{at}", condition.values)
    return condition


def _axis(name: str, books: Sequence[Rulebook]) -> tuple[Axis, tuple[str, ...]]:
    if name.startswith(IN_FORCE):
        return ChoiceAxis(name, ("yes", "no")), ()
    known = [book.law.vocabulary.fields[name] for book in books if name in book.law.vocabulary.fields]
    if known[0].kind == "quantity":
        return QuantityAxis(name, known[0].scale), ()
    every = dict.fromkeys(value for field in known for value in field.values)
    common = tuple(value for value in every if all(value in field.values for field in known))
    return ChoiceAxis(name, common), tuple(value for value in every if value not in common)


def _without_gates(condition: Condition) -> list[Condition]:
    """Return the tests of facts alone: outcomes of gates are not cut but enumerated."""
    return [test for test in tests_of(condition) if not test.axis.startswith(GATE_AXIS)]
