"""Draw random projects: first the truth about one, then what a list might state of it.

The truth keeps to the relations between energy figures (a part is no more than its total, 当量值 no more than 等价值
where no power is sold), so that every statement drawn from it is one that a real list could make.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, nextafter
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from oracle.written import Calendar, WrittenLaw, days_of

LAW = WrittenLaw(Path(__file__).parents[2])
CHOICES = tuple(name for name, row in LAW.fields.items() if row["kind"] in ("enumeration", "reading"))
QUANTITIES = tuple(name for name, row in LAW.fields.items() if row["kind"] == "quantity")
ENERGY = tuple(name for name in QUANTITIES if LAW.fields[name]["domain"] == "energy")
COUNTIES = ("411081", "411002", "410102", "411302", "outside_henan")
DAYS = ("2015-01-01", "2021-12-15", "2022-06-30", "2023-07-01", "2024-06-30", "2025-10-01")


def numbers(fields: tuple[str, ...]) -> list[float]:
    """Return the thresholds that the rules compare these fields with, their neighbours, and a few others."""
    lines = {t for name in fields for t in LAW.thresholds(name)}
    near = {n for t in lines for n in (nextafter(t, 0), t, nextafter(t, inf))}
    return sorted(near | {0.0, 8661.09, 12533.05, 30000.0, 1e6, 1e9})


ENERGIES = numbers(ENERGY)


def choices(name: str) -> tuple[str, ...]:
    """Return the values worth drawing for a field: all, but only a few counties."""
    return COUNTIES if name == "county" else tuple(LAW.values(name))


@st.composite
def truths(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a project of which everything is known."""
    project: dict[str, Any] = {name: draw(st.sampled_from(choices(name))) for name in CHOICES}
    for name in set(QUANTITIES) - set(ENERGY):
        project[name] = draw(st.sampled_from(numbers((name,))))
    sells = LAW.derived("exports_power", project) == "yes"
    energy = st.sampled_from(ENERGIES)
    calorific, equivalent = draw(energy), draw(energy)
    if not sells:
        calorific, equivalent = sorted((calorific, equivalent))
    part = {True: calorific, False: draw(st.sampled_from([n for n in ENERGIES if n <= calorific]))}
    whole = {True: equivalent, False: draw(st.sampled_from([n for n in ENERGIES if n <= equivalent]))}
    new = project["construction_nature"] == "new_build"
    added = (part[new], whole[new])
    return project | {
        "energy_calorific_tce": calorific,
        "energy_equivalent_tce": equivalent,
        "energy_unstated_tce": draw(st.sampled_from((calorific, equivalent))),
        "added_energy_calorific_tce": added[0] if sells or new else min(added),
        "added_energy_equivalent_tce": added[1],
    }


def statements(truth: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw what a list might state of a project: each fact as it is, left blank, or left open around it."""
    fields = {name: _stated(name, value) for name, value in truth.items()}
    return st.fixed_dictionaries(fields).map(lambda all: {n: v for n, v in all.items() if v is not None})


def _stated(name: str, value: Any) -> st.SearchStrategy[Any]:
    if name in CHOICES:
        others = st.lists(st.sampled_from(choices(name)), max_size=2)
        return st.one_of(st.just(value), st.none(), others.map(lambda more: list(dict.fromkeys((value, *more)))))
    every = ENERGIES if name in ENERGY else numbers((name,))
    low, high = (st.sampled_from([n for n in (*every, inf) if (n <= value if down else n >= value)]) for down in (1, 0))
    return st.one_of(st.just(value), st.none(), st.tuples(low, high))


@st.composite
def known_and_stated(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw a project and what is stated of it."""
    truth = draw(truths())
    return truth, draw(statements(truth))


@st.composite
def calendars(draw: st.DrawFn, days: tuple[str, ...] = DAYS) -> Calendar:
    """Draw a day and, for each text dated to the month or year only, the days on which it may have begun and ended."""
    day = days_of(draw(st.sampled_from(days)))[0]
    starts, ends = (
        {id: draw(st.sampled_from(days_of(period[end]))) for id, period in LAW.periods.items() if period[end]}
        for end in ("from", "to")
    )
    return Calendar(LAW, day, starts, ends)
