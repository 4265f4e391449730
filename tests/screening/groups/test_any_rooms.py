"""Random lists: what is said to exceed an energy room does so in every world, and what is not said in none."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from listing import EQUIVALENT, SITE, screened
from plain_rooms import Ends, Row, always_exceeds, ends, may_exceed, merged, stated_room

from lianggao.rulebook import load_law
from lianggao.screening import Screening
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups import read_rooms
from lianggao.screening.groups.energy_room import energy_rooms
from lianggao.screening.groups.figures import Statements
from lianggao.screening.groups.keys import keys_of

YUZHOU, CHANGGE, WANCHENG = "411081", "411082", "411302"
CITY = {"411002", "411003", "411024", "411025", YUZHOU, CHANGGE}
"""许昌市."""
FIGURES = ("0", "0.1", "3333.3", "3333.4", "4166.23", "4359.12", "1474.65", "5000", "10000", "20000.0000001")
STATED = st.one_of(
    st.none(),
    st.sampled_from([(figure, figure) for figure in FIGURES]),
    st.sampled_from([("4000", "6000"), ("0", "3333.3"), ("9999.9", "10000")]),
)
ROW = st.builds(
    Row,
    name=st.sampled_from(["", "一线", "二线"]),
    code=st.sampled_from(["", "", "2509-320193-89-01-544060", "2411-130202-89-01-637015"]),
    counties=st.sampled_from([(YUZHOU,), (YUZHOU,), (CHANGGE,), (WANCHENG,), (YUZHOU, CHANGGE), (YUZHOU, WANCHENG)]),
    stages=st.sampled_from(
        [("proposed",), ("proposed",), ("under_construction",), ("existing",), ("signing", "existing")]
    ),
    new=st.sampled_from([True, True, False]),
    whole=STATED,
    added=st.one_of(st.none(), STATED),
    room=STATED,
)
LISTS = st.lists(ROW, min_size=1, max_size=4)
ALONE = LISTS.map(lambda rows: [row._replace(name="", code="") for row in rows])
"""Lists in which nothing looks like the same project twice, so that what is said is exact."""


def screen(rows: list[Row]) -> Screening:
    return screened([_stated(row) for row in rows])


def _stated(row: Row) -> dict[str, Any]:
    nature = "new_build" if row.new else ["new_build", "expansion"]
    texts = {"project_name": row.name, "project_code": row.code, "place": "", "county": list(row.counties)}
    named = ((EQUIVALENT, row.whole), ("added_energy_equivalent_tce", row.added), ("energy_room_tce", row.room))
    figures = {name: None if said is None else (float(said[0]), float(said[1])) for name, said in named}
    return {**SITE, **texts, **figures, "stage": list(row.stages), "construction_nature": nature}


def by_place(groups: tuple[GroupFinding, ...]) -> dict[str, GroupFinding]:
    found = [group for group in groups if group.kind == "energy-room"]
    assert all(group.room for group in found)
    places = {group.room.place: group for group in found if group.room}
    assert len(places) == len(found)
    return places


def check(rows: list[Row], place: set[str], room: Ends, found: GroupFinding | None) -> None:
    """Hold a finding, or that there is none, against every world."""
    exact = len(merged(rows, only_codes=False)) == len(rows)
    if found is None:
        assert not may_exceed(rows, place, room, len(rows))
        return
    assert found.room
    inside = [at for at, row in enumerate(rows, 1) if set(row.counties) <= place and row.stages != ("existing",)]
    assert found.rows == tuple(inside)
    first = found.room.first_row
    if found.status == "certain":
        assert always_exceeds(rows, place, room, first)
        assert always_exceeds(rows, place, room, len(rows))
        assert not exact or not always_exceeds(rows, place, room, first - 1)
    else:
        assert not may_exceed(rows, place, room, first - 1)
        assert not exact or may_exceed(rows, place, room, first)
        assert not exact or not always_exceeds(rows, place, room, len(rows))


@settings(max_examples=60)
@given(st.one_of(LISTS, ALONE))
def test_a_stated_room_is_exceeded_as_every_world_has_it(rows: list[Row]) -> None:
    found = by_place(screen(rows).groups)
    rooms = {county: stated_room(rows, county) for county in (YUZHOU, CHANGGE, WANCHENG)}
    assert set(found) <= {county for county, room in rooms.items() if room}
    for county, room in rooms.items():
        if room:
            check(rows, {county}, room, found.get(county))


@settings(max_examples=40)
@given(st.one_of(LISTS, ALONE), st.sampled_from(FIGURES))
def test_the_room_of_a_city_is_for_all_its_projects_and_counts_before_the_column(rows: list[Row], left: str) -> None:
    law, screening = load_law(), screen(rows)
    rooms = read_rooms([("许昌市", left)], law)
    stated = screening.display.stated
    found = by_place(
        energy_rooms(Statements(stated, law.vocabulary), screening.facts, keys_of(stated, law.vocabulary), rooms)
    )
    assert set(found) <= {"411000", WANCHENG}
    check(rows, CITY, ends((left, left)), found.get("411000"))


@settings(max_examples=8)
@given(ALONE, STATED)
def test_a_room_changes_nothing_but_what_is_found_about_groups(rows: list[Row], room: Any) -> None:
    with_room, without = (screen([row._replace(room=left) for row in rows]) for left in (room, None))
    assert all(group.kind != "energy-room" for group in without.groups)
    shown = [each.columns("en")[["determination", "review_development"]].to_dict() for each in (with_room, without)]
    # The requirement of the row's own room is another matter, and is told with the row.
    assert shown[0]["determination"] == shown[1]["determination"]
