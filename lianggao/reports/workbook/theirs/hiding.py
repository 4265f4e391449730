"""Hide contacts everywhere in a workbook: cells, comments, titles of sheets, headers and footers, hints for input.

The list's own cells are hidden as in every other report; elsewhere a label such as 联系电话 says what is beside or
below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell

from lianggao.intake.raw import RawList
from lianggao.reports.cells import given_rows, runs_as_formula
from lianggao.reports.masking import CONTACT_HEADERS, HIDDEN, mask_labelled, mask_text
from lianggao.reports.workbook.look import put
from lianggao.reports.workbook.texts import LONGEST_LABEL
from lianggao.screening import Screening

_FORMATS_OF_CODES = frozenset({"General", "0", "@"})
_PARTS = ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter")
_HINTS = ("prompt", "promptTitle", "error", "errorTitle", "formula1", "formula2")

Place = tuple[int, int]


def hide_contacts(book: Workbook, sheet: Any, screening: Screening, raw: RawList) -> None:
    """Hide them on every sheet; `sheet` is that of the list."""
    done = set(_hide_list(sheet, screening, raw))
    for one in book.worksheets:
        ours = done if one is sheet else set()
        _hide_labelled(one, ours)
        for place, cell in one._cells.items():
            if cell.comment:
                cell.comment.text = mask_labelled(cell.comment.text)
            if place not in ours and (shown := masked(cell)) is not None:
                put(cell, shown)
        _hide_around(one)
    _rename(book)


def masked(cell: Any) -> str | None:
    """Return what a cell is to show instead, None where it has nothing to hide; a number may be a telephone number."""
    value = cell.value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        text = str(value) if cell.number_format in _FORMATS_OF_CODES else ""
    else:
        text = value if isinstance(value, str) else ""
    shown = mask_labelled(text)
    return None if shown == text else shown


def _hide_list(sheet: Any, screening: Screening, raw: RawList) -> Iterator[Place]:
    """Write the list's cells as other reports give them; yield all places that the list has."""
    hidden = given_rows(screening, keep_contacts=False)
    for at, header in enumerate(map(str, raw.frame.columns)):
        before = raw.frame.iloc[:, at].to_numpy(dtype=object)
        after = hidden.iloc[:, at].to_numpy(dtype=object)
        changed = set(np.flatnonzero(before != after).tolist())
        for block in raw.blocks:
            column = block.columns.get(header)
            if column is None:
                continue
            for row in range(block.first, block.stop):
                yield raw.lines[row], column
                cell = sheet.cell(raw.lines[row], column)
                if row in changed and not isinstance(cell, MergedCell):
                    put(cell, str(after[row]))


def _hide_labelled(sheet: Any, ours: set[Place]) -> None:
    """Hide what stands below a contact's label in a table, or beside it in a form."""
    labels: dict[int, set[int]] = {}
    for (row, column), cell in sheet._cells.items():
        if (row, column) not in ours and _is_label(cell.value):
            labels.setdefault(row, set()).add(column)
    for row, columns in labels.items():
        for column in columns:
            places = (
                _below(sheet, row, column) if _in_table(sheet, row, column) else [(row, _right(sheet, row, column))]
            )
            _hide(sheet, (place for place in places if place not in ours))


def _is_label(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_LABEL and bool(CONTACT_HEADERS.search(value))


def _in_table(sheet: Any, row: int, column: int) -> bool:
    """Return whether a label is one of a row of headers: the row below is filled in the same place and elsewhere."""
    filled = [at for at in range(1, sheet.max_column + 1) if _filled(sheet, row, at)]
    below = [at for at in filled if _filled(sheet, row + 1, at)]
    return column in below and len(below) >= 2 and not _is_label_row(sheet, row + 1)


def _is_label_row(sheet: Any, row: int) -> bool:
    """Return whether a form goes on in a row: a label and its value beside it."""
    cells = (sheet._cells.get((row, at)) for at in range(1, sheet.max_column + 1))
    return any(cell is not None and _is_label(cell.value) for cell in cells)


def _filled(sheet: Any, row: int, column: int) -> bool:
    cell = sheet._cells.get((row, column))
    return cell is not None and cell.value is not None


def _below(sheet: Any, row: int, column: int) -> Iterator[Place]:
    return ((line, column) for line in range(row + 1, sheet.max_row + 1))


def _right(sheet: Any, row: int, column: int) -> int:
    """Return the column of the next cell that a label's own cells leave free."""
    for area in sheet.merged_cells.ranges:
        if area.min_row <= row <= area.max_row and area.min_col == column:
            return int(area.max_col) + 1
    return column + 1


def _hide(sheet: Any, places: Iterable[Place]) -> None:
    for place in places:
        cell = sheet._cells.get(place)
        if cell is not None and cell.value not in (None, "") and not _is_label(cell.value):
            put(cell, HIDDEN)


def _hide_around(sheet: Any) -> None:
    for name in _PARTS:
        part = getattr(sheet.HeaderFooter, name)
        for side in (part.left, part.center, part.right):
            if side.text:
                side.text = mask_text(side.text)
    for check in sheet.data_validations.dataValidation:
        for name in _HINTS:
            if text := getattr(check, name):
                setattr(check, name, mask_text(text))
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            rule.formula = [mask_text(text) for text in rule.formula]
            rule.text = mask_text(rule.text) if rule.text else rule.text
    for table in list(sheet.tables.values()):
        if any(mask_text(column.name) != column.name for column in table.tableColumns):
            del sheet.tables[table.name]


def _rename(book: Workbook) -> None:
    """Hide numbers in titles; what refers to such a sheet by its title goes with it."""
    for sheet in book.worksheets:
        if (shown := mask_text(sheet.title).replace("*", "x")) != sheet.title:
            old, sheet.title = sheet.title, shown
            for other in book.worksheets:
                checks = other.data_validations
                checks.dataValidation = [one for one in checks.dataValidation if old not in str(one.formula1)]
            for names in (book.defined_names, *(one.defined_names for one in book.worksheets)):
                for name in [name for name, known in names.items() if old in known.value]:
                    del names[name]


def guard_texts(book: Workbook) -> int:
    """Keep every text a text; return how many might have run as formulas."""
    risky = 0
    for sheet in book.worksheets:
        for cell in sheet._cells.values():
            if isinstance(cell.value, str) and cell.data_type != "e":
                cell.data_type = "s"
                if runs_as_formula(cell.value):
                    cell.quotePrefix, risky = True, risky + 1
    return risky
