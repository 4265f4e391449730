"""Recognise a whole list at once: what each project is and where it stands, as columns of the facts frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from lianggao.coded_texts import coded
from lianggao.facts import Facts, Notes
from lianggao.noting import remarked
from lianggao.recognition.activities import Activities
from lianggao.recognition.columns import OWNED, SAID, Columns, Readings
from lianggao.recognition.natures import Natures
from lianggao.recognition.place_column import PlaceColumn
from lianggao.recognition.places import Places
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Bools, Known
from lianggao.tables.numbering import numbered

REMEMBERED = 1 << 18
"""So many readings are kept from one list, or part of a list, to the next."""
CHOICES = ("activity", "county", "construction_nature")
TABLES = ("counties", "cities", "successors", "aliases", "provinces")


def recognise_choices(facts: Facts, catalogs: Catalogs) -> Facts:
    """Return the facts with the choices `activity`, `county` and `construction_nature`, and notes on their reading.

    What the list states of a choice itself is taken as it is; only rows where it is open are read.
    """
    readers, texts = _readers(catalogs), facts.texts
    columns, rows = readers.columns, {name: _open(facts, name) for name in CHOICES}
    asked = [name for name in CHOICES if name not in facts.choices or rows[name].any()]
    said = columns.said(texts, facts.rows, SAID if "activity" in asked else OWNED if asked else ())
    readings: dict[str, Callable[[Bools], Readings]] = {
        "activity": lambda where: columns.activities(texts, said, where),
        "county": lambda where: readers.counties(facts, where),
        "construction_nature": lambda where: columns.natures(said, where),
    }
    read = {name: readers.known(name, facts, rows[name], readings[name](rows[name])) for name in asked}
    notes = sum((told for _, told in read.values()), Notes())
    return facts.adding({name: known for name, (known, _) in read.items()}, notes=notes)


def places_of(catalogs: Catalogs) -> Places:
    """Return the reader of places of a law's catalogs."""
    return _readers(catalogs).places


def counties_of(facts: Facts, catalogs: Catalogs) -> Known:
    """Return the counties still possible, as stated or else as the place is read, in the order of the domain."""
    is_open, readers = _open(facts, "county"), _readers(catalogs)
    return readers.known("county", facts, is_open, readers.counties(facts, is_open))[0]


class _Readers:
    """The readers of a law's catalogs, and what they remember."""

    def __init__(self, catalogs: Catalogs) -> None:
        self.places = Places(*(catalogs.rows(f"regions/{table}") for table in TABLES))
        self._activities = Activities(catalogs)
        self._natures = Natures(catalogs.rows("vocabulary/nature-words"), catalogs.rows("vocabulary/enumerations"))
        domains = (self._activities.domain, self.places.domain, self._natures.domain)
        self._places = {
            name: {value: place for place, value in enumerate(domain)}
            for name, domain in zip(CHOICES, domains, strict=True)
        }
        self.forget()

    def __len__(self) -> int:
        """Return how many readings are remembered."""
        return len(self.columns) + len(self._counties)

    def forget(self) -> None:
        """Begin anew to remember what is read."""
        self.columns, self._counties = Columns(self._activities, self._natures), PlaceColumn(self.places)

    def counties(self, facts: Facts, where: Bools) -> Readings:
        """Read where the projects of some rows stand."""
        column = coded(facts.texts, "place")
        if column is None:
            of_text, readings = self._counties.of_texts([""])
            of_row = np.repeat(of_text, np.count_nonzero(where))
        else:
            of_text, readings = self._counties.read(column)
            of_row = of_text[column.codes if where.all() else column.codes[where]]
        found, numbers = numbered(of_row, len(readings))
        return numbers, [(readings[at].counties, readings[at].remarks) for at in found.tolist()]

    def known(self, name: str, facts: Facts, where: Bools, read: Readings) -> tuple[Known, Notes]:
        """Return a choice as it was read for some rows and stated for the others, and the notes on the reading."""
        of_row, readings = read
        places = self._places[name]
        sets = np.zeros((max(len(readings), 1), len(places)), dtype=bool)
        for row, (values, _) in enumerate(readings):
            sets[row, [places[value] for value in values]] = True
        known = Known.of_rows(sets)
        remarks = {at: found for at, (_, found) in enumerate(readings) if found}
        if where.all():
            return Known(known.sets, known.index[of_row]), remarked(of_row, remarks, "")
        stated = facts.choices[name]
        index, cells = stated.index + len(known.sets), np.full(facts.rows, -1)
        index[where], cells[where] = known.index[of_row], of_row
        return Known(np.vstack([known.sets, stated.sets]), index), remarked(cells, remarks, "")


def _open(facts: Facts, choice: str) -> Bools:
    """Return the rows of which the list states nothing of a choice."""
    stated = facts.choices.get(choice)
    return np.ones(facts.rows, dtype=bool) if stated is None else np.asarray(stated.sets.all(axis=1))[stated.index]


@lru_cache(maxsize=4)
def _made(catalogs: Catalogs) -> _Readers:
    return _Readers(catalogs)


def _readers(catalogs: Catalogs) -> _Readers:
    """Return the readers of a law's catalogs, made once."""
    readers = _made(catalogs)
    if len(readers) > REMEMBERED:
        readers.forget()
    return readers
