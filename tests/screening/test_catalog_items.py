"""The catalog's items, worked by hand: retrofits carved out, readings left open, and what the 2023 revision moved."""

from __future__ import annotations

from typing import Any

import pytest
from building import BASE, CLINKER, Stated, outcomes, screen_one

from lianggao.rulebook import Law

RETROFIT: Stated = {**CLINKER, "construction_nature": "technical_retrofit", "energy_equivalent_tce": 60000}
READINGS = {
    "cement_grinding": "reading_cement_grinding",
    "pv_glass": "reading_pv_glass",
    "synthetic_ammonia": "reading_ammonia",
    "pvc": "reading_pvc",
}
IN_2021, INSIDE_2023, IN_2024 = "2022-06-30", "2023-07-01", "2024-06-30"


@pytest.mark.parametrize(
    ("main_process", "capacity", "expected"),
    [
        ("no", "no", {"excluded"}),
        ("yes", "no", {"class_1"}),
        ("no", "yes", {"class_1"}),
        ("yes", "yes", {"class_1"}),
        (None, "no", {"class_1", "excluded"}),
        ("no", None, {"class_1", "excluded"}),
        (None, "yes", {"class_1"}),
        ("yes", None, {"class_1"}),
        (None, None, {"class_1", "excluded"}),
    ],
)
@pytest.mark.parametrize("nature", ["technical_retrofit", "reconstruction"])
@pytest.mark.parametrize("day", [IN_2021, IN_2024])
def test_a_retrofit_is_left_out_only_where_it_touches_no_main_process_and_adds_no_capacity(
    law: Law, nature: str, day: str, main_process: str | None, capacity: str | None, expected: set[str]
) -> None:
    answers = {"main_process_changed": main_process, "capacity_added": capacity}
    stated = {name: value for name, value in answers.items() if value}
    assert outcomes(screen_one(law, {**RETROFIT, "construction_nature": nature, **stated}, day)) == expected


@pytest.mark.parametrize("nature", ["new_build", "expansion", "relocation"])
def test_other_kinds_of_construction_are_never_carved_out(law: Law, nature: str) -> None:
    stated = {**RETROFIT, "construction_nature": nature, "main_process_changed": "no", "capacity_added": "no"}
    assert screen_one(law, stated).determination == "class_1"


def test_a_retrofit_that_would_not_be_listed_anyway_is_not_called_excluded(law: Law) -> None:
    stated = {**RETROFIT, "energy_equivalent_tce": 9000, "main_process_changed": "no", "capacity_added": "no"}
    assert screen_one(law, stated).determination == "not_listed"


def test_an_unknown_kind_of_construction_leaves_the_carve_out_open(law: Law) -> None:
    stated = {**RETROFIT, "construction_nature": ["new_build", "technical_retrofit"]}
    answered = {"main_process_changed": "no", "capacity_added": "no"}
    assert outcomes(screen_one(law, {**stated, **answered})) == {"class_1", "excluded"}


@pytest.mark.parametrize("day", [IN_2021, IN_2024])
@pytest.mark.parametrize(("activity", "reading"), READINGS.items())
def test_an_open_reading_leaves_class_2_open_and_is_asked_of_the_authority(
    law: Law, activity: str, reading: str, day: str
) -> None:
    stated = {**BASE, "activity": activity, "energy_equivalent_tce": 20000}
    result = screen_one(law, stated, day)
    assert outcomes(result) == {"class_2", "not_listed"}
    (asked,) = [fact for fact in result.missing if fact.gate == "catalog"]
    assert (asked.field, asked.kind) == (reading, "open_question")
    assert {(e.answer, e.outcomes) for e in asked.effects} == {("计入", ("class_2",)), ("不计入", ("not_listed",))}
    for answer, expected in (("counted", "class_2"), ("not_counted", "not_listed")):
        assert screen_one(law, {**stated, reading: answer}, day).determination == expected


@pytest.mark.parametrize("activity", READINGS)
def test_the_reading_does_not_matter_from_the_class_1_line_on_nor_below_the_class_2_line(
    law: Law, activity: str
) -> None:
    for equivalent, expected in ((50000, "class_1"), (9999.99, "not_listed")):
        result = screen_one(law, {**BASE, "activity": activity, "energy_equivalent_tce": equivalent})
        assert result.determination == expected
        assert not [fact for fact in result.missing if fact.gate == "catalog"]


def test_a_reading_left_open_stays_open_under_the_carve_out(law: Law) -> None:
    stated = {**RETROFIT, "activity": "pv_glass", "energy_equivalent_tce": 20000}
    answered = {"main_process_changed": "no", "capacity_added": "no"}
    assert outcomes(screen_one(law, {**stated, **answered})) == {"excluded", "not_listed"}


@pytest.mark.parametrize(
    ("activity", "equivalent", "in_2021", "in_2024"),
    [
        ("refractory_sintered", 20000, "class_2", "not_listed"),
        ("refractory_sintered", 60000, "class_1", "not_listed"),
        ("refractory_unsintered", 20000, "not_listed", "not_listed"),
        ("refractory_unsintered", 60000, "class_1", "not_listed"),
        ("copper_secondary", 20000, "class_2", "not_listed"),
        ("copper_secondary", 60000, "class_1", "not_listed"),
        ("copper_primary", 20000, "class_2", "class_2"),
        ("sanitary_ceramics", 20000, "class_2", "not_listed"),
        ("sanitary_ceramics", 60000, "class_1", "class_1"),
        ("building_ceramics", 20000, "class_2", "class_2"),
        ("corundum", 20000, "class_2", "not_listed"),
        ("corundum", 60000, "class_1", "class_1"),
        ("bitumen_membrane", 20000, "class_2", "not_listed"),
        ("bitumen_membrane", 60000, "class_1", "class_1"),
        ("steel_short", 60000, "class_1", "not_listed"),
        ("steel_rolling", 60000, "class_1", "not_listed"),
        ("nonferrous_rolling", 60000, "class_1", "not_listed"),
        ("aluminium_secondary", 60000, "class_1", "not_listed"),
    ],
)
def test_what_the_revision_moved_is_judged_by_the_catalog_of_the_day_and_inside_2023_by_both(
    law: Law, activity: str, equivalent: float, in_2021: str, in_2024: str
) -> None:
    stated: dict[str, Any] = {**BASE, "activity": activity, "energy_equivalent_tce": equivalent}
    assert outcomes(screen_one(law, stated, IN_2021)) == {in_2021}
    assert outcomes(screen_one(law, stated, IN_2024)) == {in_2024}
    inside = screen_one(law, stated, INSIDE_2023)
    assert outcomes(inside) == {in_2021, in_2024}
    asked = [(fact.field, fact.kind) for fact in inside.missing if fact.gate == "catalog"]
    assert asked == ([("in_force:henan-catalog-2023", "date")] if in_2021 != in_2024 else [])


def test_the_shipped_catalogs_have_the_items_that_were_printed_and_recalled(law: Law) -> None:
    """22 items in the 2021 catalog; less 耐火材料, 刚玉 and 沥青防水材料, the 19 of the revision."""
    old, new = (law.catalogs.rows(f"henan-catalog-{year}/items") for year in (2021, 2023))
    assert (len(old), len(new)) == (22, 19)
    gone = {"refractory_sintered", "corundum", "bitumen_membrane"}
    moved = {"copper_secondary", "leadzinc_secondary", "silicon_secondary", "sanitary_ceramics", "other_ceramics"}
    before, after = (set(law.catalogs.column(f"henan-catalog-{year}/items", "activity")) for year in (2021, 2023))
    assert before - after == gone | moved
    assert after < before
