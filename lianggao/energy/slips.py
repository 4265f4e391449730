"""How a note asks about a figure that looks off: what it would be with 万 less or more, or in another unit."""

from __future__ import annotations

from lianggao.energy.sums import decimal, rounded
from lianggao.energy.words import Words, interval

CODE = "implausible-size"
LIMIT = 100
"""Figures that should be alike and are further apart than this are asked about; a slip of 万 is 10 000."""
MYRIAD = 10_000
# What is mistaken for the unit of the field, and how many of it are one.
_MISTAKEN = {"investment_wan_yuan": ("元", "亿元", MYRIAD), "land_m2": ("", "亩", 2000 / 3)}


def slip(words: Words, field: str, low: float, high: float, *, small: bool) -> str:
    """Say what a figure that looks too small, or too large, would be if it had slipped.

    >>> from lianggao.rulebook import load_law
    >>> slip(Words(load_law().catalogs), "coal_t", 3.0, 3.0, small=True)
    '若漏写了“万”，应为30000吨'
    """
    larger, smaller, times = _MISTAKEN.get(field, ("", "", MYRIAD))
    factor = times if small else 1 / MYRIAD
    meant = words.unit(field)
    unit = smaller if small else larger
    mistake = f"若所填单位是{unit}" if unit else f"若{'漏写' if small else '多写'}了“万”"
    return f"{mistake}，应为{scaled(low, high, factor)}{meant}"


def scaled(low: float, high: float, factor: float) -> str:
    """Write an interval times a factor, to the hundredth."""
    ends = (float(rounded(decimal(end * factor))) if end < float("inf") else end for end in (low, high))
    return interval(*ends)


def times(ratio: float) -> str:
    """Write how many times larger something is: `约10001倍`."""
    return f"约{ratio:.0f}倍"
