"""Take out of a workbook what runs, reaches outside or holds copies of its cells, and the names of its authors.

Lists to choose from, conditional formats and names of ranges stay where all they do is refer to cells of the workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.scenario import ScenarioList

_QUOTED = re.compile('"[^"]*"')
_REACHES = re.compile(
    r"[\[|]|://|\b(?:WEBSERVICE|FILTERXML|HYPERLINK|CALL|REGISTER|EXEC|RTD|DDE|IMAGE|CUBE\w*|EVALUATE|GET\.\w+)\b",
    re.IGNORECASE,
)
_CELLS = r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?"
_RANGE = re.compile(rf"(?:'[^'\[\]|]+'|[^'\[\]|!:\"()&=]+)!{_CELLS}")


def strip(book: Workbook) -> Iterator[str]:
    """Take it out; yield what was taken."""
    for chart in list(book.chartsheets):
        book.remove(chart)
    for sheet in book.worksheets:
        yield from _strip(sheet)
    names = [book.defined_names, *(sheet.defined_names for sheet in book.worksheets)]
    if sum(map(_strip_names, names)):
        yield "部分名称"
    anything: Any = book
    anything.properties, anything.custom_doc_props = DocumentProperties(), CustomPropertyList()
    anything.template, anything.vba_archive, anything._external_links = False, None, []


def reaches_out(expression: str | None) -> bool:
    """Return whether an expression may do more than refer to cells of its own workbook.

    >>> reaches_out("选项!$A$1:$A$9"), reaches_out("[2]选项!$A$1"), reaches_out('"是|否"')
    (False, True, False)
    """
    return bool(_REACHES.search(_QUOTED.sub('""', expression or "")))


def _strip(sheet: Any) -> Iterator[str]:
    sheet._charts, sheet._images, sheet._pivots, sheet.legacy_drawing = [], [], [], None
    sheet.scenarios = ScenarioList()
    links = [cell for cell in sheet._cells.values() if cell.hyperlink]
    for cell in links:
        cell.hyperlink = None
    if links:
        yield "超链接"
    for cell in sheet._cells.values():
        if cell.comment:
            cell.comment.author = ""
    checks = sheet.data_validations.dataValidation
    kept = [one for one in checks if not (reaches_out(one.formula1) or reaches_out(one.formula2))]
    sheet.data_validations.dataValidation = kept
    if len(kept) < len(checks):
        yield "引用外部的数据有效性"
    if _strip_formats(sheet):
        yield "引用外部的条件格式"
    _show_filtered(sheet, sheet.auto_filter)
    if sum(_strip_table(sheet, name) for name in list(sheet.tables)):
        yield "部分表格区域"


def _strip_formats(sheet: Any) -> bool:
    """Keep the conditional formats that stay within the workbook; return whether any does not."""
    kept, reaching = ConditionalFormattingList(), False
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            scales = [s for s in (rule.colorScale, rule.dataBar, rule.iconSet) if s is not None]
            values = [str(value.val) for scale in scales for value in scale.cfvo]
            if any(map(reaches_out, [*rule.formula, *values])):
                reaching = True
            else:
                kept.add(str(area.sqref), rule)
    sheet.conditional_formatting = kept
    return reaching


def _show_filtered(sheet: Any, chosen: Any) -> None:
    """Forget what a filter was set to, which quotes cells, and show the rows that it hid."""
    if chosen is None or not chosen.ref or not chosen.filterColumn:
        return
    chosen.filterColumn = []
    _, top, _, bottom = range_boundaries(chosen.ref)
    for row in range((top or 1) + 1, (bottom or 0) + 1):
        if row in sheet.row_dimensions:
            sheet.row_dimensions[row].hidden = False


def _strip_table(sheet: Any, name: str) -> bool:
    """Make a table one of plain values; return whether it had to go, because its header would not fit its cells."""
    table = sheet.tables[name]
    left, top, right, _ = range_boundaries(table.ref)
    header = [sheet.cell(top, column).value for column in range(left or 1, (right or 0) + 1)]
    if table.connectionId or table.tableType or [column.name for column in table.tableColumns] != header:
        del sheet.tables[name]
        return True
    _show_filtered(sheet, table.autoFilter)
    for column in table.tableColumns:
        column.calculatedColumnFormula = column.totalsRowFormula = column.totalsRowFunction = None
    return False


def _strip_names(names: Any) -> int:
    """Keep the names of plain ranges; return how many others there were."""
    others = [name for name, known in names.items() if not _RANGE.fullmatch(known.value or "")]
    for name in others:
        del names[name]
    for known in names.values():
        known.comment = known.description = known.help = known.statusBar = known.customMenu = None
    return len(others)
