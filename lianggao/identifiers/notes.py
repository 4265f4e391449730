"""The notes on the identifiers of a whole list, each distinct cell looked at once.

Only rows that have something to tell cost a note; what was told of a cell when it was read is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import numpy as np
import pyarrow as pa

from lianggao.coded_texts import Coded, coded
from lianggao.facts import Facts, Notes
from lianggao.identifiers import project_code, uscc
from lianggao.identifiers.divisions import Divisions
from lianggao.identifiers.whole_columns import good_project_codes, good_usccs
from lianggao.noting import remarked
from lianggao.recognition import counties_of
from lianggao.recognition.remarks import Remark, clip
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Bools, Ints, Known

Remarks = Sequence[Remark]


def identifier_notes(facts: Facts, catalogs: Catalogs, today: date) -> Notes:
    """Return what is doubtful about codes of projects and firms, and counties stated that the place contradicts.

    `today` is a day that no project code can be later than. The notes are in the order of the rows, and carry the
    text of their cell except where it looks like a person's number.
    """
    looks = (_of_usccs(facts), _of_project_codes(facts, catalogs, today), _of_counties(facts, catalogs))
    return sum((notes for look in looks for notes in look), Notes()).by_row()


def _of_usccs(facts: Facts) -> Iterator[Notes]:
    field = uscc.FIELD
    if (found := coded(facts.texts, field)) is not None:
        codes, values = _asked(found, ~good_usccs(found.texts))
        codes = _without_lost(facts, field, codes)
        yield _noted(codes, {at: uscc.uscc_remarks(text) for at, text in enumerate(values) if text}, values, field)


def _asked(found: Coded, asked: Bools) -> tuple[Ints, list[str]]:
    """Return the distinct texts that have to be read one by one, and which of them each row has, -1 for none."""
    number = np.where(asked, np.cumsum(asked) - 1, -1)
    return np.append(number, -1)[found.codes], found.texts.filter(pa.array(asked)).to_pylist()


def _without_lost(facts: Facts, field: str, codes: Ints) -> Ints:
    """Return the codes with none for the cells of which it is told already that their digits are lost."""
    lost = facts.notes.having("code", "digits-lost").having("field", field).rows
    return np.where(np.isin(np.arange(len(codes)), lost), -1, codes) if len(lost) else codes


def _of_project_codes(facts: Facts, catalogs: Catalogs, today: date) -> Iterator[Notes]:
    field = project_code.FIELD
    if (found := coded(facts.texts, field)) is None:
        return
    divisions, counties = Divisions(catalogs), counties_of(facts, catalogs)
    members = [_members(row, divisions.places.domain) for row in counties.sets]
    good, regions_of = good_project_codes(found.texts, today)
    rows = np.flatnonzero(np.append(good, False)[found.codes])
    width = max(len(members), 1)
    keys, of_row = np.unique(regions_of[found.codes[rows]] * width + counties.index[rows], return_inverse=True)
    doubtful = [bool(divisions.remarks("", f"{key // width:06}", members[key % width])) for key in keys.tolist()]
    good[found.codes[rows[np.array(doubtful, dtype=bool)[of_row.ravel()]]]] = False
    codes, values = _asked(found, ~good)
    read = [project_code.read_project_codes(text, today) if text else () for text in values]
    problems = {at: [p for code in one for p in code.problems] for at, one in enumerate(read)}
    yield _noted(_without_lost(facts, field, codes), problems, values, field)
    regions = [[(code.given, code.region) for code in one if code.region] for one in read]
    if any(regions):
        pairs, places = _pairs(codes, counties)
        doubts = {
            at: [r for given, region in regions[code] for r in divisions.remarks(given, region, members[place])]
            for at, (code, place) in enumerate(places)
        }
        yield _noted(_without_lost(facts, field, pairs), doubts, [values[code] for code, _ in places], field)


def _of_counties(facts: Facts, catalogs: Catalogs) -> Iterator[Notes]:
    """Compare counties that the list states with where its places lie."""
    stated = facts.choices.get("county")
    if stated is None or "place" not in facts.texts:
        return
    places = Divisions(catalogs).places
    labels = {row["county"]: row["label"] for row in catalogs.rows("regions/counties")}
    codes, values = _distinct(facts, "place")
    pairs, keys = _pairs(codes, stated)
    doubts: dict[int, Remarks] = {}
    for at, (code, place) in enumerate(keys):
        members = _members(stated.sets[place], places.domain)
        if not members & places.read(values[code]).counties:
            where = "、".join(labels[county] for county in sorted(members))
            why = f"地点“{clip(values[code])}”与所填的县（市、区）“{where}”不一致，按后者计，请核对"
            doubts[at] = [Remark("place-conflict", "place", why)]
    yield _noted(pairs, doubts, [values[code] for code, _ in keys], "place")


def _distinct(facts: Facts, field: str) -> tuple[Ints, list[str]]:
    found = coded(facts.texts, field)
    assert found is not None, "asked for a field that is not stated"
    return found.codes.astype(np.int64), found.values


def _pairs(codes: Ints, known: Known) -> tuple[Ints, list[tuple[int, int]]]:
    """Number the distinct pairs of a cell and a set of counties, -1 for a row whose cell is not asked about."""
    width, rows = max(len(known.sets), 1), np.flatnonzero(codes >= 0)
    keys, index = np.unique(codes[rows] * width + known.index[rows], return_inverse=True)
    pairs = np.full(len(codes), -1, dtype=np.int64)
    pairs[rows] = index.ravel()
    return pairs, [divmod(key, width) for key in keys.tolist()]


def _members(row: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], domain: Sequence[str]) -> frozenset[str]:
    return frozenset(domain[at] for at in np.flatnonzero(row).tolist())


def _noted(codes: Ints, remarks: Mapping[int, Remarks], values: Sequence[str], field: str) -> Notes:
    """Return the notes of distinct cells; the text of one that looks like a person's number is left out."""
    personal = {at for at, found in remarks.items() if any(remark.code == uscc.PERSONAL for remark in found)}
    return remarked(codes, remarks, field, ["" if at in personal else value for at, value in enumerate(values)])
