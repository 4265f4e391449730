"""Texts by column: pieces put together row by row, and numbers and intervals as `screening.wording` writes single ones.

Figures of a list are nearly all distinct, so nothing here goes through them one by one but numbers of an unusual size.
polars keeps a text once however often it is picked, which is what makes a million sentences cheap.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from lianggao.on_use import module_on_use

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa
else:
    pl = module_on_use("polars")

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Wholes = npt.NDArray[np.integer[Any]]

UNSTATED = "未填报"
# Between these polars writes the shortest text of a float without an exponent.
_SMALL, _LARGE = 1e-5, 1e16


def column(texts: Sequence[str]) -> pl.Series:
    """Return texts as a column."""
    return pl.Series(texts, dtype=pl.String)


def arrow(texts: pl.Series) -> pa.LargeStringArray:
    """Return a column as pandas keeps its texts."""
    return texts.to_arrow(compat_level=pl.CompatLevel.oldest())


def joined(*parts: pl.Series | str, between: str = "") -> pl.Series:
    """Put texts one after the other, row by row; a plain text stands in every row. One part has to be a column.

    A part that is null in a row is left out, and so is what would stand beside it.
    """
    every = [pl.lit(part) if isinstance(part, str) else part for part in parts]
    return pl.select(pl.concat_str(every, separator=between, ignore_nulls=True).alias("")).to_series()


def chosen(texts: Sequence[str], which: Wholes | Bools) -> pl.Series:
    """Return one of some texts for each row."""
    return picked(column(texts), which.astype(np.uint32))


def picked(texts: pl.Series, at: Wholes) -> pl.Series:
    """Return the texts at some places."""
    return texts[pl.Series(at)]


def only(texts: pl.Series, where: Bools) -> pl.Series:
    """Return the texts of some rows and nothing for the others."""
    return texts if where.all() else texts.zip_with(pl.Series(where), column([""]))


def numbers(values: Floats) -> pl.Series:
    """Write each number with every digit that it has, without exponent or trailing zeros.

    >>> numbers(np.array([50000.0, 49999.9, 1e22, 1e-7])).to_list()
    ['50000', '49999.9', '10000000000000000000000', '0.0000001']
    """
    texts = pl.Series(values).cast(pl.String).str.strip_suffix(".0")
    size = np.abs(values)
    odd = np.flatnonzero(~((size >= _SMALL) & (size < _LARGE) | (size == 0) | np.isinf(size)))
    return texts.scatter(odd, [_written(value) for value in values[odd].tolist()]) if len(odd) else texts


def _written(value: float) -> str:
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def intervals(low: Floats, high: Floats, unit: str, unstated: str = UNSTATED) -> pl.Series:
    """Write closed intervals of a quantity; `unstated` is for those open at both ends.

    >>> intervals(np.array([48000.0, 5.0, 0.0]), np.array([52000.0, np.inf, np.inf]), "吨").to_list()
    ['48000—52000吨', '不低于5吨', '未填报']
    """
    point = low == high
    if point.all():
        return joined(numbers(low), unit) if unit else numbers(low)
    endless, nothing = np.isinf(high) & ~point, (low <= 0) & ~point
    unknown, atleast, atmost = endless & nothing, endless & ~nothing, nothing & ~endless
    kind = np.select([point, unknown, atleast, atmost], [0, 1, 2, 3], 4)
    starts = chosen(["", unstated, "不低于", "不高于", ""], kind)
    first = only(numbers(np.where(atmost, high, low)), ~unknown)
    if (point | endless | nothing).all():
        return joined(starts, first, chosen([unit, "", unit, unit], kind)) if unit else joined(starts, first)
    between = ~(point | endless | nothing)
    last = only(numbers(np.where(between, high, 0.0)), between)
    return joined(starts, first, chosen(["", "", "", "", "—"], kind), last, chosen([unit, "", unit, unit, unit], kind))
