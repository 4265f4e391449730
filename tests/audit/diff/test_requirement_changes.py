"""A change of a requirement is told as stricter or looser, with a project, and leaves the procedures alone.

水泥熟料置换比例（2024年本）：重点区域不低于2:1，其他地区不低于1.5:1。
"""

from __future__ import annotations

from pathlib import Path

from oracle.copies import edited

from lianggao import Project, screen
from lianggao.audit.diff import diff_rulebooks
from lianggao.audit.diff.text import diff_text
from lianggao.rulebook import Law, load_law, load_rulebook

CLINKER = "cement-glass-replacement-2024/clinker"
FILE = "rules/cement-glass-replacement-2024/checks/clinker.yaml"
DAY = "2025-06-30"


def changed(folder: Path, old: str, new: str) -> Law:
    return load_law(edited(folder, {FILE: [(old, new)]}))


def test_a_higher_ratio_is_stricter_and_a_lower_one_looser_each_with_a_project_that_moves(
    tmp_path: Path, law: Law
) -> None:
    for ratio, verdict, old, new in (("1.6", "stricter", "holds", "fails"), ("1.4", "looser", "fails", "holds")):
        other = changed(tmp_path / ratio, "at_least: 1.5", f"at_least: {ratio}")
        diff = diff_rulebooks(load_rulebook(DAY, law), load_rulebook(DAY, other))
        assert {gate: v for gate, v in diff.verdicts.items() if v != "equal"} == {CLINKER: verdict}
        (gate,) = (gate for gate in diff.periods[0].gates if gate.gate == CLINKER)
        moves = {(move.kind, move.old, move.new): move for move in gate.moves}
        example = moves["outcome", old, new].areas[0].example
        assert example is not None
        low, high = sorted((1.5, float(ratio)))
        assert low <= float(example.facts["replacement_ratio"]) < high
        project = Project.of(example.facts)
        found = [screen([project], as_of=DAY, law=each).project(1).check(CLINKER) for each in (law, other)]
        assert [check.status for check in found if check] == [old, new]


def test_whom_it_binds_makes_it_looser_for_those_that_it_no_longer_binds(tmp_path: Path, law: Law) -> None:
    other = changed(
        tmp_path,
        "    - {field: activity, is: cement_clinker}\n",
        "    - {field: activity, is: cement_clinker}\n    - {field: stage, is: proposed}\n",
    )
    diff = diff_rulebooks(load_rulebook(DAY, law), load_rulebook(DAY, other))
    (gate,) = (gate for gate in diff.periods[0].gates if gate.changed)
    moves = {(m.old, m.new): m.direction for m in gate.moves if m.kind == "outcome"}
    assert moves["fails", "not_applicable"] == "looser"


def test_equal_requirements_are_one_line_and_one_that_moves_has_its_id(tmp_path: Path, law: Law) -> None:
    other = changed(tmp_path, "at_least: 1.5", "at_least: 1.6")
    diff = diff_rulebooks(load_rulebook(DAY, law), load_rulebook(DAY, other))
    text, full = diff_text(diff, law.vocabulary), diff_text(diff, law.vocabulary, full=True)
    requirements = len(law.files.requirements)
    assert f"  相同　部门核查{requirements - 1}项\n" in text
    assert f"  加严　水泥熟料产能置换比例（{CLINKER}）\n" in text
    assert full.count("\n  相同　") == len(law.gates) - 1
