"""What stated amounts come to in standard coal, for every way of choosing among the factors that may apply.

All sums are exact; only what is shown is rounded. An amount that is not stated has no part in a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cached_property, reduce
from itertools import product

import numpy as np
import polars as pl

from lianggao.energy.factors import THOUSAND, Carrier
from lianggao.energy.wholes import Ends, shown
from lianggao.facts import Floats
from lianggao.tables.known import Bools, Ints

# Products of printed factors fit this exactly.
EXACT = Context(prec=60)
FEW = 4
"""Up to so many sums are written one by one; of more, only the least and the greatest."""


@dataclass(frozen=True)
class Worth:
    """Tonnes of standard coal in one unit of a field by one factor; `chosen` names it where there are others."""

    low: Decimal
    high: Decimal
    chosen: str


Worths = Mapping[str, Sequence[Worth]]


def worths_of(carriers: Iterable[Carrier], labels: Mapping[str, str]) -> Worths:
    """Return what a unit of each field is worth by each of its factors."""
    return {carrier.field: [*_worths(carrier, labels[carrier.field])] for carrier in carriers}


def _worths(carrier: Carrier, label: str) -> Iterable[Worth]:
    per_unit = EXACT.divide(carrier.per_unit, THOUSAND)
    for factor in carrier.factors:
        chosen = f"{label}按{factor.text}" if len(carrier.factors) > 1 else ""
        yield Worth(EXACT.multiply(factor.low, per_unit), EXACT.multiply(factor.high, per_unit), chosen)


def fine_of(tables: Iterable[Worths], fields: Sequence[str]) -> int:
    """Return with how many decimal places everything that is worth something can be written, two at the least."""
    every = [end for table in tables for name in fields for worth in table[name] for end in (worth.low, worth.high)]
    return max([2, *(-int(end.as_tuple().exponent) for end in every)])


def greatest_of(tables: Iterable[Worths], finite: Mapping[str, Sequence[Floats]]) -> Floats:
    """Return the greatest number of tonnes that a row's sums and figures have, roughly; `finite` are their ends."""
    every = [{name: float(max(w.high for w in table[name])) for name in finite if name in table} for table in tables]
    sums = [
        reduce(np.add, [finite[name][end] * worth for name, worth in most.items()]) for most in every for end in (0, -1)
    ]
    return reduce(np.maximum, [*sums, *(end for name, ends in finite.items() if name not in every[0] for end in ends)])


@dataclass(frozen=True)
class Conversion:
    """All sums of some rows on one basis, one for each way of choosing factors; `how` ends in the basis."""

    how: str
    ways: Sequence[Ends]
    chosen: Sequence[str]
    places: Ints

    @property
    def basis(self) -> str:
        """Return `当量值` or `等价值`."""
        return self.how[-3:]

    @cached_property
    def rank(self) -> Sequence[int]:
        """Return the place of each way in the order of its factors' names, which is the last thing sums differ in."""
        return [sorted(self.chosen).index(name) for name in self.chosen]

    def before(self, one: int, other: int) -> Bools:
        """Return where one sum comes before another: by its lower end, then its upper one, then the names."""
        (low, high, endless), (least, most, _) = self.ways[one], self.ways[other]
        named = self.rank[one] < self.rank[other]
        before: Bools = (low < least) | (low == least) & np.where(
            endless, named, (high < most) | (high == most) & named
        )
        return before

    def parts(self) -> list[pl.Series | str]:
        """Return what the amounts come to, in words: all sums from the least up, or between what they lie."""
        if len(self.ways) == 1:
            return [self.how, shown(self.ways[0], self.places), "吨标准煤"]
        if len(self.ways) > FEW:
            low = reduce(np.minimum, [way.low for way in self.ways])
            high = reduce(np.maximum, [way.high for way in self.ways])
            every = shown(Ends(low, high, self.ways[0].endless), self.places)
            return [self.how, every, f"吨标准煤（{len(self.ways)}种系数组合）"]
        parts: list[pl.Series | str] = [self.how]
        for way in self._in_order():
            parts += [shown(way, self.places), "或"]
        return [*parts[:-1], "吨标准煤"]

    def _in_order(self) -> Iterable[Ends]:
        every = range(len(self.ways))
        places = [sum((self.before(other, way) for other in every if other != way), np.int8(0)) for way in every]
        for place in every:
            here = [found == place for found in places]
            low, high = (np.select(here, [getattr(w, end) for w in self.ways]) for end in ("low", "high"))
            yield Ends(low, high, self.ways[0].endless)


def convert(how: str, amounts: Mapping[str, Ends], worths: Worths, fine: int, places: Ints) -> Conversion:
    """Return the sums of rows that have the same choices of factors, in units of `10**-places`.

    The amounts are in units that are `10**fine` times as large.
    """
    every = list(product(*(worths[name] for name in amounts)))
    ways = [_sum(amounts.values(), way, fine) for way in every]
    return Conversion(how, ways, ["、".join(w.chosen for w in way if w.chosen) for way in every], places)


def _sum(amounts: Iterable[Ends], way: Sequence[Worth], fine: int) -> Ends:
    ends = list(amounts)
    least, most = ([int(getattr(worth, end).scaleb(fine, EXACT)) for worth in way] for end in ("low", "high"))
    endless = reduce(np.logical_or, [each.endless for each in ends])
    low = reduce(np.add, [each.low * worth for each, worth in zip(ends, least, strict=True)])
    if least == most and all(each.high is each.low for each in ends):
        return Ends(low, low, endless)
    return Ends(low, reduce(np.add, [each.high * worth for each, worth in zip(ends, most, strict=True)]), endless)
