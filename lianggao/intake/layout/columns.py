"""The list of a long text table, made of its chunks without a Python text for any cell."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from lianggao.intake.files.chunks import TEXT, Chunk
from lianggao.intake.files.widths import Widths
from lianggao.intake.layout.build import PlaceOf, Rows
from lianggao.intake.raw import Block, Shared

_STR = pd.StringDtype("pyarrow", na_value=np.nan)


class Chunks:
    """Chunks one after the other, as a source of rows; `widths` are those of the whole table."""

    sheet = ""
    records = False

    def __init__(self, file: str, chunks: Sequence[Chunk], widths: Widths) -> None:
        self.file, self._chunks, self._widths = file, chunks, widths

    @property
    def torn(self) -> Iterator[int]:
        """Yield the rows with more cells than most have."""
        for chunk in self._chunks:
            for row, cells in chunk.odd.items():
                if len(cells) > self._widths.usual and any(cells):
                    yield row

    @property
    def cell_notes(self) -> Iterator[tuple[int, int, str, str]]:
        """Yield the notes of long cells and short rows, row by row."""
        for chunk in self._chunks:
            for row in sorted({*chunk.odd, *chunk.long}):
                yield from chunk.long.get(row, ())
                if note := self._widths.short(row, chunk.odd.get(row, ())):
                    yield note

    def lines_of(self, rows: Rows) -> array[int]:
        """Return the line on which each row starts."""
        starts = [chunk.starts[some] for chunk, some in self._shares(rows)]
        return array("q", np.concatenate([np.empty(0, np.int64), *starts]).tobytes())

    def texts(self, rows: Rows, columns: Sequence[int]) -> list[pd.Series]:
        """Return some cells of rows, one series for each column."""
        shares = list(self._shares(rows))
        return [_series([_chosen(chunk.column(at), some) for chunk, some in shares]) for at in columns]

    def shared(self, _blocks: Sequence[Block], _place_of: PlaceOf) -> Iterable[Shared]:
        """Return nothing: a text table has no merged cells."""
        return ()

    def _shares(self, rows: Rows) -> Iterator[tuple[Chunk, Rows]]:
        """Yield each chunk with the rows that are its own, counted from its first."""
        for chunk in self._chunks:
            first, stop = np.searchsorted(rows, (chunk.first, chunk.stop)).tolist()
            if first < stop:
                yield chunk, rows[first:stop] - chunk.first


def _chosen(column: pa.LargeStringArray, rows: Rows) -> pa.LargeStringArray:
    first, last = int(rows[0]), int(rows[-1])
    if last - first + 1 == len(rows):
        return column.slice(first, len(rows))
    return column.take(pa.array(rows))


def _series(arrays: Sequence[pa.LargeStringArray]) -> pd.Series:
    return pd.Series(pd.arrays.ArrowStringArray(pa.chunked_array(arrays, TEXT), dtype=_STR))  # type: ignore[call-arg]
