"""Read the list in a file: its cells, then where its headers and projects are."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lianggao.intake.columns import ColumnUse, read_header
from lianggao.intake.files import read_grid
from lianggao.intake.layout import lay_out
from lianggao.intake.raw import RawList
from lianggao.intake.spellings import Headers
from lianggao.vocabulary import Vocabulary


def read_list(
    path: str | os.PathLike[str], vocabulary: Vocabulary, headers: Headers, sheet: str | None = None
) -> RawList:
    """Read the list in a file; `sheet` names a sheet of a workbook. Known headers say where the header rows are.

    Raises InputError: `file-missing`, `file-kind-unknown`, `empty-list`, and what the reader of that kind raises.
    """
    grid = read_grid(path, sheet)

    @lru_cache(maxsize=1 << 14)
    def reads(header: str) -> ColumnUse:
        return read_header(header, vocabulary, headers)

    file, raw = Path(path), lay_out(grid, reads, headers.spellings.keys() | headers.nothing.keys())
    return replace(raw, path=file, kind=file.suffix.lower().removeprefix("."))
