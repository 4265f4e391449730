"""When a change happens is told exactly: no doubt is made up, no period is lost, nothing is told twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from oracle.copies import edited

from lianggao import load_law
from lianggao.audit.diff import LawDiff, diff_laws
from lianggao.audit.diff.text import diff_text
from lianggao.audit.diff.told import told
from lianggao.audit.worlds.limits import Limit

ENDED = "xuchang-signing-review-2022"
XUCHANG = f"rules/{ENDED}/source.yaml"
REVIEWED = (("required", "advised"), "not_required")
R23 = "rules/henan-catalog-2023"


def compared(folder: Path, file: str, old: str, new: str) -> LawDiff:
    return diff_laws(load_law(), load_law(edited(folder, {file: [(old, new)]})))


def test_an_end_adds_no_doubt_about_the_beginning(tmp_path: Path) -> None:
    # The practice began some day of 2022 by both laws; only its end is new, and an end can only loosen: the review
    # that rests on it is over, and what it demands binds nobody.
    diff = compared(tmp_path, XUCHANG, 'from: "2022", to: null', 'from: "2022", to: "2025-06-30"')
    demands = {f"{ENDED}/{file.stem}" for file in (tmp_path / XUCHANG).parent.glob("checks/*.yaml")}
    assert demands
    changed = {gate: verdict for gate, verdict in diff.verdicts.items() if verdict != "equal"}
    assert changed == dict.fromkeys({"signing_review", *demands}, "looser")
    for gate in told(diff):
        for move in gate.moves.values():
            for area in move.areas.values():
                assert [(when.first, when.last) for when in area.when] == [("2025-07-01", "")]
        outcomes = [one.move for one in gate.moves.values() if one.move.kind == "outcome"]
        by_rules, otherwise = (("fails",), "holds") if gate.gate.gate in demands else REVIEWED
        assert {(one.old, one.new) for one in outcomes} == {(old, "not_applicable") for old in (*by_rules, otherwise)}
        # No rule says what is otherwise so: that the gate no longer applies is then the document's doing.
        (silent,) = [one for one in outcomes if one.old == otherwise]
        assert {area.rules for area in silent.areas} == {(ENDED,)}


def test_a_rule_that_starts_with_its_document_is_not_doubted_twice(tmp_path: Path) -> None:
    # Such a period says what the document's own says; a project can't be under the document and before the rule.
    same = compared(
        tmp_path / "same", f"{R23}/class-two-pvc.yaml", "open_questions:", 'effective: {from: "2023"}\nopen_questions:'
    )
    assert same.same
    ends = compared(
        tmp_path / "ends",
        f"{R23}/class-two-pvc.yaml",
        "open_questions:",
        'effective: {from: "2023", to: "2024-12-31"}\nopen_questions:',
    )
    assert ends.verdicts["catalog"] == "looser"
    days = {when.first for gate in told(ends) for m in gate.moves.values() for a in m.areas.values() for when in a.when}
    assert days == {"2025-01-01"}


@pytest.mark.slow
def test_changes_of_different_times_are_told_apart(tmp_path: Path) -> None:
    # In January and February 2023 the revision was perhaps in force and no longer is; from 1 March to the end of the
    # year it surely is where before it was only perhaps.
    diff = compared(tmp_path, f"{R23}/source.yaml", 'from: "2023"', 'from: "2023-03-01"')
    text = diff_text(diff, load_law().vocabulary)
    catalog = text[text.index("河南省“两高”项目管理目录：") :]
    back, forth = catalog.index("未命中目录 → 第一类"), catalog.index("第一类 → 未命中目录")
    first, second = sorted((back, forth))
    assert "时间：2023-01-01 至 2023-02-28" in catalog[back : back + 900]
    assert "时间：2023-03-01 至 2023-12-30" in catalog[forth : forth + 900]
    assert "时间" in catalog[first:second]


@pytest.mark.slow
def test_a_period_in_which_a_rule_is_there_on_one_side_only_is_told_too(tmp_path: Path) -> None:
    diff = compared(tmp_path, f"{R23}/source.yaml", "supersedes: [henan-catalog-2021]", "supersedes: []")
    text = diff_text(diff, load_law().vocabulary)
    (line,) = [one for one in text.splitlines() if one.strip().startswith("新有的规则")]
    assert "henan-catalog-2021/class-one" in line
    assert line.endswith("（2023-12-31 起）")


def side(limit: Limit) -> object:
    return limit.axis, frozenset(limit.values), limit.low, limit.high


@pytest.mark.slow
def test_no_area_is_told_twice(tmp_path: Path) -> None:
    province = "applies_when: {field: province, is: henan}"
    diff = compared(
        tmp_path,
        "rules/henan-catalog-2021/source.yaml",
        province,
        "applies_when: {all: [{field: province, is: henan}, {not: {field: city, is: jiyuan}}]}",
    )
    for gate in told(diff):
        for move in gate.moves.values():
            sides = [(frozenset(map(side, one.limits)), one.area.rules) for one in move.areas.values()]
            assert len(set(sides)) == len(sides)


@pytest.mark.slow
def test_a_change_of_points_alone_is_said_in_words(tmp_path: Path) -> None:
    diff = compared(tmp_path, "rules/henan-catalog-2021/class-one.yaml", "points: 40", "points: 30")
    assert "分值" in diff_text(diff, load_law().vocabulary).splitlines()[-1]
