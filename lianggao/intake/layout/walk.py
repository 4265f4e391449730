"""Go down a page once: headers begin blocks, rows below them are projects, and all else is set aside and listed."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lianggao.errors import InputError, Place, fault
from lianggao.intake.layout.heads import Head, first_head, head_at, is_form, is_new_head
from lianggao.intake.layout.page import Page
from lianggao.intake.layout.rows import Sorter
from lianggao.intake.raw import Aside

_UNITS = re.compile(r"(?:^|[（(\s])(?:计量|金额|货币|数量|面积|能耗)?单位\s*[:：]\s*([^）)\s]+)")
_WHO = re.compile(r"[填申上报送建设主管]单位\s*[:：]")


@dataclass
class Part:
    """A block while it is gathered: its header, the units above it, the lines of its header's first and last row.

    `filled` are the columns in which a project has something.
    `runs` has the projects as stretches of rows: where each begins, where it ends, one after the other.
    """

    head: Head
    corner: tuple[str, ...]
    lines: tuple[int, int]
    runs: array[int] = field(default_factory=lambda: array("q"))
    filled: set[int] = field(default_factory=set)

    @property
    def rows(self) -> NDArray[np.int64]:
        """Return the rows of the projects."""
        return self.rows_in(0, self.runs[-1] if self.runs else 0)

    @property
    def count(self) -> int:
        """Return how many projects there are."""
        return sum(self.runs[1::2]) - sum(self.runs[0::2])

    def rows_in(self, first: int, stop: int) -> NDArray[np.int64]:
        """Return the rows of those projects that are among some rows."""
        ends = np.frombuffer(self.runs, np.int64).reshape(-1, 2) if self.runs else np.empty((0, 2), np.int64)
        among = slice(np.searchsorted(ends[:, 1], first, "right"), np.searchsorted(ends[:, 0], stop))
        some = np.clip(ends[among], first, stop)
        sizes = some[:, 1] - some[:, 0]
        before = np.cumsum(sizes) - sizes
        rows: NDArray[np.int64] = np.arange(sizes.sum()) + np.repeat(some[:, 0] - before, sizes)
        return rows

    def add(self, rows: NDArray[np.int64]) -> None:
        """Add rows in order."""
        breaks = np.flatnonzero(np.diff(rows) > 1)
        runs = np.column_stack((rows[np.append(0, breaks + 1)], rows[np.append(breaks, -1)] + 1)).ravel()
        if self.runs and self.runs[-1] == runs[0]:
            self.runs.pop()
            runs = runs[1:]
        self.runs.frombytes(runs.tobytes())


class Walk:
    """What was found down to some row: parts, rows set aside, and how many blank rows stand between others.

    Raises InputError: `empty-list`, and `form-not-list` for a sheet with names on the left and values beside them.
    """

    def __init__(self, page: Page) -> None:
        head = first_head(page)
        if head is None:
            raise InputError([fault("empty-list", Place(page.grid.file, cell=page.grid.sheet))])
        if is_form(page, head):
            raise InputError([fault("form-not-list", Place(page.grid.file, cell=page.grid.sheet))])
        self.page, self.aside, self.blank = page, list[Aside](), 0
        self.parts, self._taken = list[Part](), -1
        self._begin(head, self._above(range(head.top)))
        self._pending, self._blank = list[tuple[int, list[str]]](), 0

    @property
    def part(self) -> Part:
        """Return the part that is being gathered."""
        return self.parts[-1]

    def look(self, row: int) -> None:
        """Say what the next row is; `self.row` is then the first that is not yet taken."""
        page, self.row = self.page, row + 1
        if page.is_blank(row):
            self._blank += 1
            return
        self.blank, self._blank = self.blank + self._blank, 0
        torn = row in page.grid.torn
        if not torn and not page.grid.records and is_new_head(page, row) and not self.sorter.why_aside(row):
            head = head_at(page, row, above=self._taken)
            corner = _corner_of(text for at, texts in self._pending if at < head.top for text in texts)
            self._begin(head, corner)
        elif why := self.sorter.why_aside(row) or ("unit_line" if self._is_unit_line(row) else ""):
            self._set_aside(row, why)
            self._pending.append((row, self._texts(row)))
            self._taken = row
        else:
            self.part.filled.update(page.filled(row))
            self._took(row)
            self.part.add(np.array([row]))

    def pass_by(self, first: int, blank: NDArray[np.bool_]) -> None:
        """Take rows from `first` on for projects, but those that are `blank`."""
        projects = np.flatnonzero(~blank)
        self.row = first + len(blank)
        if len(projects):
            last = int(projects[-1])
            self.blank += self._blank + last + 1 - len(projects)
            self._blank = len(blank) - last - 1
            self._took(first + last)
            self.part.add(first + projects)
        else:
            self._blank += len(blank)

    def _begin(self, head: Head, corner: tuple[str, ...]) -> None:
        lines = self.page.grid.lines
        self.parts.append(Part(head, corner, (lines[head.top], lines[head.bottom])))
        self.sorter, self.row = Sorter(self.page, head), head.bottom + 1
        self._taken = head.bottom

    def _took(self, row: int) -> None:
        self._taken = row
        self._pending.clear()

    def _above(self, rows: range) -> tuple[str, ...]:
        for row in rows:
            if self.page.filled(row):
                self._set_aside(row, "unit_line" if _corner_of(self._texts(row)) else "title")
        return _corner_of(text for row in rows for text in self._texts(row))

    def _is_unit_line(self, row: int) -> bool:
        texts = self._texts(row)
        return len(texts) == 1 and bool(_corner_of(texts))

    def _set_aside(self, row: int, why: str) -> None:
        text = " ".join(dict.fromkeys(self._texts(row)))
        self.aside.append(Aside(self.page.grid.lines[row], why, text))

    def _texts(self, row: int) -> list[str]:
        return [self.page.text(row, at) for at in self.page.filled(row)]


def _corner_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what lines above a header say of units: `万元`, `万元、亩`."""
    return tuple(found[1] for text in texts if not _WHO.search(text) for found in _UNITS.finditer(text))
