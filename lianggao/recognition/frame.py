"""Recognise a whole list at once: what each project is and where it stands, as columns of the facts frame.

Lists repeat themselves, so each distinct combination of cells is read once and spread over its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from lianggao.coded_texts import Combinations, coded
from lianggao.facts import Facts, Notes
from lianggao.noting import remarked
from lianggao.recognition.activities import Activities, Evidence
from lianggao.recognition.names import without_firms
from lianggao.recognition.natures import Natures
from lianggao.recognition.places import Places
from lianggao.recognition.remarks import Remark
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Ints, Known

Reader = Callable[[tuple[str, ...]], tuple[frozenset[str], Sequence[Remark]]]

# The facts that `Evidence` holds, in its order.
FIELDS = (
    "industry_code",
    "industry_code_edition",
    "industry_text",
    "products",
    "process",
    "content",
    "project_name",
    "owner",
)
REMEMBERED = 1 << 13
"""So many readings are kept; a long list has fewer different projects than that, or no two alike."""
TABLES = ("counties", "cities", "successors", "aliases", "provinces")


def recognise_choices(facts: Facts, catalogs: Catalogs) -> Facts:
    """Return the facts with the choices `activity`, `county` and `construction_nature`, and notes on their reading.

    What the list states of a choice itself is taken as it is; only rows where it is open are read.
    """
    readers = _readers(catalogs)
    activity, activity_notes = _read(facts, "activity", FIELDS, readers.activities.domain, readers.activity)
    county, county_notes = _read(facts, "county", ("place",), readers.places.domain, readers.county)
    nature, nature_notes = _read(
        facts, "construction_nature", ("project_name", "content", "owner"), readers.natures.domain, readers.nature
    )
    return facts.adding(
        choices={"activity": activity, "county": county, "construction_nature": nature},
        notes=activity_notes + county_notes + nature_notes,
    )


def places_of(catalogs: Catalogs) -> Places:
    """Return the reader of places of a law's catalogs."""
    return _readers(catalogs).places


def counties_of(facts: Facts, catalogs: Catalogs) -> Known:
    """Return the counties still possible, as stated or else as the place is read, in the order of the domain."""
    places = places_of(catalogs)
    return _read(facts, "county", ("place",), places.domain, lambda cells: (places.read(*cells).counties, ()))[0]


class _Readers:
    """The readers of a law's catalogs. What a list repeats in its next part is not read again."""

    def __init__(self, catalogs: Catalogs) -> None:
        self.activities = Activities(catalogs)
        self.natures = Natures(catalogs.rows("vocabulary/nature-words"), catalogs.rows("vocabulary/enumerations"))
        self.places = Places(*(catalogs.rows(f"regions/{table}") for table in TABLES))
        self.activity: Reader = lru_cache(maxsize=REMEMBERED)(self._activity)
        self.nature: Reader = lru_cache(maxsize=REMEMBERED)(self._nature)

    def _activity(self, cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        reading = self.activities.read(Evidence(*cells))
        return reading.activities, reading.remarks

    def county(self, cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        """Read where a project stands."""
        reading = self.places.read(*cells)
        return reading.counties, reading.remarks

    def _nature(self, cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        name, content, owner = cells
        return self.natures.read(without_firms(name, owner), without_firms(content, owner))


@lru_cache(maxsize=4)
def _readers(catalogs: Catalogs) -> _Readers:
    """Return the readers of a law's catalogs, made once."""
    return _Readers(catalogs)


def _read(
    facts: Facts, choice: str, fields: Sequence[str], domain: Sequence[str], reader: Reader
) -> tuple[Known, Notes]:
    """Read each distinct combination of the fields once; rows whose choice is stated keep it."""
    stated = facts.choices.get(choice)
    is_open = None if stated is None else np.asarray(stated.sets.all(axis=1))[stated.index]
    if is_open is not None and is_open.all():
        is_open = None
    read = Combinations.of([coded(facts.texts, name) for name in fields], facts.rows, is_open)
    readings = [reader(texts) for texts in read.texts]
    known = _known(readings, read.of_row, domain)
    remarks = {at: found for at, (_, found) in enumerate(readings) if found}
    if stated is None or is_open is None:
        return known, remarked(read.of_row, remarks, "")
    index, cells = stated.index + len(known.sets), np.full(facts.rows, -1)
    index[is_open], cells[is_open] = known.index, read.of_row
    return Known(np.vstack([known.sets, stated.sets]), index), remarked(cells, remarks, "")


def _known(readings: Sequence[tuple[frozenset[str], object]], of_row: Ints, domain: Sequence[str]) -> Known:
    """Give each row the set that its combination was read as."""
    places = {value: place for place, value in enumerate(domain)}
    sets = np.zeros((max(len(readings), 1), len(domain)), dtype=bool)
    for row, (values, _) in enumerate(readings):
        sets[row, [places[value] for value in values]] = True
    known = Known.of_rows(sets)
    return Known(known.sets, known.index[of_row])
