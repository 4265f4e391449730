"""Sets of the worlds of a small field as whole numbers: a bit per world, so that sets are joined and shifted whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np

from lianggao.tables.known import Bools

Places = tuple[int, ...]
"""Places on one axis, in order; or one place on each axis."""


@dataclass(frozen=True)
class Grid:
    """A field of worlds; the bit of a world is where its cell stands in an array of this shape, row after row.

    >>> grid = Grid((2, 3))
    >>> bin(grid.box([(1,), (0, 2)])), grid.first(0b101000)
    ('0b101000', (1, 0))
    """

    shape: tuple[int, ...]

    @cached_property
    def steps(self) -> tuple[int, ...]:
        """Return how many bits lie between neighbours on each axis."""
        return tuple(prod(self.shape[axis + 1 :]) for axis in range(len(self.shape)))

    def worlds(self, field: Bools) -> int:
        """Return the worlds where an array of this shape is true."""
        return int.from_bytes(np.packbits(field, axis=None, bitorder="little").tobytes(), "little")

    def first(self, worlds: int) -> Places:
        """Return the places of the first of some worlds, of which there is one."""
        at = (worlds & -worlds).bit_length() - 1
        return tuple(at // step % size for step, size in zip(self.steps, self.shape, strict=True))

    def box(self, places: Sequence[Places]) -> int:
        """Return the worlds that have one of the places of every axis."""
        worlds = 1
        for axis, own in enumerate(places):
            worlds = self.along(worlds, axis, own)
        return worlds

    def along(self, worlds: int, axis: int, places: Places) -> int:
        """Spread worlds that all have the first place of an axis over some places of it."""
        step, found = self.steps[axis], 0
        for place in places:
            found |= worlds << place * step
        return found

    def met(self, box: Sequence[Places], axis: int, worlds: int) -> Places:
        """Return the places of a box on an axis in which it has any of some worlds."""
        first, step = self.box([*box[:axis], (0,), *box[axis + 1 :]]), self.steps[axis]
        return tuple(place for place in box[axis] if (first << place * step) & worlds)
