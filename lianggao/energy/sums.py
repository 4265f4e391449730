"""What stated amounts come to in standard coal, for every way of choosing among the factors that may apply.

All arithmetic is decimal and exact; only what is shown is rounded. An amount that is not stated has no part in a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from itertools import product
from typing import NamedTuple

# Sums of products of floats and printed factors fit this exactly; what does not is far beyond any project.
EXACT = Context(prec=60)
HUNDREDTH = Decimal("0.01")
FEW = 4
"""Up to so many sums are written one by one; of more, only the least and the greatest."""


class Sum(NamedTuple):
    """Tonnes of standard coal by one choice of factors, as a closed interval; `high` may be infinite.

    `chosen` names each factor that had another beside it.
    """

    low: Decimal
    high: Decimal
    chosen: str = ""


def decimal(number: float) -> Decimal:
    """Return the decimal that a float was written as.

    >>> decimal(1329.38), decimal(float("inf"))
    (Decimal('1329.38'), Decimal('Infinity'))
    """
    return Decimal(repr(number))


def times(low: Decimal, high: Decimal, worth: Sum) -> Sum:
    """Return an amount in tonnes of standard coal, where one unit of it is `worth` so many."""
    least = EXACT.multiply(low, worth.low)
    if low == high and worth.low == worth.high:
        return Sum(least, least, worth.chosen)
    return Sum(least, EXACT.multiply(high, worth.high), worth.chosen)


def sums_of(parts: Sequence[Sequence[Sum]]) -> list[Sum]:
    """Return the sum for every choice of one term from each part, from the least up."""
    if len(parts) == 1:
        return sorted(parts[0])
    return sorted(reduce(_plus, choice) for choice in product(*parts))


def _plus(one: Sum, other: Sum) -> Sum:
    chosen = "、".join(filter(None, (one.chosen, other.chosen)))
    return Sum(EXACT.add(one.low, other.low), EXACT.add(one.high, other.high), chosen)


def gap(found: Sum, low: Decimal, high: Decimal) -> Decimal:
    """Return how far a sum lies above (or, negative, below) a stated interval, as a part of the stated figure.

    Zero where the two overlap, infinite above a stated nothing.

    >>> gap(Sum(Decimal(105), Decimal(110)), Decimal(90), Decimal(100))
    Decimal('0.05')
    """
    if found.low > high:
        return EXACT.divide(found.low - high, high) if high else Decimal("Infinity")
    if found.high < low:
        return EXACT.divide(found.high - low, low)
    return Decimal(0)


def shown(low: Decimal, high: Decimal) -> str:
    """Write tonnes to the hundredth.

    >>> shown(Decimal("4825.808"), Decimal("4825.808")), shown(Decimal(5), Decimal("Infinity"))
    ('4825.81', '不低于5')
    """
    if low == high:
        return rounded(low)
    return f"{rounded(low)}—{rounded(high)}" if high.is_finite() else f"不低于{rounded(low)}"


def all_shown(sums: Sequence[Sum]) -> str:
    """Write all sums with their unit, or between what they lie.

    >>> all_shown([Sum(Decimal(5), Decimal(5)), Sum(Decimal(7), Decimal(7))])
    '5或7吨标准煤'
    """
    if len(sums) <= FEW:
        return f"{'或'.join([shown(low, high) for low, high, _ in sums])}吨标准煤"
    return f"{shown(sums[0].low, max([each.high for each in sums]))}吨标准煤（{len(sums)}种系数组合）"


def rounded(number: Decimal) -> str:
    """Write a number to the hundredth, without trailing zeros."""
    text = format(number.quantize(HUNDREDTH, ROUND_HALF_UP, EXACT), "f")
    return text.rstrip("0").rstrip(".")
