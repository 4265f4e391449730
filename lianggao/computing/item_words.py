"""Tell several items of an activity apart by words such as 捣固, where the list does not state the item.

`efficiency/words` has the words of each item, and under a blank item words of other things. A text narrows only where
all its words are those of one item; every such reading is noted for a person to check.
"""

from __future__ import annotations

import re

import numpy as np
import pyarrow as pa

from lianggao.coded_texts import Codes, coded
from lianggao.computing.items import Bools
from lianggao.computing.kinds import ItemKind
from lianggao.facts import Facts, Notes
from lianggao.noting import Block
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.tables.known import Ints, Known
from lianggao.tables.numbering import numbered
from lianggao.text_columns import chosen
from lianggao.vocabulary import Vocabulary

TABLE = "efficiency/words"
TEXTS = ("products", "process", "content")


def by_words(facts: Facts, kind: ItemKind, vocabulary: Vocabulary, catalogs: Catalogs) -> Facts:
    """Return the facts with the items narrowed where the texts name one, with the note `item-from-words`."""
    known = facts.choices.get(kind.item)
    columns = [column for name in TEXTS if (column := coded(facts.texts, name))]
    rows = [row for row in catalogs.tables.get(TABLE, []) if row["field"] == kind.item]
    if known is None or not columns or not rows:
        return facts
    places = {name: place for place, name in enumerate(vocabulary[kind.item].values)}
    # The last column is for the words of other things.
    owner = {word: places.get(row["value"], len(places)) for row in rows for word in split(row["words"])}
    told = np.zeros(len(places), dtype=bool)
    told[[place for place in owner.values() if place < len(places)]] = True
    several = (known.sets.sum(axis=1) > 1) & ~known.sets.all(axis=1) & (known.sets & told).any(axis=1)
    asked = np.flatnonzero(several[known.index]).astype(np.int64)
    if not len(asked):
        return facts
    named = _named([(column.texts, column.codes[asked]) for column in columns], owner, len(places) + 1)
    place = named.argmax(axis=1)
    sure = (named.sum(axis=1) == 1) & np.c_[known.sets, np.zeros(len(known.sets), bool)][known.index[asked], place]
    return _narrowed(facts, kind, asked[sure], place[sure].astype(np.int64), vocabulary)


def _named(columns: list[tuple[pa.LargeStringArray, Codes]], owner: dict[str, int], width: int) -> Bools:
    """Return which items the words of each project are of (projects x items and one for other things)."""
    words = re.compile("|".join(sorted(map(re.escape, owner), key=len, reverse=True)))
    named = np.zeros((len(columns[0][1]), width), dtype=bool)
    for texts, codes in columns:
        used, which = numbered(codes, len(texts))
        found = np.zeros((len(used), width), dtype=bool)
        for at, text in enumerate(texts.take(pa.array(used)).to_pylist()):
            found[at, [owner[word] for word in words.findall(text)]] = True
        named |= found[which]
    return named


def _narrowed(facts: Facts, kind: ItemKind, rows: Ints, place: Ints, vocabulary: Vocabulary) -> Facts:
    known, values = facts.choices[kind.item], list(vocabulary[kind.item].values)
    used, at = numbered(place, len(values))
    index = known.index.copy()
    index[rows] = len(known.sets) + at
    sets = np.vstack([known.sets, np.eye(len(values), dtype=bool)[used]])
    label = vocabulary[kind.item].label
    texts = [f"未填{label}，按文字识别为{vocabulary.label(kind.item, values[p])}" for p in used]
    block = Block(rows, kind.item, "item-from-words", chosen(texts, at))
    return facts.adding(choices={kind.item: Known(sets, index)}, notes=Notes([[block]]))
