"""Find the headers and projects of a grid, and make the list of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence, Set

import numpy as np
import pandas as pd

from lianggao.intake.layout.build import Found, PlaceOf, Rows, build
from lianggao.intake.layout.page import Page, Reads
from lianggao.intake.layout.shared import shared_cells
from lianggao.intake.layout.walk import Walk
from lianggao.intake.raw import Block, Grid, RawList, Shared


def lay_out(grid: Grid, reads: Reads, words: Set[str]) -> RawList:
    """Find the headers and projects of a grid; `reads` says what a header gives, `words` are plain headers.

    Raises InputError: `empty-list`, and `form-not-list` for a sheet with names on the left and values beside them.
    """
    walk = Walk(Page(grid, reads, words))
    while walk.row < len(grid.rows):
        walk.look(walk.row)
    return build(_Source(grid), Found.of(walk, grid.notes))


class _Source:
    """A grid from which a list is made."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.file, self.sheet, self.records = grid.file, grid.sheet, grid.records
        self.torn, self.cell_notes = grid.torn, grid.cell_notes

    def lines_of(self, rows: Rows) -> array[int]:
        return array("q", (self._grid.lines[row] for row in rows.tolist()))

    def texts(self, rows: Rows, columns: Sequence[int]) -> list[pd.Series]:
        cells = np.array([self._grid.rows[row] for row in rows.tolist()], dtype=object)
        cells = cells.reshape(len(rows), self._grid.width)
        return [pd.Series(cells[:, at], dtype="str") for at in columns]

    def shared(self, blocks: Sequence[Block], place_of: PlaceOf) -> Iterable[Shared]:
        return shared_cells(self._grid, blocks, place_of)
