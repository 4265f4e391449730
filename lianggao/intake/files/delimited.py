"""Read a table of comma-, tab- or semicolon-separated text into a grid, quoted as RFC 4180 has it.

A row with more cells than most was torn by a separator without quotes and is marked, one with fewer is noted.
Quotes that do not close are refused with their line, since from there on nothing is certain.
"""

from __future__ import annotations

import csv
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import IO

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.delimiters import NAMES, SAMPLE, find_delimiter, own_of, stated
from lianggao.intake.files.limits import LONG_CELL, MAX_CELL, MAX_COLUMNS, MAX_TEXT_ROWS, long_cell, too_sparse
from lianggao.intake.files.lines import lines_of
from lianggao.intake.raw import Grid, ListNote

# A tuple of texts takes half the memory of a list.
Row = tuple[str, ...]


def read_delimited(text: IO[str], name: str, suffix: str, notes: tuple[ListNote, ...]) -> Grid:
    """Read all rows.

    Raises InputError: `broken-quotes`, `cell-too-long`, `line-too-long`, `too-many-columns`, `too-many-rows`,
    `too-sparse`.
    """
    lines = lines_of(text, name)
    first = next(lines, "").lstrip("\ufeff")
    own, skipped = own_of(suffix), 0
    if delimiter := stated(first):
        skipped = 1
    else:
        begin, size = [first], len(first)
        while size < SAMPLE and (line := next(lines, "")):
            begin.append(line)
            size += len(line)
        delimiter = find_delimiter("".join(begin)[:SAMPLE], own)
        lines = chain(begin, lines)
    rows, starts = _rows(lines, delimiter, name, skipped)
    told = (ListNote("delimiter-used", f"单元格以{NAMES[delimiter]}分隔"),) if delimiter != own else ()
    return _grid(rows, starts, name, (*notes, *told))


def _rows(lines: Iterator[str], delimiter: str, name: str, skipped: int) -> tuple[list[Row], array[int]]:
    """Return the rows without blank ends of the file, and the line on which each starts."""
    rows, starts = list[Row](), array("q")
    line, filled = skipped + 1, 0
    with _long_cells():
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if len(row) > MAX_COLUMNS:
                    row = _cut(row, Place(name, line, 1))
                rows.append(tuple(row))
                starts.append(line)
                if row:
                    filled = len(rows)
                if len(rows) > MAX_TEXT_ROWS:
                    raise InputError([fault("too-many-rows", Place(name), limit=MAX_TEXT_ROWS)])
                line = reader.line_num + skipped + 1
        except csv.Error as error:
            code = "cell-too-long" if "field larger" in str(error) else "broken-quotes"
            raise InputError([fault(code, Place(name, line, 1), limit=MAX_CELL)]) from None
    del rows[filled:], starts[filled:]
    return rows, starts


def _cut(row: list[str], place: Place) -> list[str]:
    """Return a row without its blank end. Raises InputError: `too-many-columns`."""
    while row and not row[-1]:
        row.pop()
    if len(row) > MAX_COLUMNS:
        raise InputError([fault("too-many-columns", place, limit=MAX_COLUMNS)])
    return row


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the reader take cells of up to a million characters."""
    before = csv.field_size_limit(MAX_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _grid(rows: list[Row], starts: array[int], name: str, notes: tuple[ListNote, ...]) -> Grid:
    width = max(map(len, rows), default=0)
    if wrong := too_sparse(rows, width, Place(name)):
        raise InputError([wrong])
    usual, cell_notes, torn = _usual_width(rows), list[tuple[int, int, str, str]](), set[int]()
    used = _used_width(rows)
    blank = ("",) * width
    for index, row in enumerate(rows):
        given = len(row)
        if given == 0:
            rows[index] = blank
            continue
        if any(len(cell) > LONG_CELL for cell in row):
            cell_notes += [long_cell(index, at, cell) for at, cell in enumerate(row) if len(cell) > LONG_CELL]
        if given > usual and any(row):
            torn.add(index)
        elif 2 <= given < min(usual, used) and any(row):
            missing = min(usual, used) - given
            cell_notes.append((index, given - 1, "short-row", f"该行比其他行少{missing}格，行末缺少的按空白读取"))
        if given < width:
            rows[index] = row + blank[given:]
    return Grid(name, "", rows, starts, cell_notes, notes, torn=torn)


def _usual_width(rows: list[Row]) -> int:
    """Return how many cells most rows have, of those with at least two; the fewer where two numbers are as frequent."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return min(widths, key=lambda width: (-widths[width], width), default=max(map(len, rows), default=0))


def _used_width(rows: list[Row]) -> int:
    """Return the place of the last cell with content in any row."""
    used = 0
    for row in rows:
        if len(row) > used:
            used = max([used, *(at + 1 for at, cell in enumerate(row[used:], used) if cell)])
    return used
