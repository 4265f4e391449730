"""Rewrite the texts of a column that need it, and touch no other cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd


def rewrite_texts(column: pd.Series[Any], wanted: str, rewrite: Callable[[str], str]) -> pd.Series[Any]:
    """Return a column with its texts rewritten; of a column of texts alone, those that the pattern `wanted` matches."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    if isinstance(column.dtype, pd.StringDtype):
        hits = column.str.contains(wanted, regex=True, na=False).to_numpy(dtype=bool)
        if not hits.any():
            return column
        rewritten = column.copy()
        rewritten.loc[hits] = [rewrite(text) for text in column[hits]]
        return rewritten
    return column.map(lambda value: rewrite(value) if isinstance(value, str) else value)
