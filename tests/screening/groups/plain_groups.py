"""Duplicates and splits in plain Python: pairs of rows are compared one by one, figures added up as decimals.

It knows the few spellings that the random lists use, and the lines of 水泥熟料 on 2022-06-30: 1万 and 5万吨标准煤.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import Any, NamedTuple

LINES = (10000, 50000)
Ends = tuple[Decimal, Decimal]


class Row(NamedTuple):
    """One row as it is written."""

    name: str
    owner: str
    uscc: str
    code: str
    place: str
    figure: str | None

    @property
    def ends(self) -> Ends | None:
        """Return the figure as an interval."""
        if self.figure is None:
            return None
        low, _, high = self.figure.partition("—")
        return Decimal(low), Decimal(high or low)


def words(text: str) -> str:
    """Return a text without its spaces."""
    return "".join(text.split())


def owner_of(row: Row, rows: list[Row]) -> str:
    """Return who builds: the credit code, else the one that goes with the name, else the name, if it says anything."""
    name = "" if "某" in row.owner else words(row.owner)
    beside = {other.uscc for other in rows if other.uscc and words(other.owner) == name}
    return row.uscc or (beside.pop() if name and len(beside) == 1 else name)


def same_code(first: Row, second: Row) -> bool:
    return bool(first.code) and first.code.replace("-", "") == second.code.replace("-", "")


def same_name(first: Row, second: Row, rows: list[Row]) -> bool:
    """All rows are in one county."""
    names, owners = {words(first.name), words(second.name)}, {owner_of(first, rows), owner_of(second, rows)}
    return len(names) == len(owners) == 1 and "" not in names | owners


def classes(places: list[int], same: Any) -> list[set[int]]:
    """Return the sets that pairs of the same join, directly or by way of others."""
    sets = [{at} for at in places]
    for first, second in combinations(places, 2):
        if same(first, second):
            one, other = (next(s for s in sets if at in s) for at in (first, second))
            if one is not other:
                sets.remove(other)
                one |= other
    return sets


def numbered(places: set[int]) -> frozenset[int]:
    return frozenset(at + 1 for at in places)


def plain_duplicates(rows: list[Row]) -> set[Any]:
    """Return (by, status, rows) of each set of duplicates."""
    places = list(range(len(rows)))
    coded = [c for c in classes(places, lambda a, b: same_code(rows[a], rows[b])) if len(c) > 1]
    named = [c for c in classes(places, lambda a, b: same_name(rows[a], rows[b], rows)) if len(c) > 1]
    alike = [c for c in named if all(same_code(rows[a], rows[b]) for a, b in combinations(c, 2))]
    return {("project_code", "certain", numbered(c)) for c in coded} | {
        ("name_county_owner", "possible", numbered(c)) for c in named if c not in alike
    }


def site_of(row: Row) -> str:
    """Return the place without its county, `*` for the county alone."""
    tail = words(row.place).removeprefix("许昌市").removeprefix("禹州市")
    return tail or ("*" if row.place else "")


def plain_splits(rows: list[Row]) -> set[Any]:
    """Return (rows, low, high, {(threshold, status)}) of each likely split."""
    places = list(range(len(rows)))
    projects = classes(places, lambda a, b: same_code(rows[a], rows[b]) or same_name(rows[a], rows[b], rows))
    sites = {(owner_of(row, rows), site_of(row)) for row in rows}
    found: dict[Any, set[Any]] = {}
    for owner, site in sites:
        if owner and site:
            here = {at for at in places if (owner_of(rows[at], rows), site_of(rows[at])) == (owner, site)}
            members = [project & here for project in projects if project & here]
            for line in LINES:
                for group, status in split([(part, figure(part, rows)) for part in members], line, site == "*"):
                    found.setdefault(group, set()).add((line, status))
    return {(*group, frozenset(reached)) for group, reached in found.items()}


def figure(part: set[int], rows: list[Row]) -> Ends | None:
    """Return from the least to the most that the rows of one project say."""
    said = [ends for at in part if (ends := rows[at].ends)]
    return (min(low for low, _ in said), max(high for _, high in said)) if said else None


def split(members: list[tuple[set[int], Ends | None]], line: int, only_county: bool) -> list[Any]:
    """Return what is found at one place for one line."""
    parts = [(part, ends) for part, ends in members if ends and 0 < ends[1] < line]
    if len(parts) < 2:
        return []
    low, high = sum(e[0] for _, e in parts), sum(e[1] for _, e in parts)
    listed = numbered(set().union(*(part for part, _ in parts)))
    if low >= line:
        return [((listed, low, high), "possible" if only_county else "certain")]
    if high >= line:
        return [((listed, low, high), "possible")]
    blank = [part for part, ends in members if ends is None]
    if not only_county and low + len(blank) * max(e[1] for _, e in parts) >= line:
        return [((listed | numbered(set().union(*blank)), low, None), "possible")]
    return []
