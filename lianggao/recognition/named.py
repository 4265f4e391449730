"""Which of the industries that a city names a project is close to, by the words of its products and content.

It is shown beside what the list says of positioning and decides nothing: closeness of words is not conformity.
"""

from __future__ import annotations

import numpy as np

from lianggao.coded_texts import Combinations, coded
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
    read = Combinations.of([coded(facts.texts, name) for name in TEXTS], facts.rows, there)
    said = [[any(word in text for text in texts for word in words) for words in terms] for texts in read.texts]
    named = np.array([*said, [True] * len(terms)], dtype=bool)
    named[~named.any(axis=1)] = True
    # Of a project elsewhere nothing is told: the last set leaves all open.
    of_row = np.full(facts.rows, len(said))
    of_row[there] = read.of_row
    known = Known.of_rows(named)
    return facts.adding(choices={FIELD: Known(known.sets, known.index[of_row])})


def _in_city(facts: Facts, catalogs: Catalogs) -> Bools:
    known = facts.choices.get("county")
    if known is None:
        return np.zeros(facts.rows, dtype=bool)
    inside = np.array([row["city"] == CITY for row in catalogs.rows("regions/counties")])
    return np.asarray((~(known.sets & ~inside).any(axis=1))[known.index])
