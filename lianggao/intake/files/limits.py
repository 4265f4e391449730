"""How large a file may be, and why: a few kilobytes can hold gigabytes, or cells a million rows apart.

Each limit is far above any real list and low enough that a hostile file is refused within seconds and 300 MB.
"""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.errors import Fault, Place, fault

MB = 2**20

# Read from disk member by member; photographs pasted into a list are what makes real workbooks large.
MAX_ARCHIVE = 100 * MB
# Held in memory whole. A full .xls sheet of twenty columns has about 25 MB.
MAX_XLS = 50 * MB
# Held in memory whole, and its values take several times their text. JSON Lines have no such limit.
MAX_JSON = 50 * MB
# Held in memory as columns, or row by row in three times its size where it is odd.
MAX_TEXT = 1024 * MB
# Read part by part and never held whole, so that only the time it takes is a reason to stop.
MAX_STREAM = 16 * 1024 * MB

# An archive's directory is read before anything else, an entry takes about half a kilobyte of memory.
MAX_MEMBERS = 5000
MAX_DIRECTORY = 2 * MB
# The parts of one workbook that are read, counted while they unpack; all of it may be text that is kept.
MAX_UNPACKED = 150 * MB
# Sheets pack ten- to twentyfold, .ods sheets of the same few words up to fiftyfold; a bomb packs a thousandfold.
MAX_RATIO = 100
RATIO_COUNTS_FROM = 10 * MB
# Relations, styles and the like; styles copied from book to book for years reach several megabytes.
MAX_PART = 20 * MB
MAX_STRINGS = 1_000_000
# A spreadsheet allows 65 490.
MAX_STYLES = 100_000
# Elements within elements: a sheet has five levels, an OpenDocument cell about fifteen.
MAX_DEPTH = 100
# One tag, comment or instruction; text is handed on piece by piece and not meant.
MAX_TAG = MB // 2

# A workbook is held in memory whole. Longer lists are read as CSV or JSON Lines, line by line, or CSV part by part.
MAX_ROWS = 100_000
# The facts and notes of two million projects take about as much memory as an office's computer has.
MAX_TEXT_ROWS = 2_000_000
MAX_STREAM_ROWS = 100_000_000
MAX_COLUMNS = 500
MAX_CELLS = 2_000_000
MAX_MERGES = 200_000
# Rows times columns: rows are filled up to the widest, so one long row among many short ones costs a hundredfold.
MAX_AREA = 10_000_000
MAX_FILL = 3

# What a spreadsheet can hold in a cell; a text file can hold more, and such a cell is kept and noted.
LONG_CELL = 32_767
# No sentence is that long: a quote that never closes, or a bomb.
MAX_CELL = 1_000_000
MAX_LINE = 4_000_000

# Records of an .xls stream besides its cells, and those of them that describe looks, each an object in memory.
MAX_RECORDS = 500_000
MAX_LOOKS = 20_000
# Braces and commas of a JSON file: more values than a workbook may have.
MAX_MARKS = MAX_CELLS
MAX_FAULTS = 1000


def too_large(size: int, limit: int, place: Place) -> Fault | None:
    """Return a fault if a file has more bytes than its kind may have."""
    return fault("file-too-large", place, limit=limit // MB) if size > limit else None


def too_sparse(rows: Sequence[Sequence[str]], width: int, place: Place) -> Fault | None:
    """Return a fault if filling up all rows to the widest would make far more cells than were given."""
    if is_sparse(len(rows), width, sum(map(len, rows))):
        return fault("too-sparse", place, rows=len(rows), columns=width)
    return None


def is_sparse(rows: int, width: int, cells: int) -> bool:
    """Return whether so many rows, filled up to the widest, have far more cells than were given."""
    return rows * width > max(MAX_AREA, MAX_FILL * cells)


def long_cell(row: int, column: int, text: str) -> tuple[int, int, str, str]:
    """Return the note of a cell that is longer than a spreadsheet allows."""
    return row, column, "cell-too-long", f"内容有{len(text)}字，超过{LONG_CELL}字，请核对"
