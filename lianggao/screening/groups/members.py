"""The projects that one owner has at one place, as far as a list shows them.

Rows that look like the same project twice are one project here, so that nothing is added up twice.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from lianggao.facts import Span
from lianggao.screening.groups.duplicates import by_name
from lianggao.screening.groups.keys import Keys, together
from lianggao.tables.known import Bools, Ints


class Members(NamedTuple):
    """The projects at all places with two or more, place by place.

    `place` is the number of each project's place and `within` whether it says more than the county; `rows` are all
    rows concerned and `of_row` the project of each of these. Both numbers only rise.
    """

    place: Ints
    within: Bools
    rows: Ints
    of_row: Ints

    def figures(self, span: Span) -> Span:
        """Return each project's figure: what all its rows that state one leave possible."""
        given = span.stated[self.rows]
        low, high = np.full(len(self.place), np.inf), np.zeros(len(self.place))
        np.minimum.at(low, self.of_row[given], span.low[self.rows[given]])
        np.maximum.at(high, self.of_row[given], span.high[self.rows[given]])
        stated = self.any(span.stated)
        return Span(np.where(stated, low, 0.0), np.where(stated, high, np.inf))

    def any(self, where: Bools) -> Bools:
        """Return for which projects something is so in one of their rows."""
        found = np.zeros(len(self.place), dtype=bool)
        found[self.of_row[where[self.rows]]] = True
        return found

    def rows_of(self, projects: Ints) -> tuple[Ints, ...]:
        """Return the rows of each of some projects."""
        first, last = (np.searchsorted(self.of_row, projects, side).tolist() for side in ("left", "right"))
        return tuple(self.rows[start:end] for start, end in zip(first, last, strict=True))


def members_of(keys: Keys) -> Members:
    """Return the projects that share owner and place with another one."""
    site, project = together(keys.owner, keys.place), projects_of(keys)
    pairs = pd.DataFrame({"site": site, "project": project})[site >= 0].drop_duplicates()
    counts = pairs["site"].value_counts()
    rows = np.flatnonzero(np.isin(site, counts.index[counts > 1].to_numpy()))
    order = np.lexsort((project[rows], site[rows]))
    rows = rows[order]
    new_place = np.diff(site[rows], prepend=-1) != 0
    new_project = new_place | (np.diff(project[rows], prepend=-1) != 0)
    place = np.cumsum(new_place) - 1
    return Members(place[new_project], keys.within[rows][new_project], rows, np.cumsum(new_project) - 1)


def projects_of(keys: Keys) -> Ints:
    """Return the number of each row's project; duplicates, directly or by way of others, share it."""
    number = np.arange(len(keys.code), dtype=np.int64)
    groups = [key for key in (keys.code, by_name(keys)) if (key >= 0).any()]
    while True:
        before = number
        for key in groups:
            least = np.full(int(key.max()) + 1, len(number), dtype=np.int64)
            np.minimum.at(least, key[key >= 0], number[key >= 0])
            number = np.where(key >= 0, least[key], number)
        if (number == before).all():
            return number
