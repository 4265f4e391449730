"""Which texts are in force on a date, as far as their own dates are known.

A text starts on its first day and ends on its last or when another that supersedes it starts. Where a day can't be
told, both ways stay possible: `presence` turns that into a condition on an axis of its own, so that the tables hold
both readings side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from lianggao.rulebook.dates import Force, PartialDate, started
from lianggao.rulebook.models import Period, Source
from lianggao.tables import All, Condition, Member
from lianggao.tables.conditions import NEVER

_DAY = timedelta(days=1)

IN_FORCE = "in_force:"
"""Prefix of the axis that says whether a text whose dates are not known to the day is in force."""


def period_force(period: Period, on: PartialDate) -> Force:
    """Say whether a period covers a date.

    >>> period_force(Period(**{"from": "2021-12", "to": None}), PartialDate.parse("2021-12-15")).value
    'unsure'
    """
    begun = started(PartialDate.parse(period.from_), on)
    if begun is Force.OUT or period.to is None:
        return begun
    last = PartialDate.parse(period.to)
    if on.first > last.last:
        return Force.OUT
    return begun if on.last <= last.first else Force.UNSURE


def presence(document: Source, on: PartialDate, sources: Mapping[str, Source]) -> Condition:
    """Return the condition under which a document is in force on a date: always, never, or by axes of doubt."""
    superseding = _superseding(document.id, sources.values())
    own = period_force(_own_period(document.effective, superseding), on)
    if own is Force.OUT:
        return NEVER
    parts: list[Condition] = [_sure(document.id, "yes")] if own is Force.UNSURE else []
    for later in superseding:
        begun = started(PartialDate.parse(later.effective.from_), on)
        if begun is Force.IN:
            return NEVER
        if begun is Force.UNSURE:
            parts.append(_sure(later.id, "no"))
    return All(tuple(parts))


def within(period: Period | None, rule: str, on: PartialDate, document: Period) -> Condition:
    """Return the condition under which a rule's own, narrower period covers a date.

    A rule that starts when its document does adds no doubt about that day: there is only one.
    """
    force = period_force(period, on) if period else Force.IN
    if period is None or force is Force.IN:
        return All(())
    if force is Force.OUT:
        return NEVER
    begun, ended = vague_edges(period, on)
    only_the_documents = begun and not ended and period.from_ == document.from_
    return All(()) if only_the_documents else _sure(rule, "yes")


def turns_of(periods: Iterable[Period]) -> list[date]:
    """Return every day on which some period begins or has ended, or may, in order.

    Between two of them no period changes. A date known to the month or year has two: its first and its last day.

    >>> [str(day) for day in turns_of([Period(**{"from": "2021-12", "to": "2022-06-30"})])]
    ['2021-12-01', '2021-12-31', '2022-07-01']
    """
    turns = set[date]()
    for period in periods:
        turns |= set(PartialDate.parse(period.from_))
        ends = PartialDate.parse(period.to) if period.to else ()
        turns |= {end + _DAY for end in ends if end < date.max}
    return sorted(turns)


def vague_edges(period: Period, on: PartialDate) -> tuple[bool, bool]:
    """Say whether it can't be told of a date if a period has begun, and if it has ended."""
    begun = started(PartialDate.parse(period.from_), on) is Force.UNSURE
    last = PartialDate.parse(period.to) if period.to else None
    return begun, last is not None and on.first <= last.last and on.last > last.first


def _own_period(period: Period, superseding: Sequence[Source]) -> Period:
    """Leave out a last day on which another text takes over: the same doubt must not be held twice."""
    if period.to is None:
        return period
    after = PartialDate.parse(period.to).last + _DAY
    taken_over = any(PartialDate.parse(later.effective.from_).last <= after for later in superseding)
    return period.model_copy(update={"to": None}) if taken_over else period


def _superseding(document: str, sources: Iterable[Source]) -> list[Source]:
    return [source for source in sources if document in source.supersedes]


def _sure(text: str, value: str) -> Member:
    return Member(IN_FORCE + text, frozenset({value}))
