"""Conditions as unions of boxes: for each axis a set of regions, and what meets all of them lies in the box.

A project's knowledge is a box too, so a union of boxes is possible exactly where one of them has, on every axis, a
region that is not ruled out. That needs no arrays of worlds and no "not": what a condition excludes is a union of
boxes of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lianggao.tables import All, AnyOf, Condition, Not, Regions

Box = Mapping[str, frozenset[int]]
"""Axis to regions; an axis that is not named is free."""

EVERYWHERE: tuple[Box, ...] = ({},)


def holding(condition: Condition, regions: Mapping[str, Regions]) -> tuple[Box, ...]:
    """Return boxes that together are all worlds in which a condition holds."""
    if isinstance(condition, All):
        return meet([holding(part, regions) for part in condition.parts])
    if isinstance(condition, AnyOf):
        return join(box for part in condition.parts for box in holding(part, regions))
    if isinstance(condition, Not):
        return failing(condition.part, regions)
    passing = regions[condition.axis].passing(condition)
    found = frozenset(int(region) for region in np.flatnonzero(passing))
    return _literal(condition.axis, found, len(passing))


def failing(condition: Condition, regions: Mapping[str, Regions]) -> tuple[Box, ...]:
    """Return boxes that together are all worlds in which a condition does not hold."""
    if isinstance(condition, All):
        return join(box for part in condition.parts for box in failing(part, regions))
    if isinstance(condition, AnyOf):
        return meet([failing(part, regions) for part in condition.parts])
    if isinstance(condition, Not):
        return holding(condition.part, regions)
    passing = regions[condition.axis].passing(condition)
    found = frozenset(int(region) for region in np.flatnonzero(~passing))
    return _literal(condition.axis, found, len(passing))


def meet(unions: Sequence[Iterable[Box]]) -> tuple[Box, ...]:
    """Return the worlds that lie in all of several unions."""
    found: tuple[Box, ...] = EVERYWHERE
    for union in unions:
        parts = tuple(union)
        found = join(both for one in found for other in parts if (both := _both(one, other)) is not None)
    return found


def join(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return a union without the boxes that lie within another."""
    kept: list[Box] = []
    for box in sorted(boxes, key=len):
        if not any(_within(box, other) for other in kept):
            kept = [other for other in kept if not _within(other, box)]
            kept.append(box)
    return tuple(kept)


def _literal(axis: str, allowed: frozenset[int], count: int) -> tuple[Box, ...]:
    if not allowed:
        return ()
    return EVERYWHERE if len(allowed) == count else ({axis: allowed},)


def _both(one: Box, other: Box) -> Box | None:
    both = dict(one)
    for axis, allowed in other.items():
        both[axis] = both[axis] & allowed if axis in both else allowed
        if not both[axis]:
            return None
    return both


def _within(box: Box, other: Box) -> bool:
    return all(axis in box and box[axis] <= allowed for axis, allowed in other.items())
