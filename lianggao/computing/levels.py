"""Unit energy of the products a project may make, over the values that it may be compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

import numpy as np
import numpy.typing as npt

from lianggao.computing.agreeing import agree_all
from lianggao.computing.intervals import ratio
from lianggao.computing.items import Bools
from lianggao.computing.kinds import NONE, STEP, ItemKind
from lianggao.computing.values import values_on
from lianggao.facts import Facts, Floats, Span
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.known import Ints, Known
from lianggao.vocabulary import Vocabulary


@dataclass(frozen=True)
class Products:
    """The items but `none`: their names, the field of each one's unit energy, and which each project may make.

    What is measured at a step of the process is at most what the whole works use for it.
    """

    names: tuple[str, ...]
    measures: tuple[str, ...]
    steps: tuple[bool, ...]
    known: Known

    def rows(self, item: int) -> Ints:
        """Return the projects that may make an item."""
        return np.flatnonzero(self.known.sets[:, item][self.known.index])


def compare_levels(
    facts: Facts,
    stated: Facts,
    kind: ItemKind,
    vocabulary: Vocabulary,
    catalogs: Catalogs,
    dates: Sequence[PartialDate],
    of_row: npt.NDArray[np.int64],
) -> Facts:
    """Return the facts with unit energy, values and ratios; each is the hull over the items that are still possible.

    Where a project may make something outside the lists, no ratio is known. Where one of its items can't be compared,
    because its value is not on file, doubtful or not yet in force, all is left open. `stated` are the facts before
    formulas.
    """
    known = facts.choices.get(kind.item)
    if known is None or not facts.rows:
        return facts
    products = _products(kind, known, catalogs)
    tables, table_of_date = values_on(kind, products.names, catalogs, dates)
    table = table_of_date[of_row]
    spans = {level.value: _values(products, tables[:, at], table) for at, level in enumerate(kind.levels)}
    outside = _outside(kind, known, catalogs)
    if units := _units(facts, stated, products):
        spans[kind.unit] = _hull(facts.rows, units)
        for at, level in enumerate(kind.levels):
            if level.ratio:
                span = _hull(facts.rows, _ratios(units, tables[:, at], table))
                spans[level.ratio] = Span(np.where(outside, 0.0, span.low), np.where(outside, inf, span.high))
    return agree_all(facts, spans, vocabulary)


def _outside(kind: ItemKind, known: Known, catalogs: Catalogs) -> Bools:
    """Return where a project may make something outside the list, which no value is for."""
    apart = np.array([row[kind.item] == NONE for row in catalogs.rows(kind.items)])
    return np.asarray((known.sets & apart).any(axis=1)[known.index])


def _products(kind: ItemKind, known: Known, catalogs: Catalogs) -> Products:
    rows = catalogs.rows(kind.items)
    listed = [at for at, row in enumerate(rows) if row[kind.item] != NONE]
    names, measures = (tuple(rows[at].get(column, "") for at in listed) for column in (kind.item, "measure"))
    steps = tuple(rows[at].get("scope") == STEP for at in listed)
    return Products(names, measures, steps, Known(known.sets[:, listed], known.index))


def _values(products: Products, values: Floats, table: Ints) -> Span:
    """Return the least and the greatest value (tables x items) of the items that each project may make."""
    sets = products.known.sets[None, :, :]
    unknown = (sets & np.isnan(values)[:, None, :]).any(axis=2) | ~sets.any(axis=2)
    plain = np.nan_to_num(values)[:, None, :]
    low = np.where(unknown, 0.0, np.where(sets, plain, inf).min(axis=2))
    high = np.where(unknown, inf, np.where(sets, plain, 0.0).max(axis=2))
    return Span(low[table, products.known.index], high[table, products.known.index])


Parts = list[tuple[Ints, Span]]
"""Projects, and what one item says of each of them."""


def _units(facts: Facts, stated: Facts, products: Products) -> Parts:
    """Return the unit energy of each item for the projects that may make it; nothing where none is stated at all."""
    if not {name for name in products.measures if name} & facts.quantities.keys():
        return []
    parts = []
    for at, measure in enumerate(products.measures):
        rows = products.rows(at)
        span = facts.span(measure)
        if products.steps[at]:
            own = stated.span(measure)
            span = Span(own.low, np.where(own.stated, own.high, span.high))
        parts.append((rows, Span(span.low[rows], span.high[rows])))
    return parts


def _ratios(units: Parts, values: Floats, table: Ints) -> Iterator[tuple[Ints, Span]]:
    for at, (rows, unit) in enumerate(units):
        value = values[table[rows], at]
        unknown = np.isnan(value)
        divisor = Span(np.where(unknown, 0.0, value), np.where(unknown, inf, value))
        yield rows, ratio([unit], [divisor], Fraction(1), len(rows))


def _hull(rows: int, parts: Iterator[tuple[Ints, Span]] | Parts) -> Span:
    """Return the hull of what the items say of each project, all open where no item says anything."""
    low, high = np.full(rows, inf), np.zeros(rows)
    for at, span in parts:
        low[at], high[at] = np.minimum(low[at], span.low), np.maximum(high[at], span.high)
    none: Bools = low == inf
    return Span(np.where(none, 0.0, low), np.where(none, inf, high))
