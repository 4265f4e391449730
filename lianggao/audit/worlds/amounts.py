"""Write the bounds of a region as the law does: by the threshold that cuts it, and to the last digit."""

from __future__ import annotations

from decimal import Decimal
from math import inf, nextafter


def digits_of(number: float) -> str:
    """Return a number in full, without an exponent."""
    return f"{Decimal(repr(number)).normalize():f}"


def threshold_of(start: float) -> tuple[float, bool]:
    """Return the threshold behind the first number of a region, and whether the threshold itself lies below it.

    >>> threshold_of(10000.0), threshold_of(nextafter(10000.0, inf))
    ((10000.0, False), (10000.0, True))
    """
    before = nextafter(start, -inf)
    return (before, True) if len(repr(before)) < len(repr(start)) else (start, False)
