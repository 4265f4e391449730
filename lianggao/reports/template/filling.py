"""The sheet to fill in: one header row, five hundred rows made ready, and a hint for every cell.

Headers of one group share a colour. Codes are kept as text, and what is typed may always differ from what is offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from lianggao.reports.template.columns import TemplateColumn
from lianggao.reports.workbook.sheet import A4, PAGE_WIDTH
from lianggao.reports.workbook.texts import wide

ROWS = 500
LONG = frozenset({"content", "approvals", "place", "products", "process", "raw_materials", "project_name"})
FILLS = (
    *("DDEBF7", "E2EFDA", "FFF2CC", "FCE4D6", "EDEDED", "F8E0EC"),
    *("FFFFFF", "D9D2E9"),
    *("C9DDF3", "F6E3C5", "CFE8D5", "E6DCC8", "F2F2F2"),
)
"""The colour of each group's headers."""

_TITLE, _HINT = 32, 255
_TOP = Alignment(vertical="top", wrap_text=True)
_EDGE = Side(style="thin", color="A6A6A6")


def write_filling(book: Workbook, columns: Sequence[TemplateColumn], lang: str) -> Any:
    """Write the sheet and return it; what is chosen from lists is added with them."""
    sheet: Any = book.create_sheet("项目清单" if lang == "zh" else "projects")
    for at, column in enumerate(columns, start=1):
        _header(sheet, at, column)
        # Columns that few lists fill have their look as a whole: cells of their own would treble the file.
        for row in () if column.folds else range(2, ROWS + 2):
            cell = sheet.cell(row, at)
            cell.number_format = number_format(column)
            cell.alignment = _TOP
        if not column.options:
            check = _check(column, lang)
            sheet.add_data_validation(check)
            check.add(cells_of(at))
    _print(sheet, columns)
    return sheet


def cells_of(column: int) -> str:
    """Return the prepared cells of a column."""
    letter = get_column_letter(column)
    return f"{letter}2:{letter}{ROWS + 1}"


def number_format(column: TemplateColumn) -> str:
    """Return the format of a column's cells: text for what must not become a number or a date."""
    if column.field.kind == "date":
        return "yyyy-mm-dd"
    return "@" if column.field.kind == "text" and column.field.name not in LONG else "General"


def hinted(check: DataValidation, column: TemplateColumn, lang: str) -> DataValidation:
    """Give a validation its hint; it warns and never refuses, since lists may say more than one value."""
    zh = lang == "zh"
    units = f"单位：{column.field.unit}。" if zh else f"Unit: {column.field.unit}. "
    blank = f"空着：{column.blank}。" if zh else f"Blank: {column.blank}."
    hint = f"{column.what}。{units if column.field.unit else ''}{blank}"
    check.promptTitle, check.prompt = column.field.label[:_TITLE], hint[:_HINT]
    check.showInputMessage = check.showErrorMessage = check.allow_blank = True
    check.errorStyle = "warning"
    check.errorTitle = "与所列写法不同" if zh else "not as offered"
    check.error = "仍要这样填写吗？" if zh else "keep it as it is?"
    return check


def _header(sheet: Any, at: int, column: TemplateColumn) -> None:
    cell = sheet.cell(1, at, column.header)
    cell.fill = PatternFill("solid", start_color=FILLS[column.group])
    cell.font = Font(
        name="宋体",
        size=10,
        bold=column.level != "optional",
        color="000000" if column.level == "optional" else "C00000",
    )
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
    dimension = sheet.column_dimensions[get_column_letter(at)]
    dimension.width, dimension.outline_level = _width(column), int(column.folds)
    if column.folds:
        dimension.alignment = _TOP


def _width(column: TemplateColumn) -> float:
    usual = 24.0 if column.field.name in LONG else max((wide(option) for option in column.options), default=0) + 4
    return min(max(usual, wide(column.example) + 2, wide(column.header) / 3 + 3, 11.0), 30.0)


def _check(column: TemplateColumn, lang: str) -> DataValidation:
    if column.field.kind == "quantity":
        check = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    elif column.field.kind == "date":
        check = DataValidation(type="date", operator="greaterThanOrEqual", formula1="36526")  # 2000-01-01
    else:
        check = DataValidation(type=None)
    return hinted(check, column, lang)


def _print(sheet: Any, columns: Sequence[TemplateColumn]) -> None:
    widths = [_width(column) for column in columns]
    sheet.row_dimensions[1].height = 44
    sheet.freeze_panes = "B2"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup = sheet.page_setup
    setup.orientation, setup.paperSize, setup.fitToHeight = "landscape", A4, 0
    setup.fitToWidth = max(ceil((sum(widths) - widths[0]) / (PAGE_WIDTH - widths[0])), 1)
    setup.pageOrder = "overThenDown"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"
