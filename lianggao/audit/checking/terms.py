"""`term-in-and-out` and `conflicting-terms`: rows of `catalogs/terms` of which one makes the other worthless.

Recognition keeps one row per term and role, passes over a word that is `neutral` whatever else it is, and takes a
word's activities from `telling` before `product` before `head`.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.catalogs import Row, split

TABLE = "terms/terms"
NAMING = ("telling", "product", "head")
COUNTING = (*NAMING, "bare", "qualifier")


def find_contradictions(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every row that contradicts an earlier row of the same term."""
    met: dict[str, list[tuple[Place, Row]]] = {}
    catalogs = subject.law.catalogs
    for place, row in zip(catalogs.places.get(TABLE, ()), catalogs.tables.get(TABLE, ()), strict=True):
        earlier = met.setdefault(row["term"], [])
        for other_place, other in earlier:
            roles = {row["role"], other["role"]}
            if "neutral" in roles and roles & set(COUNTING):
                (role,) = roles - {"neutral"}
                yield fault("term-in-and-out", place, term=row["term"], role=role)
            elif (len(roles) == 1 or roles <= set(NAMING)) and _activities(row) != _activities(other):
                words = {"term": row["term"], "role": row["role"], "other_role": other["role"], "where": other_place}
                yield fault("conflicting-terms", place, activity=row["activity"], other=other["activity"], **words)
        earlier.append((place, row))


def _activities(row: Row) -> frozenset[str]:
    return frozenset(split(row["activity"]))
