"""Header rows: where the next header of a page stands, how many rows it has, and the name of each of its columns.

A header is a row with known headers. Rows above and below it belong to it where merged cells tie them together, or,
in a file without merged cells, where a row fills exactly the gaps that the other leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lianggao.intake.layout.page import Page
from lianggao.intake.raw import JOINT, Merge

LOOK = 60
"""Rows in which the first header is looked for."""
DEEPEST = 3
_PLAIN_NUMBER = re.compile(r"[-+]?[0-9][0-9,.]*%?")
_FORM_LINE = re.compile(r"(?:单位|日期|时间|编号|部门|电话)[:：]")


@dataclass(frozen=True)
class Head:
    """The header rows `top` to `bottom` of a page, and the name of each column that has one."""

    top: int
    bottom: int
    names: dict[int, str]


def first_head(page: Page) -> Head | None:
    """Find the first header: the first row with two known headers, else with one, else the first row filled."""
    if page.grid.records:
        return Head(0, 0, {at: page.text(0, at) for at in page.filled(0)})
    rows = [row for row in range(min(len(page.grid.rows), LOOK)) if page.filled(row)]
    for least in (2, 1):
        for row in rows:
            if page.known(row) >= least:
                return head_at(page, row)
    filled = next((row for row in range(len(page.grid.rows)) if page.filled(row)), None)
    return None if filled is None else head_at(page, filled)


def is_new_head(page: Page, row: int) -> bool:
    """Return whether a row below a header is another header and no project."""
    if not page.may_be_header(row):
        return False
    filled, known = len(page.filled(row)), page.known(row)
    return known >= 3 or (known == 2 and filled <= 3)


def is_form(page: Page, head: Head) -> bool:
    """Return whether known headers go on downwards in the columns of the first ones: a form for one project."""
    if page.grid.records or head.top != head.bottom:
        return False
    known = [at for at, name in head.names.items() if page.is_header(name)]
    below = list(islice((row for row in range(head.bottom + 1, len(page.grid.rows)) if page.filled(row)), 3))
    texts = [[page.text(row, at) for at in known if page.text(row, at)] for row in below]
    return len(below) >= 2 and all(
        row and all(page.is_header(text) and text not in head.names.values() for text in row) for row in texts
    )


def head_at(page: Page, row: int, above: int = -1) -> Head:
    """Return the header to which a row with known headers belongs; rows up to `above` are taken already."""
    top = bottom = row
    while top - 1 > above and bottom - top < DEEPEST - 1 and _is_parent(page, top - 1, top):
        top -= 1
    while bottom + 1 < len(page.grid.rows) and bottom - top < DEEPEST - 1 and _is_child(page, top, bottom):
        bottom += 1
    return Head(top, bottom, _names(page, top, bottom))


def _is_parent(page: Page, upper: int, lower: int) -> bool:
    """Return whether the row above is part of the header: groups over several columns, and no title or form line."""
    texts = [page.text(upper, at) for at in page.filled(upper)]
    if len(texts) < 2 or any(_FORM_LINE.search(text) or not _may_name(text) for text in texts):
        return False
    if any(_ties(page, upper, lower)):
        return True
    # Without merged cells: the gaps below are where the names stand above.
    below = set(page.filled(lower))
    return any(at not in below for at in page.filled(upper)) and any(at in below for at in page.filled(upper))


def _is_child(page: Page, top: int, bottom: int) -> bool:
    """Return whether the row below the header belongs to it."""
    row = bottom + 1
    filled = page.filled(row)
    if any(merge.top <= bottom and merge.bottom >= row for merge in _merges_of(page, top, bottom)):
        return True
    free = [at for at in filled if not _covered(page, row, at)]
    if not free or not all(_may_name(page.text(row, at)) for at in free):
        return False
    groups = [merge for merge in _merges_of(page, bottom, bottom) if merge.right > merge.left]
    if groups:
        return all(any(m.left <= at <= m.right for m in groups) for at in free)
    return _fills_gaps(page, bottom, free) and _more_known(page, top, bottom)


def _ties(page: Page, upper: int, lower: int) -> Iterator[bool]:
    for merge in _merges_of(page, upper, upper):
        yield merge.bottom >= lower
        if merge.right > merge.left:
            yield sum(merge.left <= at <= merge.right for at in page.filled(lower)) >= 2


def _merges_of(page: Page, top: int, bottom: int) -> Iterable[Merge]:
    return {m for row in range(top, bottom + 1) for at in range(page.width) if (m := page.merge_at(row, at))}


def _covered(page: Page, row: int, column: int) -> bool:
    merge = page.merge_at(row, column)
    return merge is not None and merge.top < row


def _may_name(text: str) -> bool:
    return 0 < len(text) <= 60 and not _PLAIN_NUMBER.fullmatch(text)


def _fills_gaps(page: Page, upper: int, children: list[int]) -> bool:
    """Return whether children stand only under a gap of the row above or under the name that begins the gap."""
    names = set(page.filled(upper))
    return len(children) >= 2 and all(at not in names or at + 1 not in names for at in children)


def _more_known(page: Page, top: int, bottom: int) -> bool:
    def known(last: int) -> int:
        return sum(page.is_header(name) for name in _names(page, top, last).values())

    return known(bottom + 1) > known(bottom)


def _names(page: Page, top: int, bottom: int) -> dict[int, str]:
    """Join the texts above each other: `年综合能源消费量（万吨标准煤）｜当量值`."""
    names = {}
    for at in range(page.width):
        parts = [part for row in range(top, bottom + 1) if (part := _part(page, row, at, bottom))]
        distinct = [part for i, part in enumerate(parts) if i == 0 or part != parts[i - 1]]
        if distinct:
            names[at] = JOINT.join(distinct)
    return names


def _part(page: Page, row: int, column: int, bottom: int) -> str:
    """Return what a header row says of a column; a group's name stands over all of its columns."""
    own = page.spread(row, column)
    if own or row == bottom or page.merge_at(row, column):
        return own
    if not any(page.text(lower, column) for lower in range(row + 1, bottom + 1)):
        return ""
    for left in range(column - 1, -1, -1):
        if page.spread(row, left):
            # The name belongs to a group if its own column goes on below it.
            under = any(page.text(lower, left) for lower in range(row + 1, bottom + 1))
            return page.spread(row, left) if under and not page.merge_at(row, left) else ""
    return ""
