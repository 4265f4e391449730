"""How amounts are written in notes: with label and unit of the vocabulary, never rounded."""

from __future__ import annotations

from math import isinf

from lianggao.intake.values import number_text
from lianggao.rulebook.catalogs import Catalogs


class Words:
    """Labels and units of the fields, as `catalogs/vocabulary` has them."""

    def __init__(self, catalogs: Catalogs) -> None:
        rows = catalogs.rows("vocabulary/fields")
        self._fields = {row["field"]: (row["label"], row["unit"]) for row in rows}

    def label(self, field: str) -> str:
        """Return the label of a field."""
        return self._fields[field][0]

    def unit(self, field: str) -> str:
        """Return the unit of a field."""
        return self._fields[field][1]

    def amount(self, field: str, low: float, high: float) -> str:
        """Return label, interval and unit: `年用电量13293800千瓦时`."""
        label, unit = self._fields[field]
        return label + interval(low, high) + unit


def interval(low: float, high: float) -> str:
    """Write a closed interval of which something is known.

    >>> interval(5.0, 5.0), interval(4.8, 5.2), interval(5.0, float("inf")), interval(0.0, 5.0)
    ('5', '4.8—5.2', '不低于5', '不高于5')
    """
    if low == high:
        return number_text(low)
    if isinf(high):
        return f"不低于{number_text(low)}"
    return f"{number_text(low)}—{number_text(high)}" if low > 0 else f"不高于{number_text(high)}"
