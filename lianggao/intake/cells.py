"""The distinct cells of a column, so that each is read once however often it is repeated.

A cell may be text, a number, a date, yes or no, or an interval; None and NaN are blank.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lianggao.facts import Note
from lianggao.intake.values import cell_text, digits_lost
from lianggao.quantities import Remark

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
BLANK = -1


@dataclass(frozen=True)
class Cells:
    """Distinct values in the order in which they appear, and the place of each row's in them (-1 is blank)."""

    values: tuple[object, ...]
    codes: Ints

    @property
    def texts(self) -> list[str]:
        """Return the distinct values as text."""
        return [cell_text(value) for value in self.values]

    def notes(self, remarks: dict[int, tuple[Remark, ...]], field: str) -> Iterable[Note]:
        """Return a note for every row whose cell has remarks, keyed by the cell's place in `values`."""
        if remarks:
            texts = self.texts
            for row in np.flatnonzero(np.isin(self.codes, list(remarks))).tolist():
                for remark in remarks[int(self.codes[row])]:
                    yield Note(row, field, remark.code, remark.text, given=texts[int(self.codes[row])])


def tidy(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column numbered from 0, its texts as strings, and yes and no as text: Python holds True equal to 1."""
    column = column.reset_index(drop=True)
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(column.cat.categories.dtype)
    if pd.api.types.is_bool_dtype(column.dtype):
        column = column.map({True: "是", False: "否"})
    if isinstance(column.dtype, pd.StringDtype):
        return column.astype("string")
    if column.dtype == object:
        # No cell holds a whole number beyond what a float can be; as text it is read, and refused, like any other.
        column = column.map(lambda v: str(v) if type(v) is int and abs(v) > sys.float_info.max else v)
        if pd.api.types.infer_dtype(column, skipna=True) in ("string", "empty"):
            return column.astype("string")
        if pd.api.types.infer_dtype(column, skipna=True) in ("floating", "integer", "mixed-integer-float"):
            return column.astype("float64")
        values = [cell_text(value) if isinstance(value, bool | np.bool_) else value for value in column]
        return pd.Series(values, dtype=object)
    return column


def cells_of(column: pd.Series[Any]) -> Cells:
    """Find the distinct cells of a tidy column."""
    codes, values = pd.factorize(column)
    return Cells(tuple(np.asarray(values, dtype=object).tolist()), codes.astype(np.int64))


def numbers_of(column: pd.Series[Any]) -> Floats | None:
    """Return a column of numbers as floats, blank as NaN; None for any other column, one of yes and no included."""
    if pd.api.types.is_numeric_dtype(column.dtype) and not pd.api.types.is_bool_dtype(column.dtype):
        return column.to_numpy(dtype=np.float64, na_value=np.nan)
    return None


def identifier_remarks(values: Iterable[object]) -> dict[int, tuple[Remark, ...]]:
    """Return what is wrong with numbers that stand where an identifier should."""
    why = "以数字存放，超过15位的部分原值已失真，请改为文本重新填写"
    return {
        at: (Remark("digits-lost", f"“{cell_text(value)}”{why}"),)
        for at, value in enumerate(values)
        if digits_lost(value)
    }
