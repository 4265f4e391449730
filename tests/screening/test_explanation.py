"""The explanation of one project: complete, each rule once, and nothing that an officer could not follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from oracle.copies import edited

from lianggao import InputError, Project, Screening, explain, load_law, load_rulebook, screen
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.requirements import Check

XUCHANG = Project(place="许昌市禹州市", stage="拟签约", construction_nature="新建")
PROJECTS = [
    XUCHANG.model_copy(update={"project_name": "熟料线", "products": "水泥熟料", "industry_code": "3011"} | energy)
    for energy in ({"energy_equivalent_tce": 118000}, {"energy_equivalent_tce": (48000, 52000)}, {})
]
PROJECTS += [
    XUCHANG.model_copy(update={"project_name": "光伏玻璃", "industry_code": "3041", "products": "光伏压延玻璃"}),
    Project(project_name="某新材料项目"),
    Project(project_name="外省炼焦", industry_code="2521", products="焦炭", place="吉林省辽源市"),
]
SECTIONS = ["采用的事实", "判定", "其他关口", "还剩多少情形", "规则逐条", "需补充信息", "部门会审"]
SECTIONS += ["处置意见", "分值", "距各条线的差距", "涉及的待定问题", "凭据"]


@pytest.fixture(scope="module", params=["2022-06-30", "2024-06-30", "2026-01-01"])
def screening(request: pytest.FixtureRequest) -> Screening:
    return screen(PROJECTS, as_of=str(request.param))


def section(text: str, title: str) -> str:
    """Return one section without its heading."""
    found = re.search(rf"^[一二三四五六七八九十]+、{title}\n(.*?)(?=\n\n|\Z)", text, re.M | re.S)
    assert found, title
    return found[1]


@pytest.mark.parametrize("row", range(1, len(PROJECTS) + 1))
def test_all_sections_stand_in_order_and_each_rule_in_force_once(screening: Screening, row: int) -> None:
    text = explain(screening, row)
    assert re.findall(r"^[一二三四五六七八九十]+、(.*)$", text, re.M) == SECTIONS
    stamp = screening.stamp(row)
    rules = [
        rule.id
        for rule in load_rulebook(stamp.as_of).rules
        if not isinstance(screening.law.gates[rule.rule.gate], Check)
    ]
    assert sorted(re.findall(r"\[([a-z0-9/-]+)\]", section(text, "规则逐条"))) == sorted(rules)
    checks = re.findall(r"\[([a-z0-9/-]+)\]", section(text, "部门会审"))
    assert sorted(checks) == sorted(check.check for check in screening.project(row).checks)
    assert stamp.law_sha256 in section(text, "凭据")


@pytest.mark.parametrize("row", range(1, len(PROJECTS) + 1))
def test_every_gate_missing_fact_department_and_question_is_there(screening: Screening, row: int) -> None:
    project, text = screening.project(row), explain(screening, row)
    for gate in project.gates:
        assert gate.title in text
        assert all(label in text for label in gate.labels)
        assert all(clause in text for clause in gate.basis)
    for fact in project.missing:
        assert fact.label in section(text, "需补充信息")
    for department in project.departments:
        assert f"  {department.label}：" in section(text, "部门会审")
        assert all(line.text in section(text, "部门会审") for line in department.checklist if department.because)
    for question in {id for finding in project.findings for id in finding.open_questions}:
        assert screening.law.questions[question].question in section(text, "涉及的待定问题")


def at(row: int, as_of: str = "2022-06-30", **options: str) -> str:
    return explain(screen(PROJECTS, as_of=as_of, **options), row)  # type: ignore[arg-type]


def test_a_determined_project_says_why_where_and_how_well_it_is_known() -> None:
    text = section(at(1), "判定")
    assert "：第一类" in text
    assert "118000吨标准煤" in text
    assert "附件1 第一类" in text
    assert "转载，读的是转载文本，与原文可能有出入" in text


def test_a_rule_that_can_not_hold_names_the_facts_that_rule_it_out() -> None:
    lines = section(at(1), "规则逐条").split("\n")
    below = next(n for n, line in enumerate(lines) if "[henan-catalog-2021/class-two]" in line)
    assert lines[below + 1].strip() == "年综合能源消费量（等价值）：118000吨标准煤"
    glass = next(n for n, line in enumerate(lines) if "[henan-catalog-2021/class-two-pv-glass]" in line)
    assert lines[glass + 1].endswith("（任一项即可排除）")
    assert "行业与产品工艺：水泥熟料" in lines[glass + 1]


def test_facts_that_rule_out_only_together_are_said_to() -> None:
    retrofit = Project(products="水泥熟料", industry_code="3011", place="禹州市", construction_nature="技术改造")
    project = retrofit.model_copy(
        update={"energy_equivalent_tce": 60000, "main_process_changed": "no", "capacity_added": "no"}
    )
    lines = section(explain(screen([project], as_of="2022-06-30"), 1), "规则逐条").split("\n")
    ruled_out = next(n for n, line in enumerate(lines) if "[henan-catalog-2021/class-one]" in line)
    assert lines[ruled_out + 1].strip().startswith("几项事实合起来排除：")
    assert "是否新增产能：否" in lines[ruled_out + 1]


def test_a_missing_fact_says_which_answer_gives_which_outcome() -> None:
    text = section(at(2), "需补充信息")
    assert "年综合能源消费量（等价值）（请项目单位提供）" in text
    assert "→ 第一类" in text
    assert "→ 第二类" in text


def test_an_open_question_is_for_the_authority() -> None:
    text = section(at(4), "需补充信息")
    assert "“平板玻璃”是否包括光伏压延玻璃（须由主管部门明确）" in text


def test_worlds_are_counted_and_open_facts_named() -> None:
    few, many = section(at(1), "还剩多少情形"), section(at(5), "还剩多少情形")
    counts = [[int(n) for n in re.findall(r"(?:共|还剩)(\d+)种", text)] for text in (few, many)]
    assert counts[0][0] == counts[1][0] == counts[1][1] > counts[0][1]
    assert "所在县（市、区）" in many
    assert "所在县（市、区）" not in few


def test_stated_and_inferred_facts_are_told_apart() -> None:
    stated, inferred = section(at(1), "采用的事实").split("由清单所填识别或推定：")
    assert "项目阶段：拟签约" in stated
    assert "行业与产品工艺：水泥熟料" in inferred


def test_a_text_below_the_floor_settles_nothing() -> None:
    text = at(1, trust="official")
    assert "：需补充信息" in section(text, "判定")
    assert "可信度低于所设下限" in section(text, "判定")
    assert "成立：" not in section(text, "规则逐条").replace("可能成立：", "").replace("不成立：", "")


def test_a_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="row-unknown"):
        at(7)


BUILDS_ON_REQUIREMENT = """\
id: land-directory-2024/asks
title: 用地不合目录的
gate: national
when: {gate: land-directory-2024/not-prohibited, is: fails}
conclude: {outcome: in_scope}
because: 测试
"""


def test_a_gate_that_builds_on_a_requirement_is_explained_by_what_became_of_it(tmp_path: Path) -> None:
    cite = re.search(r"(?m)^cite:\n(  .*\n)+", load_text("rules/land-directory-2024/checks/not-prohibited.yaml"))
    assert cite
    law = load_law(edited(tmp_path, {"rules/land-directory-2024/asks.yaml": BUILDS_ON_REQUIREMENT + cite[0]}))
    screening = screen([Project(land_directory_class="encouraged")], as_of="2025-06-30", law=law)
    told = section(explain(screening, 1), "规则逐条")
    (said,) = re.findall(r"land-directory-2024/asks\]\n(.*)", told)
    assert "不属禁止类用地项目" in said
    assert "符合" in said


def load_text(file: str) -> str:
    return (shipped_law() / file).read_text(encoding="utf-8")
