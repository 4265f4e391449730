"""Which rows of a list findings about groups may be about, found part after part: the list is never whole in memory.

Of every row only its keys are kept, some 44 bytes. Texts that are the same have the same key, so that no finding is
missed; what is found is found by the texts of the candidates.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lianggao.facts import Facts
from lianggao.screening.groups.apart import apart
from lianggao.screening.groups.rooms import ROOM, Room
from lianggao.screening.groups.row_keys import RowKeys, mixed, row_keys
from lianggao.screening.groups.words import Hashes
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary


class CandidateRows:
    """Takes the recognised facts of one part of a list after the other; `rooms` are those given beside the list.

    `group_findings` of the candidate rows alone, numbered by `rows`, are those of the whole list.
    """

    def __init__(self, vocabulary: Vocabulary, rooms: Sequence[Room] = ()) -> None:
        self._vocabulary = vocabulary
        self._parts: list[RowKeys] = []
        self._counties, self._cities = places_with_rooms(vocabulary, rooms)

    def add(self, stated: Facts) -> None:
        """Take the next rows of the list."""
        keys = row_keys(stated, self._vocabulary)
        self._parts.append(keys)
        self._counties[counties_with_rooms(stated, keys)] = True

    def rows(self) -> Ints:
        """Return the candidate rows, in order and counted from 0 over all parts."""
        return self._rows(self._keys()) if self._parts else np.empty(0, dtype=np.int64)

    def turns(self, most: int) -> list[Ints]:
        """Return the candidate rows in groups of about `most` that no finding goes across, in order in each."""
        if not self._parts:
            return []
        keys = self._keys()
        rows = self._rows(keys)
        # An energy room is shared by all rows of its place.
        if self._counties.any() or self._cities.any():
            return [rows] if len(rows) else []
        return [rows[places] for places in apart([keys.code[rows], keys.owner[rows], keys.uscc[rows]], most)]

    def _keys(self) -> RowKeys:
        # What was in parts is let go of: of a long list it is much.
        self._parts = [RowKeys(*(np.concatenate(each) for each in zip(*self._parts, strict=True)))]
        return self._parts[0]

    def _rows(self, keys: RowKeys) -> Ints:
        pairs = _pairs(keys)
        builder = _builders(keys, pairs)
        alike = (keys.code, mixed(keys.name, builder), mixed(keys.place, builder))
        found = np.logical_or.reduce([_repeated(key) for key in alike])
        # The last of each says that no place, -1, has a room.
        found |= np.append(self._counties, False)[keys.county] | np.append(self._cities, False)[keys.city]
        rows = np.flatnonzero(found)
        return np.union1d(rows, _witnesses(keys, pairs, rows))


def places_with_rooms(vocabulary: Vocabulary, rooms: Sequence[Room]) -> tuple[Bools, Bools]:
    """Return which counties and which cities, in the order of the vocabulary, have a room that is given."""
    sizes = {"county": len(vocabulary["county"].values), "city": len(vocabulary["city"].values)}
    having = {level: np.zeros(size, dtype=bool) for level, size in sizes.items()}
    for room in rooms:
        having[room.level][room.at] = True
    return having["county"], having["city"]


def counties_with_rooms(stated: Facts, keys: RowKeys) -> Ints:
    """Return the counties for which rows state a room."""
    if ROOM not in stated.quantities:
        return np.empty(0, dtype=np.int64)
    found = np.unique(keys.county[stated.span(ROOM).stated]).astype(np.int64)
    return found[found >= 0]


def _pairs(keys: RowKeys) -> pd.DataFrame:
    """Return each credit code that stands beside a name, once, with its first row."""
    rows = np.flatnonzero((keys.owner > 0) & (keys.uscc > 0))
    return pd.DataFrame({"owner": keys.owner[rows], "uscc": keys.uscc[rows]}, index=rows).drop_duplicates()


def _builders(keys: RowKeys, pairs: pd.DataFrame) -> Hashes:
    """Return who builds: the credit code, else the only one that stands beside the name, else the name."""
    builder = np.where(keys.uscc > 0, keys.uscc, keys.owner)
    alone = pairs.drop_duplicates("owner", keep=False)
    rows = np.flatnonzero((keys.uscc == 0) & (keys.owner > 0))
    at = pd.Index(alone["owner"]).get_indexer(keys.owner[rows])
    builder[rows[at >= 0]] = alone["uscc"].to_numpy()[at[at >= 0]]
    return builder


def _witnesses(keys: RowKeys, pairs: pd.DataFrame, rows: Ints) -> Ints:
    """Return rows that show, for each name that is alone in some rows, whether no, one or several codes go with it."""
    named = np.unique(keys.owner[rows[keys.uscc[rows] == 0]])
    return pairs[pairs["owner"].isin(named)].groupby("owner").head(2).index.to_numpy(dtype=np.int64)


def _repeated(key: Hashes) -> Bools:
    rows = np.flatnonzero(key)
    found = np.zeros(len(key), dtype=bool)
    found[rows] = pd.Series(key[rows]).duplicated(keep=False).to_numpy()
    return found
