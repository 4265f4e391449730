"""How many cells the rows of a text table have, counted while they are read by columns.

A line without anything and a row of nothing but separators look alike there, so that some counts have two ends.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.chunks import Chunk, lengths
from lianggao.intake.files.delimited import most_frequent, short_row
from lianggao.intake.files.limits import is_sparse
from lianggao.intake.files.row_by_row import Row


class UnsureError(Exception):
    """Reading by columns may not give what reading row by row gives; then that has to be done."""


@dataclass
class Widths:
    """Counts of the rows read so far: `filled` have the `usual` number of cells and any content, `blank` have none.

    `odd` has how many rows have another number of cells, `used` the place of the last column with content, `last` the
    row after the last that has any.
    """

    usual: int
    rows: int = 0
    filled: int = 0
    blank: int = 0
    odd: Counter[int] = field(default_factory=Counter)
    used: int = 0
    last: int = 0

    def add(self, chunk: Chunk) -> None:
        """Count the rows of the next chunk."""
        sizes = [lengths(column) for column in chunk.columns]
        is_filled = np.sum(sizes, axis=0) > 0
        is_filled[[row - chunk.first for row in chunk.odd]] = True
        filled = int(np.count_nonzero(is_filled))
        self.rows += len(is_filled)
        self.blank += len(is_filled) - filled
        self.filled += filled - len(chunk.odd)
        self.odd.update(map(len, chunk.odd.values()))
        if filled:
            self.last = chunk.first + int(np.flatnonzero(is_filled)[-1]) + 1
        of_odd = [at + 1 for row in chunk.odd.values() for at, cell in enumerate(row) if cell]
        self.used = max([self.used, *(at + 1 for at, size in enumerate(sizes) if size.any()), *of_odd])

    @property
    def width(self) -> int:
        """Return how many cells the widest row has."""
        return max(self.usual, *self.odd, 0)

    def short(self, row: int, cells: Row) -> tuple[int, int, str, str] | None:
        """Return the note of a row with fewer cells than most have and any row uses."""
        missing = min(self.usual, self.used) - len(cells)
        return short_row(row, cells, missing) if len(cells) >= 2 and missing > 0 and any(cells) else None

    def check(self, name: str) -> None:
        """Look whether the rows are as was thought. Raises UnsureError, and InputError: `too-sparse`."""
        cells = sum(width * count for width, count in self.odd.items()) + self.usual * self.filled
        sparse = {
            is_sparse(rows, self.width, cells + more)
            for rows in (self.last, self.rows)
            for more in (0, self.usual * self.blank)
        }
        if sparse == {True} and self.last == self.rows:
            raise InputError([fault("too-sparse", Place(name), rows=self.rows, columns=self.width)])
        if sparse != {False} or not self.filled:
            raise UnsureError
        for filled in (self.filled, self.filled + self.blank):
            widths = self.odd + Counter({self.usual: filled})
            del widths[1]
            if (most_frequent(widths) or 1) != self.usual:
                raise UnsureError
