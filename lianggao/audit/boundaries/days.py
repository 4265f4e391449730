"""The edges of a rule's time in force, as far as dates are known, also where another document takes over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lianggao.audit.boundaries.plain import holds
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import presence, turns_of, within
from lianggao.rulebook.models import Period
from lianggao.tables import All
from lianggao.tables.conditions import axes_of

State = Literal["out", "doubt", "in"]
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Days in a row on which a rule is in force, is not, or may be; without `first` or `last`, since or for ever."""

    first: date | None
    last: date | None
    state: State


@dataclass(frozen=True)
class Edge:
    """One day at which the time in force turns, and what it is called."""

    day: str
    state: State
    title: str


def stretches_of(rule: LawRule, law: Law) -> list[Stretch]:
    """Return the whole of time, in order."""
    turns = turns_of(_periods(rule, law))
    found = [Stretch(None, None, "out")]
    for turn in turns:
        state = _state(rule, law, turn)
        if state != found[-1].state:
            found[-1] = Stretch(found[-1].first, turn - DAY, found[-1].state)
            found.append(Stretch(turn, None, state))
    return found


def edges_of(stretches: list[Stretch]) -> Iterator[Edge]:
    """Yield the first and the last day of every stretch, as far as it has them."""
    begun = False
    for stretch in stretches:
        begun |= stretch.state == "in"
        before, (first, last) = not begun, _TITLES[stretch.state][begun]
        if stretch.first and (stretch.state != "out" or not before):
            yield Edge(stretch.first.isoformat(), stretch.state, first)
        lasting = stretch.last and stretch.last != stretch.first and (stretch.state != "out" or before)
        if lasting and stretch.last:
            yield Edge(stretch.last.isoformat(), stretch.state, last)


_TITLES = {
    "out": (("", "施行前最后一日"), ("确已不再施行的第一日", "")),
    "doubt": (("可能已施行的第一日", "可能已施行的最后一日"), ("可能已不再施行的第一日", "可能已不再施行的最后一日")),
    "in": (("", ""), ("确已施行的第一日", "确在施行的最后一日")),
}
"""Per state, what its first and last day are called before the rule was surely in force, and since."""


def days_in_force(stretches: Iterable[Stretch], law: Law) -> list[str]:
    """Return days on which a rule is surely in force: the first of each stretch, and each on which the law changes."""
    changes = turns_of(law.periods)
    found = dict[str, None]()
    for stretch in stretches:
        if stretch.state == "in" and stretch.first:
            inside = [day for day in changes if stretch.first < day and (stretch.last is None or day <= stretch.last)]
            found |= {day.isoformat(): None for day in (stretch.first, *inside)}
    return list(found)


def _periods(rule: LawRule, law: Law) -> list[Period]:
    document = law.sources[rule.rule.document]
    later = [source.effective for source in law.sources.values() if document.id in source.supersedes]
    return [document.effective, *([rule.rule.effective] if rule.rule.effective else []), *later]


def _state(rule: LawRule, law: Law, day: date) -> State:
    on = PartialDate(day, day)
    source = law.sources[rule.rule.document]
    there = presence(source, on, law.sources)
    condition = All((there, within(rule.rule.effective, rule.id, on, source.effective)))
    held = holds(condition, {axis: frozenset({"yes", "no"}) for axis in axes_of(condition)})
    return "doubt" if held is None else "in" if held else "out"
