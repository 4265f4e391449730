"""Turn a typed cell into the text a person would have written.

Numbers keep every digit they have and gain none, dates are ISO, and yes and no are 是 and 否.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal

# A spreadsheet keeps 15 digits: a longer whole number has lost its end.
KEPT = 10**15


def cell_text(value: object) -> str:
    """Return a cell's text; None and NaN are blank.

    >>> cell_text(12533.05), cell_text(50000.0), cell_text(True), cell_text(None)
    ('12533.05', '50000', '是', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value.replace(tzinfo=None)).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return number_text(value)
    return str(value)


def number_text(value: float) -> str:
    """Return the shortest text that is exactly this number, without an exponent."""
    if not math.isfinite(value):
        return "" if math.isnan(value) else str(value)
    text = format(Decimal(repr(value)), "f")
    return text.removesuffix(".0")


def digits_lost(value: object) -> bool:
    """Return whether a number is too long for a spreadsheet to have kept it: an identifier typed as a number."""
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) >= KEPT
