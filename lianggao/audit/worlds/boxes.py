"""Say a set of worlds in few words: cover it with few boxes, each a set of places per axis.

Places that no world of interest tells apart are merged first; then boxes are grown, along every order of the axes that
is cheap to try, and the largest is taken until all is covered. Worlds that are impossible may lie in any box, which
makes boxes larger and the words fewer. A quantity's places in a box are always neighbours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, permutations

import numpy as np
import numpy.typing as npt

from lianggao.tables.known import Bools, Ints

Box = Mapping[str, tuple[int, ...]]
"""Axis to places; an axis that is not named is free."""

ORDERS = 60
"""So many orders of the axes are tried for each box."""


@dataclass(frozen=True, eq=False)
class _Merged:
    """A field of codes in which places that make no difference were put together; -1 stands for "may be either"."""

    codes: npt.NDArray[np.int64]
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
    merged = _merge(np.where(possible, wanted.astype(np.int64), -1), [axis in ordered for axis in axes])
    allowed, left = merged.codes != 0, merged.codes == 1
    found: list[tuple[Bools, ...]] = []
    while left.any() and (at_most is None or len(found) < at_most):
        seed = tuple(int(at) for at in np.argwhere(left)[0])
        best = _tidied(_largest(seed, allowed, left, axes, ordered), allowed, left, axes, ordered)
        found.append(tuple(np.isin(np.arange(n), p) for n, p in zip(allowed.shape, best, strict=True)))
        left[_mesh(best)] = False
    kept = _without_needless(found, merged.codes == 1)
    kept = _narrowed(kept, merged.codes == 1, [axis in ordered for axis in axes])
    return [_named(box, merged, axes) for box in kept]


def _merge(codes: npt.NDArray[np.int64], ordered: Sequence[bool]) -> _Merged:
    groups: list[tuple[tuple[int, ...], ...]] = []
    for at in range(codes.ndim):
        slices = np.moveaxis(codes, at, 0).reshape(codes.shape[at], -1)
        own: list[list[int]] = []
        for place, row in enumerate(slices):
            among = own[-1:] if ordered[at] else own
            same = next((group for group in among if np.array_equal(slices[group[0]], row)), None)
            if same is None:
                own.append([place])
            else:
                same.append(place)
        codes = np.take(codes, [group[0] for group in own], axis=at)
        groups.append(tuple(tuple(group) for group in own))
    return _Merged(codes, tuple(groups))


def _largest(
    seed: Sequence[int], allowed: Bools, left: Bools, axes: Sequence[str], ordered: Collection[str]
) -> list[Ints]:
    """Return the box around a world that covers most of what is left; among equals the widest."""
    total, best, most = int(left.sum()), [np.array([at]) for at in seed], (0, 0)
    growing = _Growing(seed, allowed, [axis in ordered for axis in axes])
    seen = set[_Key]()
    for order in _orders(len(axes)):
        box = growing.along(order)
        if (key := _key(box)) in seen:
            continue
        seen.add(key)
        size = (int(left[_mesh(box)].sum()), int(np.prod([len(places) for places in box])))
        if size > most:
            best, most = box, size
        if size[0] == total:
            break
    return best


def _orders(axes: int) -> Iterator[tuple[int, ...]]:
    return islice(permutations(range(axes)), ORDERS) if axes <= 5 else _rotated(axes)


def _rotated(axes: int) -> Iterator[tuple[int, ...]]:
    forth = tuple(range(axes))
    for way in (forth, forth[::-1]):
        yield from (way[at:] + way[:at] for at in range(axes))


_Key = tuple[bytes, ...]


def _key(box: Sequence[Ints]) -> _Key:
    return tuple(places.tobytes() for places in box)


class _Growing:
    """Boxes around one world; ways that lead through the same box go on alike, and are gone once."""

    def __init__(self, seed: Sequence[int], allowed: Bools, ordered: Sequence[bool]) -> None:
        self._seed, self._allowed, self._ordered = seed, allowed, ordered
        self._widened: dict[tuple[int, _Key], Ints] = {}

    def along(self, order: Sequence[int]) -> list[Ints]:
        """Widen the world along one axis after the other, each as far as all of the box stays allowed."""
        box = [np.array([at]) for at in self._seed]
        for axis in order:
            key = (axis, _key(box))
            if key not in self._widened:
                self._widened[key] = self._wider(box, axis)
            box[axis] = self._widened[key]
        return box

    def _wider(self, box: Sequence[Ints], axis: int) -> Ints:
        every = np.arange(self._allowed.shape[axis])
        block = self._allowed[_mesh([*box[:axis], every, *box[axis + 1 :]])]
        fits: Bools = np.asarray(block.all(axis=tuple(at for at in range(len(box)) if at != axis)))
        return _neighbours(fits, self._seed[axis]) if self._ordered[axis] else np.flatnonzero(fits)


def _tidied(box: list[Ints], allowed: Bools, left: Bools, axes: Sequence[str], ordered: Collection[str]) -> list[Ints]:
    """Drop the places of a choice that add nothing to what earlier boxes hold, then free each axis that has no say."""
    box = list(box)
    for axis, places in enumerate(box):
        if len(places) < allowed.shape[axis] and axes[axis] not in ordered:
            others = tuple(at for at in range(allowed.ndim) if at != axis)
            box[axis] = places[left[_mesh(box)].any(axis=others)]
    for axis, places in enumerate(box):
        every = np.arange(allowed.shape[axis])
        freed = [*box[:axis], every, *box[axis + 1 :]]
        if len(places) < len(every) and allowed[_mesh(freed)].all():
            box = freed
    return box


def _mesh(box: Sequence[Ints]) -> tuple[Ints, ...]:
    """Return the places of a box so that they pick its worlds; numpy's own way checks too much to be quick."""
    return tuple(places.reshape(shape) for places, shape in zip(box, _shapes(len(box)), strict=True))


