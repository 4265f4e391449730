"""Compute all that follows from what a list states, one step after the other.

Each step only knows the facts that the steps before it hand on; a step whose columns nobody states is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lianggao.computing.caps import cap
from lianggao.computing.formulas import apply_formulas
from lianggao.computing.item_words import by_words
from lianggao.computing.items import items_of
from lianggao.computing.kinds import EFFICIENCY, LIMIT
from lianggao.computing.land import land_shares
from lianggao.computing.levels import compare_levels
from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import PartialDate
from lianggao.vocabulary import Vocabulary


def compute(
    facts: Facts,
    vocabulary: Vocabulary,
    catalogs: Catalogs,
    dates: Sequence[PartialDate],
    of_row: npt.NDArray[np.int64],
) -> Facts:
    """Return the facts with the items, computed quantities and notes added.

    `facts` are recognised and narrowed, `dates` the distinct dates and `of_row` which of them each project has. A
    quantity is in the unit of its field, rounded to 12 significant digits. Formulas stand in `vocabulary/computed`, the
    values of products in `efficiency`, local minima of land in `land-indicators`. Raises CycleError where formulas
    need each other.
    """
    for kind in (EFFICIENCY, LIMIT):
        facts = items_of(facts, kind, vocabulary, catalogs)
        facts = by_words(facts, kind, vocabulary, catalogs)
    facts = cap(facts, vocabulary)
    stated, facts = facts, apply_formulas(facts, vocabulary, catalogs)
    for kind in (EFFICIENCY, LIMIT):
        facts = compare_levels(facts, stated, kind, vocabulary, catalogs, dates, of_row)
    return land_shares(facts, vocabulary, catalogs)
