"""Which of the industries that a city names a project is close to, by the words of its products and content.

It is shown beside what the list says of positioning and decides nothing: closeness of words is not conformity.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from lianggao.coded_texts import coded, text_series
from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.tables.known import Bools, Ints, Known
from lianggao.tables.numbering import numbered

FIELD = "named_industry"
TABLE = "xuchang-industries/industries"
CITY = "xuchang"
TEXTS = ("industry_text", "products", "content")


def name_industries(facts: Facts, catalogs: Catalogs) -> Facts:
    """Return the facts with the named industries that a project of the city is close to, where its words tell."""
    if TABLE not in catalogs.tables or FIELD in facts.choices:
        return facts
    terms = [split(row["terms"]) for row in catalogs.rows(TABLE)]
    there = _in_city(facts, catalogs)
    said = np.zeros(int(np.count_nonzero(there)), dtype=np.int64)
    for column in (coded(facts.texts, name) for name in TEXTS):
        if column is not None and len(said):
            said |= _said(column.texts, terms)[column.codes[there]]
    kinds, of_row = numbered(said)
    # A project that no word is about, or that is elsewhere, is close to any: the last set leaves all open.
    named = (np.append(kinds, 0)[:, None] >> np.arange(len(terms))) & 1 == 1
    named[~named.any(axis=1)] = True
    index = np.full(facts.rows, len(kinds))
    index[there] = of_row
    known = Known.of_rows(named)
    return facts.adding(choices={FIELD: Known(known.sets, known.index[index])})


def _said(texts: pa.LargeStringArray, terms: Sequence[Sequence[str]]) -> Ints:
    """Return which of the industries each text has a word of, as bits."""
    found, column = np.zeros(len(texts), dtype=np.int64), text_series(texts)
    some = column.str.contains_any([word for words in terms for word in words]).arg_true()
    for at, words in enumerate(terms):
        found[some] |= column[some].str.contains_any(list(words)).to_numpy().astype(np.int64) << at
    return found


def _in_city(facts: Facts, catalogs: Catalogs) -> Bools:
    known = facts.choices.get("county")
    if known is None:
        return np.zeros(facts.rows, dtype=bool)
    inside = np.array([row["city"] == CITY for row in catalogs.rows("regions/counties")])
    return np.asarray((~(known.sets & ~inside).any(axis=1))[known.index])
