"""One catalog table as its CSV files give it: `X.csv`, and rows that `X.added.csv` of the same or a higher layer adds.

Added rows may leave out columns, which are then blank. Where no value of the table's first column repeats, that column
is its key, and a row with a key that is there already is a mistake; elsewhere only the same row again is.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field

from lianggao.errors import Fault, Hint, Place, fault
from lianggao.rulebook.layers import LawFile

Row = dict[str, str]

ADDED = ".added.csv"


@dataclass
class Listed:
    """The columns of a table, its rows, the place of each row, and the layer that the table itself stands in."""

    header: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    layer: int = 0


def read_listed(file: LawFile) -> tuple[Listed, list[Fault]]:
    """Read one CSV file; cells are text, exactly as written."""
    try:
        text = file.at.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return Listed(), [fault("not-utf8", Place(file.name, 1, 1))]
    reader = csv.reader(text.splitlines(keepends=True))
    table = Listed(next(reader, []), layer=file.layer)
    repeated = dict.fromkeys(name for name in table.header if table.header.count(name) > 1)
    faults = [fault("repeated-header", Place(file.name, 1, 1), value=name) for name in repeated]
    for cells in reader:
        place = Place(file.name, reader.line_num, 1)
        if len(cells) != len(table.header):
            what = f"{len(cells)} cells under {len(table.header)} headers"
            faults.append(fault("not-a-table", place, what=what))
        else:
            table.rows.append(dict(zip(table.header, cells, strict=True)))
            table.places.append(place)
    return table, faults


def add_rows(table: Listed, added: Listed, name: str) -> list[Fault]:
    """Add rows to a table, or return what is wrong with them; `name` is what messages call their file.

    A table that could not be read has its own faults, and nothing is added to it.
    """
    if not table.header:
        return []
    top, key = Place(name, 1, 1), table.header[0]
    strangers = [column for column in added.header if column not in table.header]
    faults = [
        fault("column-unknown", top, value=column, hint=Hint.nearest(column, table.header)) for column in strangers
    ]
    if key not in added.header:
        faults.append(fault("column-missing", top, value=key))
    if faults:
        return faults
    keyed = len({row[key] for row in table.rows}) == len(table.rows)
    there = {_mark(row, key, keyed): place for row, place in zip(table.rows, table.places, strict=True)}
    for given, place in zip(added.rows, added.places, strict=True):
        row = {column: given.get(column, "") for column in table.header}
        mark = _mark(row, key, keyed)
        if mark in there:
            faults.append(fault("row-already-there", place, value=row[key], other=there[mark]))
            continue
        there[mark] = place
        table.rows.append(row)
        table.places.append(place)
    return faults


def _mark(row: Row, key: str, keyed: bool) -> tuple[str, ...]:
    return (row[key],) if keyed else tuple(row.values())
