"""Relations between axes: which places of several axes go together, as boolean arrays.

Joining keeps what every relation allows; an axis that nobody asks about is eliminated by "some". Eliminating one axis
at a time keeps the arrays small, and remembers enough to find, for any world that is left, the places of the axes that
were eliminated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from lianggao.tables.known import Bools

MOST_CELLS = 2**24
"""A joined relation with more cells than this is refused: the comparison says what it left out instead."""


class TooLargeError(Exception):
    """Axes would have to be joined whose product is too large."""

    def __init__(self, axes: Sequence[str], cells: int) -> None:
        super().__init__(f"{cells} worlds of {', '.join(axes)}")
        self.axes, self.cells = tuple(axes), cells


@dataclass(frozen=True, eq=False)
class Relation:
    """`allowed` has one dimension per axis."""

    axes: tuple[str, ...]
    allowed: Bools


def joined(relations: Iterable[Relation], axes: Sequence[str], sizes: Mapping[str, int]) -> Bools:
    """Return what all relations allow, as an array over `axes`, which name every axis of theirs."""
    shape = tuple(sizes[axis] for axis in axes)
    if prod(shape) > MOST_CELLS:
        raise TooLargeError(axes, prod(shape))
    found = np.ones(shape, dtype=bool)
    for relation in relations:
        found &= spread(relation.allowed, relation.axes, axes)
    return found


def spread(array: Bools, own: Sequence[str], axes: Sequence[str]) -> Bools:
    """Return an array over some axes as one that broadcasts over all `axes`."""
    order = sorted(range(len(own)), key=lambda at: axes.index(own[at]))
    shape = [array.shape[own.index(axis)] if axis in own else 1 for axis in axes]
    return array.transpose(order).reshape(shape)


@dataclass(frozen=True, eq=False)
class Eliminated:
    """One axis, and the joined relation from which it was eliminated."""

    axis: str
    within: Relation


def eliminate(
    relations: Sequence[Relation], keep: Sequence[str], sizes: Mapping[str, int]
) -> tuple[Bools, list[Eliminated]]:
    """Return which places of `keep` go together, and the axes eliminated on the way, in order.

    Raises TooLargeError.
    """
    left, done = list(relations), list[Eliminated]()
    others = {axis for relation in left for axis in relation.axes} - set(keep)
    while others:
        axis = min(sorted(others), key=lambda one: _cost(one, left, sizes))
        touching = [relation for relation in left if axis in relation.axes]
        axes = tuple(dict.fromkeys(name for relation in touching for name in relation.axes))
        within = Relation(axes, joined(touching, axes, sizes))
        done.append(Eliminated(axis, within))
        rest = tuple(name for name in axes if name != axis)
        left = [relation for relation in left if axis not in relation.axes]
        left.append(Relation(rest, np.asarray(within.allowed.any(axis=axes.index(axis)))))
        others.remove(axis)
    return joined(left, keep, sizes), done


def completed(world: Mapping[str, int], eliminated: Sequence[Eliminated]) -> dict[str, int]:
    """Return a possible world with the eliminated axes filled in; the first place that fits, the last if none is first.

    No step can fail: an axis was eliminated only where some place of it fits.
    """
    found = dict(world)
    for step in reversed(eliminated):
        at = tuple(slice(None) if axis == step.axis else found[axis] for axis in step.within.axes)
        found[step.axis] = int(np.flatnonzero(step.within.allowed[at])[0])
    return found


def _cost(axis: str, relations: Sequence[Relation], sizes: Mapping[str, int]) -> int:
    axes = {name for relation in relations if axis in relation.axes for name in relation.axes}
    return prod(sizes[name] for name in axes)
