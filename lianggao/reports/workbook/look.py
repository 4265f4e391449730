"""How cells look, and the pen that writes them: each look is made once and shared by all cells that have it.

Whatever a text looks like, it is written as a text.
"""

from __future__ import annotations

from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from lianggao.reports.cells import runs_as_formula
from lianggao.reports.workbook.texts import writable

Value = str | int | float | None

Look = Literal[
    "given",
    "added",
    "plain",
    "centre",
    "strong",
    "share",
    "note",
    "class_1",
    "class_2",
    "undetermined",
    "grey",
    "clear",
]
"""Headers of given and of added columns, ordinary cells, remarks, and the colours of the determinations."""

OF_OUTCOME: dict[str, Look] = {
    "class_1": "class_1",
    "class_2": "class_2",
    "undetermined": "undetermined",
    "excluded": "grey",
    "not_applicable": "grey",
    "not_listed": "clear",
}
"""The look of every determination; its text stays, so that a black and white print says the same."""

HEADERS = frozenset({"given", "added"})
_FILLS: dict[Look, str] = {
    "given": "D9D9D9",
    "added": "BDD7EE",
    "class_1": "F8CBCB",
    "class_2": "FBDDB9",
    "undetermined": "FFF2B3",
    "grey": "E4E4E4",
    "clear": "DCEFD8",
}
_BOLD = HEADERS | {"strong", "class_1", "class_2"}
_CENTRED = HEADERS | {"centre", "share"}
_EDGE = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)


def dress(cell: Any, look: Look) -> None:
    """Give a cell its look."""
    cell.alignment = Alignment(
        horizontal="center" if look in _CENTRED else None,
        vertical="center" if look in HEADERS else "top",
        wrap_text=look != "note",
    )
    cell.font = Font(name="宋体", size=10, bold=look in _BOLD, color="595959" if look == "note" else "000000")
    if look == "share":
        cell.number_format = "0.0%"
    if look in _FILLS:
        cell.fill = PatternFill("solid", start_color=_FILLS[look])
    if look != "note":
        cell.border = _BORDER


class Pen:
    """Writes values into cells of one workbook. `escaped` counts the texts that would have run as formulas."""

    def __init__(self) -> None:
        self._styles: dict[tuple[Look, bool], Any] = {}
        self.escaped = 0

    def write(self, cell: Any, value: Value, look: Look) -> None:
        """Fill an empty cell and give it its look."""
        risky = isinstance(value, str) and runs_as_formula(value)
        put(cell, writable(value) if isinstance(value, str) else value)
        self.escaped += risky
        style = (look, risky)
        if style not in self._styles:
            dress(cell, look)
            if risky:
                cell.quotePrefix = True
            self._styles[style] = cell._style
        cell._style = self._styles[style]


def put(cell: Any, value: Value) -> None:
    """Set a cell's value; a text stays a text."""
    cell.value = None if value == "" else value
    if value and isinstance(value, str):
        cell.data_type = "s"
