"""The pages of the shipped law: on file as they should be, true of every project they show, and complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from random import Random
from typing import Any

import pytest
from oracle.random_projects import CHOICES, ENERGY, QUANTITIES, choices
from oracle.written import Calendar, Situation, WrittenLaw, days_of
from ruamel.yaml import YAML

from lianggao import Project, screen_project
from lianggao.audit.cases import read_cases, run_cases
from lianggao.audit.pages import differing_pages, pages_of
from lianggao.audit.pages.examples import Examples, NearMiss, examples_of
from lianggao.audit.pages.rule_page import rule_page
from lianggao.rulebook import Law
from lianggao.rulebook.requirements import is_requirement
from lianggao.screening import ProjectScreening

ROOT = Path(__file__).parents[3]
Cases = Mapping[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def pages(law: Law) -> Mapping[str, str]:
    return pages_of(law, ROOT)


@pytest.fixture(scope="module")
def cases(pages: Mapping[str, str], law: Law) -> Cases:
    """Return the cases that each rule's page shows."""
    yaml = YAML(typ="safe", pure=True)
    blocks = {rule.id: re.findall(r"^```yaml\n(.*?)^```", pages[f"{rule.id}.md"], re.M | re.S) for rule in law.rules}
    return {rule: [case for block in found for case in yaml.load(block)] for rule, found in blocks.items()}


def test_the_pages_on_file_are_what_the_rules_say(pages: Mapping[str, str]) -> None:
    assert list(differing_pages(pages, ROOT / "docs" / "rules")) == [], "make docs"


def test_every_rule_has_a_page_that_the_index_and_nothing_else_than_pages_links_to(
    pages: Mapping[str, str], law: Law
) -> None:
    assert set(pages) == {"index.md", *(f"{rule.id}.md" for rule in law.rules)}
    linked = {name: set(re.findall(r"\]\(([^)]+)\)", text)) for name, text in pages.items()}
    assert linked["index.md"] == set(pages) - {"index.md"}
    for name, targets in linked.items():
        for target in targets:
            parts: list[str] = []
            for part in PurePosixPath(name).parent.joinpath(target).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in pages, (name, target)


def test_the_cases_of_every_page_agree_with_the_law_as_a_case_file(cases: Cases, law: Law, tmp_path: Path) -> None:
    yaml = YAML(typ="safe", pure=True)
    for rule, shown in cases.items():
        path = tmp_path / f"{rule.replace('/', '.')}.cases.yaml"
        with path.open("w", encoding="utf-8") as file:
            yaml.dump({"rule": rule, "cases": shown}, file)
    results = run_cases(read_cases(tmp_path, law), law)
    assert [result.name for result in results if not result.agrees] == []
    assert len(results) == sum(len(shown) for shown in cases.values()) > 200


def test_what_is_shown_holds_for_projects_that_state_the_rest_too(cases: Cases, written: WrittenLaw) -> None:
    rng = Random(7)
    for rule, shown in cases.items():
        for case in shown:
            for _ in range(3):
                project = completed(case["project"], rng)
                held = Situation(calendar(case["as_of"], written, rng), project).holds(rule)
                assert held == (case["expect"] == "certain"), (rule, case["name"], project)


def test_a_near_miss_differs_in_one_fact_from_a_project_for_which_the_rule_holds(cases: Cases) -> None:
    for rule, shown in cases.items():
        holding = [case["project"] for case in shown if case["expect"] == "certain"]
        for case in shown:
            if case["expect"] == "impossible":
                assert any(one_apart(case["project"], project) for project in holding), (rule, case["name"])


def test_no_fact_of_the_first_example_can_be_left_out(cases: Cases) -> None:
    for rule in (
        "henan-catalog-2021/class-one",
        "energy-review-2023/provincial",
        "xuchang-signing-review-2022/off-position",
    ):
        case = cases[rule][0]
        for left_out in case["project"]:
            fewer = {name: value for name, value in case["project"].items() if name != left_out}
            assert status(screen_project(Project(**fewer), as_of=case["as_of"]), rule) != "certain"


def test_a_page_says_where_the_rule_stands_and_what_it_leaves_open(pages: Mapping[str, str], law: Law) -> None:
    for rule in law.rules:
        text, source = pages[f"{rule.id}.md"], law.sources[rule.rule.document]
        for needed in (
            rule.id,
            rule.rule.title,
            source.title,
            rule.rule.cite.place,
            rule.rule.cite.why or "",
            rule.file,
        ):
            assert needed in text
        for question in rule.rule.open_questions:
            assert law.questions[question].decision in text
        for duties in rule.rule.conclude.checklist.values():
            assert all(f"  - {duty}\n" in text for duty in duties)
        suites = [
            f"{rule.id}.boundaries.cases.yaml",
            *([] if is_requirement(rule.rule.gate) else [f"{rule.id}.cases.yaml"]),
        ]
        for suite in suites:
            assert f"`tests/rules/{suite}`：" in text


def test_the_page_of_a_requirement_says_who_checks_it_whom_it_binds_and_what_it_demands(law: Law) -> None:
    page = requirement_page("land-directory-2024/restricted-conditions", law)
    for needed in (
        "- 部门：自然资源\n",
        "- 符合时的说法：",
        "- 不符合时的说法：",
        "## 约束对象\n\n自然资源要素支撑目录类别为“限制类”\n",
        "## 要求\n\n是否符合限制类用地目录所列条件为“是”\n",
        "## 不符合的例子\n",
        "则不适用\n",
        "则符合\n",
    ):
        assert needed in page
    assert "关口" not in page
    assert "所有项目" in requirement_page("land-directory-2024/not-prohibited", law)


