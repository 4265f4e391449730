"""Which products of the tables of unit energy a project may make, from what it states and what it is recognised as.

An item that no activity leads to, such as another measure of the same product, is possible only where it is stated.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from lianggao.computing.kinds import NONE, ItemKind
from lianggao.facts import Facts, Notes
from lianggao.noting import Block
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known
from lianggao.tables.numbering import numbered
from lianggao.vocabulary import Vocabulary

Bools = npt.NDArray[np.bool_]


def items_of(facts: Facts, kind: ItemKind, vocabulary: Vocabulary, catalogs: Catalogs) -> Facts:
    """Return the facts with the items still possible, those stated that can be made by an activity still possible.

    Where they contradict each other all of both stay possible, with the note `item-contradiction`. Where neither the
    item nor the activity is stated for any project the facts come back unchanged.
    """
    activity, stated = facts.choices.get("activity"), facts.choices.get(kind.item)
    if activity is None or kind.item not in vocabulary.fields or kind.activities not in catalogs.tables:
        return facts
    leads = _leads(kind, vocabulary, catalogs)
    possible = np.asarray(activity.sets @ leads)
    possible[activity.sets.all(axis=1)] = True
    if stated is None:
        return facts.adding(choices={kind.item: Known(possible, activity.index)})
    pairs, index = numbered(activity.index * len(stated.sets) + stated.index, len(possible) * len(stated.sets))
    told = stated.sets[pairs % len(stated.sets)]
    made = possible[pairs // len(stated.sets)]
    open_ = np.asarray(told.all(axis=1))[:, None]
    both = np.where(open_, made, told & (made | ~leads.any(axis=0)))
    wrong = np.asarray(~both.any(axis=1))
    known = Known(np.where(wrong[:, None], told | made, both), index)
    return facts.adding(choices={kind.item: known}, notes=_contradictions(kind, wrong[known.index], vocabulary))


def _leads(kind: ItemKind, vocabulary: Vocabulary, catalogs: Catalogs) -> Bools:
    """Return which items each activity may make (activities x items); one without rows makes none of the list."""
    activities = {name: place for place, name in enumerate(vocabulary["activity"].values)}
    items = {name: place for place, name in enumerate(vocabulary[kind.item].values)}
    leads = np.zeros((len(activities), len(items)), dtype=bool)
    for row in catalogs.rows(kind.activities):
        leads[activities[row["activity"]], items[row[kind.item]]] = True
    leads[~leads.any(axis=1), items[NONE]] = True
    return leads


def _contradictions(kind: ItemKind, wrong: Bools, vocabulary: Vocabulary) -> Notes:
    text = f"填报的{vocabulary[kind.item].label}与识别出的产品工艺不符，两种都视为可能"
    return Notes([[Block(np.flatnonzero(wrong), kind.item, "item-contradiction", text)]])
