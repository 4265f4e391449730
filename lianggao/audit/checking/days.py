"""Days worth looking at: one of every stretch of time in which the same texts are certainly or possibly in force.

Each comes with its rulebook and, gate by gate in their order, the outcomes that the gate's own rules can give that
day, so that no later gate is thought to see another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lianggao.audit.checking.possible import satisfiable
from lianggao.rulebook import GateTables, Law, Rulebook, load_rulebook
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import turns_of
from lianggao.tables import All, AnyOf, Condition, Not


@dataclass(frozen=True, eq=False)
class Day:
    """A day, its rulebook and the outcomes that each gate can have."""

    date: date
    book: Rulebook
    outcomes: Mapping[str, frozenset[str]]

    def holds_somewhere(self, condition: Condition) -> bool:
        """Return whether the condition holds in some possible world of the day."""
        return satisfiable(condition, self.book.law, self.outcomes)


def days_of(law: Law) -> Iterator[Day]:
    """Yield one day of every stretch, in order; stretches with the same tables are told once. Raises LawError."""
    seen = set[int]()
    for day in turns_of(law.periods):
        book = load_rulebook(PartialDate(day, day), law)
        if id(book.gates) not in seen:
            seen.add(id(book.gates))
            yield Day(day, book, _outcomes(book))


def _outcomes(book: Rulebook) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for tables in book.gates:
        ways = ways_of(tables)
        found[tables.gate.id] = frozenset(outcome for outcome, way in ways.items() if satisfiable(way, book.law, found))
    return found


def ways_of(tables: GateTables) -> dict[str, Condition]:
    """Return, for every outcome of a gate in order of precedence, the condition under which it stands."""
    ways: dict[str, Condition] = {}
    earlier: list[Condition] = []
    for outcome in tables.decide.outcomes:
        own = AnyOf(tuple(c.condition for c in tables.deciding_clauses if c.outcome == outcome))
        last = outcome == tables.gate.otherwise.id
        ways[outcome] = Not(AnyOf(tuple(earlier))) if last else All((own, Not(AnyOf(tuple(earlier)))))
        earlier.append(own)
    return ways
