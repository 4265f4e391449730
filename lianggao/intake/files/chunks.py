"""Some thousand rows of a text table as columns, with the rows of another width and the long cells aside.

What the columns hold is exactly what reading row by row gives; a block of which that isn't certain is read so.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from numpy.typing import NDArray

from lianggao.intake.files.blocks import Bytes, Rows
from lianggao.intake.files.limits import LONG_CELL, MAX_CELL, MAX_COLUMNS, long_cell
from lianggao.intake.files.row_by_row import Row, long_cells, read_rows

TEXT = pa.large_string()
Lines = NDArray[np.int64]


@dataclass
class Chunk:
    """Rows of a file from `first` on: the line on which each starts, and the columns that most rows have.

    `odd` has the rows with more or fewer cells; in the columns they are filled up or cut. `long` has the notes of cells
    that are longer than a spreadsheet allows. Both are by row of the file.
    """

    first: int
    starts: Lines
    columns: list[pa.LargeStringArray]
    odd: dict[int, Row] = field(default_factory=dict)
    long: dict[int, list[tuple[int, int, str, str]]] = field(default_factory=dict)

    @property
    def stop(self) -> int:
        """Return the row after the last."""
        return self.first + len(self.starts)

    def row(self, row: int) -> Row:
        """Return the cells of a row of the file."""
        if found := self.odd.get(row):
            return found
        return tuple(column[row - self.first].as_py() for column in self.columns)

    def column(self, at: int) -> pa.LargeStringArray:
        """Return a column; cells that only odd rows have are blank in all others."""
        if at < len(self.columns):
            return self.columns[at]
        given = {row: cells[at] for row, cells in self.odd.items() if at < len(cells)}
        if not given:
            return pa.repeat(pa.scalar("", TEXT), len(self.starts))
        return pa.array([given.get(row, "") for row in range(self.first, self.stop)], TEXT)


def chunk_of(block: Bytes | Rows, first: int, width: int, delimiter: str, name: str) -> Chunk:
    """Read a block whose first row is row `first` of its file; `width` is how many columns most rows have.

    Raises InputError: what `row_by_row.read_rows` raises.
    """
    if isinstance(block, Bytes):
        if chunk := _by_columns(block, first, width, delimiter):
            return chunk
        read = read_rows(block.data, delimiter, name, block.line, final=True)
        if read.end < len(block.data):
            # What is wrong stands in the first row of the rest, and is raised.
            read_rows(block.data[read.end :], delimiter, name, block.line + read.lines, final=True)
        block = Rows(read.rows, read.starts)
    columns = [pa.array([row[at] if at < len(row) else "" for row in block.rows], TEXT) for at in range(width)]
    odd = {first + at: row for at, row in enumerate(block.rows) if row and len(row) != width}
    return _with_long(Chunk(first, np.frombuffer(block.starts, np.int64), columns, odd))


def _by_columns(block: Bytes, first: int, width: int, delimiter: str) -> Chunk | None:
    """Read a block at once; None where a row or cell can't be taken as it is."""
    held = list[tuple[int, str]]()

    def hold(row: pyarrow.csv.InvalidRow) -> str:
        held.append((row.number - 1, row.text))
        return "skip"

    names = [str(at) for at in range(width)]
    try:
        table = pyarrow.csv.read_csv(
            pa.BufferReader(block.data),
            read_options=pyarrow.csv.ReadOptions(
                column_names=names, use_threads=False, block_size=len(block.data) + 1000
            ),
            parse_options=pyarrow.csv.ParseOptions(
                delimiter=delimiter,
                newlines_in_values=block.quoted,
                ignore_empty_lines=False,
                invalid_row_handler=hold,
            ),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=dict.fromkeys(names, TEXT), null_values=[], strings_can_be_null=False, check_utf8=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    columns = [_one(column) for column in table.columns]
    if any(_longest(column) > MAX_CELL for column in columns):
        return None
    odd = _odd_rows(held, delimiter)
    if odd is None:
        return None
    if odd:
        columns = _with_rows(columns, odd)
    starts = _starts(block, columns, odd)
    if starts is None:
        return None
    return _with_long(Chunk(first, starts, columns, {first + at: row for at, row in odd.items()}))


def _one(column: pa.ChunkedArray) -> pa.LargeStringArray:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays([pa.array([], TEXT), *column.chunks])


def lengths(column: pa.LargeStringArray) -> Lines:
    """Return how many bytes each cell has."""
    return np.diff(np.frombuffer(column.buffers()[1], np.int64)[column.offset : column.offset + len(column) + 1])


def signs(column: pa.LargeStringArray) -> NDArray[np.uint8]:
    """Return the bytes of all cells."""
    first, last = np.frombuffer(column.buffers()[1], np.int64)[[column.offset, column.offset + len(column)]].tolist()
    return np.frombuffer(column.buffers()[2] or b"", np.uint8)[first:last]


def _longest(column: pa.LargeStringArray) -> int:
    """Return how many bytes the longest cell has."""
    return int(lengths(column).max(initial=0))


def _odd_rows(held: Sequence[tuple[int, str]], delimiter: str) -> dict[int, Row] | None:
    odd = dict[int, Row]()
    with long_cells():
        for at, text in held:
            try:
                rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
            except csv.Error:
                return None
            if len(rows) != 1 or len(rows[0]) > MAX_COLUMNS:
                return None
            odd[at] = tuple(rows[0])
    return odd


def _with_rows(columns: Sequence[pa.LargeStringArray], odd: dict[int, Row]) -> list[pa.LargeStringArray]:
    """Return the columns with the cells of more rows, at the places that these have in the end."""
    count = len(columns[0])
    is_odd = np.zeros(count + len(odd), bool)
    is_odd[list(odd)] = True
    order = np.empty(len(is_odd), np.int64)
    order[~is_odd] = np.arange(count)
    order[is_odd] = count + np.arange(len(odd))
    more = [pa.array([row[at] if at < len(row) else "" for row in odd.values()], TEXT) for at in range(len(columns))]
    taken = pa.array(order)
    return [pa.concat_arrays(pair).take(taken) for pair in zip(columns, more, strict=True)]


def _starts(block: Bytes, columns: Sequence[pa.LargeStringArray], odd: dict[int, Row]) -> Lines | None:
    """Return the line on which each row starts; None if line ends and rows do not agree."""
    count = len(columns[0])
    starts = block.line + np.arange(count, dtype=np.int64)
    if block.lines == count:
        return starts
    breaks = np.zeros(count, np.int64)
    for column in columns:
        breaks += pc.count_substring(column, "\n").to_numpy(zero_copy_only=False)
    for at, row in odd.items():
        breaks[at] += sum(cell.count("\n") for cell in row[len(columns) :])
    starts[1:] += np.cumsum(breaks)[:-1]
    return starts if block.lines == count + breaks.sum() else None


def _with_long(chunk: Chunk) -> Chunk:
    for column in chunk.columns:
        if _longest(column) > LONG_CELL:
            for row in np.flatnonzero(pc.greater(pc.utf8_length(column), LONG_CELL)).tolist():
                chunk.long.setdefault(chunk.first + row, [])
    for row, cells in chunk.odd.items():
        if any(len(cell) > LONG_CELL for cell in cells):
            chunk.long.setdefault(row, [])
    for row, notes in chunk.long.items():
        notes += [long_cell(row, at, cell) for at, cell in enumerate(chunk.row(row)) if len(cell) > LONG_CELL]
    return chunk
