"""Read rows of a text table one by one, where quotes or line ends leave doubt that a faster reader sees the same."""

from __future__ import annotations

import codecs
import csv
import io
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lianggao.errors import Fault, InputError, Place, fault
from lianggao.intake.files.limits import MAX_CELL, MAX_COLUMNS
from lianggao.intake.files.lines import lines_of

# A tuple of texts takes half the memory of a list.
Row = tuple[str, ...]


@dataclass
class Read:
    """Rows, the line on which each starts, and how many bytes and lines they take."""

    rows: list[Row] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("q"))
    end: int = 0
    lines: int = 0


def read_rows(data: bytes, delimiter: str, name: str, line: int, *, final: bool) -> Read:
    """Read the rows that are whole; where the file goes on (`final` is false), the last one may not be.

    What is wrong is only raised if it stands in the first row, so that all rows before it are given first. Raises
    InputError: `broken-quotes`, `cell-too-long`, `line-too-long`, `too-many-columns`.
    """
    text = codecs.getincrementaldecoder("utf-8")().decode(data, final)
    read, size, first = Read(), 0, line
    known = len(data) if final else len(text.encode())

    def counted() -> Iterator[str]:
        nonlocal size
        for one in lines_of(io.StringIO(text, newline=""), name, first):
            size += len(one.encode())
            yield one

    with long_cells():
        reader = csv.reader(counted(), delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if size >= known and not final:
                    break
                read.rows.append(tuple(cut(row, Place(name, line, 1))))
                read.starts.append(line)
                read.end, read.lines = size, reader.line_num
                line = first + reader.line_num
        except csv.Error as error:
            goes_on = not final and "unexpected end" in str(error)
            if not read.rows and not goes_on:
                raise InputError([refusal(error, Place(name, line, 1))]) from None
        except InputError:
            if not read.rows:
                raise
    return read


def cut(row: list[str], place: Place) -> list[str]:
    """Return a row that is not too wide, without its blank end if need be. Raises InputError: `too-many-columns`."""
    if len(row) > MAX_COLUMNS:
        while row and not row[-1]:
            row.pop()
        if len(row) > MAX_COLUMNS:
            raise InputError([fault("too-many-columns", place, limit=MAX_COLUMNS)])
    return row


def refusal(error: csv.Error, place: Place) -> Fault:
    """Return what is wrong with a row that can't be read."""
    return fault("cell-too-long" if "field larger" in str(error) else "broken-quotes", place, limit=MAX_CELL)


@contextmanager
def long_cells() -> Iterator[None]:
    """Let the reader take cells of up to a million characters."""
    before = csv.field_size_limit(MAX_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
