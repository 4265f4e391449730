"""Read what a test has written, and look at the grid in ways that tests ask for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lianggao.errors import InputError
from lianggao.intake.files import read_grid
from lianggao.intake.raw import Grid

Rows = list[list[str]]


def grid_of(folder: Path, name: str, content: str | bytes, sheet: str | None = None) -> Grid:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_grid(path, sheet)


def refused(folder: Path, name: str, content: str | bytes, sheet: str | None = None) -> str:
    """Write a file and return why it can't be read."""
    with pytest.raises(InputError) as error:
        grid_of(folder, name, content, sheet)
    return str(error.value)


def code_of(message: str) -> str:
    """Return the code of a message `file:1:2: code: what`."""
    return next(part for part in message.split(": ") if part == part.lower() and "." not in part and "-" in part)


def rows_of(grid: Grid) -> Rows:
    """Return the rows as lists."""
    return [list(row) for row in grid.rows]


def trimmed(rows: Sequence[Sequence[str]]) -> Rows:
    """Return rows without blank ends, and without blank rows at the end."""
    cut = [list(row) for row in rows]
    for row in cut:
        while row and not row[-1]:
            row.pop()
    while cut and not cut[-1]:
        cut.pop()
    return cut


def notes_of(grid: Grid) -> list[tuple[int, int, str]]:
    """Return where cells have notes, and their codes."""
    return [(row, column, code) for row, column, code, _ in grid.cell_notes]


def list_notes(grid: Grid) -> list[tuple[str, str]]:
    """Return the notes on the list."""
    return [(note.code, note.text) for note in grid.notes]
