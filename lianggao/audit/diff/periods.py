"""The periods between which neither of some laws changes: between the edges of all their dates.

A date known to the month or year has two edges, its first and its last day; between them the text may or may not be in
force, and the tables hold both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lianggao.rulebook import Law
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import turns_of

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """A period from the first day to the last, or None where it is open; `day` is one of its days."""

    first: date | None
    last: date | None

    @property
    def day(self) -> PartialDate:
        """Return a day of the period."""
        day = self.first or self.last or date(2000, 1, 1)
        return PartialDate(day, day)


def periods_of(laws: Sequence[Law]) -> list[Span]:
    """Return the periods of all laws together, earliest first."""
    edges = turns_of(period for law in laws for period in law.periods)
    starts: list[date | None] = [None, *edges]
    ends = [*(edge - _DAY for edge in edges), None]
    return [Span(first, last) for first, last in zip(starts, ends, strict=True)]
