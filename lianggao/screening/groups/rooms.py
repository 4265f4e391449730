"""The energy room (剩余用能空间) of counties and cities: as an option gives it, else as a list's own column has it.

The option counts before the column: for its counties, and for every county of its cities.
"""

from __future__ import annotations

import math
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from typing import Literal, NamedTuple

import numpy as np

from lianggao.errors import Fault, InputError, fault
from lianggao.facts import Facts, Span
from lianggao.quantities import read_energy
from lianggao.rulebook import Law
from lianggao.screening.groups.places import cities_of
from lianggao.tables.known import Ints
from lianggao.vocabulary import Vocabulary

ROOM = "energy_room_tce"


class Room(NamedTuple):
    """What is left in one place, from `low` to `high` tonnes of standard coal (等价值).

    `at` is the county or city as a place in the order of the vocabulary; `agreed` is false where rows of a list state
    different figures for it.
    """

    level: Literal["county", "city"]
    at: int
    code: str
    label: str
    low: float
    high: float
    agreed: bool = True


def read_rooms(given: Iterable[tuple[str, float | str]], law: Law) -> tuple[Room, ...]:
    """Read rooms given as pairs of place and figure: a division code or Chinese name, and tonnes or a text with a unit.

    Raises InputError: `energy-room-place-unknown`, `energy-room-twice`, `energy-room-unreadable`.

    >>> from lianggao.rulebook import load_law
    >>> [room] = read_rooms([("禹州市", "5万吨标准煤")], load_law())
    >>> room.code, room.label, room.low, room.high
    ('411081', '许昌市禹州市', 50000.0, 50000.0)
    """
    places = _places(law)
    faults: list[Fault] = []
    found: dict[str, tuple[str, Room]] = {}
    for name, figure in given:
        ends, place = _ends(figure), places.get(_plain(str(name)))
        if place is None:
            faults.append(fault("energy-room-place-unknown", value=name))
        elif place.code in found:
            faults.append(fault("energy-room-twice", value=name, other=found[place.code][0]))
        elif ends is None:
            faults.append(fault("energy-room-unreadable", value=figure, where=name))
        else:
            found[place.code] = name, place._replace(low=ends[0], high=ends[1])
    if faults:
        raise InputError(faults)
    return tuple(room for _, room in sorted(found.values(), key=lambda named: named[1][:2]))


def pairs_of(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Part texts such as `411081=50000` into place and figure. Raises InputError `energy-room-not-a-pair`."""
    parted = [(text, *(part.strip() for part in text.replace("＝", "=", 1).partition("="))) for text in texts]
    if faults := [fault("energy-room-not-a-pair", value=text) for text, name, equals, _ in parted if not equals]:
        raise InputError(faults)
    return [(name, figure) for _, name, _, figure in parted]


def rooms_in(facts: Facts, county: Ints, vocabulary: Vocabulary, given: Sequence[Room]) -> list[Room]:
    """Return the rooms that are given and, for all other counties, those that a list states; `county` is of each row.

    Rows that differ leave everything from the least to the most possible.
    """
    span, size = facts.span(ROOM), len(vocabulary["county"].values)
    rows = np.flatnonzero(span.stated & (county >= 0))
    least, most = np.full((2, size), np.inf), np.full((2, size), -1.0)
    for end, figures in enumerate((span.low, span.high)):
        np.minimum.at(least[end], county[rows], figures[rows])
        np.maximum.at(most[end], county[rows], figures[rows])
    agreed, city = (least == most).all(axis=0), cities_of(vocabulary)
    named = {room[:2] for room in given}
    stated = [
        _county(vocabulary, at)._replace(low=float(least[0, at]), high=float(most[1, at]), agreed=bool(agreed[at]))
        for at in np.unique(county[rows]).tolist()
        if not named & {("county", at), ("city", int(city[at]))}
    ]
    return sorted((*stated, *given), key=lambda room: room[:2])


def with_rooms(facts: Facts, given: Sequence[Room]) -> Facts:
    """Return the facts with the rooms that are given for the counties of the rows, which count before the column.

    A city's room is for no county alone and stays with the findings about the whole list.
    """
    known = facts.choices.get("county")
    named = {room.at: room for room in given if room.level == "county"}
    if known is None or not named:
        return facts
    only = np.where(known.sets.sum(axis=1) == 1, known.sets.argmax(axis=1), -1)[known.index]
    span = facts.span(ROOM)
    low, high = span.low.copy(), span.high.copy()
    for at, room in named.items():
        low[only == at], high[only == at] = room.low, room.high
    return facts.adding(quantities={ROOM: Span(low, high)})


def _places(law: Law) -> Mapping[str, Room]:
    """Return every county and city by its code and its names; a city that is one county is that county."""
    vocabulary = law.vocabulary
    counties = [_county(vocabulary, at) for at, code in enumerate(vocabulary["county"].values) if code.isdigit()]
    known = {room.code: room for room in counties}
    codes = {row["city"]: row["code"] for row in law.catalogs.rows("regions/cities")}
    labels = vocabulary["city"].values
    cities = [Room("city", at, codes[city], labels[city], 0.0, math.inf) for at, city in enumerate(labels)]
    named: dict[str, list[Room]] = {}
    for room in (*counties, *(city for city in cities if city.code and city.code not in known)):
        short = vocabulary["county"].values[room.code] if room.level == "county" else room.label
        for name in dict.fromkeys((room.code, room.label, short)):
            named.setdefault(name, []).append(room)
    return {name: rooms[0] for name, rooms in named.items() if len(rooms) == 1}


def _county(vocabulary: Vocabulary, at: int) -> Room:
    code, label = list(vocabulary["county"].values.items())[at]
    city = vocabulary["city"].values[vocabulary["city"].of_base[code]]
    return Room("county", at, code, label if label == city else city + label, 0.0, math.inf)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _ends(figure: float | str) -> tuple[float, float] | None:
    """Return a figure as an interval, None where it is no amount of energy on the equivalent basis."""
    if isinstance(figure, str):
        reading = read_energy(figure, "吨标准煤", "equivalent")["equivalent"]
        return (reading.low, reading.high) if reading.known else None
    if isinstance(figure, bool) or not isinstance(figure, Real) or not 0 <= figure <= sys.float_info.max:
        return None
    return float(figure), float(figure)
