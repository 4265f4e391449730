"""Read a table of comma-, tab- or semicolon-separated text into a grid, quoted as RFC 4180 has it.

A row with more cells than most was torn by a separator without quotes and is marked, one with fewer is noted.
Quotes that do not close are refused with their line, since from there on nothing is certain.
"""

from __future__ import annotations

import csv
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, NamedTuple

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.delimiters import NAMES, SAMPLE, find_delimiter, own_of, stated
from lianggao.intake.files.limits import LONG_CELL, MAX_TEXT_ROWS, long_cell, too_sparse
from lianggao.intake.files.lines import lines_of
from lianggao.intake.files.row_by_row import Row, cut, long_cells, refusal
from lianggao.intake.raw import Grid, ListNote


def read_delimited(text: IO[str], name: str, suffix: str, notes: tuple[ListNote, ...]) -> Grid:
    """Read all rows.

    Raises InputError: `broken-quotes`, `cell-too-long`, `line-too-long`, `too-many-columns`, `too-many-rows`,
    `too-sparse`.
    """
    lines = lines_of(text, name)
    begin = opening(lines, suffix)
    rows, starts = _rows(chain(begin.lines, lines), begin.delimiter, name, int(begin.stated))
    return _grid(rows, starts, name, (*notes, *begin.notes))


class Opening(NamedTuple):
    """What separates cells, whether a line of its own states it, and the first lines after that one."""

    delimiter: str
    stated: bool
    lines: Sequence[str]
    notes: tuple[ListNote, ...]


def opening(lines: Iterator[str], suffix: str) -> Opening:
    """Read as many lines as it takes to tell what separates the cells."""
    own, first = own_of(suffix), next(lines, "").lstrip("\ufeff")
    begin, size, delimiter = [first], len(first), stated(first)
    if is_stated := bool(delimiter):
        begin.clear()
    else:
        while size < SAMPLE and (line := next(lines, "")):
            begin.append(line)
            size += len(line)
        delimiter = find_delimiter("".join(begin)[:SAMPLE], own)
    notes = (ListNote("delimiter-used", f"单元格以{NAMES[delimiter]}分隔"),) if delimiter != own else ()
    return Opening(delimiter, is_stated, begin, notes)


def _rows(lines: Iterator[str], delimiter: str, name: str, skipped: int) -> tuple[list[Row], array[int]]:
    """Return the rows without blank ends of the file, and the line on which each starts."""
    rows, starts = list[Row](), array("q")
    line, filled = skipped + 1, 0
    with long_cells():
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                rows.append(tuple(cut(row, Place(name, line, 1))))
                starts.append(line)
                if row:
                    filled = len(rows)
                if len(rows) > MAX_TEXT_ROWS:
                    raise InputError([fault("too-many-rows", Place(name), limit=MAX_TEXT_ROWS)])
                line = reader.line_num + skipped + 1
        except csv.Error as error:
            raise InputError([refusal(error, Place(name, line, 1))]) from None
    del rows[filled:], starts[filled:]
    return rows, starts


def _grid(rows: list[Row], starts: array[int], name: str, notes: tuple[ListNote, ...]) -> Grid:
    width = max(map(len, rows), default=0)
    if wrong := too_sparse(rows, width, Place(name)):
        raise InputError([wrong])
    usual, cell_notes, torn = usual_width(rows), list[tuple[int, int, str, str]](), set[int]()
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
            cell_notes.append(short_row(index, row, min(usual, used) - given))
        if given < width:
            rows[index] = row + blank[given:]
    return Grid(name, "", rows, starts, cell_notes, notes, torn=torn)


def short_row(index: int, row: Row, missing: int) -> tuple[int, int, str, str]:
    """Return the note of a row with too few cells."""
    return index, len(row) - 1, "short-row", f"该行比其他行少{missing}格，行末缺少的按空白读取"


def usual_width(rows: Sequence[Row]) -> int:
    """Return how many cells most rows have, of those with at least two; the fewer where two numbers are as frequent."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return most_frequent(widths) or max(map(len, rows), default=0)


def most_frequent(widths: Mapping[int, int]) -> int:
    """Return the number that is most frequent, the smaller where two are as frequent, 0 if there is none."""
    return min(widths, key=lambda width: (-widths[width], width), default=0)


def _used_width(rows: list[Row]) -> int:
    """Return the place of the last cell with content in any row."""
    used = 0
    for row in rows:
        if len(row) > used:
            used = max([used, *(at + 1 for at, cell in enumerate(row[used:], used) if cell)])
    return used
