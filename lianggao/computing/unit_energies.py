"""The unit energy of the products that each project may make, for those where it is stated of all of these."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import inf

import numpy as np

from lianggao.computing.intervals import ratio
from lianggao.computing.items import Bools
from lianggao.facts import Facts, Floats, Span
from lianggao.tables.known import Ints, Known


@dataclass(frozen=True)
class Products:
    """The items but `none`: their names, the measure of each one's unit energy, and which each project may make.

    A measure is a field (perhaps empty), and whether it is one of a step of the process: what is measured there is at
    most what the whole works use for it.
    """

    names: tuple[str, ...]
    measures: tuple[tuple[str, bool], ...]
    known: Known


@dataclass(frozen=True)
class Told:
    """The projects of which the unit energy of every item still possible is stated, and it as an interval.

    Each pair is a place in `rows` and an item that this project may make; those of one project begin at its `starts`.
    """

    all_rows: int
    rows: Ints
    places: Ints
    items: Ints
    starts: Ints
    unit: Span

    @property
    def low(self) -> Floats:
        """Return the least unit energy of each of the projects."""
        return np.minimum.reduceat(self.unit.low, self.starts)

    @property
    def high(self) -> Floats:
        """Return the greatest."""
        return np.maximum.reduceat(self.unit.high, self.starts)

    def ratio(self, values: Floats, table: Ints, inside: Bools) -> Span:
        """Return the hull over the items of the unit energy over the values (tables x items).

        Only what certainly lies `inside` the list of items has one.
        """
        value = values[table[self.rows[self.places]], self.items]
        unknown = np.isnan(value)
        divisor = Span(np.where(unknown, 0.0, value), np.where(unknown, inf, value))
        each = ratio([self.unit], [divisor], Fraction(1), len(value))
        low, high = np.minimum.reduceat(each.low, self.starts), np.maximum.reduceat(each.high, self.starts)
        within = inside[self.rows]
        return self.spread(np.where(within, low, 0.0), np.where(within, high, inf))

    def spread(self, low: Floats, high: Floats) -> Span:
        """Return an interval for every project of the list, all open for the others."""
        span = Span.unknown(self.all_rows)
        span.low[self.rows], span.high[self.rows] = low, high
        return span


def told_of(facts: Facts, stated: Facts, products: Products) -> Told | None:
    """Return what is stated of the unit energy of items; nothing where none is stated at all."""
    if not {name for name, _ in products.measures if name} & facts.quantities.keys():
        return None
    rows = _rows_told(facts, stated, products)
    places, items, starts = _pairs(products.known.sets, products.known.index[rows])
    low, high = np.zeros(len(items)), np.full(len(items), inf)
    measures = list(dict.fromkeys(products.measures))
    of_pair = np.array([measures.index(measure) for measure in products.measures])[items]
    for at, measure in enumerate(measures):
        here = np.flatnonzero(of_pair == at)
        if len(here):
            unit = _unit(facts, stated, *measure, rows[places[here]])
            low[here], high[here] = unit.low, unit.high
    return Told(facts.rows, rows, places, items, starts, Span(low, high))


def _rows_told(facts: Facts, stated: Facts, products: Products) -> Ints:
    """Return the projects that may make something of the list, where the measures of all that is are stated.

    A figure that is stated may be open where a computed one is far from it; at a step it counts all the same.
    """
    sets, index, names = products.known.sets, products.known.index, [name for name, _ in products.measures]
    of_name = {name: [each == name for each in names] for name in names}
    needs = {name: np.asarray(sets[:, those].any(axis=1)) for name, those in of_name.items()}
    known: Bools = np.asarray(sets.any(axis=1))
    for name, need in needs.items():
        if name not in facts.quantities:
            known &= ~need
    told = np.asarray(np.take(known, index))
    for name, need in needs.items():
        if (need & known).any():
            before = stated.quantities.get(name)
            told &= ~np.asarray(need)[index] | facts.quantities[name].stated | (before.stated if before else False)
    return np.flatnonzero(told)


def _unit(facts: Facts, stated: Facts, name: str, is_step: bool, rows: Ints) -> Span:
    """Return the unit energy of some projects by one measure."""
    span = facts.quantities[name].take(rows)
    if not is_step:
        return span
    own = stated.quantities[name].take(rows) if name in stated.quantities else Span.unknown(len(rows))
    return Span(own.low, np.where(own.stated, own.high, span.high))


def _pairs(sets: Bools, index: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the members of the set of each place: the places, the members, and where those of each place begin."""
    sizes = sets.sum(axis=1)
    first, size = (np.cumsum(sizes) - sizes)[index], sizes[index]
    starts = np.cumsum(size) - size
    places = np.repeat(np.arange(len(index)), size)
    members = np.nonzero(sets)[1][np.arange(len(places)) + np.repeat(first - starts, size)]
    return places, members, starts
