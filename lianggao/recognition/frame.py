"""Recognise a whole list at once: what each project is and where it stands, as columns of the facts frame.

Lists repeat themselves, so each distinct combination of cells is read once and spread over its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from lianggao.facts import Facts, Note
from lianggao.recognition.activities import Activities, Evidence
from lianggao.recognition.names import without_firms
from lianggao.recognition.natures import Natures
from lianggao.recognition.places import Places
from lianggao.recognition.remarks import Remark
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Known

Ints = npt.NDArray[np.int64]
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
TABLES = ("counties", "cities", "successors", "aliases", "provinces")


def recognise_choices(facts: Facts, catalogs: Catalogs) -> Facts:
    """Return the facts with the choices `activity`, `county` and `construction_nature`, and notes on their reading.

    What the list states of a choice itself is taken as it is; only rows where it is open are read.
    """
    activities, natures, places = _readers(catalogs)

    def read_activity(cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        reading = activities.read(Evidence(*cells))
        return reading.activities, reading.remarks

    def read_county(cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        reading = places.read(*cells)
        return reading.counties, reading.remarks

    def read_nature(cells: tuple[str, ...]) -> tuple[frozenset[str], Sequence[Remark]]:
        name, content, owner = cells
        return natures.read(without_firms(name, owner), without_firms(content, owner))

    activity, activity_notes = _read(facts, "activity", FIELDS, activities.domain, read_activity)
    county, county_notes = _read(facts, "county", ("place",), places.domain, read_county)
    nature, nature_notes = _read(
        facts, "construction_nature", ("project_name", "content", "owner"), natures.domain, read_nature
    )
    return facts.adding(
        choices={"activity": activity, "county": county, "construction_nature": nature},
        notes=(*activity_notes, *county_notes, *nature_notes),
    )


def places_of(catalogs: Catalogs) -> Places:
    """Return the reader of places of a law's catalogs."""
    return _readers(catalogs)[2]


def counties_of(facts: Facts, catalogs: Catalogs) -> Known:
    """Return the counties still possible, as stated or else as the place is read, in the order of the domain."""
    places = places_of(catalogs)
    return _read(facts, "county", ("place",), places.domain, lambda cells: (places.read(*cells).counties, ()))[0]


@lru_cache(maxsize=4)
def _readers(catalogs: Catalogs) -> tuple[Activities, Natures, Places]:
    """Return the readers of a law's catalogs, made once."""
    natures = Natures(catalogs.rows("vocabulary/nature-words"), catalogs.rows("vocabulary/enumerations"))
    return Activities(catalogs), natures, Places(*(catalogs.rows(f"regions/{table}") for table in TABLES))


def _read(
    facts: Facts, choice: str, fields: Sequence[str], domain: Sequence[str], reader: Reader
) -> tuple[Known, list[Note]]:
    """Read each distinct combination of the fields once; rows whose choice is stated keep it."""
    stated = facts.choices.get(choice)
    is_open = np.ones(facts.rows, dtype=bool)
    if stated is not None:
        is_open = np.asarray(stated.sets.all(axis=1))[stated.index]
    columns = [facts.texts.get(name) for name in fields]
    combination, first = _combinations(columns, facts.rows)
    needed = np.unique(combination[is_open])
    blank = [""] * len(needed)
    cells = [blank if column is None else column.iloc[first[needed]].tolist() for column in columns]
    readings = [reader(key) for key in zip(*cells, strict=True)]
    places = {value: place for place, value in enumerate(domain)}
    sets = np.zeros((len(first) if len(first) else 1, len(domain)), dtype=bool)
    for row, (values, _) in zip(needed.tolist(), readings, strict=True):
        sets[row, [places[value] for value in values]] = True
    known = Known.of_rows(sets)
    known = Known(known.sets, known.index[combination])
    if stated is not None:
        index = np.where(is_open, known.index, stated.index + len(known.sets))
        known = Known(np.vstack([known.sets, stated.sets]), index)
    remarks = {row: found for row, (_, found) in zip(needed.tolist(), readings, strict=True) if found}
    return known, _notes(remarks, combination, is_open)


def _combinations(columns: Iterable[pd.Series[str] | None], rows: int) -> tuple[Ints, Ints]:
    """Number the distinct combinations of cells; return the number of each row, and a row of each number."""
    keys = np.zeros(rows, dtype=np.int64)
    count = 1
    for column in columns:
        if column is None:
            continue
        codes, values = pd.factorize(column, use_na_sentinel=False)
        if len(values) > 1:
            keys, distinct = pd.factorize(keys * len(values) + codes)
            count = len(distinct)
    first = np.zeros(count if rows else 0, dtype=np.int64)
    first[keys[::-1]] = np.arange(rows)[::-1]
    return keys, first


def _notes(remarks: dict[int, Sequence[Remark]], combination: Ints, is_open: npt.NDArray[np.bool_]) -> list[Note]:
    """Tie remarks to the rows that they are about, in the order of the rows."""
    noted = np.isin(combination, list(remarks)) & is_open
    rows = np.flatnonzero(noted)
    keys = combination[rows].tolist()
    return [
        Note(row, remark.field, remark.code, remark.text)
        for row, key in zip(rows.tolist(), keys, strict=True)
        for remark in remarks[key]
    ]
