"""Name a set of values by a table of a legal document that lists exactly these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lianggao.rulebook import Law

Ways = tuple[str, str]
"""One thing said in Chinese and in English."""


def listed_in(laws: Sequence[Law], axis: str, values: tuple[str, ...]) -> Iterator[Ways]:
    """Say that values are those of a legal document's table; where the laws disagree on it, by which of them."""
    for law, side, side_en in ((laws[-1], "（新）", " (new)"), (laws[0], "（旧）", " (old)")):
        label = law.vocabulary.fields[axis].label
        for name in (name for name in law.catalogs.tables if _listing(law, name, axis) == set(values)):
            same = all(_listing(other, name, axis) == set(values) for other in laws)
            where, where_en = ("", "") if same else (side, side_en)
            yield f"{label}为目录表 {name} {where}所列（{len(values)}项）", f"{axis} in_catalog {name}{where_en}"


@lru_cache(maxsize=2**12)
def _listing(law: Law, table: str, axis: str) -> set[str]:
    """Return the values of an axis in a table that belongs to a legal document, else nothing."""
    source = law.catalogs.sources.get(table.split("/", 1)[0])
    rows = law.catalogs.tables.get(table)
    return set(law.catalogs.column(table, axis)) if source and source.document and rows and axis in rows[0] else set()
