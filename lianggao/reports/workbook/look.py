"""How cells look: fonts, fills and borders, each combination made once and shared by all cells that have it."""

from __future__ import annotations

from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

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
