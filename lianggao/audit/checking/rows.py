"""`table-unused` and `catalog-row-unused`: what a legal document's tables list and no rule turns on.

A table belongs to a legal document where its `source.yaml` names one. A row counts as used if for one of its values
some rule would hold in other worlds, on some date, were the value in no row of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lianggao.audit.checking.idle import changes
from lianggao.audit.checking.subject import Site, Subject
from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.catalogs import Catalogs, Row, split
from lianggao.rulebook.conditions import FieldCondition, nodes


def find_unused(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every table that no rule refers to, and at every row that no rule turns on."""
    catalogs = subject.law.catalogs
    for table, rows in catalogs.tables.items():
        source = catalogs.sources.get(table.split("/", 1)[0])
        if source is None or source.document is None:
            continue
        users = _users(subject, table)
        if not users:
            yield fault("table-unused", Place(f"catalogs/{table}.csv", 1, 1), table=table, document=source.document)
            continue
        columns = {column for _, column in users}
        tested = {
            (column, value)
            for column in columns
            for value in catalogs.column(table, column)
            if _turns_on(subject, table, column, value, [user for user, own in users if own == column])
        }
        for place, row in zip(catalogs.places[table], rows, strict=True):
            listed = [(column, value) for column in sorted(columns) for value in split(row.get(column, ""))]
            if not tested.intersection(listed):
                values = ";".join(value for _, value in listed)
                yield fault("catalog-row-unused", place, row=_name(row), value=values, table=table)


def _users(subject: Subject, table: str) -> list[tuple[Site, str]]:
    """Return the rules, gates and sources that refer to a table, and the columns they look into."""
    found: list[tuple[Site, str]] = []
    for site in subject.sites:
        for _, part in nodes(site.written):
            if isinstance(part, FieldCondition) and part.in_catalog == table:
                found += [(user, part.field) for user in subject.users(site)]
    return found


def _turns_on(subject: Subject, table: str, column: str, value: str, users: list[Site]) -> bool:
    rows = [{**row, column: ";".join(v for v in split(row[column]) if v != value)} for row in _rows(subject, table)]
    catalogs: Catalogs = replace(subject.law.catalogs, tables={**subject.law.catalogs.tables, table: rows})
    return any(changes(subject, user, subject.resolve(user, catalogs=catalogs)) for user in users)


def _rows(subject: Subject, table: str) -> list[Row]:
    return subject.law.catalogs.rows(table)


def _name(row: Row) -> str:
    """Return what a person knows a row by: its first cell that is no number and not empty."""
    return next((cell for cell in row.values() if cell and not cell.isdigit()), "")
