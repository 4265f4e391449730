"""What is so after a set of events: the screening, what contradicts, and what was built without an approval.

It depends on nothing but the set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lianggao.engines.following.building import APPROVALS, Approval, approval_of
from lianggao.engines.following.events import Event
from lianggao.engines.following.judging import Judge
from lianggao.engines.following.settling import settle
from lianggao.engines.following.statements import Statement, current, statements_of
from lianggao.screening import ProjectScreening

MILESTONES = {"signed": "签约", "construction_started": "开工", "production_started": "投产"}
"""What happens once, and its name."""


@dataclass(frozen=True)
class State:
    """`when` is the date of the latest event; `apart` are the fields whose statements contradict each other.

    Where nothing is in force, `when` is empty.
    """

    when: str
    screening: ProjectScreening
    apart: Mapping[str, tuple[Statement, ...]]
    approvals: tuple[Approval, ...]


def state_of(told: Mapping[str, Event], judge: Judge) -> State:
    """Return the state after a set of events. Raises LawError, EngineError."""
    settled, notes = settle(told)
    said = statements_of(settled)
    now = current(said, judge.means)
    dates = [date for one in settled for date in one.dates]
    when = str(max(dates, key=lambda date: (date.last, date.first))) if dates else ""
    stated = {field: judge.distinct(field, [s.value for s in found]) for field, found in now.items()}
    apart = {field: tuple(now[field]) for field, values in stated.items() if len(values) > 1}
    fields = judge.law.vocabulary.fields
    notes += [f"{fields[field].label}有互不一致的说法（{sources(found)}），均计入" for field, found in apart.items()]
    notes += _dated_twice(said)
    screening = judge.judge(stated, when, sorted(notes))
    approvals = tuple(approval_of(field, said, stated, when, screening, judge) for field in APPROVALS)
    return State(when, screening, apart, approvals)


def blank_state(when: str, judge: Judge) -> State:
    """Return the state in which nothing is said, at a date."""
    return State("", judge.judge({}, when), {}, ())


def _dated_twice(said: Iterable[Statement]) -> list[str]:
    """Note milestones that several events give different dates."""
    found: dict[str, list[Statement]] = {}
    for statement in said:
        if statement.milestone in MILESTONES:
            found.setdefault(statement.milestone, []).append(statement)
    some = ((MILESTONES[kind], one) for kind, one in found.items() if len({s.at for s in one}) > 1)
    return [f"{label}有不同的日期（{sources(one)}），均计入" for label, one in some]


def sources(statements: Iterable[Statement]) -> str:
    """Name the events that state something."""
    return "、".join(sorted({statement.event for statement in statements}))
