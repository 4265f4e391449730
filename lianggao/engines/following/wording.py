"""Events in words, for a reader."""

from __future__ import annotations

from lianggao.engines.following.events import Correct, Eia, EnergyReview, Event, Fact, Withdraw
from lianggao.engines.following.state import MILESTONES
from lianggao.vocabulary import Vocabulary


def event_text(event: Event, vocabulary: Vocabulary) -> str:
    """Say in Chinese what an event tells.

    >>> from lianggao.engines.following.reading import event_of
    >>> from lianggao.rulebook import load_law
    >>> told = {"id": "e7", "at": "2022-06", "event": "correct", "of": "e3", "dated": "2022-05-10", "approved": True}
    >>> event_text(event_of(told), load_law().vocabulary)
    '更正 e3：日期为2022-05-10，环评批复'
    """
    if isinstance(event, Withdraw):
        return f"撤回 {event.of}"
    if isinstance(event, Correct):
        return f"更正 {event.of}：{'，'.join(_changes(event, vocabulary))}"
    if isinstance(event, Fact):
        return f"{vocabulary[event.field].label}：{_shown(event.value)}"
    if isinstance(event, EnergyReview):
        return _review(event.passed)
    return _eia(event.approved) if isinstance(event, Eia) else MILESTONES[event.event]


def _changes(event: Correct, vocabulary: Vocabulary) -> list[str]:
    told = []
    if event.dated is not None:
        told.append(f"日期为{event.dated}")
    if event.passed is not None:
        told.append(_review(event.passed))
    if event.approved is not None:
        told.append(_eia(event.approved))
    if event.field is not None:
        told.append(f"字段为{vocabulary[event.field].label}")
    if event.value is not None:
        told.append(f"值为{_shown(event.value)}")
    return told


def _review(passed: bool) -> str:
    return "节能审查通过" if passed else "节能审查未通过"


def _eia(approved: bool) -> str:
    return "环评批复" if approved else "环评未批复"


def _shown(value: str | float | tuple[float, float]) -> str:
    return "—".join(map(str, value)) if isinstance(value, tuple) else str(value)
