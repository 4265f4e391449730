"""`period-gap`, `period-overlap` and `period-outside-document`: periods that do not fit together.

Dates may be known only to the month or year; what could be right with some day inside them is no fault. A document
ends on its last day or on the day before another that supersedes it begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.models import Rule, Source
from lianggao.rulebook.yaml_reader import Document

DAY = timedelta(days=1)


def find_gaps_and_overlaps(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the first day of every document that does not follow on one it supersedes."""
    sources = subject.law.sources
    for older in sources.values():
        newer = [(source, at) for source, at in subject.files.sources if older.id in source.supersedes]
        if not newer:
            continue
        first, at = min(newer, key=lambda pair: PartialDate.parse(pair[0].effective.from_))
        yield from _gap(older, first, at)
        for source, place in newer:
            yield from _overlap(older, source, place)


def _gap(older: Source, newer: Source, at: Document) -> Iterator[Fault]:
    start, to = newer.effective.from_, older.effective.to
    if to and PartialDate.parse(to).last + DAY < PartialDate.parse(start).first:
        yield fault("period-gap", at.place(("effective", "from")), older=older.id, newer=newer.id, to=to, start=start)


def _overlap(older: Source, newer: Source, at: Document) -> Iterator[Fault]:
    start, period = newer.effective.from_, older.effective
    begun = PartialDate.parse(start).last
    words = {"older": older.id, "newer": newer.id, "start": start}
    if PartialDate.parse(period.from_).first >= begun:
        which, when = "from", period.from_
    elif period.to and PartialDate.parse(period.to).first >= begun:
        which, when = "to", period.to
    else:
        return
    yield fault("period-overlap", at.place(("effective", "from")), which=which, date=when, **words)


def find_outside(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at the period of every rule that surely reaches beyond its document's."""
    for rule, at in subject.files.rules:
        source = subject.law.sources[rule.document]
        if which := _outside(rule, source, _last_day(source, subject)):
            assert rule.effective
            when = rule.effective.from_ if which == "from" else rule.effective.to
            place = at.place(("effective", which))
            words = {"rule": rule.id, "which": which, "date": when, "period": _shown(source, subject)}
            yield fault("period-outside-document", place, **words)


def _outside(rule: Rule, source: Source, end: date) -> str:
    if not rule.effective:
        return ""
    start = PartialDate.parse(source.effective.from_)
    own = PartialDate.parse(rule.effective.from_)
    to = PartialDate.parse(rule.effective.to) if rule.effective.to else None
    if own.last < start.first or own.first > end:
        return "from"
    return "to" if to and (to.first > end or to.last < start.first) else ""


def _last_day(source: Source, subject: Subject) -> date:
    """Return the last day on which a document may be in force."""
    starts = [PartialDate.parse(newer.effective.from_).last for newer in _superseding(source, subject)]
    own = [PartialDate.parse(source.effective.to).last] if source.effective.to else []
    return min((*own, *(start - DAY for start in starts)), default=date.max)


def _superseding(source: Source, subject: Subject) -> list[Source]:
    return [newer for newer in subject.law.sources.values() if source.id in newer.supersedes]


def _shown(source: Source, subject: Subject) -> str:
    newer = [f"{other.effective.from_} `{other.id}`" for other in _superseding(source, subject)]
    return "/".join((source.effective.from_, *([source.effective.to] if source.effective.to else []), *newer)) or ""
