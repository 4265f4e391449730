"""Join the worlds that each project's knowledge leaves open.

`joined` reduces boolean planes over worlds along one axis after the other with "some", once per distinct set, and
then reads every project's combination of sets in one step. Where the combinations would not fit, the projects are
halved along the axis with most sets, which always ends: a single combination of sets needs a single cell.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lianggao.tables.known import Bools, Known

_LIMIT = 2**24


def joined(planes: Bools, knowledge: Sequence[Known], projects: int) -> Bools:
    """Return, per project and plane, whether the plane is true in some world still open (projects x planes)."""
    cells = len(planes)
    for known in knowledge:
        cells *= len(known.sets)
    if cells > _LIMIT and any(len(known.sets) > 1 for known in knowledge):
        return _halved(planes, knowledge, projects)
    # The axes that shrink most go first, so that the others have less to do.
    for axis in sorted(range(len(knowledge)), key=lambda a: len(knowledge[a].sets) / knowledge[a].sets.shape[1]):
        planes = reduced(planes, axis + 1, knowledge[axis].sets)
    flat = np.zeros(projects, dtype=np.int64)
    for known in knowledge:
        flat = flat * len(known.sets) + known.index
    return planes.reshape(len(planes), -1).T[flat]


def reduced(planes: Bools, axis: int, sets: Bools) -> Bools:
    """Replace the regions of an axis by sets of them: true where some region of the set is."""
    if len(sets) == 1:
        return np.asarray(np.compress(sets[0], planes, axis=axis).any(axis=axis, keepdims=True))
    # float32 products are exact here: they count regions, of which no axis has near 2**24.
    # Some vector kernels compute on spare lanes too and raise floating-point flags for them: those mean nothing here.
    with np.errstate(all="ignore"):
        counts = np.tensordot(sets.astype(np.float32), planes.astype(np.float32), axes=(1, axis))
    return np.moveaxis(counts > 0, 0, axis)


def _halved(planes: Bools, knowledge: Sequence[Known], projects: int) -> Bools:
    widest = max(knowledge, key=lambda known: len(known.sets))
    lower = widest.index < len(widest.sets) // 2
    found = np.empty((projects, len(planes)), dtype=bool)
    for part in (np.flatnonzero(lower), np.flatnonzero(~lower)):
        found[part] = joined(planes, [known.take(part) for known in knowledge], len(part))
    return found
