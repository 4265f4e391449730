"""Catalogs: the tables that rules refer to, each a CSV in a folder with its `source.yaml`.

Cells are text, exactly as written; a cell may hold several values joined by semicolons. A table is named by its folder
and file, `henan-catalog-2021/items`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lianggao.errors import Fault, Hint, Place, fault
from lianggao.rulebook.layers import LawFile, Layers
from lianggao.rulebook.listed import ADDED, Listed, add_rows, read_listed
from lianggao.rulebook.listed import Row as Row
from lianggao.rulebook.models import CatalogSource
from lianggao.rulebook.parse import parse
from lianggao.rulebook.yaml_reader import read_yaml


@dataclass(eq=False)
class Catalogs:
    """All tables by name, where each of their rows stands, and the source of each folder."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)
    sources: dict[str, CatalogSource] = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a table; raises KeyError where there is none."""
        return self.tables[name]

    def column(self, name: str, column: str) -> tuple[str, ...]:
        """Return the distinct values of a column in order, cells with several values taken apart."""
        return tuple(dict.fromkeys(v for row in self.tables[name] for v in split(row.get(column, ""))))


def split(cell: str) -> tuple[str, ...]:
    """Take a cell with several values apart.

    >>> split("refining; ethylene_px")
    ('refining', 'ethylene_px')
    """
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def read_catalogs(layers: Layers) -> tuple[Catalogs, list[Fault]]:
    """Read every table of the law's layers. Faults are collected, never raised."""
    catalogs, faults = Catalogs(), []
    files = [file for file in layers.topmost("catalogs") if len(file.path) == 2]
    for file in (file for file in files if file.path[1] == "source.yaml"):
        source, wrong = parse(CatalogSource, read_yaml(file.at, file.name))
        faults += wrong
        if source:
            catalogs.sources[file.path[0]] = source
    tables, wrong = _read_tables(files)
    faults += wrong
    for file in layers.every("catalogs"):
        if len(file.path) == 2 and file.path[1].endswith(ADDED):
            faults += _add(file, tables)
    for name, table in tables.items():
        catalogs.tables[name], catalogs.places[name] = table.rows, table.places
    return catalogs, faults


def _read_tables(files: list[LawFile]) -> tuple[dict[str, Listed], list[Fault]]:
    tables: dict[str, Listed] = {}
    faults: list[Fault] = []
    described = {file.path[0] for file in files if file.path[1] == "source.yaml"}
    for file in files:
        folder, name = file.path
        if file.at.suffix == ".csv" and not name.endswith(ADDED):
            tables[f"{folder}/{file.at.stem}"], wrong = read_listed(file)
            faults += wrong
            if folder not in described:
                faults.append(fault("missing-key", Place(file.name, 1, 1), key="source.yaml"))
    return tables, faults


def _add(file: LawFile, tables: dict[str, Listed]) -> list[Fault]:
    """Add a file's rows to its table, unless a higher layer replaces the table as a whole."""
    name = f"{file.path[0]}/{file.path[1].removesuffix(ADDED)}"
    if name not in tables:
        return [fault("unknown-catalog", Place(file.name, 1, 1), value=name, hint=Hint.nearest(name, tables))]
    if file.layer < tables[name].layer:
        return []
    added, faults = read_listed(file)
    return faults or add_rows(tables[name], added, file.name)
