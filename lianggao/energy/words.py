"""How amounts are written in notes: with label and unit of the vocabulary, never rounded."""

from __future__ import annotations

import polars as pl

from lianggao.facts import Floats, Span
from lianggao.rulebook.catalogs import Catalogs
from lianggao.text_columns import intervals, joined


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

    def amounts(self, field: str, span: Span) -> pl.Series:
        """Return label, interval and unit of each: `年用电量13293800千瓦时`."""
        return joined(self.label(field), ends(span.low, span.high), self.unit(field))


def ends(low: Floats, high: Floats) -> pl.Series:
    """Write closed intervals of which something is known, as `amount_texts.intervals`; what is open is `不低于0`."""
    return intervals(low, high, "", unstated="不低于0")
