"""Gather what a comparison found by gate instead of by period: each change of worlds once, with all its periods.

Where a date on file is vague, the same change shows again under "if this text was in force"; such periods are told
with their doubt, beside those that are certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from lianggao.audit.diff.model import AreaDiff, GateDiff, LawDiff, Move
from lianggao.audit.worlds.limits import Limit
from lianggao.rulebook.force import IN_FORCE


@dataclass
class When:
    """A period of a change and the doubts under which it happens; both days are ISO texts, empty where open."""

    first: str
    last: str
    doubts: tuple[Limit, ...]


@dataclass(eq=False)
class Told:
    """One change of worlds with all its periods: the area of the first period that has no doubt stands for all."""

    area: AreaDiff
    limits: tuple[Limit, ...]
    when: list[When] = field(default_factory=list)


@dataclass(eq=False)
class ToldMove:
    """One move of a gate over all periods; `bare` are the periods in which it needs no area to be told."""

    move: Move
    areas: dict[object, Told] = field(default_factory=dict)
    bare: list[When] = field(default_factory=list)

    @property
    def told_alike(self) -> object:
        """Return what two moves share that may be told together: their worlds and their periods."""
        return tuple((key, _days(one.when)) for key, one in self.areas.items())


@dataclass(eq=False)
class ToldGate:
    """One gate over all periods; `own` says whether its own rules changed in any of them."""

    gate: GateDiff
    own: bool = False
    by_way_of: dict[str, None] = field(default_factory=dict)
    moves: dict[object, ToldMove] = field(default_factory=dict)


def told(diff: LawDiff) -> list[ToldGate]:
    """Return every gate that changed, its moves, and for each the areas with their periods."""
    gates: dict[str, ToldGate] = {}
    for period in diff.periods:
        for gate in (one for one in period.gates if one.changed):
            found = gates.setdefault(gate.gate, ToldGate(gate))
            found.own |= not gate.by_way_of
            found.by_way_of |= dict.fromkeys(gate.by_way_of)
            for move in gate.moves:
                key = (move.kind, move.subject, move.old, move.new)
                _gather(found.moves.setdefault(key, ToldMove(move)), move, period.first, period.last)
    return list(gates.values())


def _gather(into: ToldMove, move: Move, first: str, last: str) -> None:
    for area in move.areas:
        doubts = tuple(limit for limit in area.limits if limit.axis.startswith(IN_FORCE))
        limits = tuple(limit for limit in area.limits if limit not in doubts)
        key = (_sides(limits), _sides(area.exceptions), area.rules)
        known = into.areas.setdefault(key, Told(area, limits))
        if _clearer(area, known.area):
            known.area, known.limits = area, limits
        _extend(known.when, When(first, last, doubts))
    if not move.areas:
        _extend(into.bare, When(first, last, ()))


def _extend(periods: list[When], period: When) -> None:
    """Add a period, joined to the one before where that ends the day before and has the same doubts."""
    before = periods[-1] if periods else None
    if before and before.doubts == period.doubts and _next_day(before.last) == period.first:
        before.last = period.last
    else:
        periods.append(period)


def _clearer(area: AreaDiff, other: AreaDiff) -> bool:
    """Return whether an area is told under fewer doubts, or its example leaves less open."""
    return _openness(area) < _openness(other)


def _openness(area: AreaDiff) -> tuple[int, int]:
    doubts = sum(limit.axis.startswith(IN_FORCE) for limit in area.limits)
    return doubts, len(area.example.old) + len(area.example.new) if area.example else 99


def _sides(limits: Iterable[Limit]) -> frozenset[object]:
    """Return what limits say, in whatever order and words."""
    return frozenset((limit.axis, frozenset(limit.values), _bounds(limit)) for limit in limits)


def _bounds(limit: Limit) -> object:
    return limit.low, limit.low_open, limit.high, limit.high_closed


def _days(periods: Iterable[When]) -> tuple[tuple[str, str, frozenset[object]], ...]:
    return tuple((one.first, one.last, _sides(one.doubts)) for one in periods)


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""
