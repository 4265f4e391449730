"""The situations of a list: projects of which the same is known on every axis of a rulebook are in the same one.

A list of a million rows has some ten thousands of them. Everything that the tables say, and every text that needs no
figure of the project's own, is worked out once per situation and spread over the rows at the very end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lianggao.tables import Known
from lianggao.tables.known import Ints

_ROOM = 2**62


@dataclass(frozen=True)
class Situations:
    """`knowledge` has one place per situation, `of_project` the situation of each project, `first` one project each."""

    knowledge: Mapping[str, Known]
    of_project: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.first)

    @classmethod
    def of(cls, knowledge: Mapping[str, Known], projects: int) -> Situations:
        """Gather the situations of some projects from what each knows on every axis."""
        of_project, first = distinct((knowledge[axis] for axis in sorted(knowledge)), projects)
        return cls({axis: Known(k.sets, k.index[first]) for axis, k in knowledge.items()}, of_project, first)


def distinct(knowledge: Iterable[Known], places: int) -> tuple[Ints, Ints]:
    """Number the distinct combinations of what is known, in the order met.

    Returns the combination of each place and the first place of each combination.
    """
    return numbered(((known.index, len(known.sets)) for known in knowledge), places)


def numbered(codes: Iterable[tuple[npt.NDArray[np.integer], int]], places: int) -> tuple[Ints, Ints]:
    """Number the distinct combinations of codes, each given with how many there can be, in the order met."""
    key, room = np.zeros(places, dtype=np.int64), 1
    for code, many in codes:
        if many < 2:
            continue
        if room * many > _ROOM:
            key, distinct_keys = pd.factorize(key)
            room = len(distinct_keys)
        # In place: a list is long, and a new array for each axis costs more than the sums.
        key = key * many
        key += code
        room *= many
    of_place, met = pd.factorize(key)
    of_place = of_place.astype(np.int64, copy=False)
    first = np.empty(len(met), dtype=np.int64)
    # Written from the end, so that the first place of each combination is what stays.
    first[of_place[::-1]] = np.arange(places - 1, -1, -1, dtype=np.int64)
    return of_place, first
