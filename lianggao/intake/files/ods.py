"""Read one sheet of an .ods workbook into a grid, as a stream: rows repeated a million times cost nothing if blank.

No library does both: those that keep merged cells build every repeated cell, the fast ones don't tell what is merged.
"""

from __future__ import annotations

import re
from typing import IO

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.archive import opened
from lianggao.intake.files.choosing import Tab, choose
from lianggao.intake.files.numbers import day_of, number_text, percent_text
from lianggao.intake.files.ods_text import CellText
from lianggao.intake.files.sheet import Sheet, is_error_value
from lianggao.intake.files.xml_parts import Attributes, Finished, local, parse
from lianggao.intake.raw import Grid

_CONTENT = "content.xml"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})
_TIME = re.compile(r"PT([0-9]{1,9})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]+)?S")


def read_ods(file: IO[bytes], name: str, wanted: str | None) -> Grid:
    """Read a sheet, the first visible one with content if none is named.

    Raises InputError: `broken-workbook`, `unsafe-workbook`, `encrypted-file`, `sheet-unknown`, `empty-list`, and what
    `Sheet` raises.
    """
    archive = opened(file, Place(name))
    manifest = "meta-inf/manifest.xml"
    if manifest in archive and b"encryption-data" in archive.whole(manifest):
        raise InputError([fault("encrypted-file", Place(name))])
    survey = _Survey()
    parse(archive, _CONTENT, survey.start, survey.end, survey.text)

    def read(at: int) -> Sheet:
        sheet = Sheet(name, survey.tabs[at].name)
        if at in survey.filled:
            cells = _Cells(at, sheet)
            parse(archive, _CONTENT, cells.start, cells.end, cells.text)
        return sheet

    sheet, notes = choose(survey.tabs, wanted, read, survey.filled.__contains__, name)
    return sheet.grid(notes)


class _Survey:
    """Handlers that find the sheets, which of them are hidden, and in which anything stands."""

    def __init__(self) -> None:
        self.tabs = list[Tab]()
        self.filled = set[int]()
        self._hidden_styles = set[str]()
        self._style = ""
        self._text = CellText()
        self._in_cell = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            self._style = local(attributes).get("name", "")
        elif name == "table-properties" and local(attributes).get("display") == "false":
            self._hidden_styles.add(self._style)
        elif self._in_cell:
            self._text.start(name)
        elif name == "table":
            given = local(attributes)
            self.tabs.append(Tab(given.get("name", ""), given.get("style-name") in self._hidden_styles))
        elif name in _CELLS:
            self._text, self._in_cell = CellText(), True
            self._note_content(_value_of(local(attributes), ""))

    def end(self, name: str) -> None:
        if name in _CELLS and self._in_cell and not self._text.is_aside:
            self._in_cell = False
            self._note_content(self._text.taken())
        elif self._in_cell:
            self._text.end(name)

    def text(self, data: str) -> None:
        if self._in_cell:
            self._text.text(data)

    def _note_content(self, text: str) -> None:
        # Sheets of other files are kept beside the own ones under their address.
        if text.strip() and not self.tabs[-1].name.startswith("'file:"):
            self.filled.add(len(self.tabs) - 1)


class _Cells:
    """Handlers that put each cell of one table into the sheet; blank rows and cells are only counted."""

    def __init__(self, at: int, sheet: Sheet) -> None:
        self._wanted, self._sheet = at, sheet
        self._table = -1
        self._row = self._column = 0
        self._row_count = self._cell_count = 1
        self._cell: Attributes | None = None
        self._text = CellText()
        self._filled = list[tuple[int, int, str, Attributes]]()

    def start(self, name: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._text.start(name, local(attributes).get("c", "1") if name == "s" else "1")
        elif name == "table":
            self._table += 1
        elif self._table != self._wanted:
            return
        elif name == "table-row":
            given = local(attributes)
            self._row_count, self._column = _count(given, "number-rows-repeated"), 0
            if given.get("visibility") in _HIDDEN:
                self._sheet.hide_rows(self._row, self._row_count)
        elif name in _CELLS:
            self._cell, self._text = local(attributes), CellText()
        elif name == "table-column":
            given = local(attributes)
            count = _count(given, "number-columns-repeated")
            if given.get("visibility") in _HIDDEN:
                self._sheet.hide_columns(self._column, count)
            self._column += count

    def end(self, name: str) -> None:
        if name in _CELLS and self._cell is not None and not self._text.is_aside:
            self._end_cell(self._cell)
            self._cell = None
        elif self._cell is not None:
            self._text.end(name)
        elif name == "table-row" and self._table == self._wanted:
            self._end_row()
        elif name == "table" and self._table == self._wanted:
            raise Finished

    def text(self, data: str) -> None:
        if self._cell is not None:
            self._text.text(data)

    def _end_cell(self, given: Attributes) -> None:
        count = _count(given, "number-columns-repeated")
        text = _value_of(given, self._text.taken())
        if text or "formula" in given or _spans(given):
            self._filled.append((self._column, count, text, given))
        self._column += count

    def _end_row(self) -> None:
        """Put the row's cells as often as the row is repeated, stopping at the first limit that is reached."""
        if any(text for _, _, text, _ in self._filled) or self._row_count == 1:
            for row in range(self._row, self._row + self._row_count):
                for column, count, text, given in self._filled:
                    self._put(row, column, count, text, given)
        self._filled = []
        self._row += self._row_count

    def _put(self, row: int, column: int, count: int, text: str, given: Attributes) -> None:
        if text:
            self._sheet.check(row, column + count - 1)
            for at in range(column, column + count):
                self._put_cell(row, at, text, given)
        elif "formula" in given and "value-type" not in given:
            self._sheet.put_uncomputed(row, column)
        if _spans(given):
            down, across = _count(given, "number-rows-spanned"), _count(given, "number-columns-spanned")
            self._sheet.merge(row, column, row + down - 1, column + across - 1)

    def _put_cell(self, row: int, column: int, text: str, given: Attributes) -> None:
        if given.get("value-type") in ("float", "currency"):
            self._sheet.put_number(row, column, text)
        elif "formula" in given and is_error_value(text):
            self._sheet.put_error(row, column, text)
        else:
            self._sheet.put(row, column, text)


def _spans(given: Attributes) -> bool:
    return given.get("number-columns-spanned", "1") != "1" or given.get("number-rows-spanned", "1") != "1"


def _count(given: Attributes, name: str) -> int:
    """Return how often something is repeated. Raises ValueError where it is no count."""
    count = int(given.get(name, "1")[:12])
    if count < 1:
        raise ValueError(count)
    return count


def _value_of(given: Attributes, shown: str) -> str:
    """Return a cell's value as text: what is stored for numbers, dates and yes or no, else what is shown."""
    kind = given.get("value-type", "")
    if kind in ("float", "currency"):
        return number_text(given["value"])
    if kind == "percentage":
        return percent_text(number_text(given["value"]))
    if kind == "date":
        return day_of(given["date-value"])
    if kind == "time":
        time = _TIME.fullmatch(given["time-value"])
        return ":".join(part.zfill(2) for part in time.groups()) if time else shown
    if kind == "boolean":
        return "是" if given["boolean-value"] == "true" else "否"
    return given.get("string-value", shown)
