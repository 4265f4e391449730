"""A project followed while its facts arrive one after another, and what each arrival means.

Tell a `Session` an event and it says what follows: durable-rules judges the project anew by the rules in force, and
fires the consequences of the arrival from what was so before and what is so now. What is known depends on which
events were told and never on their order, so that a correction or withdrawal takes back whatever rested on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lianggao.engines.following.consequences import Consequence, Fired, arriving, standing
from lianggao.engines.following.events import Event
from lianggao.engines.following.judging import Judge
from lianggao.engines.following.reading import check_new, event_of
from lianggao.engines.following.state import State, blank_state, state_of
from lianggao.engines.following.subjects import Subject, subjects_of
from lianggao.engines.quiet import load_engine
from lianggao.errors import InputError
from lianggao.rulebook import Law, load_law
from lianggao.screening import ProjectScreening
from lianggao.screening.result import TraceStep


@dataclass(frozen=True)
class Arrival:
    """An event, what it brought about, and the project after it; `fired` are the rules of consequences that fired."""

    event: Event
    consequences: tuple[Consequence, ...]
    screening: ProjectScreening
    fired: tuple[Fired, ...]

    @property
    def trace(self) -> tuple[TraceStep, ...]:
        """Return the rules of the law that durable-rules fired, what each needed and what it asserted."""
        return self.screening.trace


class Session:
    """One project. `as_of` is the date whose law applies; without it each state is judged at its latest event.

    Raises InputError where durable-rules is missing, `as_of` is no date or an event can't be used, LawError where the
    law can't be compiled, EngineError where the engine fails. What raises is not told.
    """

    def __init__(self, as_of: str | date | None = None, law: Law | None = None) -> None:
        load_engine()
        when = as_of.isoformat() if isinstance(as_of, date) else as_of
        self._judge = Judge(law or load_law(), when)
        self._told: dict[str, Event] = {}
        self._state: State | None = None

    def tell(self, event: Mapping[str, Any] | Event) -> Arrival:
        """Take in one event, and return what it brought about. The same event told again brings about nothing."""
        new = event_of(event)
        if faults := check_new(new, self._told):
            raise InputError(faults)
        told = {**self._told, new.id: new}
        before = self._now()
        now = before if new.id in self._told else state_of(told, self._judge)
        if not before.when and now.when:
            # Nothing was said, and so nothing was so but what the date alone decides.
            before = blank_state(now.when, self._judge)
        consequences, fired = arriving(new, self._subjects(before), self._subjects(now))
        self._told, self._state = told, now
        return Arrival(new, consequences, now.screening, fired)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return every event told, in the order of arrival."""
        return tuple(self._told.values())

    @property
    def state(self) -> ProjectScreening:
        """Return what is known of the project now, judged by durable-rules."""
        return self._now().screening

    @property
    def standing(self) -> tuple[Consequence, ...]:
        """Return everything that holds now, whatever was before."""
        return tuple(one.consequence for one in standing(self._subjects(self._now())))

    def _now(self) -> State:
        if self._state is None:
            self._state = state_of(self._told, self._judge)
        return self._state

    def _subjects(self, state: State) -> list[Subject]:
        return subjects_of(state, self._judge.law)
