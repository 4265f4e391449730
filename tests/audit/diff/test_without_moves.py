"""Changes that are told without moving any world: words, points, checklist lines, and what no table shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from law_edits import R21
from oracle.copies import Edits, edited

from lianggao.audit.diff import LawDiff, diff_laws, diff_rulebooks
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.home import shipped_law

Compared = Callable[[Edits], LawDiff]


@pytest.fixture
def compared(law: Law, tmp_path: Path) -> Compared:
    return lambda edits: diff_laws(law, load_law(edited(tmp_path, edits)))


def test_a_sentence_is_words_only(compared: Compared) -> None:
    diff = compared({f"{R21}/class-one.yaml": [('because: "', 'because: "经核，')]})
    assert diff.same
    (change,) = diff.rules
    assert (change.rule, change.change, change.parts) == ("henan-catalog-2021/class-one", "changed", ("because",))


def test_points_change_no_verdict_and_yet_something(compared: Compared) -> None:
    diff = compared({f"{R21}/class-one.yaml": [("points: 40", "points: 30")]})
    assert set(diff.verdicts.values()) == {"equal"}
    assert [change.parts for change in diff.rules] == [("points",)]
    assert (diff.differs, diff.complete, diff.same) == (True, True, False)


def test_a_checklist_line_that_goes_is_named_with_its_department(compared: Compared) -> None:
    diff = compared({"rules/energy-review-2016/checklist-development.yaml": [("      - 节能审查结论\n", "")]})
    assert set(diff.verdicts.values()) == {"equal"}
    (change,) = diff.rules
    assert (change.duties_added, change.duties_removed) == ((), ("development: 节能审查结论",))
    assert diff.differs


def test_a_definition_under_another_name_is_equal(compared: Compared) -> None:
    old, new = "henan-catalog-2021/class-one-scope", "henan-catalog-2021/first-scope"
    text = (shipped_law() / file_of(old)).read_text(encoding="utf-8")
    diff = compared(
        {
            file_of(old): None,
            file_of(new): text.replace(old, new),
            f"{R21}/class-one.yaml": [(old, new)],
            f"{R21}/retrofit-excluded.yaml": [(old, new)],
        }
    )
    assert diff.same
    assert {change.parts for change in diff.rules} == {("writing",)}
    assert diff.other_changes == (f"definitions/{old}（-）", f"definitions/{new}（+）")


def file_of(definition: str) -> str:
    document, name = definition.split("/")
    return f"rules/{document}/definitions/{name}.yaml"


def test_terms_are_named_as_not_compared(compared: Compared) -> None:
    diff = compared(
        {
            "catalogs/terms/terms.csv": [
                ("term,role,activity,trust,note\n", "term,role,activity,trust,note\n磐石料,product,lime,recalled,\n")
            ]
        }
    )
    assert diff.not_compared == ("catalogs/terms/terms.csv",)
    assert (diff.differs, diff.complete, diff.same) == (False, False, False)
    assert set(diff.verdicts.values()) == {"equal"}


def test_a_value_that_only_one_vocabulary_has_is_named_as_not_compared(compared: Compared) -> None:
    diff = compared(
        {"catalogs/vocabulary/enumerations.csv": [("stage,proposed,", "stage,planning,规划中,\nstage,proposed,")]}
    )
    assert all(
        any("stage" in what.text and "planning" in what.text for what in p.not_compared)
        for p in diff.periods
        if p.first >= "2022"
    )
    assert "catalogs/vocabulary/enumerations.csv" in diff.not_compared
    assert not diff.complete


def test_a_field_that_the_new_vocabulary_lacks_is_still_told_of(tmp_path: Path) -> None:
    table, rule = "catalogs/vocabulary/fields.csv", "rules/energy-carbon-review-2025/provincial.yaml"
    old = edited(tmp_path / "old", {rule: [("  any:\n", "  any:\n    - {field: gas_m3, at_least: 3000000}\n")]})
    (row,) = (line for line in (old / table).read_text(encoding="utf-8").splitlines(True) if line.startswith("gas_m3,"))
    new = edited(tmp_path / "new", {table: [(row, "")]})
    diff = diff_rulebooks(*(load_rulebook("2025-10-01", load_law(folder)) for folder in (old, new)))
    (gate,) = (gate for gate in diff.periods[0].gates if gate.changed)
    assert (gate.gate, gate.verdict) == ("energy_review", "looser")
    areas = [area for move in gate.moves if move.kind == "outcome" for area in move.areas]
    assert areas
    for area in areas:
        (limit,) = (limit for limit in area.limits if limit.axis == "gas_m3")
        assert limit.text == "年用天然气量300万立方米及以上"
        assert area.example is not None
        assert area.example.facts["gas_m3"] == 3000000


def test_an_edit_that_makes_a_table_too_large_names_the_side_and_the_rule(law: Law, tmp_path: Path) -> None:
    diff = diff_laws(law, load_law(edited(tmp_path, {f"{R21}/wide.yaml": wide(law)})))
    left_out = {what.text for period in diff.periods for what in period.not_compared}
    assert {period.first for period in diff.periods if period.not_compared} >= {"2021-12-01"}
    assert all(what.startswith(f"{tmp_path}：{R21}/wide.yaml:1:1: too-many-worlds: ") for what in left_out)
    assert not diff.complete


def wide(law: Law) -> str:
    """Return a rule that asks for every activity in every county apart, with many other facts."""
    counties, activities = (list(law.vocabulary[name].values) for name in ("county", "activity"))
    pairs = [(county, activities[at % len(activities)]) for at, county in enumerate(counties)]
    lines = [f"    - {{all: [{{field: county, is: '{c}'}}, {{field: activity, is: {a}}}]}}\n" for c, a in pairs]
    yes = ("eia_done", "energy_review_done", "hazardous_chemicals", "heavy_metal_emission", "process_changed")
    lines += [f"    - {{field: {name}, is: 'yes'}}\n" for name in (*yes, "main_process_changed", "capacity_added")]
    lines += [f"    - {{field: stage, is: {stage}}}\n" for stage in ("signing", "proposed", "existing")]
    text = (shipped_law() / R21 / "class-one.yaml").read_text(encoding="utf-8")
    rule = text.replace("class-one\n", "wide\n", 1)
    before, _, after = rule.partition("when:\n")
    return f"{before}when:\n  any:\n{''.join(lines)}conclude:{after.partition('conclude:')[2]}"


def test_gates_that_wait_for_each_other_the_other_way_round_are_not_compared(tmp_path: Path) -> None:
    waits = "rules/henan-action-plan-2021/priority-line.yaml"
    edits: Edits = {
        waits: [("when:\n  all:\n", "when:\n  all:\n    - {gate: joint_review, is: required}\n")],
        "rules/henan-joint-review-2021/planned-listed.yaml": [("    - {gate: catalog, in: [class_1, class_2]}\n", "")],
        "rules/gates/joint_review.yaml": [("    - not: {gate: catalog, is: not_applicable}\n", "")],
    }
    back: Edits = {
        **edits,
        waits: [],
        "rules/henan-joint-review-2021/planned-listed.yaml": [
            ("    - {gate: catalog, in: [class_1, class_2]}\n", "    - {gate: action_plan, is: priority}\n")
        ],
    }
    one, other = (load_law(edited(tmp_path / name, some)) for name, some in (("one", edits), ("other", back)))
    diff = diff_laws(one, other)
    assert any("circular-gates" in what.text_en for period in diff.periods for what in period.not_compared)
    assert not diff.complete


def test_a_rule_whose_text_is_known_less_well_is_not_the_same(compared: Compared) -> None:
    # It holds just where it held, but a reader who asks for reprints gets nothing from it any more.
    diff = compared({f"{R21}/class-one.yaml": [("trust: reprint", "trust: recalled")]})
    assert set(diff.verdicts.values()) == {"equal"}
    assert [(change.rule, change.parts) for change in diff.rules] == [
        ("henan-catalog-2021/class-one", ("cite", "trust"))
    ]
    assert diff.differs
    assert not diff.same
