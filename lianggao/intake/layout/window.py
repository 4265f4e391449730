"""The rows of a long table that are at hand while it goes by, as a grid that can be asked of them."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow.compute as pc

from lianggao.intake.files.chunks import Chunk
from lianggao.intake.files.row_by_row import Row
from lianggao.intake.files.widths import UnsureError, Widths
from lianggao.intake.raw import Merge

BEHIND = 10
"""Rows that stay at hand above the one that is looked at; a header has three at most."""


class Window:
    """Some chunks one after the other; a row that is not among them is asked for in vain: UnsureError."""

    sheet = ""
    records = False
    merges: Sequence[Merge] = ()

    def __init__(self, file: str, chunks: Iterator[Chunk], widths: Widths) -> None:
        self.file, self.widths, self.chunks, self.ended = file, widths, deque[Chunk](), False
        self.rows, self.lines = _Rows(self), _Lines(self)
        self.torn, self.noted = _Asked(self._is_torn), _Asked(self._is_noted)
        self._more, self._digits = chunks, dict[tuple[int, int], int]()

    @property
    def width(self) -> int:
        """Return how many columns the rows read so far have."""
        return self.widths.width

    @property
    def stop(self) -> int:
        """Return the row after the last at hand."""
        return self.chunks[-1].stop if self.chunks else 0

    def look_ahead(self, row: int) -> None:
        """Read on until a row is at hand, or the file ends."""
        while not self.ended and self.stop <= row:
            chunk = next(self._more, None)
            if chunk is None:
                self.ended = True
            else:
                self.widths.add(chunk)
                self.chunks.append(chunk)

    def chunk_at(self, row: int) -> Chunk:
        """Return the chunk of a row. Raises UnsureError for a row that is not at hand, IndexError for none at all."""
        for chunk in self.chunks:
            if chunk.first <= row < chunk.stop:
                return chunk
        if self.ended and row >= self.stop:
            raise IndexError(row)
        raise UnsureError

    def leave(self, row: int) -> None:
        """Let go the chunks that end far above a row."""
        while self.chunks and self.chunks[0].stop <= row - BEHIND:
            self.chunks.popleft()

    def has_digits(self, column: int, first: int, stop: int) -> bool:
        """Return whether a cell of some rows is made of digits."""
        found = self._digits.get((column, first))
        if found is None:
            begin = max(first, self.chunks[0].first)
            chunks = [chunk for chunk in self.chunks if chunk.stop > begin]
            found = next((row for chunk in chunks for row in _digits(chunk, column, begin)), None)
            if found is None:
                return False
            self._digits[column, first] = found
        return found < stop

    def _is_torn(self, row: int) -> bool:
        given = self.chunk_at(row).odd.get(row, ())
        return len(given) > self.widths.usual and any(given)

    def _is_noted(self, row: int) -> bool:
        """Asked only of rows without content; whether one of nothing but spaces is short is known at the end."""
        chunk = self.chunk_at(row)
        if any(chunk.odd.get(row, ())):
            raise UnsureError
        return row in chunk.long


class _Asked:
    """Rows of which a question is true."""

    def __init__(self, ask: Callable[[int], bool]) -> None:
        self._ask = ask

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self._ask(row)


class _Rows(Sequence[Row]):
    """The rows of the whole table; before its end is read they seem to have none."""

    def __init__(self, window: Window) -> None:
        self._window, self._read = window, dict[int, Row]()

    def __len__(self) -> int:
        return self._window.stop if self._window.ended else sys.maxsize

    def __getitem__(self, row: Any) -> Any:
        if row not in self._read:
            if len(self._read) > BEHIND:
                self._read.clear()
            self._read[row] = self._window.chunk_at(row).row(row)
        cells = self._read[row]
        return cells + ("",) * (self._window.width - len(cells))


class _Lines(Sequence[int]):
    """The line on which each row starts."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def __len__(self) -> int:
        return len(self._window.rows)

    def __getitem__(self, row: Any) -> Any:
        chunk = self._window.chunk_at(row)
        return int(chunk.starts[row - chunk.first])


def _digits(chunk: Chunk, column: int, first: int) -> Iterator[int]:
    """Yield the rows from `first` on with a cell made of digits."""
    begin = max(first - chunk.first, 0)
    texts = pc.utf8_trim_whitespace(chunk.column(column).slice(begin))
    for at in np.flatnonzero(pc.match_substring_regex(texts, "^(?:[0-9]|[^\\x00-\\x7f])")).tolist():
        if texts[at].as_py().isdigit():
            yield chunk.first + begin + at
