"""The columns of a list: which field each gives, and how the texts of one are rewritten while all else stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import polars as pl

from lianggao.coded_texts import arrow, text_series
from lianggao.screening import Screening

Wanted: TypeAlias = Callable[[pl.Series], pl.Series]
"""Which texts of a column may have to be rewritten."""


def fields_of(screening: Screening) -> Mapping[str, str]:
    """Return the field that each header of the list gives, empty where it gives none; a field's own key gives it."""
    own = {name: name for name in screening.law.vocabulary.fields}
    return own | {use.header: use.field for report in screening.reports for use in report.uses}


def matching(pattern: str) -> Wanted:
    """Choose the texts that a pattern matches somewhere; it has no look-around."""
    return lambda texts: texts.str.contains(pattern)


def rewrite_texts(column: pd.Series[Any], wanted: Wanted, rewrite: Callable[[str], str]) -> pd.Series[Any]:
    """Return a column with its texts rewritten; of a column of texts alone, those that are `wanted`."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    if isinstance(column.dtype, pd.CategoricalDtype):
        return _with_categories(column, wanted, rewrite)
    if isinstance(column.dtype, pd.StringDtype):
        hits = wanted(text_series(arrow(column))).fill_null(False).to_numpy()
        if not hits.any():
            return column
        rewritten = column.copy()
        rewritten.loc[hits] = [rewrite(text) for text in column[hits]]
        return rewritten
    return column.map(lambda value: rewrite(value) if isinstance(value, str) else value)


def _with_categories(column: pd.Series[Any], wanted: Wanted, rewrite: Callable[[str], str]) -> pd.Series[Any]:
    """Rewrite each category once; two that are rewritten to the same text become one."""
    categories = column.cat.categories.to_series(index=pd.RangeIndex(len(column.cat.categories)))
    rewritten = rewrite_texts(categories, wanted, rewrite)
    if rewritten.equals(categories):
        return column
    places, distinct = pd.factorize(rewritten)
    codes = column.cat.codes.to_numpy()
    return pd.Series(
        pd.Categorical.from_codes(np.where(codes < 0, -1, places[codes]), pd.Index(distinct)),
        index=column.index,
        name=column.name,
    )
