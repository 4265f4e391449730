"""An impact as people and programs read it: aligned, capped in print and never in data, and without contacts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from edits import AS_OF, CARVE_OUT, LINE, edited, project

from lianggao import Law
from lianggao.audit.impact import Impact, impact_of
from lianggao.audit.impact.json_text import impact_json
from lianggao.audit.impact.text import impact_text

# The second is open by the action plan, whose basis is not certain; the last moves nowhere.
LISTED = [
    project("第一窑，联系13900005678", 11_000, stage="existing"),
    project("第二窑", 11_000, 5_000),
    project("第三窑", 10_500, stage="existing"),
    project("第四窑", 30_000),
]


@pytest.fixture(scope="module")
def impact(tmp_path_factory: pytest.TempPathFactory, law: Law) -> Impact:
    return impact_of(law, edited(tmp_path_factory.mktemp("law"), LINE), LISTED, as_of=AS_OF)


def test_the_text_names_both_sides_and_the_counts(impact: Impact) -> None:
    assert impact_text(impact).splitlines()[:5] == [
        "旧：lianggao，适用日期 2022-06-30",
        f"新：{impact.new.name}，适用日期 2022-06-30",
        "清单：4个项目，3个有变动",
        "",
        "== 河南省“两高”项目管理目录：3个项目有变动 ==",
    ]


def test_the_matrix_is_aligned_where_a_chinese_sign_takes_two_places(impact: Impact) -> None:
    lines = impact_text(impact).splitlines()
    at = lines.index("  旧＼新  第二类  未命中目录")
    assert lines[at + 1 : at + 3] == ["  第二类       1           3", ""]


def test_every_cell_tells_its_projects_with_reasons(impact: Impact) -> None:
    lines = impact_text(impact).splitlines()
    at = lines.index("  第二类 → 未命中目录（3个）")
    assert lines[at + 1] == "    第1行 第一窑，联系139******78：第二类 → 未命中目录"
    assert lines[at + 2].startswith("      旧：耐火材料（有烧结工序）列入目录22个细分行业")
    assert lines[at + 3].startswith("      新：未命中目录：没有一条规则成立")
    assert lines[at + 4] == "      规则 成立 → 不成立：henan-catalog-2021/class-two"


def test_what_concerns_a_project_as_a_whole_is_told_once(impact: Impact) -> None:
    lines = impact_text(impact).splitlines()
    reviews = [at for at, line in enumerate(lines) if line.startswith("      会审：")]
    assert len(reviews) == 1
    assert lines[reviews[0]].startswith("      会审：发展改革 须参加 → 未见须参加、")
    # The second project moves at three gates.
    assert [line.split("：")[0].strip() for line in lines].count("第2行 第二窑") == 3


def test_more_projects_than_asked_for_are_counted(impact: Impact) -> None:
    lines = impact_text(impact, limit=2).splitlines()
    assert "    另有1个未列出" in lines
    assert not any("第3行" in line for line in lines)
    assert sum("未列出" in line for line in lines) == 1
    none = impact_text(impact, limit=0)
    assert "    另有3个未列出" in none.splitlines()
    assert "行 " not in none.replace("22个细分行业", "")


def test_english_has_the_keys_of_gates_outcomes_and_departments(impact: Impact) -> None:
    lines = impact_text(impact, "en").splitlines()
    assert lines[2:5] == ["list: 4 projects, 3 moved", "", "== catalog: 3 moved =="]
    assert "  class_2 → not_listed (3)" in lines
    assert any("reviews: development required → not_required" in line for line in lines)


def test_contacts_are_hidden_unless_they_are_to_be_kept(impact: Impact) -> None:
    for hidden in (impact_text(impact), impact_json(impact)):
        assert "13900005678" not in hidden
        assert "139******78" in hidden
    for kept in (impact_text(impact, keep_contacts=True), impact_json(impact, keep_contacts=True)):
        assert "13900005678" in kept


def test_a_move_of_what_is_missing_alone_is_told_apart_from_the_gates(tmp_path: Path, law: Law) -> None:
    listed = [project("改造", 20_000, construction_nature="technical_retrofit")]
    found = impact_of(law, edited(tmp_path, CARVE_OUT), listed, as_of=AS_OF)
    lines = impact_text(found).splitlines()
    assert lines[4:] == [
        "== 各关口和核查的结果未变，会审部门或需补充信息有变：1个项目 ==",
        "    第1行 改造",
        "      需补充信息（河南省“两高”项目管理目录）：- 是否新增产能",
    ]


def test_where_nothing_moves_one_sentence_says_so(law: Law) -> None:
    still = impact_of(law, law, LISTED, as_of=AS_OF)
    assert impact_text(still).splitlines()[2:] == [
        "",
        "清单的4个项目在所有关口、部门核查、会审部门和需补充信息上都没有变动。",
    ]


def test_json_is_complete_and_the_same_every_time(impact: Impact) -> None:
    whole = json.loads(impact_json(impact))
    assert whole["moved"] == [1, 2, 3]
    assert [one["row"] for one in whole["projects"]] == [1, 2, 3]
    assert {gate["gate"] for gate in whole["gates"]} >= {"catalog", "joint_review", "ledger"}
    assert "differences" not in whole
    assert impact_json(impact) == impact_json(impact)
    assert json.loads(impact_json(impact, []))["differences"] == []


def test_a_result_can_not_be_changed(impact: Impact) -> None:
    with pytest.raises(ValueError, match="frozen"):
        impact.rows = 3
