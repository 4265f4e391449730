"""Energy rooms in plain Python: every world of a short list at the ends of its intervals, totals added up as fractions.

A world says of each project whether it exists already, where it stands and what it adds; rows that look like one
project may be one or several, rows of one code are one. It knows the few spellings that the random lists use.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple

FAR = Fraction(10) ** 9
"""Stands for a figure without an upper end."""
Written = tuple[str, str] | None
Ends = tuple[Fraction, Fraction]


class Row(NamedTuple):
    """One row; `counties` and `stages` are those still possible, `new` is whether it is certainly a new build."""

    name: str
    code: str
    counties: tuple[str, ...]
    stages: tuple[str, ...]
    new: bool
    whole: Written
    added: Written
    room: Written


def ends(stated: Written) -> Ends:
    return (Fraction(0), FAR) if stated is None else (Fraction(stated[0]), Fraction(stated[1]))


def adds(row: Row) -> Ends:
    """Return from what to what a row adds: all its energy if it is new, never more; a contradiction is unknown."""
    whole, part = ends(row.whole), ends(row.added)
    low, high = max(whole[0], part[0]) if row.new else part[0], min(whole[1], part[1])
    return (low, high) if low <= high else (Fraction(0), FAR)


def same(one: Row, other: Row) -> bool:
    """Return whether two rows look like one project; all have one owner."""
    named = one.name != "" and one.name == other.name and len(one.counties) == 1 and one.counties == other.counties
    return named or same_code(one, other)


def same_code(one: Row, other: Row) -> bool:
    return one.code != "" and one.code == other.code


def merged(rows: list[Row], only_codes: bool) -> list[set[int]]:
    """Return the rows of each project, joined directly or by way of others."""
    sets: list[set[int]] = []
    for at, row in enumerate(rows):
        near = [s for s in sets if any((same_code if only_codes else same)(rows[other], row) for other in s)]
        sets = [s for s in sets if s not in near] + [{at}.union(*near)]
    return sets


def takes(project: set[int], rows: list[Row], place: set[str]) -> set[Fraction]:
    """Return what a project may take of the room of a place, at the ends of what its rows leave open."""
    members = [rows[at] for at in project]
    found = {Fraction(0)} if any("existing" in row.stages for row in members) else set()
    if any(len(row.counties) == 1 and not set(row.counties) <= place for row in members):
        found.add(Fraction(0))
    open_ = [row for row in members if row.stages != ("existing",)]
    said = [adds(row) for row in open_ if row.whole or row.added]
    for low, high in said or [(Fraction(0), FAR)] * bool(open_):
        found |= {low, high}
    return found


def totals(rows: list[Row], place: set[str], upto: int) -> Iterator[Fraction]:
    """Yield the total of the first `upto` rows of a place in every world."""
    inside = {at for at in range(upto) if set(rows[at].counties) <= place}
    for only_codes in (True, False):
        projects = [project for project in merged(rows, only_codes) if project & inside]
        for chosen in product(*(takes(project, rows, place) for project in projects)):
            yield sum(chosen, Fraction(0))


def always_exceeds(rows: list[Row], place: set[str], room: Ends, upto: int) -> bool:
    return all(total > left for total in totals(rows, place, upto) for left in room)


def may_exceed(rows: list[Row], place: set[str], room: Ends, upto: int) -> bool:
    return any(total > left for total in totals(rows, place, upto) for left in room)


def stated_room(rows: list[Row], county: str) -> Ends | None:
    """Return from the least to the most that rows of one county state as its room."""
    said = [ends(row.room) for row in rows if row.room and row.counties == (county,)]
    return (min(low for low, _ in said), max(high for _, high in said)) if said else None
