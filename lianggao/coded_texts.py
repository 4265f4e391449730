"""The text fields of a list, each kept as its distinct texts and which of them every row has.

Lists repeat themselves, so that whoever reads a text reads each distinct one once. The texts row by row are made only
where someone asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.tables.numbering import combined, numbered

TEXT = pa.large_string()
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.integer]


def arrow(column: pd.Series[str]) -> pa.LargeStringArray:
    """Return a column of strings as one piece of Arrow memory, without a copy where it is one already."""
    texts = pa.array(column, TEXT, from_pandas=True)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def text_series(texts: pa.LargeStringArray) -> pl.Series:
    """Return texts as the columns of notes have them."""
    return pl.Series(texts, dtype=pl.String)


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of texts: `codes` are places in `texts`."""

    codes: Codes
    texts: pa.LargeStringArray

    @classmethod
    def of(cls, column: pd.Series[str]) -> Coded:
        """Find the distinct texts of a column; what is missing is blank."""
        texts = arrow(column)
        return cls._encoded(pc.fill_null(texts, "") if texts.null_count else texts)

    @classmethod
    def _encoded(cls, texts: pa.LargeStringArray) -> Coded:
        encoded = texts.dictionary_encode()
        return cls(encoded.indices.to_numpy(), encoded.dictionary)

    @classmethod
    def of_texts(cls, texts: pl.Series) -> Coded:
        """Find the distinct texts of a column in which none is missing, in the order in which they are met."""
        return cls._encoded(texts.to_arrow(compat_level=pl.CompatLevel.oldest()))

    @cached_property
    def values(self) -> list[str]:
        """Return the distinct texts as a list."""
        return list(self.texts.to_pylist())

    def at(self, rows: Ints) -> Coded:
        """Return the texts of some rows."""
        return Coded(self.codes[rows], self.texts)

    def only(self, rows: Ints) -> Coded:
        """Return the texts of some rows, and no others among the distinct ones."""
        found, codes = numbered(self.codes[rows], len(self.texts))
        return Coded(codes, self.texts.take(pa.array(found)))

    def spread(self) -> pa.LargeStringArray:
        """Return the texts row by row."""
        return self.texts.take(pa.array(self.codes))

    def series(self) -> pd.Series[str]:
        """Return the texts row by row, as pandas has them."""
        return pd.Series(self.spread(), dtype="str")


class Texts(Mapping[str, "pd.Series[str]"]):
    """Text fields by name: to a reader of a field a column of strings, by `coded` its distinct texts."""

    def __init__(self, fields: Mapping[str, Coded | pd.Series[str]]) -> None:
        self._coded = {name: column for name, column in fields.items() if isinstance(column, Coded)}
        self._columns = {name: column for name, column in fields.items() if not isinstance(column, Coded)}
        self._names = tuple(fields)

    def __getitem__(self, name: str) -> pd.Series[str]:
        if name not in self._columns:
            self._columns[name] = self._coded[name].series()
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._coded or name in self._columns

    def coded(self, name: str) -> Coded | None:
        """Return a field by its distinct texts, nothing where the list has no such field."""
        if name not in self._coded and name in self._columns:
            self._coded[name] = Coded.of(self._columns[name])
        return self._coded.get(name)


def coded(texts: Mapping[str, pd.Series[str]], name: str) -> Coded | None:
    """Return a text field by its distinct texts, nothing where the list has no such field."""
    if isinstance(texts, Texts):
        return texts.coded(name)
    return Coded.of(texts[name]) if name in texts else None


@dataclass(frozen=True, eq=False)
class Combinations:
    """The distinct combinations of several text fields: which of them each row has, and the texts of each."""

    of_row: Ints
    texts: Sequence[tuple[str, ...]]
    first: Ints
    """A row of each combination."""

    @classmethod
    def of(cls, columns: Sequence[Coded | None], rows: int, where: npt.NDArray[np.bool_] | None = None) -> Combinations:
        """Number the combinations in the order met, a field that the list does not have being blank in all of them.

        With `where` only these rows count; `of_row` and `first` are then of the rows that count.
        """
        chosen = [
            None if column is None else column.codes if where is None else column.codes[where] for column in columns
        ]
        given = [(c, len(column.texts)) for c, column in zip(chosen, columns, strict=True) if column and c is not None]
        count = rows if where is None else int(np.count_nonzero(where))
        of_row, first = combined(given, count)
        cells = [
            [""] * len(first) if column is None or c is None else column.texts.take(pa.array(c[first])).to_pylist()
            for c, column in zip(chosen, columns, strict=True)
        ]
        return cls(of_row, list(zip(*cells, strict=True)), first)
