"""Cut the axes of several rulebooks together, so that no region holds values that any of them tells apart.

A doubt about a date is one axis for all rulebooks only where they doubt the same thing; otherwise each has its own.
Values that one vocabulary has and another lacks can't be compared and are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter

from lianggao.errors import LawError, Place, fault
from lianggao.rulebook import Law, Rulebook
from lianggao.rulebook.compile import GateRules
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

    def __hash__(self) -> int:
        return self._hashed

    @cached_property
    def _hashed(self) -> int:
        return hash((self.decide, self.follow, self.outcomes, self.otherwise))

    @cached_property
    def axes(self) -> tuple[str, ...]:
        """Return every axis that some clause mentions, in order of first mention."""
        return _axes_in((*self.decide, *self.follow))

    @cached_property
    def waits(self) -> tuple[str, ...]:
        """Return the gates whose outcomes are asked for to decide this one."""
        return _gates_among(_axes_in(self.decide))


_NOTHING = GateClauses()
"""What a rulebook without the gate says."""


@dataclass(frozen=True, eq=False)
class Cuts:
    """The clauses of each rulebook, gate by gate, and the common regions of all axes of fact and doubt in them."""

    books: tuple[Rulebook, ...]
    gates: tuple[str, ...]
    clauses: Mapping[str, tuple[GateClauses, ...]]

    @cached_property
    def regions(self) -> Mapping[str, Regions]:
        """Return the regions of every axis, under the conditions of all gates together."""
        tests = [test for condition in self._conditions for test in _without_gates(condition)]
        return cut([axis for axis, _ in self._axes], tests)

    @cached_property
    def lacking(self) -> Mapping[str, tuple[str, ...]]:
        """Return, per choice axis, the values that not every vocabulary has."""
        return {axis.name: missing for axis, missing in self._axes if missing}

    def within(self, gates: Collection[str]) -> Cuts:
        """Return the cuts of some gates alone, with whatever these build on among them.

        There are fewer regions then: what only other gates tell apart is not.
        """
        own = tuple(gate for gate in self.gates if gate in gates)
        return Cuts(self.books, own, {gate: self.clauses[gate] for gate in own})

    @cached_property
    def _asked(self) -> Mapping[str, tuple[str, ...]]:
        return {gate: _gates_among(axis for one in own for axis in one.axes) for gate, own in self.clauses.items()}

    @cached_property
    def _conditions(self) -> list[Condition]:
        every = (clause for found in self.clauses.values() for one in found for clause in (*one.decide, *one.follow))
        return [clause.condition for clause in every]

    @cached_property
    def _axes(self) -> list[tuple[Axis, tuple[str, ...]]]:
        names = dict.fromkeys(axis for found in self.clauses.values() for one in found for axis in one.axes)
        laws = tuple(book.law for book in self.books)
        return [_axis(name, laws) for name in names if not name.startswith(GATE_AXIS)]

    def earlier(self, gate: str) -> tuple[str, ...]:
        """Return the gates whose outcomes some rulebook asks for to decide a gate."""
        return tuple(dict.fromkeys(name for one in self.clauses[gate] for name in one.waits))

    def asked(self, gate: str) -> tuple[str, ...]:
        """Return the gates whose outcomes any clause of a gate asks for, be it the gate's own."""
        return self._asked[gate]

    def lineage(self, *gates: str) -> tuple[str, ...]:
        """Return some gates and all that their conclusions rest on."""
        found, left = dict.fromkeys(gates), [*gates]
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
    every = [
        {gate: _clauses(said, at, _apart(said, shared)) for gate, said in book.said.items()}
        for at, book in enumerate(books)
    ]
    waits: dict[str, dict[str, None]] = {}
    for each in every:
        for gate, own in each.items():
            waits.setdefault(gate, {}).update(dict.fromkeys(own.waits))
    order = _in_order(tuple((gate, tuple(asked)) for gate, asked in waits.items()))
    return Cuts(tuple(books), order, {gate: tuple(each.get(gate, _NOTHING) for each in every) for gate in order})


@lru_cache(maxsize=160)
def _in_order(waits: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    """Return the gates of all rulebooks so that each stands after those that any of them asks it to wait for."""
    try:
        return tuple(TopologicalSorter(dict(waits)).static_order())
    except CycleError as error:
        raise LawError([fault("circular-gates", Place("rules"), value=", ".join(error.args[1]))]) from None


def _axes_in(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(axis for clause in clauses for axis in axes_of(clause.condition)))


def _gates_among(axes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(axis.removeprefix(GATE_AXIS) for axis in axes if axis.startswith(GATE_AXIS)))


def _apart(said: GateRules, shared: frozenset[str]) -> frozenset[str]:
    """Return the doubts of a gate that a rulebook has for itself."""
    return frozenset(axis for axis in said.axes if axis.startswith(IN_FORCE) and axis not in shared)


@lru_cache(maxsize=2**12)
def _clauses(said: GateRules, at: int, apart: frozenset[str]) -> GateClauses:
    """Return what a rulebook says at a gate, with an axis of its own for every doubt that is not shared."""
    decide, follow = (tuple(_own_doubts(clause, at, apart) for clause in each) for each in (said.decide, said.follow))
    return GateClauses(decide, follow, said.outcomes[:-1], said.outcomes[-1])


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


def _own_doubts(clause: Clause, at: int, apart: frozenset[str]) -> Clause:
    if apart.isdisjoint(axes_of(clause.condition)):
        return clause
    return Clause(clause.name, _renamed(clause.condition, at, apart), clause.outcome)


def _renamed(condition: Condition, at: int, apart: frozenset[str]) -> Condition:
    if isinstance(condition, All):
        return All(tuple(_renamed(part, at, apart) for part in condition.parts))
    if isinstance(condition, AnyOf):
        return AnyOf(tuple(_renamed(part, at, apart) for part in condition.parts))
    if isinstance(condition, Not):
        return Not(_renamed(condition.part, at, apart))
    if isinstance(condition, Member) and condition.axis in apart:
        return Member(f"{condition.axis}{BOOK}{at}", condition.values)
    return condition


@lru_cache(maxsize=2**10)
def _axis(name: str, laws: tuple[Law, ...]) -> tuple[Axis, tuple[str, ...]]:
    if name.startswith(IN_FORCE):
        return ChoiceAxis(name, ("yes", "no")), ()
    known = [law.vocabulary.fields[name] for law in laws if name in law.vocabulary.fields]
    if known[0].kind == "quantity":
        return QuantityAxis(name, known[0].cuts), ()
    every = dict.fromkeys(value for field in known for value in field.values)
    common = tuple(value for value in every if all(value in field.values for field in known))
    return ChoiceAxis(name, common), tuple(value for value in every if value not in common)


def _without_gates(condition: Condition) -> list[Condition]:
    """Return the tests of facts alone: outcomes of gates are not cut but enumerated."""
    return [test for test in tests_of(condition) if not test.axis.startswith(GATE_AXIS)]
