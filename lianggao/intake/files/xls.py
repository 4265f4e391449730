"""Read one sheet of an .xls workbook (Excel 95 to 2003, and what WPS saves as such) into a grid.

An .xls file always has some result for a formula, so one that was never computed can't be told from one that gives 0.
"""

from __future__ import annotations

from typing import IO, Any

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.biff import silent, workbook_stream
from lianggao.intake.files.choosing import Tab, choose
from lianggao.intake.files.limits import MAX_XLS, too_large
from lianggao.intake.files.numbers import float_text, format_kind, formatted
from lianggao.intake.files.sheet import Probe, Sheet
from lianggao.intake.files.xml_parts import Finished
from lianggao.intake.raw import Grid

_TEXT, _NUMBER, _DATE, _YES_NO, _ERROR = range(1, 6)


def read_xls(file: IO[bytes], name: str, wanted: str | None) -> Grid:
    """Read a sheet, the first visible one with content if none is named.

    Raises InputError: `file-too-large`, `broken-workbook`, `unsafe-workbook`, `encrypted-file`, `sheet-unknown`,
    `empty-list`, and what `Sheet` raises.
    """
    place = Place(name)
    if wrong := too_large(file.seek(0, 2), MAX_XLS, place):
        raise InputError([wrong])
    file.seek(0)
    stream = bytes(workbook_stream(file.read(), place))
    try:
        return _read(stream, name, wanted)
    except InputError:
        raise
    except Exception as error:  # the reader checks little: a damaged file raises anything
        raise InputError([fault("broken-workbook", place)]) from error


def _read(stream: bytes, name: str, wanted: str | None) -> Grid:
    from xlrd import open_workbook

    book: Any = open_workbook(
        logfile=silent(), file_contents=stream, on_demand=True, formatting_info=True, ragged_rows=True
    )
    # Whether a sheet is hidden has no public form until the sheet is loaded.
    tabs = [Tab(title, bool(hidden)) for title, hidden in zip(book.sheet_names(), book._sheet_visibility, strict=True)]

    def read(at: int) -> Sheet:
        sheet = Sheet(name, tabs[at].name)
        source = _cells(book, at, sheet)
        for row, info in source.rowinfo_map.items():
            sheet.hide_rows(row, int(info.hidden))
        for column, info in source.colinfo_map.items():
            sheet.hide_columns(column, int(info.hidden))
        for top, bottom, left, right in source.merged_cells:
            sheet.merge(top, left, bottom - 1, right - 1)
        book.unload_sheet(at)
        return sheet

    def is_filled(at: int) -> bool:
        try:
            _cells(book, at, Probe(name, tabs[at].name))
        except Finished:
            return True
        return False

    sheet, notes = choose(tabs, wanted, read, is_filled, name)
    return sheet.grid(notes)


def _cells(book: Any, at: int, sheet: Sheet) -> Any:
    """Put all cells into the sheet and return where they came from."""
    source = book.sheet_by_index(at)
    kinds = [format_kind(xf.format_key, book.format_map[xf.format_key].format_str) for xf in book.xf_list]
    for row in range(source.nrows):
        types, values = source.row_types(row), source.row_values(row)
        for column, (kind, value) in enumerate(zip(types, values, strict=True)):
            if kind == _TEXT:
                sheet.put(row, column, value)
            elif kind in (_NUMBER, _DATE):
                style = source._cell_xf_indexes[row][column]
                meaning = kinds[style] if 0 <= style < len(kinds) else ""
                _put_number(sheet, row, column, value, meaning, bool(book.datemode))
            elif kind == _YES_NO:
                sheet.put(row, column, "是" if value else "否")
            elif kind == _ERROR:
                sheet.put_error(row, column, _error_text(value))
    return source


def _put_number(sheet: Sheet, row: int, column: int, value: float, kind: str, from_1904: bool) -> None:
    text = float_text(value) if abs(value) < float("inf") else str(value)
    if kind and (meant := formatted(text, kind, from_1904)):
        sheet.put(row, column, meant)
        return
    sheet.put_number(row, column, text)
    if kind:
        sheet.put_unformatted(row, column, text)


def _error_text(code: int) -> str:
    from xlrd import error_text_from_code

    return str(error_text_from_code.get(code, "#N/A"))
