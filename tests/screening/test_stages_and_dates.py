"""Ledger, energy review and the six industries, worked by hand: by stage, by basis and by the day."""

from __future__ import annotations

from typing import Any

import pytest
from building import BASE, CLINKER, NANYANG, Stated, outcomes, screen_one

from lianggao.rulebook import Law

LISTED: Stated = {**CLINKER, "county": NANYANG, "energy_equivalent_tce": 60000}
BY_2016, BY_2023, BY_2025 = "2022-06-30", "2024-06-30", "2025-10-01"


@pytest.mark.parametrize(
    ("stage", "energy_review", "eia", "expected"),
    [
        ("signing", None, None, {"strict_admission"}),
        ("proposed", None, None, {"strict_admission"}),
        ("under_construction", "yes", "yes", {"no_measure"}),
        ("under_construction", "no", "yes", {"stop_and_rectify"}),
        ("under_construction", "yes", "no", {"stop_and_rectify"}),
        ("under_construction", None, "no", {"stop_and_rectify"}),
        ("under_construction", None, "yes", {"stop_and_rectify", "no_measure"}),
        ("existing", "yes", "yes", {"energy_saving"}),
        ("existing", "no", "yes", {"punish"}),
        ("existing", None, "no", {"punish"}),
        ("existing", "yes", None, {"punish", "energy_saving"}),
        ("existing", None, None, {"punish", "energy_saving"}),
        (None, "yes", "yes", {"strict_admission", "no_measure", "energy_saving"}),
    ],
)
def test_the_ledger_treats_a_listed_project_by_its_stage_and_its_papers(
    law: Law, stage: str | None, energy_review: str | None, eia: str | None, expected: set[str]
) -> None:
    answers = {"stage": stage, "energy_review_done": energy_review, "eia_done": eia}
    stated = {name: value for name, value in LISTED.items() if name != "stage"}
    result = screen_one(law, {**stated, **{name: value for name, value in answers.items() if value}})
    assert outcomes(result, "ledger") == expected
    assert len(result.disposition) == len(expected)


def test_the_ledger_has_no_measure_for_what_is_not_listed(law: Law) -> None:
    stated = {**BASE, "activity": "other", "stage": "existing", "eia_done": "no"}
    result = screen_one(law, stated)
    assert (result.gate("ledger").outcome, result.disposition) == ("no_measure", ("无分类处置",))


def test_the_ledger_also_lists_what_the_action_plan_alone_reaches(law: Law) -> None:
    stated = {**BASE, "activity": "other_chemical", "energy_equivalent_tce": 20000}
    told = screen_one(law, {**stated, "reading_action_plan_basis": "equivalent"})
    assert (told.determination, told.gate("ledger").outcome) == ("not_listed", "strict_admission")
    assert outcomes(screen_one(law, stated), "ledger") == {"strict_admission", "no_measure"}


def review(law: Law, day: str, **stated: Any) -> set[str]:
    return outcomes(screen_one(law, {**CLINKER, **stated}, day), "energy_review")


@pytest.mark.parametrize(
    ("calorific", "kwh", "expected"),
    [
        (999.99, 4999999, {"exempt"}),
        (1000, 4999999, {"municipal"}),
        (999.99, 5000000, {"municipal"}),
        (4999.99, 0, {"municipal"}),
        (5000, 0, {"provincial"}),
        (999.99, None, {"exempt", "municipal"}),
        (None, 4999999, {"exempt", "municipal", "provincial"}),
        (None, 5000000, {"municipal", "provincial"}),
    ],
)
def test_the_2016_measures_go_by_the_calorific_figure_and_electricity(
    law: Law, calorific: float | None, kwh: float | None, expected: set[str]
) -> None:
    stated = {"energy_calorific_tce": calorific, "electricity_kwh": kwh}
    assert review(law, BY_2016, **{name: value for name, value in stated.items() if value is not None}) == expected


