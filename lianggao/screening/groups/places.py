"""Where a row is: its county, and its place text without the names that an address in the county may begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.facts import Facts
from lianggao.screening.groups.words import names
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary


class Tails(NamedTuple):
    """Distinct places: the county or -1, what is left of the text (null where there is none), and whether it says more.

    `of_row` is which of them each row has.
    """

    county: Ints
    texts: pa.Array
    within: Bools
    of_row: Ints


def counties(facts: Facts, vocabulary: Vocabulary) -> Ints:
    """Return the county where exactly one is possible; outside the province one value stands for everywhere."""
    known = facts.choices.get("county")
    if known is None:
        return np.full(facts.rows, -1, dtype=np.int64)
    coded = np.array([county.isdigit() for county in vocabulary["county"].values])
    only = known.sets.argmax(axis=1)
    found = np.where((known.sets.sum(axis=1) == 1) & coded[only], only, -1)
    return np.asarray(found[known.index], dtype=np.int64)


def cities(facts: Facts, vocabulary: Vocabulary) -> Ints:
    """Return the city where all counties still possible lie in one, else -1."""
    known = facts.choices.get("county")
    if known is None:
        return np.full(facts.rows, -1, dtype=np.int64)
    city = cities_of(vocabulary)
    first = city[known.sets.argmax(axis=1)]
    one = known.sets.any(axis=1) & (~known.sets | (city == first[:, None])).all(axis=1)
    return np.asarray(np.where(one, first, -1)[known.index], dtype=np.int64)


def cities_of(vocabulary: Vocabulary) -> Ints:
    """Return the city of each county, both as places in the order of the vocabulary."""
    city = vocabulary["city"]
    order = {name: at for at, name in enumerate(city.values)}
    return np.array([order[city.of_base[county]] for county in vocabulary["county"].values], dtype=np.int64)


def tails(facts: Facts, county: Ints, vocabulary: Vocabulary) -> Tails:
    """Return the places as written, without the names of province, city and county where the county is known."""
    texts, of_row = names(facts, "place")
    size = len(texts)
    of_pair, pairs = pd.factorize((county + 1) * size + of_row % size, sort=True)
    where, written = pairs // size - 1, texts.take(pa.array(pairs % size))
    edges = [0, *(np.flatnonzero(np.diff(where)) + 1).tolist(), len(where)]
    above = _names(vocabulary)
    parts = [
        _tail(written.slice(first, last - first), above[where[first]] if where[first] >= 0 else ())
        for first, last in pairwise(edges)
        if last > first
    ]
    left = pa.concat_arrays(parts) if parts else written
    more = pc.not_equal(left, "").fill_null(False).to_numpy(zero_copy_only=False)
    return Tails(where, left, more, of_pair.astype(np.int64, copy=False))


def _tail(texts: pa.Array, above: Sequence[str]) -> pa.Array:
    """Take away the names that texts begin with, at each step the longest that fits."""
    if not above:
        return texts
    return pc.replace_substring_regex(texts, f"^(?:{'|'.join(map(re.escape, above))})+", "", max_replacements=1)


def _names(vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """Return, per county, the names that an address in it may begin with, the longer before the shorter."""
    county_labels, city = vocabulary["county"].values, vocabulary["city"]
    provinces = vocabulary["province"]
    found = []
    for county, label in county_labels.items():
        above = (provinces.values[provinces.of_base[county]], city.values[city.of_base[county]])
        whole = [name for name in (*above, label) if name]
        short = [name[:-1] for name in whole if len(name) > 2]
        found.append(tuple(sorted({*whole, *short}, key=lambda name: (-len(name), name))))
    return found
