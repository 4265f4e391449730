"""Catalogs: the tables that rules refer to, each a CSV in a folder with its `source.yaml`.

Cells are text, exactly as written; a cell may hold several values joined by semicolons. A table is named by its folder
and file, `henan-catalog-2021/items`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.models import CatalogSource
from lianggao.rulebook.parse import parse
from lianggao.rulebook.yaml_reader import read_yaml

Row = dict[str, str]


@dataclass(eq=False)
class Catalogs:
    """All tables by name, and the source of each folder."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
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


def read_catalogs(root: Path, name: str = "catalogs") -> tuple[Catalogs, list[Fault]]:
    """Read every table under `root`. Faults are collected, never raised."""
    catalogs, faults = Catalogs(), []
    for path in sorted(root.glob("*/source.yaml")):
        source, wrong = parse(CatalogSource, read_yaml(path, f"{name}/{path.parent.name}/{path.name}"))
        faults += wrong
        if source:
            catalogs.sources[path.parent.name] = source
    for path in sorted(root.glob("*/*.csv")):
        file = f"{name}/{path.parent.name}/{path.name}"
        rows, wrong = _read_table(path, file)
        faults += wrong
        catalogs.tables[f"{path.parent.name}/{path.stem}"] = rows
        if not (path.parent / "source.yaml").is_file():
            faults.append(fault("missing-key", Place(file, 1, 1), key="source.yaml"))
    return catalogs, faults


def _read_table(path: Path, file: str) -> tuple[list[Row], list[Fault]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return [], [fault("not-utf8", Place(file, 1, 1))]
    reader = csv.reader(text.splitlines(keepends=True))
    header = next(reader, [])
    repeated = dict.fromkeys(name for name in header if header.count(name) > 1)
    rows, faults = [], [fault("repeated-header", Place(file, 1, 1), value=name) for name in repeated]
    for cells in reader:
        if len(cells) != len(header):
            what = f"{len(cells)} cells under {len(header)} headers"
            faults.append(fault("not-a-table", Place(file, reader.line_num, 1), what=what))
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return rows, faults
