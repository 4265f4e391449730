"""Read one sheet of an .xlsx workbook into a grid of text, with a note where a cell holds less than it shows.

Text stays text, so `0111` keeps its zero; formulas are read by the value the spreadsheet last gave them.
"""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from lianggao.errors import InputError, Place, fault
from lianggao.intake.raw import Grid, ListNote
from lianggao.intake.values import cell_text, digits_lost
from lianggao.intake.workbook_safety import check_workbook, marks_of

MAX_ROWS = 2**20
MAX_COLUMNS = 500

_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
)


def read_xlsx(path: Path, sheet: str | None = None) -> Grid:
    """Read a sheet, the first visible one with content if none is named.

    Raises InputError: `not-a-workbook`, `unsafe-workbook`, `file-too-large`, `too-many-rows`, `too-many-columns`,
    `sheet-unknown`, `empty-list`.
    """
    with path.open("rb") as file:
        if wrong := check_workbook(file, path.name):
            raise InputError([wrong])
        try:
            return _read(file, path.name, sheet)
        except _BROKEN as error:
            # openpyxl wraps what the safe parser raises.
            unsafe = [cause for cause in (error, error.__cause__) if isinstance(cause, DefusedXmlException)]
            wrong = fault("unsafe-workbook", Place(path.name), value=type(unsafe[0]).__name__) if unsafe else None
            raise InputError([wrong or fault("not-a-workbook", Place(path.name))]) from error


def _read(file: IO[bytes], name: str, wanted: str | None) -> Grid:
    with _opened(file, data_only=True) as book:
        sheets = {sheet.title: sheet for sheet in book.worksheets}
        if wanted is not None and wanted not in sheets:
            raise InputError([fault("sheet-unknown", Place(name), value=wanted, sheets="、".join(sheets))])
        candidates = [wanted] if wanted else [title for title in sheets if sheets[title].sheet_state == "visible"]
        filled = [title for title in candidates if _has_content(sheets[title])]
        if not filled:
            raise InputError([fault("empty-list", Place(name, cell=wanted or ""))])
        title = filled[0]
        rows, notes = _rows(sheets[title], name)
        # The sheet's name in the archive has no public form.
        member: str = getattr(sheets[title], "_worksheet_path")  # noqa: B009
    others = tuple(filled[1:])
    marks = marks_of(file, member)
    if "formula" in marks:
        notes += _uncomputed(file, title, rows)
    return Grid(name, title, rows, range(1, len(rows) + 1), notes, _list_notes(others, "merged" in marks))


def _list_notes(others: tuple[str, ...], merged: bool) -> tuple[ListNote, ...]:
    notes = []
    if others:
        notes.append(ListNote("other-sheets", f"未读取其他有内容的工作表：{'、'.join(others)}"))
    if merged:
        notes.append(ListNote("merged-cells", "有合并单元格，只有左上角的一格有内容，其余按空白读取"))
    return tuple(notes)


@contextmanager
def _opened(file: IO[bytes], data_only: bool) -> Iterator[Workbook]:
    file.seek(0)
    with warnings.catch_warnings():
        # openpyxl warns of validations and styles that it will not keep; nothing is written back here.
        warnings.simplefilter("ignore")
        with closing(load_workbook(file, read_only=True, data_only=data_only, keep_links=False)) as book:
            yield book


def _cells(sheet: Any, values_only: bool) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    yield from sheet.iter_rows(values_only=values_only)


def _has_content(sheet: Any) -> bool:
    return any(value is not None and str(value).strip() for row in _cells(sheet, True) for value in row)


def _rows(sheet: Any, name: str) -> tuple[list[list[str]], list[tuple[int, int, str, str]]]:
    """Return the text of every row, all equally long, and notes on cells."""
    rows, notes, width = list[list[str]](), list[tuple[int, int, str, str]](), 0
    for index, values in enumerate(_cells(sheet, True)):
        row = [cell_text(value) for value in values]
        while row and not row[-1]:
            row.pop()
        width = max(width, len(row))
        if index >= MAX_ROWS:
            raise InputError([fault("too-many-rows", Place(name, cell=sheet.title), limit=MAX_ROWS)])
        if width > MAX_COLUMNS:
            raise InputError([fault("too-many-columns", Place(name, cell=sheet.title), limit=MAX_COLUMNS)])
        notes += [
            (index, at, "digits-lost", f"“{row[at]}”以数字存放，超过15位的部分原值已失真，请改为文本重新填写")
            for at, value in enumerate(values)
            if digits_lost(value)
        ]
        rows.append(row)
    return [row + [""] * (width - len(row)) for row in rows], notes


def _uncomputed(file: IO[bytes], title: str, rows: list[list[str]]) -> list[tuple[int, int, str, str]]:
    """Return a note for each formula that no spreadsheet has computed yet, which reads as blank."""
    notes = []
    with _opened(file, data_only=False) as book:
        for index, row in enumerate(_cells(book[title], False)):
            for at, cell in enumerate(row):
                blank = index < len(rows) and (at >= len(rows[index]) or not rows[index][at])
                if cell.data_type == "f" and blank:
                    notes.append((index, at, "formula-not-computed", "公式没有保存计算结果，按未填处理"))
    return [note for note in notes if note[1] < len(rows[0])] if rows else []
