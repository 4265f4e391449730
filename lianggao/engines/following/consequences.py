"""Fire the rules of consequences by durable-rules, subject by subject."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lianggao.engines.following.events import Correct, Event, Withdraw
from lianggao.engines.following.rules import ARRIVING, BEFORE, STANDING, Rule
from lianggao.engines.following.subjects import Subject
from lianggao.engines.quiet import Rulesets
from lianggao.screening.model import Model, Status


class Consequence(Model):
    """What holds or has come about: in words, the rules and clauses it rests on, and the event that brought it.

    `subject` is the gate, department or field that it is about. What holds without regard to history has no event.
    """

    code: str
    subject: str
    status: Status
    sentence: str
    rules: tuple[str, ...]
    basis: tuple[str, ...]
    event: str | None = None


class Fired(NamedTuple):
    """A rule of consequences that fired for a subject, and the marks that it needed."""

    code: str
    subject: str
    marks: tuple[str, ...]


class Firing(NamedTuple):
    """What the engine fired, and what follows from it."""

    consequences: tuple[Consequence, ...]
    fired: tuple[Fired, ...]


class Standing(NamedTuple):
    """A consequence that holds, and whether it is the same as one of another state."""

    consequence: Consequence
    same: tuple[str, str, frozenset[str]]


_made = threading.local()
"""Rulesets can't be unregistered, so that each thread and process makes them once."""


def standing(subjects: Iterable[Subject]) -> list[Standing]:
    """Return everything that holds in a state."""
    found = []
    for subject in subjects:
        for rule in _fire("standing", STANDING, {subject.kind, *_marks("now", subject)}):
            said = _consequence(rule, subject, subject, None)
            found.append(Standing(said, (said.code, subject.key, subject.value)))
    return found


def arriving(event: Event, was: Sequence[Subject], now: Sequence[Subject]) -> Firing:
    """Return what an arrival brought about, from every subject before and after it."""
    consequences, fired = list[Consequence](), list[Fired]()
    back = {"taken back"} if isinstance(event, Correct | Withdraw) else set[str]()
    for one, other in [*_pairs(was, now), *_fallen(event, was, now)]:
        marks = {one.kind, *_marks("was", one), *_marks("now", other), *_compared(one, other), *back}
        for rule in _fire("arriving", ARRIVING, marks):
            consequences.append(_consequence(rule, one, other, event.id))
            fired.append(Fired(rule.code, one.key, rule.marks))
    return Firing(tuple(consequences), tuple(fired))


def _pairs(was: Sequence[Subject], now: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Pair the subjects of two states; one that is only in one of them is blank in the other."""
    before, after = ({(s.kind, s.key): s for s in subjects} for subjects in (was, now))
    for at in dict.fromkeys([*before, *after]):
        one, other = before.get(at), after.get(at)
        some = one or other
        assert some is not None
        yield one or _blank(some), other or _blank(some)


def _blank(subject: Subject) -> Subject:
    marks = frozenset({BEFORE[subject.kind]})
    return replace(subject, marks=marks, value=marks, rules=(), basis=())


def _fallen(event: Event, was: Sequence[Subject], now: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Pair each certain conclusion that held before an event and holds no more with nothing."""
    if isinstance(event, Correct | Withdraw):
        how = f"{event.of}{'更正' if isinstance(event, Correct) else '撤回'}"
        held = {one.same for one in standing(now)}
        for said, same in standing(was):
            if said.status == "certain" and same not in held:
                words = {"how": how, "sentence": said.sentence}
                marks = frozenset({"standing"})
                gone = Subject("conclusion", said.subject, marks, marks, words, said.rules, said.basis)
                yield gone, _blank(gone)


def _marks(when: str, subject: Subject) -> Iterator[str]:
    return (f"{when} {mark}" for mark in subject.marks)


def _compared(was: Subject, now: Subject) -> Iterator[str]:
    if was.value != now.value:
        yield "differs"
        yield "fewer" if now.value < was.value else "others"


def _fire(name: str, rules: Sequence[Rule], marks: Iterable[str]) -> list[Rule]:
    made: dict[tuple[int, str], Rulesets] = _made.__dict__.setdefault("rulesets", {})
    key = (os.getpid(), name)
    if key not in made:
        made[key] = Rulesets(name, [(str(at), rule.marks) for at, rule in enumerate(rules)])
    fired = made[key].fire(marks)
    return [rule for at, rule in enumerate(rules) if str(at) in fired]


def _consequence(rule: Rule, was: Subject, now: Subject, event: str | None) -> Consequence:
    rests: Subject = was if rule.rests == "was" else now
    words: Mapping[str, Mapping[str, str]] = {"was": was.words, "now": now.words}
    return Consequence(
        code=rule.code,
        subject=rests.key,
        status=rule.status,
        sentence=rule.sentence.format_map(words),
        rules=rests.rules,
        basis=rests.basis,
        event=event,
    )
