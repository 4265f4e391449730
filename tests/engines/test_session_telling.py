"""Telling a session: what it takes, what it refuses, and the short ways in which the other tests tell it things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from lianggao.engines.following import Arrival, Consequence, Session
from lianggao.errors import InputError
from lianggao.screening import ProjectScreening

pytestmark = pytest.mark.usefixtures("durable")
Told = dict[str, Any]

CLINKER = {"products": "水泥熟料5000吨/日", "place": "许昌市禹州市", "construction_nature": "新建"}


def fact(id: str, at: str, field: str, value: object) -> Told:
    """Return a stated fact as it is told."""
    return {"id": id, "at": at, "event": "fact", "field": field, "value": value}


def happens(id: str, at: str, event: str, **more: object) -> Told:
    """Return any other event as it is told."""
    return {"id": id, "at": at, "event": event, **more}


def clinker(at: str, **more: object) -> list[Told]:
    """Return the facts of a clinker line in 禹州 and more, one event each, named after their fields."""
    return [fact(field, at, field, value) for field, value in {**CLINKER, **more}.items()]


def session_of(events: Iterable[Told], as_of: str | None = "2022-12-31") -> Session:
    """Return a session that was told some events."""
    session = Session(as_of)
    for event in events:
        session.tell(event)
    return session


def codes(consequences: Iterable[Consequence]) -> dict[tuple[str, str], str]:
    """Return code and subject of each consequence, and how sure it is."""
    found = [((one.code, one.subject), str(one.status)) for one in consequences]
    assert len(dict(found)) == len(found), found
    return dict(found)


def sentences(arrival: Arrival, code: str) -> list[str]:
    """Return the sentences of one kind of consequence."""
    return [one.sentence for one in arrival.consequences if one.code == code]


def required(screening: ProjectScreening) -> set[str]:
    """Return the departments that must join."""
    return {one.department for one in screening.departments if one.review == "required"}


def test_the_same_event_told_again_brings_about_nothing() -> None:
    session = session_of([happens("e1", "2022-03-01", "signed")])
    before = session.state
    again = session.tell(happens("e1", "2022-03-01", "signed"))
    assert again.consequences == ()
    assert again.screening == before
    assert len(session.events) == 1


def test_another_event_under_the_same_id_is_refused_and_changes_nothing() -> None:
    session = session_of([happens("e1", "2022-03-01", "signed")])
    before = session.state
    with pytest.raises(InputError, match=r"^event-repeated: another event was told under id `e1`"):
        session.tell(happens("e1", "2022-03-02", "signed"))
    assert session.state == before


def test_an_arrival_keeps_the_chain_of_the_law_and_the_rules_that_fired() -> None:
    session = session_of(clinker("2022-02-10"))
    arrival = session.tell(fact("stage", "2022-02-10", "stage", "拟签约"))
    assert ("signing_review", "结果：须会审研判") in {(step.gate, step.asserted) for step in arrival.trace}
    fired = {(one.code, one.subject): one.marks for one in arrival.fired}
    assert fired["review-required", "commerce"] == ("department", "differs", "now required")
    assert len(arrival.fired) == len(arrival.consequences)
    assert {one.event for one in arrival.consequences} == {"stage"}


@pytest.mark.parametrize("as_of", ["2022-12", date(2022, 12, 31)])
def test_the_date_may_be_a_text_or_a_date(as_of: str | date) -> None:
    assert Session(as_of).state.stamp.as_of == str(as_of)


def test_a_wrong_date_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="not-a-date: `2022-13`"):
        Session("2022-13")


def test_without_a_date_the_law_is_that_of_the_latest_event_in_force() -> None:
    session = session_of(
        [happens("e1", "2022-03", "signed"), happens("e2", "2024-05-01", "construction_started")], None
    )
    assert (session.state.stamp.as_of, session.state.stamp.as_of_from) == ("2024-05-01", "row")
    session.tell(happens("e3", "2025-01-01", "withdraw", of="e2"))
    assert session.state.stamp.as_of == "2022-03"
    session.tell(happens("e4", "2025-01-01", "correct", of="e1", dated="2022-04-02"))
    assert session.state.stamp.as_of == "2022-04-02"


def test_a_new_session_knows_nothing_and_settles_nothing() -> None:
    session = Session("2022-12-31")
    assert session.state.facts == {}
    assert session.state.trace
    assert session.events == ()
    assert {one.code for one in session.standing} == {"review-possible"}


def test_a_year_may_be_later_than_a_day_in_it() -> None:
    session = session_of([happens("e1", "2022", "signed"), happens("e2", "2022-03-05", "construction_started")], None)
    assert session.state.stamp.as_of == "2022"


def test_what_the_date_alone_decides_comes_with_the_first_event() -> None:
    session = Session("2010-01-01")
    assert session.standing == ()
    arrival = session.tell(fact("e1", "2010-01-01", "products", "水泥熟料"))
    settled = {one.gate for one in session.state.gates if len(one.outcomes) == 1}
    assert {one.subject for one in arrival.consequences if one.code == "gate-settled"} == settled
    assert {"catalog", "national", "joint_review"} <= settled


def test_the_first_event_is_compared_with_nothing_said_on_its_own_date() -> None:
    arrival = Session().tell(fact("e1", "2010-01-01", "products", "水泥熟料"))
    assert {one.code for one in arrival.consequences} == {"gate-settled"}
