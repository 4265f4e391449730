"""Split rows so that those which any finding may name together stay together: the rest can be looked at in turns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lianggao.screening.groups.words import Hashes
from lianggao.tables.known import Ints


def apart(keys: Sequence[Hashes], most: int) -> list[Ints]:
    """Return places in groups of about `most`, in order in each: places that share a key, or a chain of them, together.

    A key of 0 is none. A group is larger only where so many places hang together.

    >>> keys = np.array([1, 2, 1, 0, 3], np.uint64), np.array([0, 5, 0, 5, 0], np.uint64)
    >>> [group.tolist() for group in apart(keys, 2)]
    [[0, 2], [1, 3], [4]]
    """
    label = _labels(keys)
    _, component, sizes = np.unique(label, return_inverse=True, return_counts=True)
    turn = ((np.cumsum(sizes) - sizes) // most)[component]
    order = np.argsort(turn, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(turn[order])) + 1) if len(order) else []


def _labels(keys: Sequence[Hashes]) -> Ints:
    """Return the first place with which each one hangs together."""
    label = np.arange(len(keys[0]))
    shared = [(having := np.flatnonzero(key), pd.factorize(key[having])[0]) for key in keys]
    while True:
        before = label.copy()
        for places, number in shared:
            least = np.full(int(number.max(initial=-1)) + 1, len(label))
            np.minimum.at(least, number, label[places])
            label[places] = np.minimum(label[places], least[number])
        if (label == before).all():
            return label
