"""Read the cells of a file, whatever its kind: its content says which reader takes it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import IO

from lianggao.errors import Hint, InputError, Place, fault
from lianggao.intake.files.delimited import read_delimited
from lianggao.intake.files.encodings import find_encoding
from lianggao.intake.files.json_records import LINES, is_json, read_json
from lianggao.intake.files.kinds import HEAD, kind_of
from lianggao.intake.files.limits import MAX_TEXT, too_large
from lianggao.intake.files.text_table import TextTable
from lianggao.intake.raw import Grid, ListNote

READABLE = Hint(
    "give the list as .xlsx, .xls, .ods, .csv, .tsv, .txt, .json or .jsonl",
    "请提供 .xlsx、.xls、.ods、.csv、.tsv、.txt、.json 或 .jsonl 文件",
)
_TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})
_RECORDS = LINES | {".json"}
# Web systems save text tables under these names.
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


def read_grid(path: str | os.PathLike[str], sheet: str | None = None) -> Grid:
    """Read a file's cells as text; `sheet` is the name of a workbook's sheet, or its number from 1.

    Raises InputError: `file-missing`, `file-empty`, `file-kind-unknown`, `other-kind`, `sheet-unknown`, and what the
    reader of that kind raises.
    """
    grid = open_cells(path, sheet)
    return grid if isinstance(grid, Grid) else grid.grid()


def open_cells(
    path: str | os.PathLike[str], sheet: str | None = None, *, small: int = sys.maxsize, most: int = MAX_TEXT
) -> Grid | TextTable:
    """Read a file's cells, but leave unread a table of separated text of more than `small` bytes.

    `most` is how many bytes a text may have. Raises InputError as `read_grid` does.
    """
    file = Path(path)
    if not file.is_file():
        raise InputError([fault("file-missing", value=file.name)])
    try:
        with file.open("rb") as opened:
            return _read(opened, file, sheet, small, most)
    except OSError as error:
        raise InputError([fault("file-unreadable", Place(file.name), why=error.strerror or "—")]) from error


def _read(file: IO[bytes], path: Path, sheet: str | None, small: int, most: int) -> Grid | TextTable:
    name, kind = path.name, kind_of(file, path.name)
    if kind == "text":
        return _read_text(file, path, sheet, small, most)
    # Each costs more to import than a short list to screen.
    if kind == "xlsx":
        from lianggao.intake.files.xlsx import read_xlsx

        return read_xlsx(file, name, sheet)
    if kind == "ods":
        from lianggao.intake.files.ods import read_ods

        return read_ods(file, name, sheet)
    from lianggao.intake.files.xls import read_xls

    return read_xls(file, name, sheet)


def _read_text(file: IO[bytes], path: Path, sheet: str | None, small: int, most: int) -> Grid | TextTable:
    name, suffix, place, size = path.name, path.suffix.lower(), Place(path.name), file.seek(0, 2)
    if wrong := too_large(size, most, place):
        raise InputError([wrong])
    if suffix not in _TABLES | _RECORDS | _WORKBOOKS:
        raise InputError([fault("file-kind-unknown", place, value=suffix or name, hint=READABLE)])
    encoding = find_encoding(file, name)
    if sheet is not None:
        raise InputError([fault("sheet-unknown", place, value=sheet, sheets="—")])
    notes = [ListNote("encoding-used", f"文件不是 UTF-8 编码，按 {encoding.told} 读取")] if encoding.told else []
    if suffix in _WORKBOOKS:
        notes.append(ListNote("text-as-workbook", f"文件名为 {suffix}，内容是文本表格，按文本读取"))
    file.seek(0)
    text = io.TextIOWrapper(file, encoding.name, newline="")
    try:
        head = text.read(HEAD).lstrip("\ufeff")
        text.seek(0)
        if suffix in _RECORDS or is_json(head):
            if wrong := too_large(size, MAX_TEXT, place):
                raise InputError([wrong])
            return read_json(text, name, suffix, tuple(notes))
        if size > small:
            return TextTable(path, encoding.name, tuple(notes))
        return read_delimited(text, name, suffix, tuple(notes))
    finally:
        text.detach()
