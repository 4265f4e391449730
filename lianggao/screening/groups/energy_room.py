"""Whether the projects of a list together still fit into the energy room of their county or city.

What a project takes of the room is what it adds: all its energy where it is a new build, nothing where it exists
already. Whatever the list leaves open of that, stage, nature or figure, goes into the total as an interval; so that it
certainly exceeds the room only where it does however the open facts turn out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from lianggao.facts import Facts, Floats
from lianggao.screening.group import EnergyRoom, GroupFinding
from lianggao.screening.groups.demands import ADDED, Demands, demands_of
from lianggao.screening.groups.figures import Statements
from lianggao.screening.groups.keys import Keys
from lianggao.screening.groups.places import cities
from lianggao.screening.groups.room_telling import Exceeded, room_text
from lianggao.screening.groups.rooms import ROOM, Room, rooms_in
from lianggao.screening.groups.running import Running
from lianggao.tables.known import Ints


def energy_rooms(said: Statements, known: Facts, keys: Keys, given: Sequence[Room] = ()) -> Iterator[GroupFinding]:
    """Yield a finding for each place whose total exceeds its room or may; `given` rooms count before stated ones.

    `said` is about the recognised facts and `known` are the same narrowed.
    """
    stated, vocabulary = said.facts, said.vocabulary
    if not given and ROOM not in stated.quantities:
        return
    rooms = rooms_in(stated, keys.county, vocabulary, given)
    if not rooms:
        return
    demands = demands_of(stated, known, keys, vocabulary)
    places = {"county": keys.county}
    if any(room.level == "city" for room in rooms):
        places["city"] = cities(stated, vocabulary)
    entered = {level: _entered(demands, place) for level, place in places.items()}
    for room in rooms:
        rows = np.flatnonzero(places[room.level] == room.at)
        if found := _exceeded(room, rows, entered[room.level], demands):
            yield _finding(said, found)


class Entered(NamedTuple):
    """What enters the running totals of all places: sorted by `place` and by the `row` with which it enters."""

    place: Ints
    row: Ints
    figure: Floats

    @classmethod
    def of(cls, entries: pd.DataFrame) -> Entered:
        """Sort what enters."""
        ordered = entries.sort_values(["place", "row"], kind="stable")
        return cls(*(ordered[name].to_numpy() for name in ("place", "row", "figure")))

    def at(self, place: int) -> tuple[Ints, Floats]:
        """Return what enters at one place, rows and figures."""
        own = slice(*np.searchsorted(self.place, [place, place + 1]).tolist())
        return self.row[own], self.figure[own]


def _entered(demands: Demands, place: Ints) -> tuple[Entered, Entered]:
    """Return the least and the most that enters the totals.

    The least of a project enters when all that may be projects of their own are there, so that it does not matter
    which are the same, and the most with its first row. The same project in two places is certainly in neither.
    """
    rows = np.flatnonzero(place >= 0)
    every = pd.DataFrame({"place": place[rows], "row": rows, "project": demands.project[rows]})
    starts = every[~every.assign(code=demands.same_code[rows]).duplicated(["place", "code"])]
    first, last = (starts.drop_duplicates(["place", "project"], keep=end) for end in ("first", "last"))
    apart = last.duplicated("project", keep=False)
    least = last.assign(figure=np.where(apart, 0.0, demands.low[last["row"]]))
    own = np.flatnonzero(demands.same_code == np.arange(len(place)))
    pieces = pd.DataFrame({"project": demands.project[own], "figure": demands.high[own]})
    return Entered.of(least), Entered.of(first.merge(pieces, on="project"))


def _exceeded(room: Room, rows: Ints, entered: tuple[Entered, Entered], demands: Demands) -> Exceeded | None:
    """Return where the total of some rows of a place exceeds its room, None where it certainly does not."""
    (low_rows, low), (high_rows, high) = (each.at(room.at) for each in entered)
    # Sums of floats are only a first look; what comes near is added up exactly.
    if not high.sum() > room.low * (1 - 1e-9):
        return None
    least, most = Running.of(low), Running.of(high)
    over, may = least.beyond(room.high), most.beyond(room.low)
    if not may.any():
        return None
    certain = bool(over.any())
    first = int(low_rows[over.argmax()] if certain else high_rows[may.argmax()])
    counted = rows[demands.counted[rows]]
    return Exceeded(room, certain, counted, first, least.last, most.last, demands)


def _finding(said: Statements, found: Exceeded) -> GroupFinding:
    room = found.room
    return GroupFinding(
        kind="energy-room",
        status="certain" if found.certain else "possible",
        by=room.level,
        rows=said.rows(found.rows),
        sentence=room_text(said, found),
        field=ADDED,
        low=found.low,
        high=None if np.isinf(found.high) else found.high,
        room=EnergyRoom(
            place=room.code,
            low=room.low,
            high=None if np.isinf(room.high) else room.high,
            first_row=said.rows(np.array([found.first]))[0],
        ),
    )
