"""Say a set of worlds in few words: cover it with few boxes, each a set of places per axis.

Places that no world of interest tells apart are merged first; then boxes are grown, along every order of the axes that
is cheap to try, and the largest is taken until all is covered. Worlds that are impossible may lie in any box, which
makes boxes larger and the words fewer. A quantity's places in a box are always neighbours.

Sets of worlds are bits of whole numbers: they are small and asked about thousands of times.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, permutations

import numpy as np
import numpy.typing as npt

from lianggao.audit.worlds.grid import Grid, Places
from lianggao.tables.known import Bools

Box = Mapping[str, tuple[int, ...]]
"""Axis to places; an axis that is not named is free."""

ORDERS = 60
"""So many orders of the axes are tried for each box."""


@dataclass(frozen=True, eq=False)
class _Merged:
    """A field of codes in which places that make no difference were put together; -1 stands for "may be either"."""

    codes: npt.NDArray[np.int8]
    groups: tuple[tuple[tuple[int, ...], ...], ...]


def fewest_boxes(
    wanted: Bools, possible: Bools, axes: Sequence[str], ordered: Collection[str], at_most: int | None = None
) -> list[Box]:
    """Return boxes that together hold every wanted world and no other possible one.

    All arrays have one dimension per axis; `ordered` names the axes of quantities. With `at_most`, the search ends
    after so many boxes, and they may not hold every wanted world.
    """
    if not wanted.any():
        return []
    if not axes:
        return [{}]
    in_order = [axis in ordered for axis in axes]
    merged = _merge(np.where(possible, wanted.astype(np.int8), np.int8(-1)), in_order)
    grid = Grid(merged.codes.shape)
    barred, every = grid.worlds(merged.codes == 0), grid.worlds(merged.codes == 1)
    found, left = list[Sequence[Places]](), every
    while left and (at_most is None or len(found) < at_most):
        growing = _Growing(grid, grid.first(left), barred, in_order)
        found.append(_tidied(growing.largest(left), grid, barred, left, in_order))
        left &= ~grid.box(found[-1])
    kept = _narrowed(_without_needless(found, grid, every), grid, every, in_order)
    return [_named(box, merged, axes) for box in kept]


def _merge(codes: npt.NDArray[np.int8], ordered: Sequence[bool]) -> _Merged:
    groups: list[tuple[tuple[int, ...], ...]] = []
    for at in range(codes.ndim):
        own: list[list[int]] = []
        among: dict[bytes, list[int]] = {}
        for place, row in enumerate(np.moveaxis(codes, at, 0)):
            key = row.tobytes()
            if key not in among:
                if ordered[at]:
                    among.clear()
                own.append(among.setdefault(key, []))
            among[key].append(place)
        codes = np.take(codes, [group[0] for group in own], axis=at)
        groups.append(tuple(tuple(group) for group in own))
    return _Merged(codes, tuple(groups))


class _Growing:
    """Boxes around one world; ways that lead through the same box go on alike, and are gone once."""

    def __init__(self, grid: Grid, seed: Places, barred: int, ordered: Sequence[bool]) -> None:
        self._grid, self._seed, self._barred, self._ordered = grid, seed, barred, ordered
        self._widened: dict[tuple[int, int], tuple[Places, int]] = {}

    def largest(self, left: int) -> list[Places]:
        """Return the box that covers most of what is left; among equals the widest."""
        best: list[Places] = [(at,) for at in self._seed]
        total, most, seen = left.bit_count(), (0, 0), set[int]()
        for order in _orders(len(self._seed)):
            box, worlds = self._along(order)
            if worlds in seen:
                continue
            seen.add(worlds)
            size = ((left & worlds).bit_count(), worlds.bit_count())
            if size > most:
                best, most = box, size
            if size[0] == total:
                break
        return best

    def _along(self, order: Sequence[int]) -> tuple[list[Places], int]:
        """Widen the world along one axis after the other, each as far as all of the box stays allowed."""
        box: list[Places] = [(at,) for at in self._seed]
        worlds = self._grid.box(box)
        for axis in order:
            key = (axis, worlds)
            if key not in self._widened:
                places = self._wider(worlds, axis)
                self._widened[key] = places, self._grid.along(self._at_first(worlds, axis), axis, places)
            box[axis], worlds = self._widened[key]
        return box, worlds

    def _wider(self, worlds: int, axis: int) -> Places:
        first, step, size = self._at_first(worlds, axis), self._grid.steps[axis], self._grid.shape[axis]
        if not self._ordered[axis]:
            return tuple(place for place in range(size) if not (first << place * step) & self._barred)
        low = high = self._seed[axis]
        while low > 0 and not (first << (low - 1) * step) & self._barred:
            low -= 1
        while high + 1 < size and not (first << (high + 1) * step) & self._barred:
            high += 1
        return tuple(range(low, high + 1))

    def _at_first(self, worlds: int, axis: int) -> int:
        """Return worlds that all have the seed's place on an axis, moved to the axis's first."""
        return worlds >> self._seed[axis] * self._grid.steps[axis]


def _orders(axes: int) -> Iterator[tuple[int, ...]]:
    return islice(permutations(range(axes)), ORDERS) if axes <= 5 else _rotated(axes)


def _rotated(axes: int) -> Iterator[tuple[int, ...]]:
    forth = tuple(range(axes))
    for way in (forth, forth[::-1]):
        yield from (way[at:] + way[:at] for at in range(axes))


def _tidied(box: list[Places], grid: Grid, barred: int, left: int, ordered: Sequence[bool]) -> list[Places]:
    """Drop the places of a choice that add nothing to what earlier boxes hold, then free each axis that has no say."""
    for axis, places in enumerate(box):
        if len(places) < grid.shape[axis] and not ordered[axis]:
            box[axis] = grid.met(box, axis, left)
    for axis, places in enumerate(box):
        freed = [*box[:axis], tuple(range(grid.shape[axis])), *box[axis + 1 :]]
        if len(places) < grid.shape[axis] and not grid.box(freed) & barred:
            box = freed
    return box


def _without_needless(boxes: Sequence[Sequence[Places]], grid: Grid, wanted: int) -> list[Sequence[Places]]:
    """Drop each box whose wanted worlds all lie in the others."""
    worlds = {at: grid.box(box) for at, box in enumerate(boxes)}
    for at in range(len(boxes)):
        if not wanted & worlds[at] & ~_others(worlds, at):
            del worlds[at]
    return [boxes[at] for at in worlds]


def _narrowed(
    boxes: Sequence[Sequence[Places]], grid: Grid, wanted: int, ordered: Sequence[bool]
) -> list[Sequence[Places]]:
    """Drop the places of a choice that other boxes hold anyway; a choice that is free stays free."""
    worlds = {at: grid.box(box) for at, box in enumerate(boxes)}
    found: list[Sequence[Places]] = []
    for at, box in enumerate(boxes):
        alone, own = wanted & ~_others(worlds, at), list(box)
        for axis, places in enumerate(box):
            if len(places) < grid.shape[axis] and not ordered[axis]:
                own[axis] = grid.met(own, axis, alone)
        worlds[at] = grid.box(own)
        found.append(own)
    return found


def _others(worlds: Mapping[int, int], at: int) -> int:
    found = 0
    for other, held in worlds.items():
        if other != at:
            found |= held
    return found


def _named(box: Sequence[Places], merged: _Merged, axes: Sequence[str]) -> Box:
    named = {}
    for axis, places, groups in zip(axes, box, merged.groups, strict=True):
        if len(places) < len(groups):
            named[axis] = tuple(sorted(one for place in places for one in groups[place]))
    return named
