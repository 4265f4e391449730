"""Read one sheet of an .xlsx or .xlsm workbook into a grid: text stays text, so `0111` keeps its zero.

The sheet's XML is gone through once and as a stream. A library that builds the sheet first can neither be stopped in
a row of ten million cells nor tell what is merged and hidden. Formulas are read by the value last saved.
"""

from __future__ import annotations

import re
from typing import IO, TypeVar

from lianggao.errors import Place
from lianggao.intake.files.archive import Archive, opened
from lianggao.intake.files.choosing import choose
from lianggao.intake.files.limits import MAX_CELL
from lianggao.intake.files.numbers import day_of, formatted, number_text
from lianggao.intake.files.sheet import Probe, Sheet
from lianggao.intake.files.xlsx_book import Book, TextGatherer, read_book, unescaped
from lianggao.intake.files.xml_parts import Attributes, parse
from lianggao.intake.raw import Grid, ListNote

AnySheet = TypeVar("AnySheet", bound=Sheet)

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# No spreadsheet has more columns, not even blank ones.
_COLUMNS = 16_384
_YES_NO = {"1": "是", "0": "否", "true": "是", "false": "否"}


def read_xlsx(file: IO[bytes], name: str, wanted: str | None) -> Grid:
    """Read a sheet, the first visible one with content if none is named.

    Raises InputError: `broken-workbook`, `unsafe-workbook`, `encrypted-file`, `sheet-unknown`, `empty-list`, and what
    `Sheet` raises.
    """
    archive = opened(file, Place(name))
    book = read_book(archive)

    def read(at: int) -> Sheet:
        return _read(archive, book, at, Sheet(name, book.tabs[at].name))

    def is_filled(at: int) -> bool:
        return _read(archive, book, at, Probe(name, book.tabs[at].name)).found

    sheet, notes = choose(book.tabs, wanted, read, is_filled, name)
    return sheet.grid((*notes, *_contents(archive)))


def _contents(archive: Archive) -> list[ListNote]:
    notes = []
    if any(member.endswith("vbaproject.bin") for member in archive):
        notes.append(ListNote("macros", "工作簿含有宏，未运行"))
    if any("/externallinks/" in member for member in archive):
        notes.append(ListNote("external-links", "工作簿引用了其他文件，读取的是上次保存的结果"))
    return notes


def _read(archive: Archive, book: Book, at: int, sheet: AnySheet) -> AnySheet:
    cells = _Cells(book, sheet)
    parse(archive, book.parts[at], cells.start, cells.end, cells.text)
    return sheet


class _Cells:
    """Handlers that put each cell of a sheet's XML into the sheet. Rows and cells may leave out where they are."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self._book, self._sheet = book, sheet
        self._row = self._column = -1
        self._type = self._style = ""
        self._in_cell = self._in_value = self._is_formula = False
        self._value = list[str]()
        self._length = 0
        self._inline = TextGatherer()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._in_value = self._in_cell
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self._sheet.hide_rows(self._row)
        elif self._in_cell:
            self._is_formula |= name == "f"
            self._inline.start(name)
        elif name == "mergeCell":
            (left, top), (right, bottom) = (_place(end) for end in _ends(attributes["ref"]))
            self._sheet.merge(top, left, bottom, right)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]) - 1, int(attributes["max"])
            self._sheet.hide_columns(first, last - first)

    def end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._in_cell = False
            self._put()
        elif self._in_cell:
            self._inline.end(name)

    def text(self, data: str) -> None:
        if self._in_value:
            # Far more than a cell may hold is cut, and refused when it is put.
            if self._length <= MAX_CELL:
                self._value.append(data)
                self._length += len(data)
        elif self._in_cell:
            self._inline.text(data)

    def _start_cell(self, attributes: Attributes) -> None:
        if "r" in attributes:
            self._column, self._row = _place(attributes["r"])
        else:
            self._column += 1
        if self._column >= _COLUMNS:
            raise ValueError(self._column)
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._in_cell, self._is_formula = True, False
        self._value, self._length = [], 0

    def _put(self) -> None:
        sheet, row, column = self._sheet, self._row, self._column
        value, kind = "".join(self._value), self._type
        if kind == "inlineStr":
            sheet.put(row, column, self._inline.taken())
        elif not value:
            if self._is_formula and kind != "str":
                sheet.put_uncomputed(row, column)
        elif kind == "s":
            sheet.put(row, column, self._book.texts[_index(value)])
        elif kind == "n":
            self._put_number(value)
        elif kind == "b":
            sheet.put(row, column, _YES_NO.get(value, value))
        elif kind == "e":
            sheet.put_error(row, column, value)
        elif kind == "d":
            sheet.put(row, column, day_of(value))
        else:
            sheet.put(row, column, unescaped(value))

    def _put_number(self, value: str) -> None:
        text = number_text(value)
        formats = self._book.formats
        style = _index(self._style or "0")
        kind = formats[style] if style < len(formats) else ""
        meant = formatted(text, kind, self._book.from_1904) if kind else ""
        if meant:
            self._sheet.put(self._row, self._column, meant)
        else:
            self._sheet.put_number(self._row, self._column, text)
            if kind:
                self._sheet.put_unformatted(self._row, self._column, text)


def _index(written: str) -> int:
    """Return a place in a list. Raises ValueError for one that counts from its end."""
    if not written.isdigit():
        raise ValueError(written)
    return int(written)


def _ends(ref: str) -> tuple[str, str]:
    first, _, last = ref.partition(":")
    return first, last or first


def _place(name: str) -> tuple[int, int]:
    """Return a cell's column and row from 0. Raises ValueError where it is no cell's name."""
    found = _PLACE.fullmatch(name)
    if not found:
        raise ValueError(name)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return column - 1, int(found[2]) - 1
