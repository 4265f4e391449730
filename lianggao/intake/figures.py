"""Take a column of quantities apart: rows that are a bare number, as floats, and the distinct cells of all others."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import TEXT, Codes, Ints, arrow, text_series
from lianggao.intake.cells import BLANK, Cells, Floats, cells_of, numbers_of
from lianggao.intake.values import cell_text
from lianggao.text_columns import column, numbers

_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,30})?"
_BARE = re.compile(_NUMBER)


@dataclass(frozen=True, eq=False)
class Others:
    """The distinct cells that are no bare number: the rows that have one, and which (`codes`).

    `texts` are the cells as text, and `values` by place those that are intervals of two numbers.
    """

    rows: Ints
    codes: Codes
    texts: pa.LargeStringArray
    values: dict[int, tuple[object, ...]]

    def value(self, at: int) -> object:
        """Return an interval as it was given, any other cell as text."""
        return self.values.get(at, self.texts[at].as_py())


@dataclass(frozen=True, eq=False)
class Figures:
    """`numbers` are the bare numbers row by row, not-a-number where a row has none."""

    numbers: Floats
    others: Others
    column: pd.Series[Any]

    def given(self, rows: Ints) -> pl.Series:
        """Return some rows that are bare numbers as text."""
        if isinstance(self.column.dtype, pd.StringDtype):
            return text_series(arrow(self.column).take(pa.array(rows)))
        if pd.api.types.is_float_dtype(self.column.dtype):
            return numbers(self.numbers[rows])
        return column([cell_text(value) for value in self.column.iloc[rows].tolist()])


def figures_of(column: pd.Series[Any]) -> Figures:
    """Take a tidy column apart."""
    if isinstance(column.dtype, pd.StringDtype):
        return _of_texts(column)
    floats = numbers_of(column)
    if floats is None:
        return _of_values(column)
    wrong = (floats < 0) | np.isinf(floats)
    if not wrong.any():
        return Figures(floats, _none(), column)
    rows = np.flatnonzero(wrong)
    return Figures(np.where(wrong, np.nan, floats), _others(rows, cells_of(column.iloc[rows])), column)


def _of_texts(column: pd.Series[Any]) -> Figures:
    texts = arrow(column)
    bare = pc.match_substring_regex(texts, f"^(?:{_NUMBER})$")
    floats = pc.cast(pc.if_else(bare, texts, pa.scalar(None, TEXT)), pa.float64()).to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(pc.fill_null(pc.and_not(pc.not_equal(texts, ""), bare), False))
    if not len(rows):
        return Figures(floats, _none(), column)
    encoded = texts.take(pa.array(rows)).dictionary_encode()
    return Figures(floats, Others(rows, encoded.indices.to_numpy(), encoded.dictionary, {}), column)


def _of_values(column: pd.Series[Any]) -> Figures:
    """Take a column of cells of several types apart."""
    cells = cells_of(column)
    floats = np.full(len(cells.values) + 1, np.nan)
    for at, value in enumerate(cells.values):
        if isinstance(value, str):
            floats[at] = float(value) if _BARE.fullmatch(value) else np.nan
        elif isinstance(value, int | float) and 0 <= value < math.inf:
            floats[at] = value
    kept = np.flatnonzero(np.isnan(floats[:-1]))
    place = np.full(len(floats), BLANK)
    place[kept] = np.arange(len(kept))
    rows = np.flatnonzero(place[cells.codes] != BLANK)
    left = Cells([cells.values[at] for at in kept.tolist()], place[cells.codes[rows]])
    return Figures(floats[cells.codes], _others(rows, left), column)


def _others(rows: Ints, cells: Cells) -> Others:
    values = {at: value for at, value in enumerate(cells.values) if isinstance(value, tuple)}
    return Others(rows, cells.codes, pa.array(cells.texts, TEXT), values)


def _none() -> Others:
    return Others(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), pa.array([], TEXT), {})
