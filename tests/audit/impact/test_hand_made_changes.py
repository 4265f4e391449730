"""Changes of the law made by hand, each with a few projects whose moves are worked out from the text of the law.

附件1 第二类：22个细分行业，等价值1万吨及以上、不足5万吨。会商联审：拟建且列入目录的，发改、工信、自然资源、生态环境
参加。台账：列入目录，或属65号文重点范围（1万吨及以上，口径未明）的拟建项目严格准入。
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from edits import (
    AS_OF,
    BOTH_OR_NEITHER,
    BY_ELECTRICITY,
    CARVE_OUT,
    ITEM,
    LATER,
    LINE,
    REPORTED,
    TERM,
    edited,
    edited_folder,
    project,
)

from lianggao import Law, Project, load_law
from lianggao.audit.diff import diff_laws
from lianggao.audit.impact import Impact, impact_of

FOUR = ("development", "industry", "land", "environment")
Moves = dict[str, tuple[dict[str, str], dict[str, str]]]

CALLED_OFF = {"catalog": "class_2 -> not_listed", "joint_review": "required -> not_required"}
OPENED = {"catalog": "class_2 -> class_2|not_listed", "joint_review": "required -> required|not_required"}


def reviews(move: str) -> dict[str, str]:
    return dict.fromkeys(FOUR, move)


def moves_of(impact: Impact) -> Moves:
    """Return gates and departments that changed, by the name of each project that moved."""
    found: Moves = {}
    for one in impact.projects:
        gates = {}
        for gate in one.gates:
            sides = [(*said.outcomes, *(["undetermined"] if said.below_floor else [])) for said in (gate.old, gate.new)]
            gates[gate.gate] = " -> ".join("|".join(names) for names in sides)
        found[one.name] = (gates, {d.department: f"{d.old} -> {d.new}" for d in one.departments})
    return found


def cells_of(impact: Impact, gate: str) -> dict[tuple[str, str], tuple[int, tuple[int, ...]]]:
    known = next(one for one in impact.gates if one.gate == gate)
    return {(cell.old, cell.new): (cell.projects, cell.rows) for cell in known.cells}


def missing_of(impact: Impact, row: int) -> dict[str, tuple[list[str], list[str]]]:
    return {
        one.gate: ([fact.field for fact in one.added], [fact.field for fact in one.removed])
        for one in impact.project(row).missing
    }


# 等价值 is never below 当量值, so that row 5 is at 10 000 at least.
# Of row 8 the action plan says priority by 等价值 and outside by 当量值; without the catalog its ledger is open.
LINES = [
    project("一万", 10_000),
    project("不足一万二", 11_999.99),
    project("一万二", 12_000),
    project("跨过一万二", (11_000, 13_000)),
    project("只填当量值"),
    project("省外", 11_000, county="outside_henan"),
    project("存量", 11_000, stage="existing"),
    project("口径未明", 11_000, 5_000),
    project("不足一万", 9_999, 9_000),
    project("未填", None, None),
]


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory, law: Law) -> Impact:
    """Return what raising the line of class two to 12 000 moves."""
    return impact_of(law, edited(tmp_path_factory.mktemp("line"), LINE), LINES, as_of=AS_OF)


def test_a_raised_line_moves_what_lies_between_the_old_and_the_new(raised: Impact) -> None:
    assert moves_of(raised) == {
        "一万": (CALLED_OFF, reviews("required -> not_required")),
        "不足一万二": (CALLED_OFF, reviews("required -> not_required")),
        "跨过一万二": (OPENED, reviews("required -> possible")),
        "只填当量值": (
            {"catalog": "class_1|class_2 -> class_1|class_2|not_listed", "joint_review": OPENED["joint_review"]},
            reviews("required -> possible"),
        ),
        "存量": ({"catalog": "class_2 -> not_listed"}, {}),
        "口径未明": (
            {**CALLED_OFF, "ledger": "strict_admission -> strict_admission|no_measure"},
            reviews("required -> not_required"),
        ),
    }
    assert (raised.rows, raised.moved) == (10, (1, 2, 4, 5, 7, 8))


def test_the_matrix_counts_every_project_and_names_the_moved_ones(raised: Impact) -> None:
    assert cells_of(raised, "catalog") == {
        ("class_2", "class_2"): (1, ()),
        ("class_2", "not_listed"): (4, (1, 2, 7, 8)),
        ("class_2", "undetermined"): (1, (4,)),
        ("not_listed", "not_listed"): (1, ()),
        ("undetermined", "undetermined"): (2, (5,)),
        ("not_applicable", "not_applicable"): (1, ()),
    }
    assert all(sum(cell.projects for cell in gate.cells) == 10 for gate in raised.gates)


def test_a_moved_project_says_why_and_which_rules_hold_no_longer(raised: Impact) -> None:
    one = raised.project(1)
    catalog = one.gates[0]
    assert catalog.old.reason.startswith(
        "耐火材料（有烧结工序）列入目录22个细分行业，年综合能源消费量（等价值）10000吨标准煤"
    )
    assert catalog.new.reason.startswith("未命中目录：没有一条规则成立")
    assert catalog.old.basis[0].endswith("附件1 第二类")
    rules = {rule.rule: (rule.old, rule.new) for rule in one.rules}
    assert rules.pop("henan-catalog-2021/class-two") == ("certain", None)
    assert rules.pop("henan-joint-review-2021/planned-listed") == ("certain", None)
    # Each of the four departments has a checklist that follows from the joint review.
    assert rules == {f"henan-joint-review-2021/checklist-{name}": ("certain", None) for name in FOUR}


def test_a_fact_that_matters_only_now_is_asked_for(raised: Impact) -> None:
    assert missing_of(raised, 4) == {"catalog": (["energy_equivalent_tce"], [])}
    assert missing_of(raised, 1) == {}


def test_facts_that_matter_only_together_are_compared_too(tmp_path: Path, law: Law) -> None:
    """By 等价值 or by another figure, as a reading has it: no answer alone settles anything, so all three are asked."""
    impact = impact_of(law, edited(tmp_path, BY_ELECTRICITY), [project("未填", None, None)], as_of=AS_OF)
    assert (impact.moved, impact.elsewhere) == ((1,), (1,))
    assert missing_of(impact, 1) == {"action_plan": (["electricity_kwh"], ["energy_calorific_tce"])}


def test_a_fact_that_no_longer_settles_anything_by_itself_is_no_longer_asked_for(tmp_path: Path, law: Law) -> None:
    """Touching the main works (or adding capacity) was the second class; now it takes both answers to tell."""
    listed = [project("都未填", 20_000, construction_nature=None)]
    impact = impact_of(law, edited(tmp_path, BOTH_OR_NEITHER), listed, as_of=AS_OF)
    assert impact.elsewhere == (1,)
    assert missing_of(impact, 1) == {"catalog": ([], ["main_process_changed", "capacity_added"])}


def test_an_item_dropped_from_the_catalog_moves_its_projects_below_the_first_class(tmp_path: Path, law: Law) -> None:
    listed = [
        project("耐火材料", 20_000),
        project("第一类按行业", 60_000),
        project("石灰", 20_000, activity="lime"),
        project("不明是哪种", 20_000, activity=None),
    ]
    impact = impact_of(law, edited(tmp_path, ITEM), listed, as_of=AS_OF)
    assert moves_of(impact) == {"耐火材料": (CALLED_OFF, reviews("required -> not_required"))}


def test_a_looser_carve_out_moves_only_retrofits_that_leave_the_main_works_alone(tmp_path: Path, law: Law) -> None:
    def retrofit(name: str, main: str | None, capacity: str | None) -> Project:
        changed = {"main_process_changed": main, "capacity_added": capacity}
        return project(name, 20_000, construction_nature="technical_retrofit", **changed)

    listed = [
        retrofit("新增产能", "no", "yes"),
        retrofit("本已不计入", "no", "no"),
        retrofit("涉及主体", "yes", "yes"),
        retrofit("产能未填", "no", None),
        retrofit("都未填", None, None),
        project("新建", 20_000),
    ]
    impact = impact_of(law, edited(tmp_path, CARVE_OUT), listed, as_of=AS_OF)
    assert moves_of(impact) == {
        "新增产能": (
            {"catalog": "class_2 -> excluded", "joint_review": "required -> not_required"},
            reviews("required -> not_required"),
        ),
        "产能未填": (
            {"catalog": "excluded|class_2 -> excluded", "joint_review": "required|not_required -> not_required"},
            reviews("possible -> not_required"),
        ),
        "都未填": ({}, {}),
    }
    assert missing_of(impact, 4) == {"catalog": ([], ["capacity_added"])}
    assert missing_of(impact, 5) == {"catalog": ([], ["capacity_added"])}
    assert impact.elsewhere == (5,)


def test_a_document_that_begins_later_no_longer_applies_before(tmp_path: Path, law: Law) -> None:
    listed = [project("拟建", 20_000), project("省外", 20_000, county="outside_henan")]
    later = edited(tmp_path, LATER)
    gone = {"catalog": "class_2 -> not_applicable", "joint_review": "required -> not_applicable"}
    impact = impact_of(law, later, listed, as_of=AS_OF)
    assert moves_of(impact) == {"拟建": (gone, reviews("required -> not_required"))}
    assert impact_of(law, later, listed, as_of="2022-07-01").moved == ()


def test_two_dates_show_what_one_law_changes_between_them(law: Law) -> None:
    """The catalog is in force from December 2021; the action plan from 11 November."""
    impact = impact_of(law, law, [project("拟建", 20_000)], as_of=("2021-11-30", "2022-06-30"))
    came = {"catalog": "not_applicable -> class_2", "joint_review": "not_applicable -> required"}
    assert moves_of(impact) == {"拟建": (came, reviews("not_required -> required"))}
    assert (impact.old.as_of, impact.new.as_of) == ("2021-11-30", "2022-06-30")
    assert impact.project(1).as_of == ("2021-11-30", "2022-06-30")


def test_each_project_keeps_its_own_date_where_none_is_asked_for(tmp_path: Path, law: Law) -> None:
    listed = [project("旧", 11_000, decision_date="2022-06-30"), project("新", 11_000, decision_date="2024-06-30")]
    impact = impact_of(law, edited(tmp_path, LINE), listed)
    # The catalog of 2023 has a line of its own.
    assert [one.name for one in impact.projects] == ["旧"]


def test_a_new_term_moves_what_it_recognises_although_no_table_differs(tmp_path: Path, law: Law) -> None:
    listed = [
        project("磐石料", 20_000, activity=None, products="磐石料3万吨/年"),
        project("他物", 20_000, activity=None, products="数控机床"),
    ]
    new = edited(tmp_path, TERM)
    compared = diff_laws(law, new)
    assert (compared.differs, compared.not_compared) == (False, ("catalogs/terms/terms.csv",))
    impact = impact_of(law, new, listed, as_of=AS_OF)
    assert impact.moved == (1,)
    one = impact.project(1)
    assert (one.gates[0].old.outcomes, one.gates[0].new.outcomes) == (("class_2", "not_listed"), ("class_2",))
    assert {fact.field: fact.new for fact in one.facts}["activity"] == "耐火材料（有烧结工序）"
    assert "activity" in missing_of(impact, 1)["catalog"][1]


def test_a_gate_that_only_one_law_has_does_not_apply_in_the_other(tmp_path: Path, law: Law) -> None:
    folder = edited_folder(tmp_path)
    (folder / "rules/gates/energy_review.yaml").unlink()
    for name in ("energy-review-2016", "energy-review-2023", "energy-carbon-review-2025"):
        shutil.rmtree(folder / "rules" / name)
    without = load_law(folder)
    listed = [project("省级审查", 20_000)]
    for old, new, move in (
        (law, without, "provincial -> not_applicable"),
        (without, law, "not_applicable -> provincial"),
    ):
        impact = impact_of(old, new, listed, as_of=AS_OF)
        assert moves_of(impact) == {"省级审查": ({"energy_review": move}, {})}
        assert next(gate.title for gate in impact.gates if gate.gate == "energy_review") == "固定资产投资项目节能审查"


def test_what_is_trusted_less_than_asked_for_moves_to_undetermined(tmp_path: Path, law: Law) -> None:
    new, listed = edited(tmp_path, REPORTED), [project("拟建", 20_000)]
    withheld = {
        "catalog": "class_2 -> class_2|undetermined",
        "joint_review": "required -> required|undetermined",
    }
    impact = impact_of(law, new, listed, as_of=AS_OF, trust="reprint")
    assert moves_of(impact) == {"拟建": (withheld, reviews("required -> possible"))}
    assert cells_of(impact, "catalog") == {("class_2", "undetermined"): (1, (1,))}
    assert impact.project(1).gates[0].new.reason.startswith("所依文本的可信度低于所设下限，不作认定")
    assert impact_of(law, new, listed, as_of=AS_OF).moved == ()


def test_nothing_moves_between_a_law_and_its_copy(tmp_path: Path, law: Law) -> None:
    impact = impact_of(law, edited(tmp_path), LINES, as_of=AS_OF)
    assert (impact.moved, impact.projects, impact.elsewhere) == ((), (), ())
    with pytest.raises(KeyError):
        impact.project(1)


def test_an_empty_list_moves_nowhere(tmp_path: Path, law: Law) -> None:
    impact = impact_of(law, edited(tmp_path, LINE), [], as_of=AS_OF)
    assert (impact.rows, impact.moved) == (0, ())
    assert all(gate.cells == () for gate in impact.gates)
