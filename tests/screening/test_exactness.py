"""Exactness on the shipped law: where no figure narrows another, each gate that builds on no other is exact.

Every completion of what is left open is tried in plain Python; the screening must find the same outcomes, the same
possible rules and the same certain ones, no more and no fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import nextafter
from typing import Any

import pytest
from building import said_of, screen_stated
from hypothesis import given
from hypothesis import strategies as st
from oracle import DEEP
from oracle.random_projects import DAYS, ENERGY, LAW, choices
from oracle.written import Calendar, Situation, days_of

from lianggao.rulebook import load_law

Open = dict[str, Sequence[Any]]


def lines(*fields: str) -> list[float]:
    """Return what tells these figures apart: nothing at all, each threshold, and the number just below it."""
    thresholds = {t for name in fields for t in LAW.thresholds(name)}
    return sorted({0.0, *thresholds, *(nextafter(t, 0) for t in thresholds)})


ENERGIES = lines(*ENERGY)
CATALOG = ("construction_nature", "main_process_changed", "capacity_added", "county", "activity")
REVIEW = ("construction_nature", "process_changed")


def some(every: Sequence[Any], most: int) -> st.SearchStrategy[Sequence[Any]]:
    return st.lists(st.sampled_from(every), min_size=1, max_size=most, unique=True)


def interval(every: Sequence[float]) -> st.SearchStrategy[Sequence[float]]:
    ends = st.tuples(*[st.integers(0, len(every) - 1)] * 2).map(sorted)
    return st.one_of(ends.map(lambda pair: every[pair[0] : pair[1] + 1]), st.just(every))


@st.composite
def catalog_projects(draw: st.DrawFn) -> Open:
    """Draw a project of which only 等价值 is stated among the figures, with at most three facts wide open."""
    left: Open = {name: draw(some(choices(name), 2)) for name in CATALOG}
    for name in draw(st.sets(st.sampled_from(CATALOG), max_size=2)):
        left[name] = choices(name)
    readings = [name for name, row in LAW.fields.items() if row["kind"] == "reading"]
    left |= {name: draw(some(choices(name), 1)) for name in readings}
    left |= {name: choices(name) for name in draw(st.sets(st.sampled_from(readings), max_size=1))}
    return left | {"energy_equivalent_tce": draw(interval(ENERGIES))}


@st.composite
def review_projects(draw: st.DrawFn) -> Open:
    """Draw a project of which 当量值 and its added part are stated, the part below the whole whatever they are."""
    cut = draw(st.integers(1, len(ENERGIES) - 1))
    left: Open = {name: draw(st.one_of(some(choices(name), 2), st.just(choices(name)))) for name in REVIEW}
    if list(left["construction_nature"]) == ["new_build"]:
        left["construction_nature"] = ["expansion"]
    left |= {name: draw(interval(lines(name))) for name in ("electricity_kwh", "coal_t")}
    return left | {
        "added_energy_calorific_tce": draw(interval(ENERGIES[:cut])),
        "energy_calorific_tce": draw(interval(ENERGIES[cut:])),
    }


def stated(left: Open) -> dict[str, Any]:
    """State what is left: a choice by its values, a figure by its ends."""
    return {n: (v[0], v[-1]) if isinstance(v[0], float) else list(v) for n, v in left.items()}


def calendars(day: str) -> Iterator[Calendar]:
    """Yield every way in which the documents dated to the month or year may have begun by a day."""
    spans = {id: days_of(period["from"]) for id, period in LAW.periods.items()}
    ends = {id: days_of(period["to"])[1] for id, period in LAW.periods.items() if period["to"]}
    unsure = [id for id in LAW.sources if spans[id][0] <= days_of(day)[0] < spans[id][1]]
    for starts in product(*(spans[id] for id in unsure)):
        begun = {id: span[0] for id, span in spans.items()} | dict(zip(unsure, starts, strict=True))
        yield Calendar(LAW, days_of(day)[0], begun, ends)


def check(gate: str, left: Open, day: str) -> None:
    said = said_of(screen_stated(load_law(), [stated(left)], day), 1)
    rules = [rule["id"] for rule in LAW.of_gate[gate] if rule["conclude"].get("outcome")]
    seen: set[str] = set()
    possible, certain = set[str](), set(rules)
    for calendar in calendars(day):
        for values in product(*left.values()):
            world = Situation(calendar, dict(zip(left, values, strict=True)))
            true = {rule for rule in rules if world.holds(rule)}
            seen.add(world.outcome(gate))
            possible |= true
            certain &= true
    found = {rule: status for rule, status in said.statuses.items() if rule in rules}
    assert said.outcomes[gate] == seen
    assert set(found) == possible
    assert {rule for rule, status in found.items() if status == "certain"} == certain


REVIEW_DAYS = ("2022-06-30", "2023-06-01", "2024-06-30", "2025-08-31", "2025-09-01")


@given(catalog_projects(), st.sampled_from(DAYS))
def test_the_catalog_finds_exactly_what_some_completion_has(left: Open, day: str) -> None:
    check("catalog", left, day)


@given(review_projects(), st.sampled_from(REVIEW_DAYS))
def test_the_energy_review_finds_exactly_what_some_completion_has(left: Open, day: str) -> None:
    check("energy_review", {**left, "county": ["411081"], "activity": ["other"]}, day)


@given(some(choices("activity"), 4), st.sampled_from(DAYS))
def test_the_six_industries_find_exactly_what_some_completion_has(activities: list[str], day: str) -> None:
    check("national", {"activity": activities, "county": ["411081"]}, day)


@pytest.mark.slow
@DEEP
@given(catalog_projects(), review_projects(), st.sampled_from(DAYS), st.sampled_from(REVIEW_DAYS))
def test_the_same_on_many_more_projects(left: Open, other: Open, day: str, review_day: str) -> None:
    check("catalog", left, day)
    check("energy_review", {**other, "county": ["411081"], "activity": ["other"]}, review_day)
