"""Read the list in a file: its cells, then where its headers and projects are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from lianggao.intake.columns import ColumnUse, read_header
from lianggao.intake.files import TextTable, UnsureError, open_cells
from lianggao.intake.files.limits import MAX_STREAM, MAX_TEXT_ROWS, MB
from lianggao.intake.layout import Keep, LongTable, Reads, cut, lay_out
from lianggao.intake.raw import RawList
from lianggao.intake.spellings import Headers
from lianggao.vocabulary import Vocabulary

SMALL = 128 * 1024
"""Up to how many bytes a text table is read row by row, as fast as by columns."""
HELD = 512 * MB
"""Up to how many bytes of a text table are kept packed where it is asked for in parts, to spare reading it again."""


def read_list(
    path: str | os.PathLike[str], vocabulary: Vocabulary, headers: Headers, sheet: str | None = None
) -> RawList:
    """Read the list in a file; `sheet` names a sheet of a workbook. Known headers say where the header rows are.

    Raises InputError: `file-missing`, `file-kind-unknown`, `empty-list`, and what the reader of that kind raises.
    """
    table, asked = open_cells(path, sheet, small=SMALL), _asked(vocabulary, headers)
    if isinstance(table, TextTable):
        try:
            return _told(path, LongTable(table, *asked, keep="all", most=MAX_TEXT_ROWS).whole())
        except UnsureError:
            table = table.grid()
    return _told(path, lay_out(table, *asked))


@dataclass(frozen=True)
class OpenList:
    """The list in a file of which all is known that is said of the whole list."""

    path: str | os.PathLike[str]
    _parts: Callable[[int], Iterator[RawList]]

    def parts(self, rows: int) -> Iterator[RawList]:
        """Yield the list part by part, each with at most `rows` projects, as often as it is asked for; at least one.

        The parts make up what `read_list` gives. Each has all columns of the list, its own rows and notes of cells, and
        the blocks that have projects in it; `lines` and `numbers` are those of the file. The notes of the list and the
        rows set aside come with the last part.
        """
        return (_told(self.path, part) for part in self._parts(rows))


def open_list(
    path: str | os.PathLike[str], vocabulary: Vocabulary, headers: Headers, sheet: str | None = None
) -> OpenList:
    """Read the list in a file that may be too long to be held: a longer text table is then read again for its parts.

    Raises InputError as `read_list` does.
    """
    table, asked = open_cells(path, sheet, small=SMALL, most=MAX_STREAM), _asked(vocabulary, headers)
    if isinstance(table, TextTable):
        try:
            keep: Keep = "packed" if table.path.stat().st_size <= HELD else "nothing"
            return OpenList(path, LongTable(table, *asked, keep=keep).parts)
        except UnsureError:
            table = table.grid()
    return OpenList(path, partial(cut, lay_out(table, *asked)))


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