@cache
def _shapes(axes: int) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(-1 if at == axis else 1 for at in range(axes)) for axis in range(axes))


def _neighbours(fits: Bools, at: int) -> Ints:
    low = high = at
    while low > 0 and fits[low - 1]:
        low -= 1
    while high + 1 < len(fits) and fits[high + 1]:
        high += 1
    return np.arange(low, high + 1)


def _without_needless(boxes: list[tuple[Bools, ...]], wanted: Bools) -> list[tuple[Bools, ...]]:
    """Drop each box whose wanted worlds all lie in the others."""
    kept = list(boxes)
    for box in boxes:
        others = np.zeros(wanted.shape, dtype=bool)
        for other in kept:
            if other is not box:
                others[np.ix_(*other)] = True
        if not (wanted[np.ix_(*box)] & ~others[np.ix_(*box)]).any():
            kept = [other for other in kept if other is not box]
    return kept


def _narrowed(boxes: list[tuple[Bools, ...]], wanted: Bools, ordered: Sequence[bool]) -> list[tuple[Bools, ...]]:
    """Drop the places of a choice that other boxes hold anyway; a choice that is free stays free."""
    held = np.zeros(wanted.shape, dtype=np.int64)
    for box in boxes:
        held[np.ix_(*box)] += 1
    found = []
    for box in boxes:
        held[np.ix_(*box)] -= 1
        for axis in (at for at, places in enumerate(box) if not ordered[at] and not places.all()):
            inside = np.ix_(*box)
            alone = (wanted[inside] & (held[inside] == 0)).any(axis=tuple(at for at in range(len(box)) if at != axis))
            needed = np.zeros(len(box[axis]), dtype=bool)
            needed[np.flatnonzero(box[axis])[alone]] = True
            box = (*box[:axis], needed, *box[axis + 1 :])
        held[np.ix_(*box)] += 1
        found.append(box)
    return found


def _named(box: Sequence[Bools], merged: _Merged, axes: Sequence[str]) -> Box:
    named = {}
    for axis, chosen, groups in zip(axes, box, merged.groups, strict=True):
        if not chosen.all():
            named[axis] = tuple(
                sorted(place for on, group in zip(chosen, groups, strict=True) if on for place in group)
            )
    return named
