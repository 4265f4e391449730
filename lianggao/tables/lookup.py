"""Join the worlds that each project's knowledge leaves open.

`joined_words` joins what holds in some of them, axis by axis and once per distinct set, and then reads every project's
combination of sets in one step. Where the combinations would not fit, the projects are halved along the axis with most
sets, which always ends: a single combination of sets needs a single cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from lianggao.tables.known import Bools, Known

_LIMIT = 2**21

Words = npt.NDArray[np.uint64]
Bits = npt.NDArray[Any]


def joined_words(words: Words, knowledge: Sequence[Known], projects: int) -> Words:
    """Return the bits that are set in some world still open, per project.

    `words` has one dimension per axis and one for the words of a world.
    """
    cells = words.shape[-1]
    for known in knowledge:
        cells *= len(known.sets)
    if cells > _LIMIT and any(len(known.sets) > 1 for known in knowledge):
        return _halved(words, knowledge, projects)
    # The axes that shrink most go first, so that the others have less to do.
    for axis in sorted(range(len(knowledge)), key=lambda a: len(knowledge[a].sets) / knowledge[a].sets.shape[1]):
        words = reduced(words, axis, knowledge[axis].sets)
    flat = np.zeros(projects, dtype=np.int64)
    for known in knowledge:
        flat = flat * len(known.sets) + known.index
    return words.reshape(-1, words.shape[-1])[flat]


def reduced(bits: Bits, axis: int, sets: Bools) -> Bits:
    """Replace the regions of an axis by sets of them: what is set in some region of the set."""
    of_set, regions = np.nonzero(sets)
    if len(sets) == 1:
        return np.asarray(np.bitwise_or.reduce(bits.take(regions, axis=axis), axis=axis, keepdims=True))
    sizes = np.bincount(of_set, minlength=len(sets))
    if len(sizes) and sizes.all():
        return np.bitwise_or.reduceat(bits.take(regions, axis=axis), np.cumsum(sizes) - sizes, axis=axis)
    shape = list(bits.shape)
    shape[axis] = len(sets)
    found = np.zeros(shape, dtype=bits.dtype)
    some = np.flatnonzero(sizes)
    if len(some):
        np.moveaxis(found, axis, 0)[some] = np.moveaxis(reduced(bits, axis, sets[some]), axis, 0)
    return found


def _halved(words: Words, knowledge: Sequence[Known], projects: int) -> Words:
    widest = max(knowledge, key=lambda known: len(known.sets))
    lower = widest.index < len(widest.sets) // 2
    found = np.empty((projects, words.shape[-1]), dtype=np.uint64)
    for part in (np.flatnonzero(lower), np.flatnonzero(~lower)):
        found[part] = joined_words(words, [known.take(part) for known in knowledge], len(part))
    return found
