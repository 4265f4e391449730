"""Rows never touch each other: shuffling, repeating or corrupting others changes nothing about a row.

Nor does screening a list whose rows carry different dates differ from screening each row alone on its date.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from building import CLINKER, Stated, screen_one, screen_stated
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEEP
from oracle.random_projects import CHOICES, QUANTITIES, choices, known_and_stated

from lianggao.rulebook import load_law
from lianggao.screening import COLUMNS, ProjectScreening, Screening

DATES = ("2015", "2021-12", "2022-06-30", "2023", "2023-07-01", "2024-01-31", "2024-06-30", "2025-09")


def rows_on(days: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Draw a list whose rows carry some of the days; with few days, many rows are screened together."""
    row = st.builds(lambda pair, day: {**pair[1], "decision_date": day}, known_and_stated(), st.sampled_from(days))
    return st.lists(row, min_size=1, max_size=6)


LISTS = st.lists(st.sampled_from(DATES), min_size=1, max_size=2).flatmap(rows_on)

WRONG: Stated = {
    "activity": "coking",
    "energy_equivalent_tce": 10000,
    "energy_calorific_tce": 20000,
    "decision_date": "2016",
}
"""Figures that contradict each other, which earns the row a note of its own."""


def lines(screening: Screening) -> list[list[Any]]:
    """Return each row's columns in both languages."""
    both = [screening.columns(lang) for lang in ("zh", "en")]
    return [[value for frame in both for value in frame.iloc[row]] for row in range(len(screening))]


def whole(result: ProjectScreening) -> ProjectScreening:
    """Return everything about a project except its number in the list."""
    return result.model_copy(update={"row": 0})


def check(rows: list[dict[str, Any]], places: list[int]) -> None:
    """Make a list of the rows at some places, a corrupted row for the place beyond the last, and compare each."""
    together = screen_stated(load_law(), [[*rows, WRONG][place] for place in places], None)
    shown = lines(together)
    for place in set(places) - {len(rows)}:
        alone = screen_stated(load_law(), [rows[place]], None)
        where = [at for at, other in enumerate(places) if other == place]
        assert all(shown[at] == lines(alone)[0] for at in where)
        assert whole(together.project(where[-1] + 1)) == whole(alone.project(1))


@settings(max_examples=15)
@given(LISTS, st.data())
def test_any_list_made_of_the_same_rows_says_the_same_of_each(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    check(rows, data.draw(st.lists(st.integers(0, len(rows)), min_size=1, max_size=8)))


@pytest.mark.slow
@settings(DEEP, max_examples=250)
@given(LISTS, st.data())
def test_the_same_on_many_more_lists(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    check(rows, data.draw(st.lists(st.integers(0, len(rows)), min_size=1, max_size=20)))


@settings(max_examples=10)
@given(LISTS)
def test_a_rows_own_date_counts_as_if_it_had_been_asked_for(rows: list[dict[str, Any]]) -> None:
    together = screen_stated(load_law(), rows, None)
    for at, row in enumerate(rows):
        asked, mine = screen_one(load_law(), row, row["decision_date"]), together.project(at + 1)
        assert (asked.stamp.as_of_from, mine.stamp.as_of_from) == ("option", "row")
        assert asked.stamp.as_of == mine.stamp.as_of == row["decision_date"]
        assert whole(mine).model_copy(update={"stamp": asked.stamp}) == whole(asked).model_copy(update={"row": 0})


def test_each_row_is_asked_for_what_it_lacks_itself() -> None:
    """The facts that only other gates ask for are written once per kind of row, and spread to the right rows."""
    known = {name: choices(name)[0] for name in CHOICES} | dict.fromkeys(QUANTITIES, 0.0)
    lacking = ("electricity_kwh", "heavy_metal_emission", "eia_done", "local_positioning")
    rows = [{n: v for n, v in known.items() if n != name} | {"stage": "signing"} for name in (*lacking, "gas_m3")]
    fit = {"activity": "other", "hazardous_chemicals": "no", "heavy_metal_emission": "no"}
    rows = [{n: fit.get(n, v) for n, v in row.items()} for row in rows]
    shown = screen_stated(load_law(), rows, "2024-06-30").columns("zh")["需补充信息"].tolist()
    labels = [load_law().vocabulary[name].label for name in lacking]
    assert [[label in text for label in labels] for text in shown] == [
        [True, False, False, False],
        [False, True, False, False],
        [False, False, False, False],  # the ledger does not ask for the papers of what is not listed
        [False, False, False, True],
        [False, False, False, False],
    ]


def test_dates_under_the_same_law_are_screened_together_and_each_keeps_its_own() -> None:
    # No document begins or ends between April and July of 2024.
    days = ("2024-06-30", "2022-06-30", "2024-04-01", "2024-05")
    rows = [{**CLINKER, "energy_equivalent_tce": 60000, "decision_date": day} for day in days]
    screening = screen_stated(load_law(), rows, None)
    assert sorted(len(batch.rows) for batch in screening.batches) == [1, 3]
    assert [result.stamp.as_of for result in screening.projects()] == list(days)
    assert screening.columns("en")["determination"].tolist() == ["class_1"] * 4


def test_the_date_asked_for_overrides_the_rows_own() -> None:
    refractory = {**CLINKER, "activity": "refractory_sintered", "energy_equivalent_tce": 20000}
    row = {**refractory, "decision_date": "2024-06-30"}
    assert screen_one(load_law(), row, None).determination == "not_listed"
    assert screen_one(load_law(), row, "2022-06-30").determination == "class_2"


def test_a_list_of_which_everything_is_known_lacks_nothing() -> None:
    known = {name: choices(name)[0] for name in CHOICES} | dict.fromkeys(QUANTITIES, 0.0)
    screening = screen_stated(load_law(), [known, known], "2024-06-30")
    assert screening.columns("en")["missing_facts"].tolist() == ["", ""]
    assert screening.project(1).missing == ()


def test_no_row_is_lost_and_none_is_added() -> None:
    screening = screen_stated(load_law(), [CLINKER, WRONG, {}, CLINKER], "2022-06-30")
    assert [result.row for result in screening.projects()] == [1, 2, 3, 4]
    assert np.array_equal(screening.columns().index, range(4))
    assert tuple(screening.columns("en")) == tuple(COLUMNS)
    assert tuple(screening.columns("zh")) == tuple(COLUMNS.values())


@pytest.mark.parametrize("as_of", [None, "2022-06-30"])
def test_an_empty_list_has_the_columns_and_no_rows(as_of: str | None) -> None:
    screening = screen_stated(load_law(), [], as_of)
    assert (len(screening), list(screening.projects()), screening.summary().projects) == (0, [], 0)
    assert screening.columns().shape == (0, len(COLUMNS))
