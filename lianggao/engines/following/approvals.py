"""Was construction started without an approval that had to come first (未批先建)?

Dates are only as precise as they were told, so that each statement may lie before the start, after it, or either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from typing import Literal, NamedTuple

from lianggao.rulebook.dates import PartialDate

Status = Literal["clear", "possible", "certain"]
Reason = Literal["in_time", "late", "refused", "unfiled", "undated"]


class Said(NamedTuple):
    """A statement that the approval is there or not. A `dated` one came on that day, others were true by then."""

    given: bool
    at: PartialDate
    dated: bool = True


class Finding(NamedTuple):
    """Whether a project was built without an approval, and why: the first reason of those that may hold."""

    status: Status
    reason: Reason


CLEAR = Finding("clear", "in_time")


def by(when: PartialDate) -> PartialDate:
    """Return a day that is only known not to be later."""
    return PartialDate(date.min, when.last)


def built_before(starts: Sequence[PartialDate], said: Sequence[Said]) -> Finding:
    """Judge the day on which construction started, which is one of several, against what was said of an approval.

    >>> may, june = PartialDate.parse("2022-05"), PartialDate.parse("2022-06")
    >>> built_before([may], [Said(True, june)]), built_before([june], [Said(True, may)]), built_before([may], [])
    (Finding(status='certain', reason='late'), Finding(status='clear', reason='in_time'), \
Finding(status='possible', reason='unfiled'))
    """
    found = {reason for start in starts for reason in _reasons(start, said)}
    if found <= {"in_time"}:
        return CLEAR
    if found <= {"late", "refused"}:
        return Finding("certain", "late" if "late" in found else "refused")
    return Finding("possible", "unfiled" if found == {"unfiled"} else "undated")


def _reasons(start: PartialDate, said: Sequence[Said]) -> set[Reason]:
    """Return what may be, over every statement that may be the last before the start and the first after it."""
    if not said:
        return {"unfiled"}
    pairs = product(_last_before(start, said), _first_after(start, said))
    return {_reason(before, after) for before, after in pairs if before or after}


def _reason(before: Said | None, after: Said | None) -> Reason:
    if before and before.given:
        return "in_time"
    if after and after.given:
        # What is only known to have been there by a later day may have been there before the start.
        return "late" if after.dated else "undated"
    return "refused"


def _last_before(start: PartialDate, said: Iterable[Said]) -> list[Said | None]:
    """Return what may be the last statement not after the start."""
    maybe = [s for s in said if s.at.first <= start.last]
    sure = [s for s in maybe if s.at.last <= start.first]
    newest = max((s.at.first for s in sure), default=date.min)
    left: list[Said | None] = [s for s in maybe if s.at.last >= newest]
    return left if sure else [*left, None]


def _first_after(start: PartialDate, said: Iterable[Said]) -> list[Said | None]:
    """Return what may be the first statement after the start."""
    maybe = [s for s in said if s.at.last > start.first]
    sure = [s for s in maybe if s.at.first > start.last]
    oldest = min((s.at.last for s in sure), default=date.max)
    left: list[Said | None] = [s for s in maybe if s.at.first <= oldest]
    return left if sure else [*left, None]
