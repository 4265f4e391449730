"""What of all that was told is in force: withdrawals and corrections applied, whatever the order of arrival.

A withdrawn withdrawal withdraws nothing; withdrawals that go round in a circle have no effect. Of several corrections
the latest counts, and where none is certainly the latest, all of them stay possible.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar, cast, get_args

from lianggao.engines.following.events import Correct, Eia, EnergyReview, Event, Fact, Happening, Withdraw, fits
from lianggao.rulebook.dates import PartialDate

T = TypeVar("T")
_HAPPENING = get_args(Happening)
_CONTENT: dict[type, tuple[str, ...]] = {EnergyReview: ("passed",), Eia: ("approved",), Fact: ("field", "value")}
"""What an event says besides its date, by its kind."""


@dataclass(frozen=True)
class Settled:
    """An event in force: `says` has one event for each thing that it may say, `dates` every date that it may have."""

    id: str
    says: tuple[Happening, ...]
    dates: tuple[PartialDate, ...]

    @property
    def at(self) -> PartialDate:
        """Return the first and the last day that it may have happened on."""
        return PartialDate(min(date.first for date in self.dates), max(date.last for date in self.dates))


def latest(items: Iterable[T], when: Callable[[T], PartialDate]) -> list[T]:
    """Return the items than which no other is certainly later.

    >>> latest(["2022-03", "2022", "2021"], PartialDate.parse)
    ['2022-03', '2022']
    """
    some = list(items)
    start = max((when(item).first for item in some), default=None)
    return [item for item in some if start is not None and when(item).last >= start]


def settle(told: Mapping[str, Event]) -> tuple[list[Settled], list[str]]:
    """Return the events in force, in the order of their ids, and notes on what has no effect."""
    events = [told[id] for id in sorted(told)]
    held = _in_force(events)
    notes = [note for event in events if held.get(event.id, True) for note in _notes(event, told, held)]
    corrections: dict[str, list[Correct]] = {}
    for event in events:
        if isinstance(event, Correct) and held[event.id] and _applies(event, told.get(event.of)):
            corrections.setdefault(event.of, []).append(event)
    settled = []
    for event in events:
        if isinstance(event, _HAPPENING) and held[event.id]:
            one, found = _corrected(cast(Happening, event), corrections.get(event.id, []))
            settled.append(one)
            notes += found
    return settled, notes


def _in_force(events: Sequence[Event]) -> dict[str, bool]:
    """Say which events no withdrawal in force takes back; those of a circle are left out."""
    by: dict[str, list[str]] = {}
    for event in events:
        if isinstance(event, Withdraw):
            by.setdefault(event.of, []).append(event.id)
    held: dict[str, bool] = {}
    waiting = [event.id for event in events]
    while waiting:
        for id in waiting:
            taken = [held.get(withdrawal) for withdrawal in by.get(id, [])]
            if True in taken or None not in taken:
                held[id] = True not in taken
        left = [id for id in waiting if id not in held]
        if len(left) == len(waiting):
            break
        waiting = left
    return held


def _notes(event: Event, told: Mapping[str, Event], held: Mapping[str, bool]) -> Iterator[str]:
    if not isinstance(event, Correct | Withdraw):
        return
    what = "更正" if isinstance(event, Correct) else "撤回"
    if event.of not in told:
        yield f"{event.id} 要{what}的 {event.of} 尚未收到"
    elif event.id not in held:
        yield f"{event.id} 与其他撤回互相撤回，不起作用"
    elif isinstance(event, Correct) and not _applies(event, told[event.of]):
        yield f"{event.id} 的内容不是 {event.of} 所有的，更正不起作用"


def _applies(correction: Correct, event: Event | None) -> bool:
    """Say whether an event has all that a correction changes."""
    allowed = ("dated", *_CONTENT.get(type(event), ())) if isinstance(event, _HAPPENING) else ()
    return set(correction.changes) <= set(allowed)


def _corrected(event: Happening, corrections: Sequence[Correct]) -> tuple[Settled, list[str]]:
    """Return an event with its corrections; they change what it says and its date, and not its place."""
    notes: list[str] = []

    def told(name: str, original: object) -> list[object]:
        found = latest((c for c in corrections if name in c.changes), lambda c: c.when)
        values = list(dict.fromkeys(c.changes[name] for c in found))
        if len(values) > 1:
            notes.append(f"对 {event.id} 有互不一致的更正（{'、'.join(c.id for c in found)}），均计入")
        return values or [original]

    names = _CONTENT.get(type(event), ())
    dates = tuple(PartialDate.parse(str(date)) for date in told("dated", event.at))
    choices = product(*(told(name, getattr(event, name)) for name in names))
    says = [event.model_copy(update=dict(zip(names, values, strict=True))) for values in choices]
    fitting = [one for one in says if not isinstance(one, Fact) or fits(one.field, one.value)]
    if not fitting:
        notes.append(f"更正后 {event.id} 的值不适于该字段，更正不起作用")
    return Settled(event.id, tuple(fitting or [event]), dates), notes
