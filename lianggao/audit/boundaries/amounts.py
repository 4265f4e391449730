"""Numbers at a threshold: the one just below and the one just above it, 0.01 of the unit apart, exactly."""

from __future__ import annotations

from decimal import Decimal

STEP = Decimal("0.01")


def just_below(threshold: float) -> float:
    """Return the number 0.01 below.

    >>> just_below(50000.0)
    49999.99
    """
    return float(Decimal(str(threshold)) - STEP)


def just_above(threshold: float) -> float:
    """Return the number 0.01 above."""
    return float(Decimal(str(threshold)) + STEP)


def plain(number: float) -> int | float:
    """Return a whole number as one.

    >>> plain(50000.0), plain(0.5)
    (50000, 0.5)
    """
    return int(number) if number == int(number) else number
