"""Write our columns beside the projects of the list's own sheet, below a header as high as theirs.

Their cells, widths and panes stay as they are. Rows only grow, so that the texts can be read, and printed pages and
filters reach over the new columns.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries

from lianggao.intake.raw import Block, RawList
from lianggao.reports.cells import without_contacts
from lianggao.reports.columns import fields_of
from lianggao.reports.workbook.look import Look, Pen
from lianggao.reports.workbook.projects import FIXED_AT_MOST, TALLEST, added_columns, outcome_looks
from lianggao.reports.workbook.sheet import LINE_HEIGHT, PAGE_WIDTH, Column
from lianggao.reports.workbook.texts import lines
from lianggao.reports.workbook.theirs.opening import Theirs
from lianggao.reports.workbook.theirs.room import clear_columns
from lianggao.screening import Screening

DEFAULT_HEIGHT = 13.5
"""Points; what a row has that says nothing of its height."""
HIGHEST = 409.0


def append_columns(theirs: Theirs, screening: Screening, raw: RawList, lang: str, keep_contacts: bool) -> int:
    """Write header and values; return how many texts were kept from running as formulas."""
    sheet, left, pen = theirs.sheet, theirs.column, Pen()
    added = without_contacts(screening.columns(lang), keep_contacts)
    columns = added_columns(added)
    clear_columns(sheet, left)
    for at, column in enumerate(columns, start=left):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    for block in raw.blocks:
        _header(sheet, block, left, columns, pen)
    looks, plain = outcome_looks(screening), _plain(len(columns))
    for row, values in enumerate(added.itertuples(index=False, name=None)):
        line = raw.lines[row]
        plain[0] = looks[row]
        for at, (value, look) in enumerate(zip(values, plain, strict=True), start=left):
            pen.write(sheet.cell(line, at), value, look)
        _grow(sheet, line, values, columns)
    _reach(sheet, screening, raw, left, columns)
    return pen.escaped


def _plain(count: int) -> list[Look]:
    return ["plain"] * count


def _header(sheet: Any, block: Block, left: int, columns: list[Column], pen: Pen) -> None:
    for at, column in enumerate(columns, start=left):
        for line in range(block.top, block.bottom + 1):
            pen.write(sheet.cell(line, at), column.header if line == block.top else None, column.look)
        if block.bottom > block.top:
            sheet.merge_cells(start_row=block.top, end_row=block.bottom, start_column=at, end_column=at)


def _grow(sheet: Any, line: int, values: tuple[Any, ...], columns: list[Column]) -> None:
    high = max(lines(v, c.width) for v, c in zip(values, columns, strict=True) if isinstance(v, str))
    wanted = min(min(high, TALLEST) * LINE_HEIGHT + 2, HIGHEST)
    dimension = sheet.row_dimensions[line]
    if not dimension.hidden and (dimension.height or sheet.sheet_format.defaultRowHeight or DEFAULT_HEIGHT) < wanted:
        dimension.height = wanted


def _reach(sheet: Any, screening: Screening, raw: RawList, left: int, columns: list[Column]) -> None:
    """Let filters and printed pages reach over the new columns; set what a printed list needs where nothing is set."""
    block, right = raw.blocks[0], left + len(columns) - 1
    if sheet.auto_filter.ref and not sheet.tables:
        sheet.auto_filter.ref = _wider(sheet.auto_filter.ref, right)
    if sheet.print_area and "," not in sheet.print_area:
        sheet.print_area = _wider(sheet.print_area.rpartition("!")[2].replace("$", ""), right)
    named = name_column(screening, block)
    if named and not sheet.print_title_cols:
        sheet.print_title_cols, sheet.page_setup.pageOrder = f"A:{get_column_letter(named)}", "overThenDown"
    if not sheet.print_title_rows:
        sheet.print_title_rows = f"{block.top}:{block.bottom}"
    if sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage:
        pages = sheet.page_setup.fitToWidth
        if pages != 0:
            ours = ceil(sum(column.width for column in columns) / PAGE_WIDTH)
            sheet.page_setup.fitToWidth = (1 if pages is None else int(pages)) + ours
        if sheet.page_setup.fitToHeight in (None, 1):
            sheet.page_setup.fitToHeight = 0


def name_column(screening: Screening, block: Block) -> int:
    """Return the sheet's column with the names of projects if it comes early, else 0."""
    fields = fields_of(screening)
    named = (at for header, at in block.columns.items() if fields.get(header) == "project_name")
    return next((at for at in named if at <= FIXED_AT_MOST), 0)


def _wider(ref: str, right: int) -> str:
    left, top, _, bottom = range_boundaries(ref)
    rows = (top, bottom) if top and bottom else ("", "")
    return f"{get_column_letter(left or 1)}{rows[0]}:{get_column_letter(right)}{rows[1]}"
