"""Arithmetic with closed intervals of figures that are finite and never negative.

Every result holds each value that the inputs may have, and is rounded to 12 significant digits, so that what a person
works out from decimals, such as 13.5, is exactly that number and a figure on a line stands on the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import inf

import numpy as np

from lianggao.facts import Floats, Span

DIGITS = 12
# Powers of ten up to this are exact, so that scaling rounds once.
_EXACT = 22
_POWERS = np.array([float(10**power) for power in range(_EXACT + 1)])
BEYOND = 1e9
"""More than any ratio that a rule asks about."""
_GREATEST = np.finfo(np.float64).max


def ratio(times: Sequence[Span], over: Sequence[Span], factor: Fraction, rows: int) -> Span:
    """Return the product of `times` over the product of `over`, times `factor`.

    A divisor that may be zero leaves the upper end open. More than zero over zero is at least `BEYOND`, zero over zero
    is not known, and zero over what may be more than zero is zero.

    >>> from lianggao.facts import Span
    >>> energy, tonnes = (Span(np.array([value]), np.array([value])) for value in (27.0, 2000.0))
    >>> ratio([energy], [tonnes], Fraction(1000), 1).low
    array([13.5])
    """
    top, bottom = float(factor.numerator), float(factor.denominator)
    with np.errstate(over="ignore"):
        least, most = _product([s.low for s in times], rows) * top, _product([s.high for s in times], rows) * top
        thin, thick = _product([s.low for s in over], rows) * bottom, _product([s.high for s in over], rows) * bottom
    # Lower ends are finite; what is beyond all floats is at least the greatest of them.
    least, thin = np.minimum(least, _GREATEST), np.minimum(thin, _GREATEST)
    undefined = thick == 0
    with np.errstate(over="ignore"):
        low = np.minimum(np.divide(least, thick, out=np.zeros(rows), where=~undefined), _GREATEST)
        high = np.divide(most, thin, out=np.full(rows, inf), where=thin > 0)
    low, high = np.where(undefined & (least > 0), BEYOND, low), np.where(most == 0, 0.0, high)
    return Span(rounded(low), rounded(np.where(undefined, inf, high)))


def rounded(values: Floats) -> Floats:
    """Round to 12 significant digits; infinity stays.

    >>> rounded(np.array([0.1 + 0.2, 1e300, np.inf, 0.0]))
    array([3.e-001, 1.e+300,     inf, 0.e+000])
    """
    plain = np.isfinite(values) & (values > 0)
    size = np.floor(np.log10(values, out=np.zeros(len(values)), where=plain))
    shift = np.clip(DIGITS - 1 - size, -_EXACT, _EXACT)
    places = shift.astype(np.int64)
    up, down = _POWERS[np.maximum(places, 0)], _POWERS[np.maximum(-places, 0)]
    whole = np.rint(np.where(plain, values, 0) * up / down)
    return np.where(plain, whole / up * down, values)


def _product(factors: Sequence[Floats], rows: int) -> Floats:
    """Multiply; zero times what is not known is zero, since every figure is finite."""
    product, zero = np.ones(rows), np.zeros(rows, dtype=bool)
    for factor in factors:
        zero |= factor == 0
        product = product * np.where(factor == 0, 1.0, factor)
    return np.where(zero, 0.0, product)
