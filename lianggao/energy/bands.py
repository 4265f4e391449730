"""Hold figures against the bands of `catalogs/plausibility`, which are for checking data and decide nothing.

A band without an industry is for every project that has no band of its own. Where several industries are possible, only
what lies beyond the bands of all of them is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
import numpy.typing as npt

from lianggao.energy.slips import CODE, slip
from lianggao.energy.words import Words, ends
from lianggao.facts import Facts
from lianggao.noting import Block
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known
from lianggao.text_columns import chosen, joined


@dataclass(frozen=True, slots=True)
class Band:
    """The least and the greatest size that is not asked about, and why."""

    low: float = 0.0
    high: float = inf
    why: str = ""

    def __or__(self, other: Band) -> Band:
        """Return the band that holds both."""
        whys = dict.fromkeys(filter(None, (self.why, other.why)))
        return Band(min(self.low, other.low), max(self.high, other.high), "；".join(whys))


def beyond_bands(facts: Facts, catalogs: Catalogs) -> Iterator[Block]:
    """Yield notes on each stated figure outside its band. A stated nothing is never too small."""
    words = Words(catalogs)
    groups, of_row = _groups(facts, catalogs)
    rows = catalogs.tables.get("plausibility/bands", [])
    for field in dict.fromkeys(row["quantity"] for row in rows):
        listed = {row["industry_group"]: _band(row) for row in rows if row["quantity"] == field}
        bands = [_widest(possible, listed) for possible in groups]
        least, most = (np.array(end) for end in zip(*((band.low, band.high) for band in bands), strict=True))
        span = facts.span(field)
        small = (span.high < least[of_row]) & (span.high > 0)
        large = (span.low > most[of_row]) & ~small
        for beyond in (small, large):
            at = np.flatnonzero(beyond)
            if len(at):
                own, band = span.take(at), of_row[at]
                between, why = chosen(ends(least, most).to_list(), band), chosen([each.why for each in bands], band)
                read = (words.amounts(field, own), "，超出核对数据用的范围", between, "（", why, "）；")
                asked = slip(words, field, own, small=beyond is small)
                yield Block(at, field, CODE, joined(*read, asked, "，请核对"))


def _band(row: Mapping[str, str]) -> Band:
    return Band(float(row["low"] or 0), float(row["high"] or inf), row["why"])


def _widest(possible: Sequence[str], listed: Mapping[str, Band]) -> Band:
    """Return the band that holds those of all possible industries; without any the one for every project."""
    found = [listed.get(group, listed.get("", Band())) for group in possible or [""]]
    widest = found[0]
    for band in found[1:]:
        widest |= band
    return widest


def _groups(facts: Facts, catalogs: Catalogs) -> tuple[list[list[str]], npt.NDArray[np.int64]]:
    """Return the distinct sets of industries that are possible, and which of them each project has."""
    group_of = [row["industry_group"] for row in catalogs.rows("activities/activities")]
    known = facts.choices.get("activity") or Known.constant([True] * len(group_of), facts.rows)
    sets = [sorted({g for g, on in zip(group_of, row, strict=True) if on}) for row in known.sets.tolist()]
    return sets, known.index
