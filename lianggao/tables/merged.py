"""Boolean planes over worlds, made small: regions that no plane tells apart are one, and planes are bits of words.

Tables share the cuts of all gates, while each by itself tells few regions apart. What is merged here answers the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lianggao.tables.known import Bools, Ints, Known
from lianggao.tables.lookup import Words, joined_words, reduced

_BITS = 62


@dataclass(frozen=True)
class Merged:
    """`words` has one dimension per axis of merged regions, and one more for the words of a world.

    `place` gives the merged region of each region, per axis; there are `planes` bits.
    """

    words: Words
    place: tuple[Ints, ...]
    planes: int

    @classmethod
    def of(cls, planes: Bools) -> Merged:
        """Pack planes that stand one before the other in the first dimension."""
        packed = np.moveaxis(np.packbits(planes, axis=0), 0, -1)
        filled = np.zeros((*packed.shape[:-1], max(-(-packed.shape[-1] // 8) * 8, 8)), dtype=np.uint8)
        filled[..., : packed.shape[-1]] = packed
        words, place = filled.view(np.uint64), []
        for axis in range(words.ndim - 1):
            seen: dict[bytes, int] = {}
            slices = np.moveaxis(words, axis, 0)
            own = np.array([seen.setdefault(each.tobytes(), len(seen)) for each in slices], dtype=np.int64)
            words = words.take(np.unique(own, return_index=True)[1], axis=axis)
            place.append(own)
        return cls(words, tuple(place), len(planes))

    def joined(self, knowledge: Sequence[Known], projects: int) -> Bools:
        """Return, per project and plane, whether the plane is true in some world still open."""
        return self._unpacked(joined_words(self.words, self.known(knowledge), projects))

    def sliced(self, knowledge: Sequence[Known], projects: int, axis: int) -> Bools:
        """Return the same for each region in which an axis may be: projects x regions x planes."""
        held, many = self.known(knowledge), self.words.shape[axis]
        held = [Known(known.sets, np.repeat(known.index, many)) for known in held]
        held[axis] = Known(np.eye(many, dtype=bool), np.tile(np.arange(many), projects))
        found = self._unpacked(joined_words(self.words, held, projects * many))
        return found.reshape(projects, many, self.planes)[:, self.place[axis]]

    def differing(self, knowledge: Sequence[Known], projects: int, axis: int) -> Bools:
        """Return, per project, whether a plane differs between two open worlds that differ on the axis alone."""
        held = self.known(knowledge)
        sets = held[axis].sets
        both: Words = np.bitwise_and(reduced(self.words, axis, sets), reduced(~self.words, axis, sets))
        held[axis] = Known(np.eye(len(sets), dtype=bool), held[axis].index)
        return np.asarray(self._unpacked(joined_words(both, held, projects)).any(axis=1))

    def known(self, knowledge: Sequence[Known]) -> list[Known]:
        """Return what is known on each axis as sets of merged regions."""
        return [_regrouped(known, place) for known, place in zip(knowledge, self.place, strict=True)]

    def _unpacked(self, words: Words) -> Bools:
        bits = np.unpackbits(np.ascontiguousarray(words).view(np.uint8), axis=1, count=self.planes)
        return bits.view(np.bool_)


def _regrouped(known: Known, place: Ints) -> Known:
    """Turn sets of regions into sets of merged ones, equal sets into one."""
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(place[order[-1]] + 1))
    sets = np.bitwise_or.reduceat(known.sets[:, order], starts, axis=1)
    if len(sets) < 2 or sets.shape[1] > _BITS:
        return Known(sets, known.index)
    keys: npt.NDArray[np.int64] = sets @ (1 << np.arange(sets.shape[1], dtype=np.int64))
    first, index = np.unique(keys, return_index=True, return_inverse=True)[1:]
    return Known(sets[first], index.ravel()[known.index])
