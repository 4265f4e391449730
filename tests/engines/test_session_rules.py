"""The table of consequences: every rule fires in some story, and by the marks that it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engines.test_session_telling import Told, clinker, fact, happens
from lianggao.engines.following import Session
from lianggao.engines.following.rules import ARRIVING, BEFORE, STANDING
from lianggao.engines.quiet import MOST_RULES

HOME = clinker("2022-02-10", stage="拟签约", energy_equivalent_tce=60000, energy_calorific_tce=55000)
STARTED = happens("s", "2022-06-01", "construction_started")

STORIES: dict[str, list[Told]] = {
    "approved late, then corrected": [
        *HOME,
        STARTED,
        happens("a", "2022-07-01", "eia", approved=True),
        happens("c", "2022-08-01", "correct", of="a", dated="2022-05-01"),
    ],
    "refused, then withdrawn": [
        *HOME,
        STARTED,
        happens("a", "2022-05-01", "energy_review", passed=False),
        happens("w", "2022-08-01", "withdraw", of="s"),
    ],
    "started in some month": [
        *HOME,
        happens("s", "2022-06", "construction_started"),
        happens("a", "2022-06-10", "eia", approved=True),
    ],
    "perhaps exempt": [
        *clinker("2022-02-10"),
        STARTED,
        happens("a", "2022-07-01", "energy_review", passed=True),
        happens("w", "2022-08-01", "withdraw", of="s"),
    ],
    "the energy taken back": [*HOME[:-1], happens("w", "2022-08-01", "withdraw", of="energy_equivalent_tce")],
    "said twice, agreed, and taken back": [
        *clinker("2022-02-10", stage="拟建"),
        fact("one", "2022-03-01", "energy_equivalent_tce", 60000),
        fact("two", "2022-03-01", "energy_equivalent_tce", 20000),
        fact("three", "2022-03-02", "energy_equivalent_tce", 20000),
        happens("w", "2022-08-01", "withdraw", of="three"),
        happens("v", "2022-08-01", "withdraw", of="one"),
    ],
    "class one, then class two": [
        *clinker("2022-02-10", stage="拟建"),
        fact("one", "2022-03-01", "energy_equivalent_tce", 60000),
        fact("two", "2022-04-01", "energy_equivalent_tce", 20000),
    ],
    "before any department": [
        fact("old", "2010-01-01", "place", "许昌市禹州市"),
        fact("new", "2022-12-31", "products", "水泥熟料"),
    ],
    "knowing less": [
        fact("p", "2022-02-10", "place", "许昌市禹州市"),
        happens("w", "2022-03-01", "withdraw", of="n"),
        fact("q", "2022-02-10", "products", "水泥熟料"),
        fact("e", "2022-02-11", "energy_equivalent_tce", "2—6万吨标准煤"),
        happens("v", "2022-03-01", "withdraw", of="e"),
    ],
}


def told(story: list[Told], as_of: str | None) -> Iterator[tuple[str, set[tuple[str, tuple[str, ...]]], set[str]]]:
    session = Session(as_of)
    for event in story:
        arrival = session.tell(event)
        yield event["id"], {(one.code, one.marks) for one in arrival.fired}, {one.code for one in session.standing}


@pytest.mark.usefixtures("durable")
def test_every_rule_fires_in_some_story() -> None:
    fired, held = set[tuple[str, tuple[str, ...]]](), set[str]()
    for name, story in STORIES.items():
        for _, arrived, standing in told(story, None if name == "before any department" else "2022-12-31"):
            fired |= arrived
            held |= standing
    assert {(rule.code, rule.marks) for rule in ARRIVING} - fired == set()
    assert {rule.code for rule in STANDING} - held == set()


@pytest.mark.parametrize("rules", [ARRIVING, STANDING])
def test_every_rule_is_about_one_kind_of_subject_and_named_once(rules: tuple[object, ...]) -> None:
    kinds = [set(rule.marks) & set(BEFORE) for rule in rules]  # type: ignore[attr-defined]
    assert all(len(kind) == 1 for kind in kinds)
    assert len({rule.code for rule in rules}) == len(rules) <= MOST_RULES  # type: ignore[attr-defined]


def test_what_stands_needs_nothing_of_what_was() -> None:
    for rule in STANDING:
        assert not [mark for mark in rule.marks if mark.startswith("was") or mark in ("differs", "taken back")]
        assert "{was[" not in rule.sentence
