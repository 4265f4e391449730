"""The reviews worked by hand: which procedure asks for which departments, at which stage and on which grounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from building import BASE, CLINKER, ELSEWHERE, NANYANG, XUCHANG, Stated, outcomes, reviews, screen_one, statuses
from oracle.copies import edited

from lianggao import Project, load_law, screen_project
from lianggao.rulebook import Law

LISTED: Stated = {**CLINKER, "county": NANYANG, "energy_equivalent_tce": 60000}
PLAIN: Stated = {
    **BASE,
    "activity": "other",
    "stage": "signing",
    "hazardous_chemicals": "no",
    "heavy_metal_emission": "no",
    "local_positioning": "fits",
    "directory_class": "permitted",
}
"""A candidate contract in 许昌 without any ground for the review."""

SIGNED = "2023-07-01"
"""许商务〔2022〕70号 is dated to the year 2022, so that its practice is certain from 2023 on."""

PROVINCIAL = {"development", "industry", "land", "environment"}
MUNICIPAL = {"commerce", "development", "land", "environment"}


def joined(law: Law, stated: Stated, day: str, how: str) -> set[str]:
    return {name for name, review in reviews(screen_one(law, stated, day)).items() if review == how}


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("signing", {"required"}),
        ("proposed", {"required"}),
        ("under_construction", {"not_required"}),
        ("existing", {"not_required"}),
        (["proposed", "existing"], {"required", "not_required"}),
    ],
)
def test_the_joint_review_is_for_listed_projects_not_yet_begun(law: Law, stage: Any, expected: set[str]) -> None:
    assert outcomes(screen_one(law, {**LISTED, "stage": stage}), "joint_review") == expected


def test_the_joint_review_brings_four_departments_and_not_commerce(law: Law) -> None:
    assert joined(law, LISTED, "2022-06-30", "required") == PROVINCIAL
    assert joined(law, LISTED, "2022-06-30", "not_required") == {"commerce"}


def test_departments_are_required_where_either_class_would_bring_them(law: Law) -> None:
    """Undetermined between class 1 and 2 is still certain to need the joint review."""
    either = {**LISTED, "energy_equivalent_tce": (48000, 52000)}
    assert screen_one(law, either).determination == "undetermined"
    assert joined(law, either, "2022-06-30", "required") == PROVINCIAL


def test_departments_are_possible_where_the_class_is_open(law: Law) -> None:
    blank = {name: value for name, value in LISTED.items() if name != "energy_equivalent_tce"}
    assert joined(law, blank, "2022-06-30", "possible") == PROVINCIAL


def test_a_listed_project_has_a_checklist_for_each_department_of_the_joint_review(law: Law) -> None:
    found = screen_one(law, LISTED).departments
    mine = "henan-joint-review-2021/"
    lines = {d.department: {x.status for x in d.checklist if x.rule.startswith(mine)} for d in found}
    assert all(lines[name] == {"certain"} for name in PROVINCIAL)
    assert lines["commerce"] == set()


def test_no_ground_means_the_review_of_a_candidate_contract_is_only_advised(law: Law) -> None:
    result = screen_one(law, PLAIN, SIGNED)
    assert result.gate("signing_review").outcome == "advised"
    assert {name for name, review in reviews(result).items() if review == "possible"} == MUNICIPAL
    assert reviews(result)["industry"] == "not_required"


@pytest.mark.parametrize(
    ("rule", "ground"),
    [
        ("high-risk", {"hazardous_chemicals": "yes"}),
        ("high-risk", {"heavy_metal_emission": "yes"}),
        ("off-position", {"local_positioning": "does_not_fit"}),
        ("off-position", {"directory_class": "restricted"}),
        ("off-position", {"directory_class": "eliminated"}),
        ("high-emission", {"activity": "copper_primary", "energy_equivalent_tce": 500}),
        ("high-emission", {"activity": "coking", "energy_equivalent_tce": 500}),
    ],
)
def test_each_ground_alone_requires_the_review_by_four_departments(law: Law, rule: str, ground: Stated) -> None:
    result = screen_one(law, {**PLAIN, **ground}, SIGNED)
    assert result.gate("signing_review").outcome == "required"
    assert {name for name, review in reviews(result).items() if review == "required"} == MUNICIPAL
    grounds = {"high-energy", "high-emission", "high-risk", "off-position"}
    assert {id for id in statuses(result) if id.rsplit("/")[-1] in grounds} == {f"xuchang-signing-review-2022/{rule}"}


def test_high_energy_is_a_ground_by_the_catalog_or_by_the_action_plan(law: Law) -> None:
    rolling = {**PLAIN, "activity": "nonferrous_rolling", "energy_equivalent_tce": 20000}
    for basis, expected in (("equivalent", "required"), (None, None), ("calorific", "advised")):
        told = {"reading_action_plan_basis": basis, "energy_calorific_tce": 9000} if basis else {}
        gate = screen_one(law, {**rolling, **told}, SIGNED).gate("signing_review")
        assert gate.outcome == (expected or "undetermined")
    assert "xuchang-signing-review-2022/high-energy" in statuses(screen_one(law, {**LISTED, **rolling}, SIGNED))


def test_an_unknown_ground_leaves_the_review_between_advised_and_required(law: Law) -> None:
    blank = {name: value for name, value in PLAIN.items() if name != "heavy_metal_emission"}
    assert outcomes(screen_one(law, blank, SIGNED), "signing_review") == {"required", "advised"}


@pytest.mark.parametrize("stage", ["proposed", "under_construction", "existing"])
def test_the_signing_review_is_for_candidate_contracts_only(law: Law, stage: str) -> None:
    stated = {**PLAIN, "stage": stage, "hazardous_chemicals": "yes"}
    assert screen_one(law, stated, SIGNED).gate("signing_review").outcome == "not_required"


def test_the_signing_review_is_for_xuchang_only(law: Law) -> None:
    for county, expected in ((XUCHANG, "advised"), (NANYANG, "not_applicable"), (ELSEWHERE, "not_applicable")):
        assert screen_one(law, {**PLAIN, "county": county}, SIGNED).gate("signing_review").outcome == expected
    either = outcomes(screen_one(law, {**PLAIN, "county": [XUCHANG, NANYANG]}, SIGNED), "signing_review")
    assert either == {"advised", "not_applicable"}


def test_outside_henan_only_the_national_gates_apply(law: Law) -> None:
    result = screen_one(law, {**LISTED, "county": ELSEWHERE}, SIGNED)
    off = {gate.gate for gate in result.gates if gate.outcome == "not_applicable"}
    assert off == {"catalog", "action_plan", "joint_review", "ledger", "signing_review"}
    assert result.gate("national").outcome == "in_scope"
    assert set(reviews(result).values()) == {"not_required"}


@pytest.mark.parametrize("activity", ["lime", "coking"])
def test_a_department_joins_where_a_deciding_or_a_following_rule_calls_it(tmp_path: Path, activity: str) -> None:
    # Lime is one of the six industries as written; coking is in scope by inference only, so that for coking nothing but
    # the following rule calls the land authority.
    called = "conclude:\n  departments: [land]\n"
    law = load_law(
        edited(
            tmp_path,
            {
                "rules/mee-source-control-2021/six-industries.yaml": [("conclude:\n", called)],
                "rules/mee-source-control-2021/checklist-environment.yaml": [("conclude:\n", called)],
            },
        )
    )
    project = screen_project(Project(activity=activity, county=ELSEWHERE), as_of="2022-06-30", law=law)
    assert {d.department: d.review for d in project.departments}["land"] == "required"
