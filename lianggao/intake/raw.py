"""A list as it was written: every cell as text under its own header, and where each stands in its file.

Nothing is interpreted here, so that a report can give the same rows back and name the cell of every note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lianggao.errors import InputError, Place, fault


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


@dataclass(frozen=True)
class Grid:
    """The cells of a file or sheet row by row, with the line of each row; notes carry an index into `rows`."""

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    cell_notes: Sequence[tuple[int, int, str, str]] = ()
    notes: tuple[ListNote, ...] = ()


@dataclass(frozen=True)
class RawList:
    """The rows of a list as text, with original headers in order. `sheet` is empty for a CSV file.

    `lines` has the row of the sheet or the line of the file on which each project starts, `columns` the place of each
    column, both counted from 1.
    """

    frame: pd.DataFrame
    file: str
    sheet: str
    header_line: int
    lines: tuple[int, ...]
    columns: tuple[int, ...]
    cell_notes: tuple[CellNote, ...] = ()
    notes: tuple[ListNote, ...] = ()

    @property
    def first_row(self) -> int:
        """Return the sheet's row or file's line of the first project; the one below the header in an empty list."""
        return self.lines[0] if self.lines else self.header_line + 1

    def place(self, row: int, header: str) -> Place:
        """Return where a project's cell stands. Raises KeyError for an unknown header."""
        return self._place(self.lines[row], self._column(header))

    def header_places(self) -> list[Place]:
        """Return where each header stands."""
        return [self._place(self.header_line, column) for column in self.columns]

    def address(self, row: int, header: str) -> str:
        """Return a cell's address, `Sheet1!D7` or `file.csv:7:4`. Raises KeyError for an unknown header."""
        return str(self.place(row, header))

    def cell_name(self, row: int, header: str) -> str:
        """Return what a person calls a cell: `D7`, or its row and column in a text file. Raises KeyError."""
        place = self.place(row, header)
        return place.cell or f"第{place.line}行第{place.column}列"

    def _column(self, header: str) -> int:
        found = list(self.frame.columns)
        if header not in found:
            raise KeyError(header)
        return self.columns[found.index(header)]

    def _place(self, line: int, column: int) -> Place:
        if self.sheet:
            # Only workbooks need it, and it costs more to import than a short list to screen.
            from openpyxl.utils import get_column_letter

            return Place(self.sheet, cell=f"{get_column_letter(column)}{line}")
        return Place(self.file, line, column)


def to_list(grid: Grid) -> RawList:
    """Take the first row that is not blank as the header, and every later one that is not blank as a project.

    Raises InputError: `empty-list`, `repeated-header`.
    """
    noted = {index for index, *_ in grid.cell_notes}
    filled = [index for index, row in enumerate(grid.rows) if any(map(str.strip, row)) or index in noted]
    if not filled:
        raise InputError([fault("empty-list", Place(grid.file, cell=grid.sheet))])
    top, kept = filled[0], filled[1:]
    header = [cell if cell.strip() else "" for cell in grid.rows[top]]
    cells = np.array([grid.rows[index] for index in kept], dtype=object).reshape(len(kept), len(header))
    used = [at for at, name in enumerate(header) if name or any(cell.strip() for cell in cells[:, at])]
    names = [header[at] or f"（第{at + 1}列，无表头）" for at in used]
    frame = pd.DataFrame({at: pd.Series(cells[:, at], dtype="str") for at in used})
    frame.columns = pd.Index(names)
    lines = tuple(grid.lines[index] for index in kept)
    raw = RawList(frame, grid.file, grid.sheet, grid.lines[top], lines, tuple(at + 1 for at in used))
    _refuse_repeated(raw)
    return _with_notes(raw, grid, top, kept, dict(zip(used, names, strict=True)))


def _refuse_repeated(raw: RawList) -> None:
    names, places = list(raw.frame.columns), raw.header_places()
    faults = [
        fault("repeated-header", place, value=name)
        for at, (name, place) in enumerate(zip(names, places, strict=True))
        if name in names[:at]
    ]
    if faults:
        raise InputError(faults)


def _with_notes(raw: RawList, grid: Grid, top: int, kept: list[int], names: dict[int, str]) -> RawList:
    rows = {index: row for row, index in enumerate(kept)}
    cells = tuple(
        CellNote(rows[index], names[at], code, text) for index, at, code, text in grid.cell_notes if index in rows
    )
    blank = kept[-1] - top - len(kept) if kept else 0
    dropped = (ListNote("blank-rows", f"略去{blank}个空行"),) if blank else ()
    return RawList(
        raw.frame, raw.file, raw.sheet, raw.header_line, raw.lines, raw.columns, cells, (*grid.notes, *dropped)
    )
