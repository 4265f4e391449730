"""Projects that turn energy into energy, whose inputs are not their net consumption."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs


def may_transform(facts: Facts, catalogs: Catalogs) -> npt.NDArray[np.bool_]:
    """Return, per project, whether an activity still possible is in `plausibility/transforming`; unknown is any."""
    known = facts.choices.get("activity")
    if known is None:
        return np.ones(facts.rows, dtype=bool)
    listed = {row["activity"] for row in catalogs.tables.get("plausibility/transforming", [])}
    turns = np.array([row["activity"] in listed for row in catalogs.rows("activities/activities")])
    possible: npt.NDArray[np.bool_] = (known.sets & turns).any(axis=1)
    return possible[known.index]
