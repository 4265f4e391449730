"""The formulas of `vocabulary/computed`, applied in the order in which they need each other.

A row is a product over a product times a factor. It gives both ends of a field, or only a bound where `end` says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from graphlib import TopologicalSorter
from math import inf

import numpy as np

from lianggao.computing.agreeing import agree
from lianggao.computing.intervals import ratio
from lianggao.facts import Facts, Span
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary

TABLE = "vocabulary/computed"


@dataclass(frozen=True, slots=True)
class Formula:
    """`field` is the product of `times` over the product of `over`, times `factor`; `end` is `low`, `high` or empty.

    Its inputs are asked of the activities in `asked_for`; without any, of those that no other formula asks.
    """

    field: str
    times: tuple[str, ...]
    over: tuple[str, ...]
    factor: Fraction
    end: str
    asked_for: frozenset[str] = frozenset()

    @property
    def inputs(self) -> tuple[str, ...]:
        """Return the fields that it needs."""
        return (*self.times, *self.over)


@lru_cache(maxsize=8)
def formulas_of(catalogs: Catalogs) -> Mapping[str, tuple[Formula, ...]]:
    """Return the formulas of each computed field, inputs first. Raises CycleError where they need each other."""
    rows = catalogs.tables.get(TABLE, [])
    found = [
        Formula(
            row["field"],
            split(row["times"]),
            split(row["over"]),
            Fraction(row["factor"]),
            row["end"],
            frozenset(split(row.get("asked_for", ""))),
        )
        for row in rows
    ]
    needs = {
        name: {i for f in found if f.field == name for i in f.inputs} for name in dict.fromkeys(f.field for f in found)
    }
    order = TopologicalSorter(needs).static_order()
    return {name: tuple(f for f in found if f.field == name) for name in order if name in needs}


def apply_formulas(facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> Facts:
    """Return the facts with every computed field of which something is known; what is stated is held against it."""
    for name, formulas in formulas_of(catalogs).items():
        if computed := _computed(facts, formulas):
            facts = agree(facts, vocabulary[name], computed)
    return facts


def _computed(facts: Facts, formulas: Sequence[Formula]) -> Span | None:
    """Return what the formulas of one field tell together, nothing where none of them can tell anything."""
    able = [formula for formula in formulas if _can_tell(facts, formula)]
    asked = np.zeros(facts.rows, dtype=bool)
    for formula in able:
        asked |= _may_tell(facts, formula)
    rows = np.flatnonzero(asked)
    if not len(rows):
        return None
    some = _together([(formula, _ratio(facts, formula, rows)) for formula in able], len(rows))
    span = Span.unknown(facts.rows)
    span.low[rows], span.high[rows] = some.low, some.high
    return span


def _together(told: Sequence[tuple[Formula, Span]], rows: int) -> Span:
    whole = _hull([span for formula, span in told if not formula.end], rows)
    low, high = whole.low, whole.high
    for formula, span in told:
        low = np.maximum(low, span.low) if formula.end == "low" else low
        high = np.minimum(high, span.high) if formula.end == "high" else high
    # Bounds that contradict each other: either may be the true one.
    return Span(np.minimum(low, high), np.maximum(low, high))


def _can_tell(facts: Facts, formula: Formula) -> bool:
    """Return whether anything may follow: every divisor is bounded somewhere, and something multiplied is known."""
    return all(name in facts.quantities for name in formula.over) and any(
        name in facts.quantities for name in formula.times
    )


def _may_tell(facts: Facts, formula: Formula) -> Bools:
    """Return where anything may follow: some factor is known, and some divisor, or a factor is zero."""
    factor, told = (np.zeros(facts.rows, dtype=bool) for _ in range(2))
    for span in (facts.quantities[name] for name in formula.times if name in facts.quantities):
        factor |= span.stated
        told |= span.high == 0
    for name in formula.over:
        told |= facts.quantities[name].stated
    return factor & told if formula.over else factor


def _ratio(facts: Facts, formula: Formula, rows: Ints) -> Span:
    spans = [[_at(facts, name, rows) for name in names] for names in (formula.times, formula.over)]
    return ratio(spans[0], spans[1], formula.factor, len(rows))


def _at(facts: Facts, name: str, rows: Ints) -> Span:
    span = facts.quantities.get(name)
    return Span(span.low[rows], span.high[rows]) if span else Span.unknown(len(rows))


def _hull(spans: Sequence[Span], rows: int) -> Span:
    """Return the hull of those spans that tell something, row by row."""
    low, high = np.full(rows, inf), np.zeros(rows)
    for span in spans:
        low = np.where(span.stated, np.minimum(low, span.low), low)
        high = np.where(span.stated, np.maximum(high, span.high), high)
    none = low == inf
    return Span(np.where(none, 0.0, low), np.where(none, inf, high))
