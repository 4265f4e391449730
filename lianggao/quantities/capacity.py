"""Find the capacities and sizes that a text on products or content states: `2×4500吨/天`, `由15万吨/年扩大到36万吨/年`.

Each is a closed interval with its unit and period. A day is never turned into a year, and no figure is taken for a
capacity that may be a use, an area, a date or a sum of money. The work is linear in the length of the text.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from lianggao.quantities.capacity_context import Context, context_of, is_capacity, leads_to
from lianggao.quantities.capacity_figures import Figure, find_figures
from lianggao.quantities.reading import nearest

# Full-width signs, each to one ordinary one, so that places in the text stay what they are.
_SIGNS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
BETWEEN = 16


class Interval(NamedTuple):
    """A closed interval; an upper end that is not stated is infinite."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Capacity:
    """One stated capacity: `count` of `each` make `amount`, in the unit t, m3, m2, m, kL, kW, kVA, piece, weight_case.

    `per` is year, month, day, hour, or empty where no period is stated. `change` is `from`, `total`, `added` or empty;
    `what` is the product or equipment named beside the figure; `text` are the exact words, which begin at `start`.
    """

    count: int
    each: Interval
    amount: Interval
    unit: str
    per: str
    change: str
    what: str
    text: str
    start: int
    rule: str


def read_capacities(text: str) -> tuple[Capacity, ...]:
    """Return the capacities that a text states, in order.

    >>> [(c.amount.low, c.unit, c.per, c.change) for c in read_capacities("由15万吨/年扩大到36万吨/年")]
    [(150000.0, 't', 'year', 'from'), (360000.0, 't', 'year', 'total')]
    >>> [(c.count, c.each.low, c.unit, c.what) for c in read_capacities("2座1260立方米高炉，总投资5亿元")]
    [(2, 1260.0, 'm3', '高炉')]
    """
    plain = text.translate(_SIGNS)
    figures = list(find_figures(plain))
    contexts, since = [], 0
    for figure in figures:
        contexts.append(context_of(plain, figure, since))
        since = since if figure.is_count else figure.end
    taken = [is_capacity(figure, context) for figure, context in zip(figures, contexts, strict=True)]
    found = [_capacity(text, *pair) for pair in zip(figures, contexts, strict=True)]
    for at, (one, other) in enumerate(pairwise(figures)):
        close = one.unit == other.unit and other.start - one.end <= BETWEEN
        if close and (taken[at] or taken[at + 1]) and leads_to(contexts[at], plain[one.end : other.start]):
            taken[at] = taken[at + 1] = True
            found[at : at + 2] = _change(found[at], found[at + 1])
    return tuple(capacity for capacity, is_one in zip(found, taken, strict=True) if is_one)


def _capacity(text: str, figure: Figure, context: Context) -> Capacity:
    count = figure.times if figure.times > 1 else context.count
    start = figure.start - context.start
    return Capacity(
        count,
        _interval(figure.low, figure.high),
        _interval(figure.low * count, None if figure.high is None else figure.high * count),
        figure.unit,
        figure.per or context.per,
        context.change,
        context.what,
        text[start : figure.end],
        start,
        figure.rule,
    )


def _change(first: Capacity, second: Capacity) -> list[Capacity]:
    """Mark `由…到…`; the two share a period and a product that only one of them names."""
    what = first.what or second.what
    per = first.per or second.per
    return [
        replace(first, change="from", per=first.per or per, what=first.what or what),
        replace(second, change="total", per=second.per or per, what=second.what or what),
    ]


def _interval(low: Fraction, high: Fraction | None) -> Interval:
    return Interval(nearest(low), math.inf if high is None else nearest(high))
