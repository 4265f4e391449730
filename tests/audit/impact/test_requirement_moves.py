"""What a change of a requirement does to a list: the department's answer for each project, before and after.

水泥熟料置换比例（2024年本）：其他地区不低于1.5:1；宛城区不在重点区域。
"""

from __future__ import annotations

from pathlib import Path

from edits import edited

from lianggao import Law, Project
from lianggao.audit.impact import impact_of
from lianggao.audit.impact.text import impact_text

CLINKER = "cement-glass-replacement-2024/clinker"
FILE = "rules/cement-glass-replacement-2024/checks/clinker.yaml"
HIGHER = (FILE, "at_least: 1.5", "at_least: 1.6")
BOUND = (FILE, "is: cement_clinker", "is: lime")
LINE = {
    "activity": "cement_clinker",
    "stage": "proposed",
    "county": "411302",
    "construction_nature": "new_build",
    "replacement_source": "province_elsewhere",
    "directory_class": "permitted",
}
LINES = [
    Project.of({"project_name": "一比一点五五", **LINE, "replacement_ratio": 1.55}),
    Project.of({"project_name": "一比一点六", **LINE, "replacement_ratio": 1.6}),
    Project.of({"project_name": "跨过", **LINE, "replacement_ratio": (1.5, 1.7)}),
    Project.of({"project_name": "未填", **LINE}),
]


def test_a_project_below_the_new_ratio_no_longer_meets_it_and_one_across_is_open(tmp_path: Path, law: Law) -> None:
    impact = impact_of(law, edited(tmp_path, HIGHER), LINES, as_of="2025-06-30")
    assert impact.moved == (1, 3)
    first, third = impact.projects
    assert [(g.gate, g.old.outcomes, g.new.outcomes) for g in first.gates] == [(CLINKER, ("holds",), ("fails",))]
    assert "1.55" in first.gates[0].new.reason
    assert third.gates[0].new.outcome == "undetermined"
    assert [[fact.field for fact in one.added] for one in third.missing] == [["replacement_ratio"]]
    text = impact_text(impact)
    assert f"== 水泥熟料产能置换比例（{CLINKER}）：2个项目有变动 ==" in text
    assert "符合 → 待定（1个）" in text


def test_a_requirement_that_no_longer_binds_a_project_is_said_to(tmp_path: Path, law: Law) -> None:
    impact = impact_of(law, edited(tmp_path, BOUND), LINES, as_of="2025-06-30")
    assert impact.moved == (1, 2, 3, 4)
    for project in impact.projects:
        (moved,) = project.gates
        assert (moved.gate, moved.new.outcome, moved.new.labels) == (CLINKER, "not_applicable", ("不适用",))
        assert moved.title == "水泥熟料产能置换比例"
