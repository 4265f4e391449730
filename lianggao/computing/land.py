"""Land figures over the local minima that a user has added to `land-indicators/local`; the shipped table is empty.

A row for a county and an industry comes before one for the county, that before one for the industry, and that before
one for all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import inf

import numpy as np
import numpy.typing as npt

from lianggao.computing.agreeing import agree_all
from lianggao.computing.intervals import ratio
from lianggao.computing.values import number
from lianggao.facts import Facts, Floats, Span
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known
from lianggao.tables.numbering import numbered
from lianggao.vocabulary import Vocabulary

TABLE = "land-indicators/local"
SHARES = {
    "plot_ratio": "plot_ratio_share",
    "investment_per_mu": "investment_share",
    "output_per_mu": "output_share",
    "tax_per_mu": "tax_share",
}
"""The share of each figure; its minimum stands in the column of the same name."""


def land_shares(facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> Facts:
    """Return the facts with each land figure over its local minimum, open where no row tells the minimum."""
    rows = catalogs.tables.get(TABLE, [])
    figures = [name for name in SHARES if name in facts.quantities]
    if not rows or not figures:
        return facts
    counties, groups = places_of(facts, vocabulary)
    room = len(counties.sets) * len(groups.sets)
    pairs, index = numbered(counties.index * len(groups.sets) + groups.index, room)
    shares = {}
    for name in figures:
        low, high = minima(rows, name, vocabulary)
        ends = [
            _ends(low, high, counties.sets[p // len(groups.sets)], groups.sets[p % len(groups.sets)]) for p in pairs
        ]
        least = np.array(ends).reshape(-1, 2)[index]
        shares[SHARES[name]] = ratio([facts.span(name)], [Span(least[:, 0], least[:, 1])], Fraction(1), facts.rows)
    return agree_all(facts, shares, vocabulary)


def minima(rows: Sequence[Mapping[str, str]], name: str, vocabulary: Vocabulary) -> tuple[Floats, Floats]:
    """Return the least and greatest minimum of each county and industry (counties x industries); not-a-number if none.

    Rows for exactly the same places may differ; then either may be the right one.
    """
    counties, groups = list(vocabulary["county"].values), list(vocabulary["industry_group"].values)
    low = np.full((len(counties), len(groups)), np.nan)
    high = low.copy()
    for specific in range(4):
        least, most = np.full_like(low, inf), np.zeros_like(low)
        for row in rows:
            value = number(row[name])
            if specific == 2 * bool(row["county"]) + bool(row["industry_group"]) and value > 0:
                at = np.ix_(_places(counties, row["county"]), _places(groups, row["industry_group"]))
                least[at], most[at] = np.minimum(least[at], value), np.maximum(most[at], value)
        low, high = np.where(most > 0, least, low), np.where(most > 0, most, high)
    return low, high


def _places(values: Sequence[str], value: str) -> list[int]:
    return [place for place, each in enumerate(values) if value in ("", each)]


def _ends(
    low: Floats, high: Floats, counties: npt.NDArray[np.bool_], groups: npt.NDArray[np.bool_]
) -> tuple[float, float]:
    """Return between what the minimum lies, wherever the project may stand and whatever it may be."""
    at = np.ix_(np.flatnonzero(counties), np.flatnonzero(groups))
    return (0.0, inf) if np.isnan(low[at]).any() else (float(low[at].min()), float(high[at].max()))


def places_of(facts: Facts, vocabulary: Vocabulary) -> tuple[Known, Known]:
    """Return the counties and the industries that each project may be of."""
    return _known(facts, "county", len(vocabulary["county"].values)), _groups(facts, vocabulary)


def _known(facts: Facts, name: str, width: int) -> Known:
    return facts.choices.get(name) or Known.constant([True] * width, facts.rows)


def _groups(facts: Facts, vocabulary: Vocabulary) -> Known:
    """Return the industries that the activities still possible belong to."""
    field = vocabulary["industry_group"]
    groups = {name: place for place, name in enumerate(field.values)}
    belongs = np.zeros((len(field.of_base), len(groups)), dtype=bool)
    for at, activity in enumerate(vocabulary["activity"].values):
        belongs[at, groups[field.of_base[activity]]] = True
    known = _known(facts, "activity", len(belongs))
    return Known(known.sets @ belongs, known.index)
