"""Running cases says for each of them what was expected, what was found, and whether the two agree."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lianggao.audit.cases import CaseResult, ScreenedCases, read_cases, run_cases
from lianggao.audit.cases.report import json_report, junit_report, text_report

# 附件1：水泥熟料属第一类行业，等价值5万吨及以上；不足5万吨、1万吨及以上属第二类。
SUITE = """\
rule: henan-catalog-2021/class-one
cases:
  - name: on the line
    as_of: "2022-06-30"
    project: {activity: cement_clinker, county: "411081", construction_nature: new_build, energy_equivalent_tce: 50000}
    expect: certain
  - name: across the line
    as_of: "2022-06-30"
    each: {activity: [lime, other]}
    project: {county: "411081", construction_nature: new_build, energy_equivalent_tce: [48000, 52000]}
    expect: possible
    depends_on: [energy_equivalent_tce]
"""
WHOLE = """\
cases:
  - name: a kiln below the line
    as_of: "2024-06-30"
    project: {activity: cement_clinker, county: "411081", stage: proposed, construction_nature: new_build,
      energy_equivalent_tce: 20000}
    gates: {catalog: [class_1], joint_review: [required]}
    departments: {land: possible, commerce: not_required}
    missing: [county]
    deciding: {catalog: [henan-catalog-2023/class-one], action_plan: []}
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> tuple[CaseResult, ...]:
    folder = tmp_path_factory.mktemp("cases")
    (folder / "suite.cases.yaml").write_text(SUITE, encoding="utf-8")
    (folder / "whole.cases.yaml").write_text(WHOLE, encoding="utf-8")
    return run_cases(read_cases(folder))


def test_every_variant_has_a_result_at_its_place(results: tuple[CaseResult, ...]) -> None:
    assert [(Path(r.file).name, r.line, r.name, r.agrees) for r in results] == [
        ("suite.cases.yaml", 3, "on the line", True),
        ("suite.cases.yaml", 7, "across the line [lime]", True),
        ("suite.cases.yaml", 7, "across the line [other]", False),
        ("whole.cases.yaml", 2, "a kiln below the line", False),
    ]


def test_a_rule_case_finds_the_status_and_what_it_depends_on(results: tuple[CaseResult, ...]) -> None:
    _, lime, other, _ = results
    assert lime.found == {"expect": "possible", "depends_on": ("energy_equivalent_tce",)}
    assert other.found == {"expect": "impossible", "depends_on": ()}
    assert other.differing() == ("expect", "depends_on")


def test_a_whole_case_compares_what_it_gives_and_nothing_else(results: tuple[CaseResult, ...]) -> None:
    whole = results[-1]
    assert whole.found == {
        "gates.catalog": ("class_2",),
        "gates.joint_review": ("required",),
        "departments.land": "required",
        "departments.commerce": "not_required",
        "missing": (),
        "deciding.catalog": ("henan-catalog-2023/class-two",),
        "deciding.action_plan": ("henan-action-plan-2021/priority-line",),
    }
    assert set(whole.expected) - set(whole.differing()) == {"gates.joint_review", "departments.commerce"}


def test_the_other_things_a_rule_may_depend_on_must_be_named_too(tmp_path: Path) -> None:
    path = tmp_path / "a.cases.yaml"
    path.write_text(SUITE.replace('county: "411081", construction', "construction"), encoding="utf-8")
    on_the_line, lime, _ = run_cases(read_cases(path))
    assert on_the_line.found == {"expect": "possible", "depends_on": ("county",)}
    assert lime.found["depends_on"] == ("county", "energy_equivalent_tce")
    assert not lime.agrees


def test_projects_of_one_date_share_a_screening(tmp_path: Path) -> None:
    path = tmp_path / "a.cases.yaml"
    path.write_text(SUITE + SUITE.split("cases:\n")[1].replace("line", "LINE").replace("2022", "2024"), "utf-8")
    variants = [variant for file in read_cases(path) for variant, _ in file.variants()]
    screened = ScreenedCases(variants)
    lists = {id(screened[variant].screening): len(screened[variant].screening) for variant in variants}
    assert sorted(lists.values()) == [3, 3]


