"""Which of the industries that a city names a project is close to, by the words of its products and content.

It is shown beside what the list says of positioning and decides nothing: closeness of words is not conformity.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.tables.known import Bools, Known

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
    first, *others = (facts.text(name) for name in TEXTS)
    together = first.where(there, "")
    for other in others:
        together = together + "\n" + other.where(there, "")
    codes, texts = pd.factorize(together)
    said = [[any(word in text for word in words) for words in terms] for text in texts]
    named = np.array(said, dtype=bool).reshape(-1, len(terms))
    named[~named.any(axis=1)] = True
    return facts.adding(choices={FIELD: Known.of_rows(named[codes])})


def _in_city(facts: Facts, catalogs: Catalogs) -> Bools:
    known = facts.choices.get("county")
    if known is None:
        return np.zeros(facts.rows, dtype=bool)
    inside = np.array([row["city"] == CITY for row in catalogs.rows("regions/counties")])
    return np.asarray((~(known.sets & ~inside).any(axis=1))[known.index])
