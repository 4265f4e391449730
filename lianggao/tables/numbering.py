"""Number what repeats in a long column, by counting or hashing instead of sorting the column.

The distinct numbers come in order all the same, since only these few are sorted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from lianggao.on_use import module_on_use

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = module_on_use("pandas")

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.integer]

# Up to this many possible numbers a table of them is faster than a hash, and small.
_TABLE = 1 << 16
_ROOM = 2**62
# So few numbers are sorted nearly as fast as hashed, and without a library that is slow to start.
_FEW = 1 << 12


def numbered(keys: Codes, room: int | None = None) -> tuple[Ints, Ints]:
    """Return the distinct numbers in ascending order, and which of them stands at each place.

    `room` promises that all are at least zero and below it.

    >>> [part.tolist() for part in numbered(np.array([7, 2, 7]), room=9)]
    [[2, 7], [1, 0, 1]]
    """
    if room is not None and room <= _TABLE:
        met = np.zeros(room, dtype=bool)
        met[keys] = True
        return np.flatnonzero(met), (np.cumsum(met) - 1)[keys]
    codes, found = _met(keys)
    order = np.argsort(found)
    place = np.empty(len(found), dtype=np.int64)
    place[order] = np.arange(len(found))
    return np.asarray(found, dtype=np.int64)[order], place[codes]


def hashed(values: npt.NDArray[np.generic]) -> tuple[Codes, int]:
    """Number distinct values in the order in which they are met; return the number at each place, and how many."""
    codes, found = _met(values)
    return codes, len(found)


def combined(columns: Iterable[tuple[Codes, int]], places: int) -> tuple[Ints, Ints]:
    """Number the distinct combinations of several columns of numbers in the order in which they are met.

    Each column comes with its room (see `numbered`). Returns the number of each place, and the first place of each
    number.

    >>> [part.tolist() for part in combined([(np.array([1, 0, 1]), 2), (np.array([0, 3, 0]), 4)], 3)]
    [[0, 1, 0], [0, 1]]
    """
    key, whole = np.zeros(places, dtype=np.int64), 1
    for codes, room in columns:
        if room < 2:
            continue
        if whole * room > _ROOM:
            key, found = _met(key)
            whole = len(found)
        # In place: a list is long, and a new array for each column costs more than the sums.
        np.multiply(key, room, out=key)
        key += codes
        whole *= room
    numbers, found = _met(key)
    first = np.zeros(len(found), dtype=np.int64)
    # Written from the end, so that the first place of each number is what stays.
    first[numbers[::-1]] = np.arange(places - 1, -1, -1)
    return numbers.astype(np.int64, copy=False), first


def _met(values: npt.NDArray[Any]) -> tuple[Ints, npt.NDArray[Any]]:
    """Return which of the distinct values stands at each place, and these in the order in which they are met."""
    if len(values) > _FEW or values.dtype.kind not in "iu":
        return pd.factorize(values)
    found, first, place = np.unique(values, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty(len(found), dtype=np.int64)
    number[order] = np.arange(len(found))
    return number[place.ravel()], found[order]