def test_the_text_names_each_case_that_does_not_agree_and_counts(results: tuple[CaseResult, ...]) -> None:
    lines = text_report(results, "en").splitlines()
    file, whole = results[0].file, results[-1].file
    assert lines == [
        f"{file}:7: across the line [other]: expected possible [energy_equivalent_tce], found impossible",
        f"{whole}:2: a kiln below the line: expected gates.catalog [class_1]; departments.land possible; "
        "missing [county]; deciding.catalog [henan-catalog-2023/class-one]; deciding.action_plan [], "
        "found gates.catalog [class_2]; departments.land required; missing []; "
        "deciding.catalog [henan-catalog-2023/class-two]; deciding.action_plan [henan-action-plan-2021/priority-line]",
        "4 cases: 2 agree, 2 do not",
    ]
    assert text_report(results).splitlines()[0].endswith("应为 possible [energy_equivalent_tce]，实为 impossible")
    assert text_report(results).splitlines()[-1] == "4 个案例，2 个相符，2 个不符"


def test_json_has_every_case_with_both_sides(results: tuple[CaseResult, ...]) -> None:
    whole = json.loads(json_report(results, "abc"))
    assert {key: whole[key] for key in ("law_sha256", "cases", "agree")} == {
        "law_sha256": "abc",
        "cases": 4,
        "agree": 2,
    }
    assert whole["results"][2]["expected"] == {"expect": "possible", "depends_on": ["energy_equivalent_tce"]}
    assert whole["results"][2]["project"]["energy_equivalent_tce"] == [48000, 52000]
    assert [result["agrees"] for result in whole["results"]] == [True, True, False, False]


def test_junit_counts_per_file_and_holds_any_text(results: tuple[CaseResult, ...]) -> None:
    odd = results[2].model_copy(update={"name": "<a> & \x01", "project": {"content": "\x00\ud800"}})
    root = ElementTree.fromstring(junit_report([*results[:2], odd, results[3]], "en"))
    assert [(s.get("tests"), s.get("failures")) for s in root] == [("3", "1"), ("1", "1")]
    (failed,) = root[0].findall("testcase/failure/..")
    assert failed.get("name") == "<a> & \ufffd"
    assert failed.get("line") == "7"
    (failure,) = failed
    assert failure.get("message") == "expected possible [energy_equivalent_tce], found impossible"
    assert failure.text == "as_of: 2022-06-30\ncontent: \ufffd\ufffd"


# 工业项目建设用地控制指标（2023年修订）：行政办公及生活服务设施用地不超过7%（凭回忆）；未填的由两项面积算出。
CHECKS = """\
cases:
  - name: the share as stated
    as_of: "2024-06-30"
    project: {stage: proposed, office_land_share: 7.5}
    checks:
      land-indicators-2023/office-land: %s
      land-indicators-2008/office-land: not_applicable
    asks: {land-indicators-2023/office-land: [], land-indicators-2008/office-land: []}
  - name: one of two areas
    as_of: "2024-06-30"
    project: {stage: proposed, land_m2: 20000}
    checks: {land-indicators-2023/office-land: undecided}
    asks: {land-indicators-2023/office-land: [%s]}
"""


def checked(folder: Path, status: str, asked: str) -> list[CaseResult]:
    path = folder / "whole.cases.yaml"
    path.write_text(CHECKS % (status, asked), encoding="utf-8")
    return list(run_cases(read_cases(path)))


def test_what_became_of_requirements_is_compared_and_what_is_asked_for_in_any_order(tmp_path: Path) -> None:
    results = checked(tmp_path, "fails", "office_land_share, office_land_m2")
    assert [result.found for result in results if not result.agrees] == []


def test_a_requirement_that_came_out_otherwise_is_told_with_its_id(tmp_path: Path) -> None:
    text = text_report(checked(tmp_path, "holds", "office_floor_m2"), "en")
    assert "expected checks.land-indicators-2023/office-land holds, found" in text
    assert "expected asks.land-indicators-2023/office-land [office_floor_m2], found" in text
    assert "[office_land_m2, office_land_share]" in text
