"""What the rows of any part of a list are compared by, as 64 bits each: the same for the same text in every list."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lianggao.coded_texts import Texts, coded
from lianggao.facts import Facts
from lianggao.screening.groups.places import cities, counties, tails
from lianggao.screening.groups.words import Hashes, credit_codes, hashed, names, project_codes
from lianggao.tables.known import Ints
from lianggao.vocabulary import Vocabulary

Places = npt.NDArray[np.int16]

COMPARED = ("project_code", "uscc", "owner")
"""Rows that have none of these are not compared with others."""

_ODD = np.uint64(0x9E3779B97F4A7C15)


class RowKeys(NamedTuple):
    """One key per row each, 0 where a row has none: project code, name with county, owner by code and by name, place.

    `county` and `city` are places in the order of the vocabulary, -1 where more than one is possible.
    """

    code: Hashes
    name: Hashes
    uscc: Hashes
    owner: Hashes
    place: Hashes
    county: Places
    city: Places


def row_keys(stated: Facts, vocabulary: Vocabulary) -> RowKeys:
    """Return the keys of recognised facts; a row without an owner needs neither name nor place."""
    county = counties(stated, vocabulary)
    uscc, owner = credit_codes(stated).hashes(), names(stated, "owner").hashes()
    name, place = np.zeros((2, stated.rows), dtype=np.uint64)
    built = np.flatnonzero((uscc > 0) | (owner > 0))
    if len(built):
        own, within = taken(stated, built), county[built]
        where = tails(own, within, vocabulary)
        at = mixed(hashed(where.texts), _number(where.county))[where.of_row]
        place[built] = at
        name[built] = mixed(names(own, "project_name").hashes(), np.where(within >= 0, _number(within), at))
    code, city = project_codes(stated).hashes(), cities(stated, vocabulary)
    return RowKeys(code, name, uscc, owner, place, county.astype(np.int16), city.astype(np.int16))


def mixed(first: Hashes, second: Hashes) -> Hashes:
    """Return one key for two: 0 where one of them is."""
    # Multiplying wraps around, as it is meant to.
    both = (first ^ (second * _ODD)) * _ODD
    return np.where((first > 0) & (second > 0), np.maximum(both ^ (both >> np.uint64(32)), 1), 0).astype(np.uint64)


def taken(facts: Facts, rows: Ints) -> Facts:
    """Return what some rows state, their texts among it."""
    some = {name: held.only(rows) for name in facts.texts if (held := coded(facts.texts, name))}
    return replace(facts.take(rows), texts=Texts(some))


def _number(county: Ints) -> Hashes:
    return (county + 2).astype(np.uint64)
