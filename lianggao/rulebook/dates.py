"""Dates of the law, only as precise as they are known: a day, a month or a year.

A document whose first day is known to the month is certainly in force from that month's last day on, and possibly
before it in that month; nothing here turns the month into a day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Force(Enum):
    """Whether a text is in force on a day, as far as its dates are known."""

    IN = "in"
    OUT = "out"
    UNSURE = "unsure"


class PartialDate(NamedTuple):
    """The first and the last day that a date given as year, month or day may mean."""

    first: date
    last: date

    @classmethod
    @cache
    def parse(cls, text: str) -> PartialDate:
        """Read `2021`, `2021-12` or `2021-12-01`. Raises ValueError.

        >>> PartialDate.parse("2021-12").last
        datetime.date(2021, 12, 31)
        """
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError("write a date as 2021, 2021-12 or 2021-12-01")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        try:
            first = date(year, month or 1, day or 1)
            last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
        except ValueError:
            raise ValueError("there is no such date") from None
        return cls(first, last)

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        whole_year = (self.first.month, self.last.month) == (1, 12)
        return f"{self.first.year:04d}" if whole_year else f"{self.first:%Y-%m}"


def started(start: PartialDate, on: PartialDate) -> Force:
    """Say whether a text that starts at `start` has started on a date, itself perhaps known to the month only."""
    if on.last < start.first:
        return Force.OUT
    return Force.IN if on.first >= start.last else Force.UNSURE
