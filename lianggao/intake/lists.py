"""Read the list in a file: its cells, then where its headers and projects are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lianggao.intake.columns import ColumnUse, read_header
from lianggao.intake.files import TextTable, UnsureError, open_cells
from lianggao.intake.files.limits import MAX_STREAM, MB
from lianggao.intake.layout import Reads, cut, lay_out, read_in_parts, read_whole
from lianggao.intake.raw import Grid, RawList
from lianggao.intake.spellings import Headers
from lianggao.vocabulary import Vocabulary

SMALL = 128 * 1024
"""Up to how many bytes a text table is read row by row, as fast as by columns."""
HELD = 64 * MB
"""Up to how many bytes a text table that is asked for in parts is held whole, which is faster than reading it twice."""


def read_list(
    path: str | os.PathLike[str], vocabulary: Vocabulary, headers: Headers, sheet: str | None = None
) -> RawList:
    """Read the list in a file; `sheet` names a sheet of a workbook. Known headers say where the header rows are.

    Raises InputError: `file-missing`, `file-kind-unknown`, `empty-list`, and what the reader of that kind raises.
    """
    return _told(path, _whole(open_cells(path, sheet, small=SMALL), *_asked(vocabulary, headers)))


def read_parts(
    path: str | os.PathLike[str],
    vocabulary: Vocabulary,
    headers: Headers,
    sheet: str | None = None,
    rows: int = 100_000,
) -> Iterator[RawList]:
    """Read the list in a file part by part, each with at most `rows` projects; at least one part is given.

    The parts make up what `read_list` gives. Each has all columns of the list, its own rows and notes of cells, and the
    blocks that have projects in it; `lines` and `numbers` are those of the file. The notes of the list and the rows set
    aside come with the last part. A long text table is never held whole. Raises InputError as `read_list` does, before
    the first part.
    """
    table = open_cells(path, sheet, small=SMALL, most=MAX_STREAM)
    reads, words = _asked(vocabulary, headers)
    if isinstance(table, TextTable) and table.path.stat().st_size > HELD:
        parts = read_in_parts(table, reads, words, rows)
        try:
            first = next(parts)
        except UnsureError:
            parts = cut(lay_out(table.grid(), reads, words), rows)
        else:
            yield _told(path, first)
    else:
        parts = cut(_whole(table, reads, words), rows)
    yield from (_told(path, part) for part in parts)


def _whole(table: Grid | TextTable, reads: Reads, words: Set[str]) -> RawList:
    if isinstance(table, TextTable):
        try:
            return read_whole(table, reads, words)
        except UnsureError:
            table = table.grid()
    return lay_out(table, reads, words)


def _asked(vocabulary: Vocabulary, headers: Headers) -> tuple[Reads, Set[str]]:
    """Return what is asked of a header: what it gives, and whether it stands in the tables."""

    @lru_cache(maxsize=1 << 14)
    def reads(header: str) -> ColumnUse:
        return read_header(header, vocabulary, headers)

    return reads, headers.spellings.keys() | headers.nothing.keys()


def _told(path: str | os.PathLike[str], raw: RawList) -> RawList:
    """Say of a list where it came from."""
    file = Path(path)
    return replace(raw, path=file, kind=file.suffix.lower().removeprefix("."))
