"""Coverage of the shipped law by hand-made projects: which conditions they turn, and which worlds they visit."""

from __future__ import annotations

from typing import Any

import pytest

from lianggao import Project, load_law, screen
from lianggao.audit.coverage import Coverage, GateCoverage, RuleCoverage, coverage_of
from lianggao.audit.coverage.text import coverage_text

AS_OF = "2022-06-30"
LIME = {"activity": "lime", "county": "411081", "construction_nature": "new_build"}


def cover(*projects: dict[str, Any], as_of: str = AS_OF) -> Coverage:
    listed = [Project.model_validate(project) for project in projects]
    screening = screen(listed, as_of=as_of)
    return coverage_of(load_law(), [(screening, [f"no. {n}" for n in range(1, len(listed) + 1)])])


def rule(coverage: Coverage, id: str) -> RuleCoverage:
    return next(found for found in coverage.rules if found.rule == id)


def gate(coverage: Coverage, id: str) -> GateCoverage:
    return next(found for found in coverage.gates if found.gate == id)


def test_two_projects_around_a_line_are_the_pair_of_that_line_and_of_nothing_else() -> None:
    found = cover({**LIME, "energy_equivalent_tce": 9999}, {**LIME, "energy_equivalent_tce": 10000})
    tests = rule(found, "henan-catalog-2021/class-two").tests
    assert [test.pair for test in tests if test.text.endswith("1万吨标准煤及以上")] == [("no. 2", "no. 1")]
    assert rule(found, "henan-catalog-2021/class-two").covered == 1
    # At 10 000 t the upper line decides as well: were it passed, the rule would not hold. But it was never passed.
    upper = next(test for test in tests if test.text.endswith("5万吨标准煤及以上"))
    assert (upper.true, upper.false, upper.pair) == (None, "no. 2", None)


def test_a_blank_decides_nothing() -> None:
    found = cover({"activity": "lime", "county": "411081"}, {})
    assert not any(test.pair for one in found.rules if "catalog" in one.rule for test in one.tests)


def test_a_test_masked_by_another_is_not_seen() -> None:
    # Outside the eight industries the line of class one has no say.
    found = cover(
        {**LIME, "activity": "other", "energy_equivalent_tce": 60000},
        {**LIME, "activity": "other", "energy_equivalent_tce": 40000},
    )
    line = next(t for t in rule(found, "henan-catalog-2021/class-one").tests if "5万吨" in t.text)
    assert (line.true, line.false) == (None, None)


def test_a_project_visits_every_world_that_its_blanks_leave_if_the_outcome_is_certain() -> None:
    # Under the 2016 measures the lines are 1 000 t, 5 000 t and 5 million kWh; together with the line of 10 000 t and
    # of 50 000 t of other gates there are 5 regions of energy and 2 of electricity: 10 worlds.
    found = gate(cover({"energy_calorific_tce": 6000}), "energy_review")
    assert (found.worlds, found.visited) == (10, 2)
    found = gate(cover({"energy_calorific_tce": 900}), "energy_review")
    assert found.visited == 0, "exempt or municipal, by electricity"
    found = gate(cover({"energy_calorific_tce": 900, "electricity_kwh": 100}), "energy_review")
    assert [(o.outcome, o.visited, o.worlds) for o in found.outcomes if o.visited] == [("exempt", 1, 1)]


def test_what_was_never_visited_is_told_and_what_was_is_not() -> None:
    found = gate(cover({"energy_calorific_tce": 3000}, {"energy_calorific_tce": 70000}), "energy_review")
    provincial = next(outcome for outcome in found.outcomes if outcome.outcome == "provincial")
    assert provincial.never == ("年综合能源消费量（当量值）5000吨标准煤及以上、不足5万吨标准煤",)


def test_every_version_of_the_law_is_measured_by_itself() -> None:
    earlier, later = cover({"energy_calorific_tce": 6000}), cover({"energy_calorific_tce": 6000}, as_of="2024-06-30")
    assert {found.as_of for found in earlier.gates} == {"2022-06-30"}
    assert "energy-review-2016/provincial" in {found.rule for found in earlier.rules}
    assert "energy-review-2016/provincial" not in {found.rule for found in later.rules}


def test_a_requirement_is_covered_where_its_threshold_decides() -> None:
    # 建筑系数不低于40%（2023年修订，凭回忆）。
    planned = {"stage": "proposed"}
    listed = {**planned, "building_coefficient": 40}, {**planned, "building_coefficient": 39.99}
    found = cover(*listed, as_of="2024-06-30")
    tests = rule(found, "land-indicators-2023/building-coefficient").tests
    assert [test.pair for test in tests if "建筑系数" in test.text] == [("no. 1", "no. 2")]
    outcomes = {o.outcome: o.visited for o in gate(found, "land-indicators-2023/building-coefficient").outcomes}
    assert outcomes["fails"] == outcomes["holds"] == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_names_each_condition_without_its_pair(lang: str) -> None:
    found = cover({**LIME, "energy_equivalent_tce": 9999}, {**LIME, "energy_equivalent_tce": 10000})
    text = coverage_text(found, lang)
    assert "1/6　henan-catalog-2021/class-two\n" in text
    assert "1万吨标准煤及以上" not in text.split("henan-catalog-2021/class-two\n")[1].split("henan-catalog")[0]
    assert "no. 2" in coverage_text(found, lang, pairs=True)


def test_no_projects_cover_nothing() -> None:
    found = coverage_of(load_law(), [])
    assert (found.projects, found.rules, found.gates) == (0, (), ())
    assert coverage_text(found)
