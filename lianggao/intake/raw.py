"""A list as it was written: every cell as text under its own header, and where each stands in its file.

Nothing is interpreted here, so that a report can give the same rows back and name the cell of every note.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lianggao.errors import Place

JOINT = "｜"
"""Stands between the texts of a header of several rows: `年综合能源消费量（万吨标准煤）｜当量值`."""


@dataclass(frozen=True, slots=True)
class CellNote:
    """Something that was seen while a cell was turned into text; `row` counts from 0."""

    row: int
    header: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ListNote:
    """Something a person should know about the list as a whole."""

    code: str
    text: str


class Merge(NamedTuple):
    """Cells that are merged into one, by index into a grid's rows and cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells of a file or sheet row by row; notes, merges and `torn` carry indexes into `rows`.

    `lines` has the line of the file, the row of the sheet or the number of the record on which each row starts. `torn`
    are rows of a text file with more cells than fit: which cell belongs to which column can't be told. `records` says
    that the first row are the keys of a JSON file and no row of its own.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    cell_notes: Sequence[tuple[int, int, str, str]] = ()
    notes: tuple[ListNote, ...] = ()
    merges: Sequence[Merge] = ()
    torn: Set[int] = frozenset()
    records: bool = False

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    @cached_property
    def noted(self) -> frozenset[int]:
        """Return the rows of which a cell has a note."""
        return frozenset(row for row, *_ in self.cell_notes)

    def has_digits(self, column: int, first: int, stop: int) -> bool:
        """Return whether a cell of the rows `first` to `stop` is made of digits."""
        return any(self.rows[row][column].strip().isdigit() for row in range(first, min(stop, len(self.rows))))


@dataclass(frozen=True)
class Block:
    """A header with the projects below it: rows `first` to `stop` of the list, header lines `top` to `bottom`.

    `columns` has the place of each header's column, counted from 1, in order; `corner` the lines above the header that
    name units, such as `单位：万元`.
    """

    first: int
    stop: int
    top: int
    bottom: int
    columns: Mapping[str, int]
    corner: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no project: its line, why (`title`, `unit_line`, `total`, `form`, `remark`, …) and its text."""

    line: int
    why: str
    text: str


class Shared(NamedTuple):
    """One project's part in a cell merged over several projects: the text that stands in the first of them."""

    row: int
    header: str
    text: str
    rows: int


@dataclass(frozen=True)
class RawList:
    """The rows of a list as text, with original headers in order. `sheet` is empty unless it came from a workbook.

    `lines` has the row of the sheet, the line of the file or the number of the record on which each project starts,
    `numbers` the row that a spreadsheet shows for it, both counted from 1. `torn` are rows whose cells can't be told
    apart. `path` and `kind` (`xlsx`, `csv`, …) say where it came from.
    """

    frame: pd.DataFrame
    file: str
    sheet: str
    blocks: tuple[Block, ...]
    lines: Sequence[int]
    numbers: Sequence[int]
    cell_notes: tuple[CellNote, ...] = ()
    notes: tuple[ListNote, ...] = ()
    aside: tuple[Aside, ...] = ()
    torn: Set[int] = frozenset()
    shared: tuple[Shared, ...] = ()
    records: bool = False
    path: Path | None = field(default=None, compare=False)
    kind: str = ""

    def at(self, rows: npt.NDArray[np.int64]) -> RawList:
        """Return some of the projects, given by their places in order, as a list of their own."""
        place = {row: at for at, row in enumerate(rows.tolist())}
        edges = np.searchsorted(rows, [[block.first, block.stop] for block in self.blocks]).tolist()
        blocks = tuple(
            replace(block, first=first, stop=stop)
            for block, (first, stop) in zip(self.blocks, edges, strict=True)
            if first < stop
        )
        return replace(
            self,
            frame=self.frame.iloc[rows].reset_index(drop=True),
            blocks=blocks or self.blocks,
            lines=np.asarray(self.lines)[rows].tolist(),
            numbers=np.asarray(self.numbers)[rows].tolist(),
            cell_notes=tuple(replace(n, row=place[n.row]) for n in self.cell_notes if n.row in place),
            torn=frozenset(place[row] for row in self.torn if row in place),
            shared=tuple(cell._replace(row=place[cell.row]) for cell in self.shared if cell.row in place),
        )

    def block_of(self, row: int) -> Block:
        """Return the block of a project; `row` counts from 0."""
        return self.blocks[max(bisect_right([block.first for block in self.blocks], row) - 1, 0)]

    def place_column(self, row: int, header: str) -> int:
        """Return the column of a project's cell, counted from 1. Raises KeyError as `place` does."""
        return self.block_of(row).columns[header]

    def place(self, row: int, header: str) -> Place:
        """Return where a project's cell stands. Raises KeyError for a header that its block does not have."""
        return self._place(self.lines[row], self.place_column(row, header))

    def header_places(self, block: Block | None = None) -> list[Place]:
        """Return where each header of a block stands, of the first block if none is given."""
        block = block or self.blocks[0]
        return [self._place(block.bottom, column) for column in block.columns.values()]

    def address(self, row: int, header: str) -> str:
        """Return a cell's address, `Sheet1!D7` or `file.csv:7:4`. Raises KeyError as `place` does."""
        return str(self.place(row, header))

    def cell_name(self, row: int, header: str) -> str:
        """Return what a person calls a cell: `D7`, as a spreadsheet shows it. Raises KeyError as `place` does.

        Records of a JSON file are named as the table that they make, so that a list gives the same notes in any form.
        """
        return cell_of(self.numbers[row], self.place_column(row, header))

    def _place(self, line: int, column: int) -> Place:
        if self.sheet:
            return Place(self.sheet, cell=cell_of(line, column))
        return Place(self.file, line, column)


def cell_of(row: int, column: int) -> str:
    """Return a cell's name, `D7`; both count from 1."""
    return f"{column_letters(column)}{row}"


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 1: `D`."""
    # Only lists with something to tell need it, and it costs more to import than a short list to screen.
    from openpyxl.utils import get_column_letter

    letters: str = get_column_letter(column)
    return letters
