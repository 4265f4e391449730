"""Enumerate worlds: which outcomes and clauses are possible or certain, given the values that are left on each axis.

Values are concrete: a number or a word per axis, never a region. The numbers worth trying are the thresholds and their
nearest neighbours, which is where conditions change their mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf, nextafter

from lianggao.tables import Above, All, AnyOf, AtLeast, Clause, Condition, Member, Not

Value = str | float
World = Mapping[str, Value]
Open = Mapping[str, Sequence[Value]]
"""Per axis, the values not ruled out."""


@dataclass(frozen=True)
class Found:
    """What is true in some open world, and what in all of them."""

    outcomes: frozenset[str]
    possible: frozenset[str]
    certain: frozenset[str]


def holds(condition: Condition, world: World) -> bool:
    """Return whether the condition is true in one world."""
    match condition:
        case All(parts):
            return all(holds(part, world) for part in parts)
        case AnyOf(parts):
            return any(holds(part, world) for part in parts)
        case Not(part):
            return not holds(part, world)
        case Member(axis, values):
            return world[axis] in values
        case AtLeast(axis, threshold):
            return float(world[axis]) >= threshold
        case Above(axis, threshold):
            return float(world[axis]) > threshold
    raise TypeError(condition)


def worlds(left: Open) -> Iterator[dict[str, Value]]:
    """Yield every world that is left."""
    for values in product(*left.values()):
        yield dict(zip(left, values, strict=True))


def outcome(clauses: Iterable[Clause], precedence: Sequence[str], otherwise: str, world: World) -> str:
    """Return the first outcome in order of precedence that some clause gives, else `otherwise`."""
    given = {clause.outcome for clause in clauses if holds(clause.condition, world)}
    return next((name for name in precedence if name in given), otherwise)


def answer(clauses: Sequence[Clause], precedence: Sequence[str], otherwise: str, left: Open) -> Found:
    """Try every world that is left."""
    outcomes, possible, certain = set[str](), set[str](), {clause.name for clause in clauses}
    for world in worlds(left):
        true = {clause.name for clause in clauses if holds(clause.condition, world)}
        outcomes.add(outcome(clauses, precedence, otherwise, world))
        possible |= true
        certain &= true
    return Found(frozenset(outcomes), frozenset(possible), frozenset(certain))


def numbers_around(thresholds: Iterable[float]) -> list[float]:
    """Return each threshold, its nearest neighbours on both sides, and one number far off on either side."""
    near = {n for t in thresholds for n in (nextafter(t, -inf), t, nextafter(t, inf))}
    return sorted(near | {-1e308, 1e308})