def test_a_slot_that_multiplies_is_said_to(law: Law) -> None:
    assert "〔新增产能（吨/年）×1.5〕" in requirement_page("steel-replacement-2021/steel", law)


def test_the_requirement_of_another_version_is_told_by_what_it_demands(law: Law) -> None:
    # 2024年本：同一法人同一厂区1:1；2021年没有这一项。
    page = requirement_page("cement-glass-replacement-2021/clinker", law)
    assert "    - 要求：条件中另有：产能置换比例（置换产能与新建产能之比）1及以上\n" in page
    assert "    - 约束对象" not in page


def requirement_page(id: str, law: Law) -> str:
    known = law.rule(id)
    assert known is not None
    return rule_page(known, law, examples_of(law, [known]).get(id))


def test_a_page_tells_how_the_other_version_of_the_rule_reads(pages: Mapping[str, str]) -> None:
    # Regulation: the revision dropped 刚玉 among others, and excludes short-process steelmaking from class one.
    earlier, later = (pages[f"henan-catalog-{year}/class-two.md"] for year in (2021, 2023))
    assert re.search(r"行业与产品工艺不含[^\n]*“刚玉”", earlier)
    assert re.search(r"行业与产品工艺另含[^\n]*“刚玉”", later)
    assert re.search(r"条件中另有：[^\n]*“短流程炼钢（电炉）”[^\n]*的除外", pages["henan-catalog-2021/class-one.md"])
    assert re.search(r"条件中没有：[^\n]*“短流程炼钢（电炉）”[^\n]*的除外", pages["henan-catalog-2023/class-one.md"])
    assert "条件中另有：年煤炭消费量（实物量）1万吨及以上" in pages["energy-review-2023/provincial.md"]
    assert "其中没有同名规则" not in pages["energy-review-2023/provincial.md"]


def test_the_index_tells_every_place_of_every_document(pages: Mapping[str, str], law: Law) -> None:
    sections = {re.findall(r"^- 编号：`(.*)`$", text, re.M)[0]: text for text in pages["index.md"].split("\n## ")[1:]}
    assert set(sections) == set(law.sources)
    for source in law.sources.values():
        assert source.contents
        for place in source.contents.places:
            (row,) = (line for line in sections[source.id].splitlines() if line.startswith(f"| {place.place} | "))
            assert place.what in row
            assert place.why is None or place.why in row


def test_without_the_repository_the_parts_that_need_it_are_left_out(law: Law) -> None:
    rule = law.rule("energy-review-2016/exempt")
    assert rule
    text = rule_page(rule, law, None)
    assert "## 测试" not in text
    assert "变更记录" not in text
    assert "没有项目能使本规则确定成立" in text


def test_an_example_that_the_screening_does_not_bear_out_is_never_written(
    law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lianggao.audit.boundaries import ContradictionError
    from lianggao.audit.pages import examples

    rule = law.rule("energy-review-2016/provincial")
    assert rule
    found = examples._examples

    def wrong(*given: Any) -> Examples | None:
        right = found(*given)
        assert right
        (miss,) = right.misses
        turned = NearMiss(miss.test, miss.failing, miss.holding, miss.status)
        return Examples(right.day, right.holding, (turned,), right.omitted, right.namer)

    monkeypatch.setattr(examples, "_examples", wrong)
    with pytest.raises(ContradictionError, match="energy-review-2016/provincial"):
        examples.examples_of(law, [rule])


def status(result: ProjectScreening, rule: str) -> str | None:
    return next((finding.status for finding in result.findings if finding.rule == rule), None)


def one_apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return set(one) == set(other) and sum(one[name] != other[name] for name in one) == 1


def calendar(day: str, law: WrittenLaw, rng: Random) -> Calendar:
    ends = ({id: rng.choice(days_of(p[end])) for id, p in law.periods.items() if p[end]} for end in ("from", "to"))
    return Calendar(law, days_of(day)[0], *ends)


def completed(facts: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    """Return the facts with every blank filled, so that nothing contradicts: blank energy figures equal stated ones."""
    project = {name: rng.choice(choices(name)) for name in CHOICES}
    if any(name.startswith("added") for name in facts):
        project["construction_nature"] = rng.choice([n for n in choices("construction_nature") if n != "new_build"])
    project |= {name: rng.choice((0.0, 500.0, 1e9)) for name in QUANTITIES if name not in ENERGY}
    return project | dict(energies(facts, rng)) | dict(facts)


def energies(facts: Mapping[str, Any], rng: Random) -> Iterator[tuple[str, float]]:
    stated = [facts[name] for name in ("energy_calorific_tce", "energy_equivalent_tce") if name in facts]
    added = [facts[name] for name in facts if name.startswith("added")]
    whole = max([*stated, *added]) if stated or added else rng.choice((0.0, 5000.0, 70000.0))
    totals = {name: facts.get(name, whole) for name in ("energy_calorific_tce", "energy_equivalent_tce")}
    yield from totals.items()
    yield "energy_unstated_tce", totals["energy_equivalent_tce"]
    yield "added_energy_calorific_tce", min([*added, totals["energy_calorific_tce"]])
    yield "added_energy_equivalent_tce", min([*added, totals["energy_equivalent_tce"]])
