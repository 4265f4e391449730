"""What is known on one axis for many projects: for each project, the set of regions not ruled out.

Lists repeat themselves, so a column is kept as its few distinct sets and one index per project. Knowledge is only ever
replaced by new knowledge; nothing here is changed in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lianggao.tables.numbering import Codes, combined, hashed, numbered

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Known:
    """Distinct sets of regions (`sets`, one row each) and which of them each project has (`index`)."""

    sets: Bools
    index: Ints

    @classmethod
    def of_rows(cls, rows: Bools) -> Known:
        """Gather one set per project (projects x regions) into distinct sets."""
        packed = np.packbits(rows, axis=1)
        words = np.zeros((len(rows), -(-packed.shape[1] // 8)), dtype=np.int64)
        words.view(np.uint8)[:, : packed.shape[1]] = packed
        met, first = combined((hashed(words[:, at]) for at in range(words.shape[1])), len(rows))
        # Only the few distinct sets are put in order: as they would be if each was one long number.
        keys = packed[first].view(np.dtype((np.void, packed.shape[1]))).ravel()
        order, place = np.unique(keys, return_index=True, return_inverse=True)[1:]
        return cls(rows[first[order]], place.ravel()[met])

    @classmethod
    def of_ranges(cls, low: Codes, high: Codes, regions: int) -> Known:
        """Turn the first and last region still possible of each project into sets."""
        room = regions**2
        # A long list is told in the smallest numbers that do.
        low = low.astype(np.int16 if room < 2**15 else np.int64, copy=False)
        codes, index = numbered(low * np.asarray(regions, dtype=low.dtype) + high, room)
        first, last = codes // regions, codes % regions
        places = np.arange(regions)
        return cls((places >= first[:, None]) & (places <= last[:, None]), index)

    @classmethod
    def constant(cls, regions: Sequence[bool], projects: int) -> Known:
        """Give every project the same set."""
        # One number stands for all places: nothing writes into it.
        return cls(np.asarray([regions], dtype=bool), np.broadcast_to(np.int64(0), (projects,)))

    def rows(self) -> Bools:
        """Return one set per project (projects x regions)."""
        return self.sets[self.index]

    def take(self, projects: Ints) -> Known:
        """Return the knowledge of some projects, in the order given."""
        used, index = numbered(self.index[projects], len(self.sets))
        return Known(self.sets[used], index)

    def ranges(self) -> tuple[Ints, Ints]:
        """Return the first and last region still possible of each project."""
        first = self.sets.argmax(axis=1)
        last = self.sets.shape[1] - 1 - self.sets[:, ::-1].argmax(axis=1)
        return first[self.index].astype(np.int64), last[self.index].astype(np.int64)
