"""Which documents are in force on a day: the edges of each, dates known to the month or year only, and hand-overs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from building import CLINKER, outcomes, screen_one

from lianggao.errors import InputError
from lianggao.rulebook import Law, load_rulebook
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.conditions import ALWAYS, NEVER

Edges = list[tuple[str, str]]


def begun_on(before: str, first: str) -> Edges:
    """Return the edges of a text whose first day is known."""
    return [(before, "out"), (first, "in")]


def begun_in(year: int) -> Edges:
    """Return the edges of a text of which only the year is known: on its last day it has begun for certain."""
    return [
        (f"{year - 1}-12-31", "out"),
        (f"{year}-01-01", "unsure"),
        (f"{year}-12-30", "unsure"),
        (f"{year}-12-31", "in"),
    ]


EDGES: dict[str, Edges] = {
    "energy-review-2016": [
        ("2016-12-31", "out"),
        ("2017-01-01", "in"),
        ("2017-01-02", "in"),
        ("2023-05-30", "in"),
        ("2023-05-31", "in"),
        ("2023-06-01", "out"),
    ],
    "energy-review-2023": [
        ("2023-05-31", "out"),
        ("2023-06-01", "in"),
        ("2023-06-02", "in"),
        ("2025-08-31", "in"),
        ("2025-09-01", "out"),
    ],
    "energy-carbon-review-2025": [("2025-08-31", "out"), ("2025-09-01", "in"), ("2025-09-02", "in")],
    "henan-action-plan-2021": [("2021-11-10", "out"), ("2021-11-11", "in"), ("2021-11-12", "in")],
    "henan-catalog-2021": [
        ("2021-11-30", "out"),
        ("2021-12-01", "unsure"),
        ("2021-12-15", "unsure"),
        ("2021-12-30", "unsure"),
        ("2021-12-31", "in"),  # the last day on which it can have begun
        ("2022-01-01", "in"),
        ("2022-12-31", "in"),
        ("2023-01-01", "unsure"),  # superseded on some day of 2023
        ("2023-12-30", "unsure"),
        ("2023-12-31", "out"),
        ("2024-01-01", "out"),
    ],
    "henan-catalog-2023": [
        ("2022-12-31", "out"),
        ("2023-01-01", "unsure"),
        ("2023-06-30", "unsure"),
        ("2023-12-30", "unsure"),
        ("2023-12-31", "in"),
        ("2024-01-01", "in"),
    ],
    "henan-joint-review-2021": [("2021-11-30", "out"), ("2021-12-15", "unsure"), ("2022-01-01", "in")],
    "mee-source-control-2021": [
        ("2021-04-30", "out"),
        ("2021-05-01", "unsure"),
        ("2021-05-31", "in"),
        ("2021-06-01", "in"),
    ],
    "xuchang-signing-review-2022": [
        ("2021-12-31", "out"),
        ("2022-01-01", "unsure"),
        ("2022-12-30", "unsure"),
        ("2023-01-01", "in"),
    ],
    "cement-glass-replacement-2021": [
        *begun_on("2021-07-31", "2021-08-01"),
        ("2024-10-31", "in"),
        ("2024-11-01", "out"),  # superseded
    ],
    "cement-glass-replacement-2024": begun_on("2024-10-31", "2024-11-01"),
    "efficiency-levels-2021": [("2021-10-31", "out"), ("2021-11-01", "unsure"), ("2021-11-30", "in")],
    "efficiency-levels-2023": begun_in(2023),
    "eia-categories-2021": begun_in(2021),
    "energy-dual-control-2021": begun_on("2021-09-15", "2021-09-16"),
    "energy-limit-standards": begun_in(2013),
    "henan-air-notice-2020": begun_in(2020),
    "henan-air-plan-2024": begun_on("2024-03-22", "2024-03-23"),
    "henan-coal-cap-2018": [*begun_in(2018), ("2019-12-31", "in"), ("2020-01-02", "unsure"), ("2021-01-01", "out")],
    "henan-coal-substitution-2024": begun_in(2024),
    "henan-eia-levels-2024": begun_in(2024),
    "henan-energy-review-rules-2017": [*begun_in(2017), ("2023-05-31", "in"), ("2023-06-01", "out")],
    "henan-energy-rights-2022": begun_on("2022-07-09", "2022-07-10"),
    "henan-heavy-pollution-2023": begun_in(2023),
    "henan-mee-opinions-2021": begun_in(2021),
    "henan-performance-grading-2020": begun_in(2020),
    "henan-pollution-carbon-plan-2023": [("2023-01-31", "out"), ("2023-02-01", "unsure"), ("2023-02-28", "in")],
    "henan-zoning-draft-2021": [("2021-10-31", "out"), ("2021-11-01", "unsure"), ("2021-11-30", "in")],
    "industry-directory-2024": begun_on("2024-01-31", "2024-02-01"),
    "jiaozuo-eia-delegation-2022": begun_in(2022),
    "land-directories-2012": [*begun_in(2012), ("2024-11-30", "in"), ("2024-12-02", "unsure"), ("2025-01-01", "out")],
    "land-directory-2024": [("2024-11-30", "out"), ("2024-12-01", "unsure"), ("2024-12-31", "in")],
    "land-indicators-2008": [*begun_in(2008), ("2023-06-24", "in"), ("2023-06-25", "out")],
    "land-indicators-2023": begun_on("2023-06-24", "2023-06-25"),
    "mee-approval-principles-2022": begun_in(2022),
    "state-council-2023-24": begun_in(2023),
    "state-council-2024-12": begun_in(2024),
    "steel-replacement-2021": begun_on("2021-05-31", "2021-06-01"),
    "steel-replacement-2025": begun_in(2025),
    "xuchang-air-plan-2024": begun_on("2024-07-29", "2024-07-30"),
    "xuchang-hundred-parks-2021": begun_in(2021),
    "xuchang-three-year-plan-2023": begun_in(2023),
}


def force(law: Law, document: str, day: str) -> str:
    found = load_rulebook(day, law).version[document]
    return "out" if found == NEVER else "in" if found == ALWAYS else "unsure"


@pytest.mark.parametrize("document", EDGES)
def test_a_document_is_in_force_from_its_first_day_to_its_last(law: Law, document: str) -> None:
    assert [(day, force(law, document, day)) for day, _ in EDGES[document]] == EDGES[document]


def test_every_shipped_document_has_its_edges_here(law: Law) -> None:
    assert set(EDGES) == set(law.sources)


@pytest.mark.parametrize(
    ("document", "as_of", "expected"),
    [
        ("henan-catalog-2021", "2021-11", "out"),
        ("henan-catalog-2021", "2021-12", "unsure"),
        ("henan-catalog-2021", "2021", "unsure"),
        ("henan-catalog-2021", "2022", "in"),
        ("henan-catalog-2021", "2022-01", "in"),
        ("henan-catalog-2021", "2023", "unsure"),
        ("henan-catalog-2023", "2023", "unsure"),
        ("henan-catalog-2023", "2023-12", "unsure"),
        ("henan-catalog-2021", "2024", "out"),
        ("henan-catalog-2023", "2024", "in"),
        ("henan-action-plan-2021", "2021-11", "unsure"),
        ("henan-action-plan-2021", "2021-12", "in"),
        ("energy-review-2016", "2023-05", "in"),
        ("energy-review-2023", "2023-05", "out"),
        ("energy-review-2023", "2023-06", "in"),
        ("energy-review-2016", "2023", "unsure"),
        ("energy-review-2023", "2023", "unsure"),
    ],
)
def test_a_date_asked_for_may_be_a_month_or_a_year(law: Law, document: str, as_of: str, expected: str) -> None:
    assert force(law, document, as_of) == expected


@pytest.mark.parametrize("as_of", ["2015-01-01", "2015", "2016-12-31", "2016-12"])
def test_before_every_document_no_gate_applies(law: Law, as_of: str) -> None:
    result = screen_one(law, {**CLINKER, "energy_equivalent_tce": 60000}, as_of)
    assert {gate.outcome for gate in result.gates} == {"not_applicable"}
    assert (result.findings, result.missing) == ((), ())


@pytest.mark.parametrize("as_of", ["2007-12-31", "2007", "1999-06-30"])
def test_before_every_document_nothing_is_checked_either(law: Law, as_of: str) -> None:
    result = screen_one(law, {**CLINKER, "energy_equivalent_tce": 60000}, as_of)
    assert (result.findings, result.missing, result.checks, result.score.high) == ((), (), (), 0)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2021-11-30", {"not_applicable"}),
        ("2021-12-15", {"class_2", "not_applicable"}),
        ("2021-12-31", {"class_2"}),
        ("2021-12", {"class_2", "not_applicable"}),
        ("2021", {"class_2", "not_applicable"}),
        ("2022-12-31", {"class_2"}),
        ("2023-06-30", {"class_2", "not_listed"}),
        ("2023", {"class_2", "not_listed"}),
        ("2024-01-01", {"not_listed"}),
    ],
)
def test_a_doubt_about_the_day_leaves_both_readings_open(law: Law, as_of: str, expected: set[str]) -> None:
    refractory = {**CLINKER, "activity": "refractory_sintered", "energy_equivalent_tce": 20000}
    assert outcomes(screen_one(law, refractory, as_of)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2023", {"provincial", "municipal"}),  # 令44号 until May, 令2号 from June: on every day one of them
        ("2025", {"provincial", "municipal"}),
        ("2023-05", {"provincial"}),
        ("2023-06", {"municipal"}),
        ("2024", {"municipal"}),
        ("2016", {"not_applicable"}),
    ],
)
def test_a_hand_over_inside_the_period_asked_for_leaves_no_day_without_a_text(
    law: Law, as_of: str, expected: set[str]
) -> None:
    stated = {**CLINKER, "energy_calorific_tce": 7000, "electricity_kwh": 6e6, "coal_t": 10000}
    assert outcomes(screen_one(law, stated, as_of), "energy_review") == expected


def test_dates_between_which_nothing_changes_share_their_tables(law: Law) -> None:
    same = [load_rulebook(day, law) for day in ("2025-01-02", "2025-06-30", "2025-08-31", "2025-02")]
    assert all(one.gates is other.gates for one, other in pairwise(same))
    assert load_rulebook("2025-09-01", law).gates is not same[0].gates


@pytest.mark.parametrize("text", ["2021-13", "2021-02-30", "21-12", "2021-1", "2021/12/01", "", "today", "2021-12-01T"])
def test_what_is_not_a_date_is_refused(law: Law, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)
    with pytest.raises(InputError) as caught:
        screen_one(law, CLINKER, text)
    assert caught.value.render() == f"not-a-date: `{text}` is not a date; write 2024-06-30"


@pytest.mark.parametrize("text", ["2021", "2021-12", "2021-12-01", "2020-02-29"])
def test_a_date_is_written_as_precisely_as_it_was_given(text: str) -> None:
    assert str(PartialDate.parse(text)) == text
