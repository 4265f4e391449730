"""Choose the sheet to read: the named one, else the first visible one with content.

What is not read is named in a note, hidden sheets too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.sheet import Sheet
from lianggao.intake.raw import ListNote


class Tab(NamedTuple):
    """A sheet's name and whether it is hidden."""

    name: str
    hidden: bool


def choose(
    tabs: Sequence[Tab], wanted: str | None, read: Callable[[int], Sheet], filled: Callable[[int], bool], file: str
) -> tuple[Sheet, tuple[ListNote, ...]]:
    """Return the sheet, read, and a note on the others; `filled` says quickly whether one has content.

    `wanted` is a sheet's name or, where none has that name, its number from 1.

    Raises InputError: `sheet-unknown`, `empty-list`, and what `read` raises.
    """
    if wanted is not None:
        sheet = read(_find(tabs, wanted, file))
        if sheet.is_blank:
            raise InputError([fault("empty-list", sheet.place)])
        return sheet, ()
    for chosen, tab in enumerate(tabs):
        if tab.hidden or (sheet := read(chosen)).is_blank:
            continue
        others = [other for at, other in enumerate(tabs) if at != chosen and filled(at)]
        named = "、".join(other.name + "（隐藏）" * other.hidden for other in others)
        return sheet, (ListNote("other-sheets", f"未读取其他有内容的工作表：{named}"),) if others else ()
    raise InputError([fault("empty-list", Place(file))])


def _find(tabs: Sequence[Tab], wanted: str, file: str) -> int:
    for at, tab in enumerate(tabs):
        if tab.name == wanted:
            return at
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 1 <= int(wanted) <= len(tabs):
        return int(wanted) - 1
    names = "、".join(tab.name for tab in tabs)
    raise InputError([fault("sheet-unknown", Place(file), value=wanted, sheets=names)])
