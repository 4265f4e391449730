"""The values of each product that unit energy may be compared with, as far as they are on file and sure.

A value that is blank, zero or negative, one in a table of doubtful values, and one printed differently in two rows is
no value. A limit counts from its first day on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import inf, nan

import numpy as np
import numpy.typing as npt

from lianggao.computing.kinds import ItemKind, Level
from lianggao.facts import Floats
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import Force, PartialDate, started

Row = Mapping[str, str]


def number(cell: str) -> float:
    """Return a positive number, and not-a-number where a cell is blank or what it holds can't be compared with.

    >>> number("13.5"), number(""), number("-30"), number("约100"), number("inf")
    (13.5, nan, nan, nan, nan)
    """
    try:
        value = float(cell)
    except ValueError:
        return nan
    return value if 0 < value < inf else nan


def start_of(row: Row) -> PartialDate | None:
    """Return the first day of a row, nothing where it has always counted.

    A bare year is that of the standard's number. Standards whose day is on file began in the year after it, so that
    one is sure to have begun only at the end of that year.

    >>> str(start_of({"from": "2022-11-01"})), start_of({"from": "2019"}).last
    ('2022-11-01', datetime.date(2020, 12, 31))
    """
    text = row.get("from", "")
    if not text:
        return None
    start = PartialDate.parse(text)
    return PartialDate(start.first, date(start.first.year + 1, 12, 31)) if len(text) == len("2019") else start


def rows_of(kind: ItemKind, item: str, catalogs: Catalogs) -> list[Row]:
    """Return the rows of one item that count, those that began first coming first; none where it is doubtful."""
    return _by_item(kind, catalogs).get(item, [])


@lru_cache(maxsize=16)
def _by_item(kind: ItemKind, catalogs: Catalogs) -> dict[str, list[Row]]:
    doubtful = {row[kind.item] for row in catalogs.tables.get(kind.doubtful, [])}
    found: dict[str, list[Row]] = {}
    for row in (row for table in kind.tables for row in catalogs.tables.get(table, [])):
        if row[kind.item] not in doubtful:
            found.setdefault(row[kind.item], []).append(row)
    return {item: sorted(rows, key=lambda row: row.get("from", "")) for item, rows in found.items()}


def values_on(
    kind: ItemKind, items: Sequence[str], catalogs: Catalogs, dates: Sequence[PartialDate]
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return the distinct tables of values (tables x levels x items) and which of them each date has."""
    rows = [row for item in items for row in rows_of(kind, item, catalogs)]
    starts = {row.get("from", ""): start_of(row) for row in rows}
    forces = [tuple(started(s, on) if s else Force.IN for s in starts.values()) for on in dates]
    patterns = list(dict.fromkeys(forces))
    tables = [_table(kind, items, catalogs, dict(zip(starts, pattern, strict=True))) for pattern in patterns]
    places = {pattern: place for place, pattern in enumerate(patterns)}
    return np.array(tables), np.array([places[pattern] for pattern in forces], dtype=np.int64)


def _table(kind: ItemKind, items: Sequence[str], catalogs: Catalogs, force: Mapping[str, Force]) -> list[list[float]]:
    return [[_value(level, rows_of(kind, item, catalogs), force) for item in items] for level in kind.levels]


def _value(level: Level, rows: Sequence[Row], force: Mapping[str, Force]) -> float:
    """Return the value of the row that began last; none where a later one may have begun."""
    value, since = nan, None
    for row in rows:
        start = row.get("from", "")
        if force[start] is Force.OUT:
            continue
        this = number(row[level.column]) if force[start] is Force.IN else nan
        value = this if start != since or this == value else nan
        since = start
    return value