def test_the_equivalent_figure_bounds_the_calorific_one_from_above_but_never_replaces_it(law: Law) -> None:
    assert review(law, BY_2023, energy_equivalent_tce=9000, electricity_kwh=6e6) == {"municipal"}
    assert review(law, BY_2023, energy_equivalent_tce=12000, electricity_kwh=6e6) == {"municipal", "provincial"}
    power = {"activity": "coal_power", "energy_equivalent_tce": 9000, "electricity_kwh": 6e6}
    assert review(law, BY_2023, **power) == {"municipal", "provincial"}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"energy_calorific_tce": 9999.99}, {"municipal"}),
        ({"energy_calorific_tce": 10000}, {"provincial"}),
        ({"energy_calorific_tce": 999.99, "electricity_kwh": 1e6}, {"exempt"}),
    ],
)
def test_the_2023_measures_put_the_provincial_line_at_ten_thousand(
    law: Law, stated: dict[str, float], expected: set[str]
) -> None:
    assert review(law, BY_2023, **{"electricity_kwh": 6e6, **stated}) == expected


@pytest.mark.parametrize(
    ("nature", "changed", "expected"),
    [
        ("reconstruction", "no", {"municipal"}),  # counts what it adds
        ("reconstruction", "yes", {"provincial"}),  # counts the total
        ("reconstruction", None, {"municipal", "provincial"}),
        ("expansion", "no", {"provincial"}),
        ("technical_retrofit", "no", {"provincial"}),
    ],
)
def test_the_2023_measures_count_the_increment_of_an_unchanged_reconstruction(
    law: Law, nature: str, changed: str | None, expected: set[str]
) -> None:
    figures = {"energy_calorific_tce": 20000, "added_energy_calorific_tce": 9000, "electricity_kwh": 6e6}
    told = {"process_changed": changed} if changed else {}
    assert review(law, BY_2023, construction_nature=nature, **figures, **told) == expected


@pytest.mark.parametrize(
    ("calorific", "coal", "expected"),
    [
        (999.99, 999.99, {"exempt"}),
        (999.99, 1000, {"municipal"}),
        (1000, 999.99, {"municipal"}),
        (9999.99, 9999.99, {"municipal"}),
        (500, 10000, {"provincial"}),
        (10000, 0, {"provincial"}),
        (500, None, {"exempt", "municipal", "provincial"}),
    ],
)
def test_the_2025_measures_go_by_energy_or_coal_and_no_longer_by_electricity(
    law: Law, calorific: float, coal: float | None, expected: set[str]
) -> None:
    told = {"coal_t": coal} if coal is not None else {}
    assert review(law, BY_2025, energy_calorific_tce=calorific, electricity_kwh=9e6, **told) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2016-12-31", {"not_applicable"}),
        ("2017-01-01", {"provincial"}),
        ("2023-05-31", {"provincial"}),
        ("2023-06-01", {"municipal"}),
        ("2025-08-31", {"municipal"}),
        ("2025-09-01", {"provincial"}),
    ],
)
def test_the_measures_hand_over_on_the_very_day(law: Law, day: str, expected: set[str]) -> None:
    """7000 tce was provincial by 令44号, is municipal by 令2号; 10000 t of coal is provincial by 令31号."""
    assert review(law, day, energy_calorific_tce=7000, coal_t=10000, electricity_kwh=6e6) == expected


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ("coal_power", "in_scope"),
        ("glass_processing", "in_scope"),
        ("coking", "in_scope"),
        ("methanol", "in_scope"),
        ("aluminium_secondary", "in_scope"),
        ("nonferrous_rolling", "outside"),
        ("nonferrous_alloy", "outside"),
        ("gas_power", "outside"),
        ("casting", "outside"),
    ],
)
def test_the_six_industries_have_no_energy_line(law: Law, activity: str, expected: str) -> None:
    for equivalent in (None, 1, 1e6):
        told = {} if equivalent is None else {"energy_equivalent_tce": equivalent}
        assert screen_one(law, {**BASE, "activity": activity, **told}).gate("national").outcome == expected
