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

    `place` is the number of each project's place, `rows` all rows concerned, and `of_row` the project of each of these;
    both numbers only rise.
    """

    place: Ints
    rows: Ints
    of_row: Ints

    def figures(self, span: Span) -> tuple[Span, Bools]:
        """Return each project's figure and whether it is stated: what all its rows that state one leave possible."""
        given = span.stated[self.rows]
        low, high = np.full(len(self.place), np.inf), np.zeros(len(self.place))
        np.minimum.at(low, self.of_row[given], span.low[self.rows[given]])
        np.maximum.at(high, self.of_row[given], span.high[self.rows[given]])
        stated = np.zeros(len(self.place), dtype=bool)
        stated[self.of_row[given]] = True
        return Span(np.where(stated, low, 0.0), np.where(stated, high, np.inf)), stated

    def rows_of(self, project: int) -> Ints:
        """Return the rows of one project."""
        first, last = np.searchsorted(self.of_row, (project, project + 1))
        return self.rows[first:last]


def members_of(keys: Keys) -> Members:
    """Return the projects that share owner and place with another one."""
    site, project = together(keys.owner, keys.place), _projects(keys)
    pairs = pd.DataFrame({"site": site, "project": project})[site >= 0].drop_duplicates()
    counts = pairs["site"].value_counts()
    rows = np.flatnonzero(np.isin(site, counts.index[counts > 1].to_numpy()))
    order = np.lexsort((project[rows], site[rows]))
    rows = rows[order]
    new_place = np.diff(site[rows], prepend=-1) != 0
    new_project = new_place | (np.diff(project[rows], prepend=-1) != 0)
    return Members((np.cumsum(new_place) - 1)[new_project], rows, np.cumsum(new_project) - 1)


def _projects(keys: Keys) -> Ints:
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
