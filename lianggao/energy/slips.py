"""How a note asks about a figure that looks off: what it would be with 万 less or more, or in another unit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import polars as pl

from lianggao.energy.words import Words, ends
from lianggao.facts import Floats, Span
from lianggao.text_columns import column, joined, numbers

CODE = "implausible-size"
LIMIT = 100
"""Figures that should be alike and are further apart than this are asked about; a slip of 万 is 10 000."""
MYRIAD = 10_000
# What is mistaken for the unit of the field, and how many of it are one.
_MISTAKEN = {"investment_wan_yuan": ("元", "亿元", MYRIAD), "land_m2": ("", "亩", 2000 / 3)}


def slip(words: Words, field: str, span: Span, *, small: bool) -> pl.Series:
    """Say what figures that look too small, or too large, would be if they had slipped.

    >>> from lianggao.rulebook import load_law
    >>> three = Span(np.array([3.0]), np.array([3.0]))
    >>> slip(Words(load_law().catalogs), "coal_t", three, small=True).to_list()
    ['若漏写了“万”，应为30000吨']
    """
    larger, smaller, times = _MISTAKEN.get(field, ("", "", MYRIAD))
    unit = smaller if small else larger
    mistake = f"若所填单位是{unit}" if unit else f"若{'漏写' if small else '多写'}了“万”"
    return joined(f"{mistake}，应为", scaled(span, times if small else 1 / MYRIAD), words.unit(field))


def scaled(span: Span, factor: float) -> pl.Series:
    """Write intervals times a factor, to the hundredth."""
    return ends(*(to_hundredths(end * factor) for end in (span.low, span.high)))


def times(ratios: Floats) -> pl.Series:
    """Write how many times larger something is: `约10001倍`."""
    if (ratios < 2.0**53).all():
        return joined("约", numbers(np.rint(ratios)), "倍")
    return column([f"约{ratio:.0f}倍" for ratio in ratios.tolist()])


def to_hundredths(values: Floats) -> Floats:
    """Round numbers as they are written to the hundredth, halves away from zero; none is negative.

    >>> to_hundredths(np.array([1.005, 2.675, 0.125, 3.14159])).tolist()
    [1.01, 2.68, 0.13, 3.14]
    """
    endless = ~np.isfinite(values)
    values = np.where(endless, 0.0, values)
    with np.errstate(over="ignore", invalid="ignore"):
        whole, thousandths = np.floor(values * 100 + 0.5), np.rint(values * 1000)
    # What has three decimal places may be a half, which the float is only near to.
    three = (thousandths / 1000 == values) & (thousandths < 1e15)
    found = np.where(three, np.floor((thousandths + 5) / 10), whole) / 100
    over = values * 100 + 0.5 - whole
    odd = ~three & ((over < values * 1e-13) | (1 - over < values * 1e-13) | (values > 1e10))
    found[odd] = [_hundredth(value) for value in values[odd].tolist()]
    return np.where(endless, np.inf, found)


def _hundredth(value: float) -> float:
    return float(Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)) if value < 1e22 else value
