"""The distinct cells of a column, so that each is read once however often it is repeated.

A cell may be text, a number, a date, yes or no, or an interval; None and NaN are blank.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from lianggao.coded_texts import TEXT, Coded, Codes, arrow
from lianggao.intake.values import cell_text, digits_lost
from lianggao.noting import Notes, remarked
from lianggao.quantities import Remark
from lianggao.tables.numbering import numbered

Floats = npt.NDArray[np.float64]
BLANK = -1


@dataclass(frozen=True, eq=False)
class Cells:
    """Distinct values in the order in which they appear, and the place of each row's in them (-1 is blank)."""

    distinct: Sequence[object] | pa.LargeStringArray
    codes: Codes

    @property
    def all_texts(self) -> bool:
        """Return whether every cell was given as text."""
        return isinstance(self.distinct, pa.Array)

    @cached_property
    def values(self) -> Sequence[object]:
        """Return the distinct values."""
        return list(self.distinct.to_pylist()) if isinstance(self.distinct, pa.Array) else self.distinct

    @cached_property
    def texts(self) -> list[str]:
        """Return the distinct values as text."""
        return [cell_text(value) for value in self.values]

    @property
    def text_column(self) -> pa.LargeStringArray:
        """Return the distinct values as a column of texts."""
        return self.distinct if isinstance(self.distinct, pa.Array) else pa.array(self.texts, TEXT)

    def coded(self, texts: pa.LargeStringArray) -> Coded:
        """Give each row the text that its distinct value has among `texts`, an empty one where it is blank."""
        if not (self.codes < 0).any():
            return Coded(self.codes, texts)
        whole = pa.concat_arrays([texts, pa.array([""], TEXT)])
        return Coded(np.where(self.codes < 0, len(texts), self.codes), whole)

    def notes(self, remarks: Mapping[int, Sequence[Remark]], field: str) -> Notes:
        """Return a note for every row whose cell has remarks, keyed by the cell's place in `values`."""
        return remarked(self.codes, remarks, field, self.texts) if remarks else Notes()


def tidy(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column numbered from 0, its texts as strings, and yes and no as text: Python holds True equal to 1."""
    column = column.reset_index(drop=True)
    if isinstance(column.dtype, pd.CategoricalDtype):
        column = column.astype(column.cat.categories.dtype)
    if pd.api.types.is_bool_dtype(column.dtype):
        column = column.map({True: "是", False: "否"})
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
    """Find the distinct cells of a column; of a categorical one they are its categories."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return _of_categories(column)
    column = tidy(column)
    if isinstance(column.dtype, pd.StringDtype):
        encoded = arrow(column).dictionary_encode()
        codes = encoded.indices.fill_null(BLANK) if encoded.indices.null_count else encoded.indices
        return Cells(encoded.dictionary, codes.to_numpy())
    codes, values = pd.factorize(column)
    return Cells(np.asarray(values, dtype=object).tolist(), codes.astype(np.int64))


def _of_categories(column: pd.Series[Any]) -> Cells:
    # Counted from one, so that a blank is zero.
    used, codes = numbered(column.cat.codes.to_numpy() + 1, len(column.cat.categories) + 1)
    blank = int(len(used) > 0 and used[0] == 0)
    values = tidy(pd.Series(column.cat.categories)).take(used[blank:] - 1)
    return Cells(arrow(values) if isinstance(values.dtype, pd.StringDtype) else values.tolist(), codes - blank)


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
