"""The hidden sheet with the lists to choose from, and the validations that offer them in the sheet to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lianggao.reports.template.columns import TemplateColumn
from lianggao.reports.template.filling import cells_of, hinted
from lianggao.reports.workbook.look import put


def write_options(book: Workbook, filling: Any, columns: Sequence[TemplateColumn], lang: str) -> None:
    """Write each list once, in a column of its own, and offer it in all columns that have it."""
    sheet: Any = book.create_sheet("选项" if lang == "zh" else "options")
    sheet.sheet_state = "hidden"
    places: dict[tuple[str, ...], str] = {}
    for at, column in enumerate(columns, start=1):
        if not column.options:
            continue
        if column.options not in places:
            places[column.options] = _write(sheet, len(places) + 1, column.options)
        check = hinted(DataValidation(type="list", formula1=places[column.options]), column, lang)
        filling.add_data_validation(check)
        check.add(cells_of(at))


def _write(sheet: Any, column: int, options: tuple[str, ...]) -> str:
    for row, option in enumerate(options, start=1):
        cell = sheet.cell(row, column)
        put(cell, option)
        cell.number_format = "@"
    letter = get_column_letter(column)
    return f"'{sheet.title}'!${letter}$1:${letter}${len(options)}"
