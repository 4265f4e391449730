"""What makes two rows the same project, owner or place: keys that are numbers, -1 where a row has none.

有限公司 and 有限责任公司 are two names. A blank, a masked name and a code that is no code have no key, since unknown is
never the same as unknown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lianggao.facts import Facts
from lianggao.screening.groups.places import counties, tails
from lianggao.screening.groups.words import credit_codes, factorised, names, project_codes
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary


@dataclass(frozen=True)
class Keys:
    """One key per row each: project code, project name, owner, county and place text.

    `within` tells the places that say more than the county.
    """

    code: Ints
    name: Ints
    owner: Ints
    county: Ints
    place: Ints
    within: Bools


def keys_of(facts: Facts, vocabulary: Vocabulary) -> Keys:
    """Return the keys of every row; `facts` are recognised, so that counties are known."""
    county = counties(facts, vocabulary)
    where = tails(facts, county, vocabulary)
    place = together(where.county + 1, factorised(where.texts))[where.of_row]
    return Keys(
        code=project_codes(facts).codes(),
        name=names(facts, "project_name").codes(),
        owner=_owners(facts),
        county=county,
        place=place,
        within=where.within[where.of_row],
    )


def together(*keys: Ints) -> Ints:
    """Return one key for several: -1 where one of them is, else a number for each combination."""
    joined, missing = np.zeros(len(keys[0]), dtype=np.int64), np.zeros(len(keys[0]), dtype=bool)
    for key in keys:
        missing |= key < 0
        joined = pd.factorize(joined * (int(key.max(initial=0)) + 2) + key + 1)[0].astype(np.int64)
    return np.where(missing, -1, joined)


def groups_of(key: Ints) -> list[Ints]:
    """Return the rows of every key that two rows or more have, each in order; groups by their first row."""
    counts = np.bincount(key[key >= 0], minlength=1)
    rows = np.flatnonzero((key >= 0) & (counts[key] > 1))
    order = rows[np.argsort(key[rows], kind="stable")]
    edges = np.flatnonzero(np.diff(key[order])) + 1
    groups = np.split(order, edges) if len(order) else []
    return sorted(groups, key=lambda group: int(group[0]))


def _owners(facts: Facts) -> Ints:
    """Return who builds: the credit code, else the name.

    A name stands for a credit code where the list has exactly one beside it; where it has several, rows with only the
    name are by themselves.
    """
    uscc, name = credit_codes(facts).codes(), names(facts, "owner").codes()
    count = int(uscc.max(initial=-1)) + 1
    both = pd.DataFrame({"name": name, "uscc": uscc})[(name >= 0) & (uscc >= 0)].drop_duplicates()
    alone = both.drop_duplicates("name", keep=False)
    stands_for = np.arange(int(name.max(initial=-1)) + 2, dtype=np.int64) + count
    stands_for[-1] = -1
    stands_for[alone["name"].to_numpy()] = alone["uscc"].to_numpy()
    return np.where(uscc >= 0, uscc, stands_for[name])
