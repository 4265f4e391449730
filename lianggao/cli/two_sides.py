"""The two laws that a comparison is between, and the dates it looks at, read the same way for every verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianggao.rulebook import Law
    from lianggao.rulebook.dates import PartialDate

SIDE = "文件夹（含 rules/ 和 catalogs/，或叠加文件夹）、git 版本或 shipped（自带的规则）。"


def two_sides(old: str | None, new: str | None, dates: list[str]) -> tuple[Law, Law, tuple[PartialDate, ...]]:
    """Return both laws and the dates asked for: none, or the old and the new one.

    One law alone is compared with itself on two dates. Raises InputError, LawError.
    """
    from lianggao.audit.sides import SHIPPED, open_side
    from lianggao.errors import InputError, fault
    from lianggao.screening.dating import date_of

    if len(dates) > 2:
        raise InputError([fault("too-many-dates", n=len(dates))])
    if new is None and len(dates) < 2:
        raise InputError([fault("one-side-only")])
    read = tuple(date_of(text) for text in dates)
    before = open_side(old or SHIPPED)
    after = before if new is None else open_side(new)
    return before, after, (read[0], read[-1]) if read else ()
