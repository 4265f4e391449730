"""Check the tables from which figures are computed: that they name fields and values that are known, and numbers.

What is computed from them is the business of `lianggao.computing`; a mistake in them is a mistake in the law's files
and is told before anything is screened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from lianggao.errors import Fault, Hint, Place, fault
from lianggao.rulebook.catalogs import Catalogs, Row, split
from lianggao.rulebook.dates import PartialDate
from lianggao.vocabulary import Vocabulary

FORMULAS = "vocabulary/computed"
FOLDERS = ("efficiency/", "land-indicators/")
CHOICES = ("activity", "efficiency_item", "limit_item", "county", "industry_group")
NUMBERS = (
    "benchmark",
    "baseline",
    "level_1",
    "level_2",
    "level_3",
    "plot_ratio",
    "investment_per_mu",
    "output_per_mu",
    "tax_per_mu",
)


def check_figures(catalogs: Catalogs, vocabulary: Vocabulary) -> list[Fault]:
    """Return a fault at every row that names what is not known, or holds no number or date where one is due."""
    found: list[Fault] = []
    for table, rows in catalogs.tables.items():
        if table == FORMULAS or table.startswith(FOLDERS):
            for row, place in zip(rows, catalogs.places[table], strict=True):
                found += _formula(row, place, vocabulary) if table == FORMULAS else _row(row, place, vocabulary)
    return found or list(_circles(catalogs))


def _row(row: Row, place: Place, vocabulary: Vocabulary) -> Iterator[Fault]:
    named = {name: row[name] for name in CHOICES if row.get(name)}
    if "value" in row and row.get("field") in CHOICES:
        named[row["field"]] = row["value"]
    for name, cell in named.items():
        values = vocabulary.fields[name].values if name in vocabulary.fields else {}
        for value in (value for value in split(cell) if value not in values):
            yield fault("stranger-in-enum", place, value=value, field=name, hint=Hint.nearest(value, values))
    if row.get("measure"):
        yield from _fields((row["measure"],), place, vocabulary)
    for name in NUMBERS:
        if row.get(name) and not _is_number(row[name]):
            yield fault("threshold-not-number", place, value=row[name])
    if row.get("from"):
        try:
            PartialDate.parse(row["from"])
        except ValueError as error:
            yield fault("wrong-value", place, value=row["from"], why=str(error))


def _formula(row: Row, place: Place, vocabulary: Vocabulary) -> Iterator[Fault]:
    yield from _fields((row["field"], *split(row["times"]), *split(row["over"])), place, vocabulary)
    above, _, below = row["factor"].partition("/")
    if not (_is_number(above) and _is_number(below or "1") and float(below or "1")):
        yield fault("threshold-not-number", place, value=row["factor"])


def _fields(names: tuple[str, ...], place: Place, vocabulary: Vocabulary) -> Iterator[Fault]:
    quantities = [name for name, field in vocabulary.fields.items() if field.kind == "quantity"]
    for name in (name for name in names if name not in quantities):
        yield fault("unknown-field", place, value=name, hint=Hint.nearest(name, quantities))


def _circles(catalogs: Catalogs) -> Iterator[Fault]:
    needs: dict[str, set[str]] = {}
    places: Mapping[str, Place] = {}
    if FORMULAS in catalogs.tables:
        rows = catalogs.rows(FORMULAS)
        places = dict(zip((row["field"] for row in rows), catalogs.places[FORMULAS], strict=True))
        for row in rows:
            needs.setdefault(row["field"], set()).update(split(row["times"]), split(row["over"]))
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = error.args[1]
        yield fault("circular-formulas", places[circle[0]], value=", ".join(circle))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
