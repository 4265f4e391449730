"""One sheet: written row by row, ready to print on A4, with every text kept a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from lianggao.reports.workbook.look import Look, Pen, Value
from lianggao.reports.workbook.texts import lines

A4 = 9
PAGE_WIDTH = 190.0
"""Characters across an A4 page, landscape, at the smallest size that reads well; wider sheets take more pages."""
LINE_HEIGHT = 14.5
"""Points."""
LONGEST_TITLE = 31


@dataclass(frozen=True)
class Column:
    """A column's header, its width in characters and the look of its header."""

    header: str
    width: float
    look: Look = "added"


def columns_of(named: Mapping[str, tuple[str, float]], lang: str) -> list[Column]:
    """Return columns of a key, a Chinese header and a width each, in a language."""
    return [Column(label if lang == "zh" else key, width) for key, (label, width) in named.items()]


class Sheet:
    """A sheet at the end of a workbook, written from the top down. `escaped` counts texts that might have run."""

    def __init__(
        self, book: Workbook, title: str, columns: Sequence[Column], fixed: int = 0, tallest: int = 28
    ) -> None:
        """Start a sheet with a header row; it and the first `fixed` columns stay in view and on every page.

        Rows are as high as their texts need, up to `tallest` lines.
        """
        self._sheet: Any = book.create_sheet(free_title(book, title))
        self._streams, self._pen = book.write_only, Pen()
        self._widths = [column.width for column in columns]
        self.rows, self._tallest = 0, tallest
        for at, column in enumerate(columns, start=1):
            self._sheet.column_dimensions[get_column_letter(at)].width = column.width
        self._sheet.freeze_panes = f"{get_column_letter(fixed + 1)}2"
        self._print(fixed)
        self.add([c.header for c in columns], [c.look for c in columns])

    def _print(self, fixed: int) -> None:
        sheet, repeated = self._sheet, sum(self._widths[:fixed])
        pages = ceil((sum(self._widths) - repeated) / max(PAGE_WIDTH - repeated, PAGE_WIDTH / 2))
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = max(pages, 1), 0
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom, margins.footer = 0.4, 0.4, 0.5, 0.7, 0.3
        sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"
        sheet.print_title_rows = "1:1"
        if fixed and pages > 1:
            sheet.print_title_cols = f"A:{get_column_letter(fixed)}"
            sheet.page_setup.pageOrder = "overThenDown"

    @property
    def escaped(self) -> int:
        """Return how many texts were kept from running as formulas."""
        return self._pen.escaped

    def add(self, values: Sequence[Value], looks: Sequence[Look] | Look = "plain") -> None:
        """Append a row, as high as its texts need."""
        each = [looks] * len(values) if isinstance(looks, str) else looks
        self.rows += 1
        high = max((lines(v, w) for v, w in zip(values, self._widths, strict=True) if isinstance(v, str)), default=1)
        if high > 1 and looks != "note":
            self._sheet.row_dimensions[self.rows].height = min(high, self._tallest) * LINE_HEIGHT + 2
        self._sheet.append([self._cell(value, look) for value, look in zip(values, each, strict=True)])
        if self._streams:  # it is written; long lists would fill the memory
            self._sheet.row_dimensions.pop(self.rows, None)

    def head(self, text: str) -> None:
        """Print a line above every page."""
        self._sheet.oddHeader.center.text, self._sheet.oddHeader.center.size = text, 14
        self._sheet.page_margins.top, self._sheet.page_margins.header = 0.8, 0.35

    def upright(self) -> None:
        """Print on upright pages, as a long and narrow sheet needs."""
        self._sheet.page_setup.orientation = "portrait"

    def filterable(self) -> None:
        """Give the header row filters for all rows written so far."""
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(self._widths), 1))}{self.rows}"

    def _cell(self, value: Value, look: Look) -> Any:
        cell: Any = WriteOnlyCell(self._sheet, None)
        self._pen.write(cell, value, look)
        return cell


def free_title(book: Workbook, wanted: str) -> str:
    """Return a title for a new sheet that no sheet of the workbook has, whatever the case of its letters."""
    taken = {title.casefold() for title in book.sheetnames}
    title, number = wanted[:LONGEST_TITLE], 2
    while title.casefold() in taken:
        end = f"({number})"
        title, number = wanted[: LONGEST_TITLE - len(end)] + end, number + 1
    return title
