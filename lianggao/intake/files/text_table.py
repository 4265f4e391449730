"""A big text table that is read chunk by chunk, as often as need be."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.blocks import BLOCK, blocks_of
from lianggao.intake.files.chunks import Chunk, chunk_of
from lianggao.intake.files.delimited import Opening, opening, read_delimited, usual_width
from lianggao.intake.files.delimiters import SAMPLE
from lianggao.intake.files.limits import MAX_COLUMNS, MAX_TEXT, MAX_TEXT_ROWS, too_large
from lianggao.intake.files.lines import lines_of
from lianggao.intake.files.row_by_row import Row, long_cells
from lianggao.intake.files.widths import UnsureError
from lianggao.intake.raw import Grid, ListNote


@dataclass(frozen=True)
class TextTable:
    """A table of separated text in an encoding; `notes` say what a person should know of how it is read.

    `block` is how many bytes are read at once, at most `BLOCK`.
    """

    path: Path
    encoding: str
    notes: tuple[ListNote, ...]
    block: int = BLOCK

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.path.name

    def grid(self) -> Grid:
        """Read all rows one by one. Raises InputError: `file-too-large`, and what `read_delimited` raises."""
        if wrong := too_large(self.path.stat().st_size, MAX_TEXT, Place(self.name)):
            raise InputError([wrong])
        with self.path.open(encoding=self.encoding, newline="") as text:
            return read_delimited(text, self.name, self.path.suffix.lower(), self.notes)

    def opening(self) -> tuple[Opening, int]:
        """Return how the file begins, and how many cells most of its first rows have.

        Raises UnsureError, and InputError: `line-too-long`.
        """
        with self.path.open(encoding=self.encoding, newline="") as text:
            lines = lines_of(text, self.name)
            begin = opening(lines, self.path.suffix.lower())
            usual = usual_width(list(_first_rows(chain(begin.lines, lines), begin.delimiter)))
        if not 0 < usual <= MAX_COLUMNS:
            raise UnsureError
        return begin, usual

    def chunks(self, begin: Opening, usual: int, most: int = MAX_TEXT_ROWS) -> Iterator[Chunk]:
        """Yield the rows; the first chunk that makes them more than `most` is not given.

        Raises InputError: `too-many-rows`, and what `chunk_of` raises.
        """
        first = 0
        with self.path.open("rb") as file:
            blocks = blocks_of(file, self.encoding, begin.delimiter, self.name, stated=begin.stated, most=self.block)
            for block in blocks:
                chunk = chunk_of(block, first, usual, begin.delimiter, self.name)
                first = chunk.stop
                if first > most:
                    raise InputError([fault("too-many-rows", Place(self.name), limit=most)])
                yield chunk


def _first_rows(lines: Iterator[str], delimiter: str) -> Iterator[Row]:
    """Yield rows of the first lines, as far as they can be read."""
    begin, size = list[str](), 0
    while size < SAMPLE and (line := next(lines, "")):
        begin.append(line)
        size += len(line)
    with long_cells():
        try:
            for row in csv.reader(io.StringIO("".join(begin), newline=""), delimiter=delimiter, strict=True):
                yield tuple(row)
        except csv.Error:
            # The row was cut, or is told when it is read.
            return
