"""Finer points: what decides and what follows, gates that move each other, vague dates, and possible examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from law_edits import CLASS_TWO, PLANNED, R21
from oracle.areas import regions
from oracle.copies import Edits, edited

from lianggao import Project, screen_project
from lianggao.audit.diff import GateDiff, LawDiff, Move, diff_rulebooks
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.home import shipped_law

DAY = "2022-12-31"


def compared(old: Law, new: Law, day: str = DAY) -> LawDiff:
    return diff_rulebooks(load_rulebook(day, old), load_rulebook(day, new))


def gate_of(diff: LawDiff, gate: str) -> GateDiff:
    (found,) = (one for one in diff.periods[0].gates if one.gate == gate)
    return found


def move_of(gate: GateDiff, kind: str, old: str, new: str) -> Move:
    (found,) = (move for move in gate.moves if (move.kind, move.old, move.new) == (kind, old, new))
    return found


def test_a_department_called_by_less_of_what_follows_is_lost_there_alone(law: Law, tmp_path: Path) -> None:
    checklist = "rules/henan-joint-review-2021/checklist-land.yaml"
    both = "{all: [{gate: joint_review, is: required}, {field: stage, is: signing}]}"
    edits: Edits = {
        PLANNED: [("industry, land, environment", "industry, environment")],
        checklist: [
            ("when: {gate: joint_review, is: required}", f"when: {both}"),
            ("conclude:\n", "conclude:\n  departments: [land]\n"),
        ],
    }
    new = load_law(edited(tmp_path, edits))
    gate = gate_of(compared(law, new), "joint_review")
    assert gate.verdict == "looser"
    assert [move.subject for move in gate.moves if move.kind == "department"] == ["land"]
    (area,) = move_of(gate, "department", "required", "not_required").areas
    assert regions(area.limits)["stage"] == {"proposed"}
    assert {"henan-joint-review-2021/planned-listed"} <= set(area.rules)
    assert area.example is not None
    assert (area.example.old, area.example.new) == (("required",), ("not_required",))


def test_what_a_later_rule_would_do_by_itself_is_not_laid_to_an_earlier_gate(law: Law, tmp_path: Path) -> None:
    edits: Edits = {
        CLASS_TWO: [("at_least: 10000", "at_least: 12000")],
        PLANNED: [("[signing, proposed]", "[proposed]")],
    }
    gate = gate_of(compared(law, load_law(edited(tmp_path, edits))), "joint_review")
    areas = move_of(gate, "outcome", "required", "not_required").areas
    by_stage = {frozenset(regions(area.limits).get("stage", ())): set(area.rules) for area in areas}
    assert by_stage[frozenset({"signing"})] == {"henan-joint-review-2021/planned-listed"}
    assert by_stage.keys() - {frozenset({"signing"})}
    for stages, rules in by_stage.items():
        assert ("henan-catalog-2021/class-two" in rules) == ("proposed" in stages)


@pytest.mark.slow
def test_two_vague_dates_that_differ_are_two_doubts(law: Law, tmp_path: Path) -> None:
    new = load_law(edited(tmp_path, {f"{R21}/source.yaml": [('{from: "2021-12",', '{from: "2021",')]}))
    gate = gate_of(compared(law, new, "2021-12-10"), "catalog")
    assert gate.verdict == "mixed"
    text = "in_force:henan-catalog-2021"
    for old, after, doubts in (("class_1", "not_applicable", "yes no"), ("not_applicable", "class_1", "no yes")):
        limits = regions(move_of(gate, "outcome", old, after).areas[0].limits)
        assert [limits[f"{text}@{book}"] for book in (0, 1)] == [{doubt} for doubt in doubts.split()]


def test_an_example_sells_power_where_only_that_makes_its_figures_possible(tmp_path: Path) -> None:
    table = "catalogs/activities/activities.csv"
    (row,) = (line for line in read(table).splitlines(True) if line.startswith("coal_power,"))
    last = read(table).splitlines(True)[-1]
    line, groups = "rules/henan-action-plan-2021/priority-line.yaml", "petrochemical, chemical, coal_chemical, "
    moved: Edits = {table: [(row, ""), (last, last + row)], line: [(groups, "")]}
    higher = ("{field: energy_calorific_tce, at_least: 10000}", "{field: energy_calorific_tce, at_least: 70000}")
    edits: Edits = {**moved, line: [(groups, ""), higher]}
    old, new = (load_law(edited(tmp_path / name, some)) for name, some in (("old", moved), ("new", edits)))
    diff, seen = compared(old, new), 0
    for gate in diff.periods[0].gates:
        for move in (move for move in gate.moves if move.kind == "outcome"):
            for area in move.areas:
                assert area.example is not None
                assert (area.example.old, area.example.new) == ((move.old,), (move.new,))
                seen += 1
    assert seen
    example = move_of(gate_of(diff, "action_plan"), "outcome", "priority", "outside").areas[0].example
    assert example is not None
    project = Project.model_validate(example.facts)
    assert [screen_project(project, as_of=DAY, law=one).gate("action_plan").outcome for one in (old, new)] == [
        "priority",
        "outside",
    ]


def read(name: str) -> str:
    return (shipped_law() / name).read_text(encoding="utf-8")
