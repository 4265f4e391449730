"""Mistakes that no single file shows: several at once, files that are not text, folders and sizes.

And what is no mistake: rules that overlap, agree, never hold, or are never in force together.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.errors import LawError
from lianggao.rulebook import load_law, load_rulebook

HOME = "rules/henan-catalog-2021"


def rule(name: str, when: str, outcome: str = "class_1", more: str = "") -> str:
    return (
        f"id: henan-catalog-2021/{name}\ntitle: 测试\ngate: catalog\nwhen: {when}\n"
        f"conclude: {{outcome: {outcome}}}\nbecause: 测试\n"
        f"cite: {{place: 附件1 第一类, trust: reprint, faithful: full}}\n{more}"
    )


def write(folder: Path, name: str, text: str) -> None:
    (folder / HOME / f"{name}.yaml").write_text(text, encoding="utf-8")


def messages(folder: Path, as_of: str = "2022-06-30") -> list[str]:
    with pytest.raises(LawError) as caught:
        load_rulebook(as_of, load_law(folder))
    return caught.value.render().splitlines()


def test_all_mistakes_of_all_files_are_told_at_once_in_order_of_place(folder: Path) -> None:
    write(folder, "b-second", rule("b-second", "{field: stagee, is: signing}", "class_9"))
    write(folder, "a-first", rule("a-first", "{all: [{field: stage, is: signed}, {field: activity, at_least: 3}]}"))
    (folder / "rules/gates/catalog.yaml").write_text("id: catalog\n", encoding="utf-8")
    (folder / "catalogs/regions/cities.csv").write_text("city,label\nzhengzhou\n", encoding="utf-8")
    told = messages(folder)
    places = [(file, int(line), int(column)) for file, line, column in (m.split(": ")[0].rsplit(":", 2) for m in told)]
    assert places == sorted(places)
    assert {file for file, _, _ in places} >= {
        "catalogs/regions/cities.csv",
        "rules/gates/catalog.yaml",
        f"{HOME}/a-first.yaml",
        f"{HOME}/b-second.yaml",
    }
    codes = [m.split(": ")[1] for m in told if f"{HOME}/a-first" in m or f"{HOME}/b-second" in m]
    assert codes == [
        "unknown-gate",
        "stranger-in-enum",
        "wrong-operator",
        "unknown-gate",
        "unknown-field",
    ]


def test_a_rule_may_have_several_mistakes_of_its_own(folder: Path) -> None:
    write(folder, "several", rule("severall", "{field: stage, is: signed}", "class_9").replace("because: 测试\n", ""))
    assert [m.split(": ")[1] for m in messages(folder)] == ["missing-key"]  # the shape of a file comes first
    write(folder, "several", rule("severall", "{field: stage, is: signed}", "class_9"))
    assert [m.split(": ")[1] for m in messages(folder)] == ["id-not-path", "stranger-in-enum", "unknown-outcome"]


def test_a_file_that_is_not_utf8_is_told_at_its_first_wrong_byte(folder: Path) -> None:
    text = rule("gbk", "{field: stage, is: signing}").replace("title: 测试", "title: A测试")
    (folder / HOME / "gbk.yaml").write_bytes(text.encode("gbk"))
    what = "not-yaml: this is not UTF-8; mend the YAML at this place"
    assert messages(folder) == [f"{HOME}/gbk.yaml:2:9: {what}"]


def test_a_table_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "catalogs/xuchang-industries/industries.csv").write_bytes("名称\n电力\n".encode("gbk"))
    (told,) = messages(folder)
    assert told.startswith("catalogs/xuchang-industries/industries.csv:1:1: not-utf8: ")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LawError) as caught:
        load_law(tmp_path)
    assert caught.value.render().splitlines() == [
        f"folder-missing: `{tmp_path / part}` is not a folder; check the path" for part in ("rules", "catalogs")
    ]


def test_without_the_vocabulary_nothing_can_be_read(folder: Path) -> None:
    (folder / "catalogs/vocabulary/fields.csv").unlink()
    (told,) = messages(folder)
    assert told.startswith("catalogs: unknown-catalog: catalog table `vocabulary/fields` is unknown")


def wide(folder: Path, name: str, departments: str = "") -> None:
    """Write a rule that asks for every activity in every county apart, with every stage and every answer."""
    law = load_law()
    each = [
        f"    - {{all: [{{field: county, is: '{county}'}}, {{field: activity, is: {activity}}}]}}\n"
        for county in law.vocabulary["county"].values
        for activity in law.vocabulary["activity"].values
    ]
    # One county and one activity per line cut as finely as all pairs of them.
    counties, activities = len(law.vocabulary["county"].values), len(law.vocabulary["activity"].values)
    lines = [each[i * activities + i % activities] for i in range(counties)]
    yes = ["eia_done", "energy_review_done", "hazardous_chemicals", "heavy_metal_emission", "process_changed"]
    more = [f"    - {{field: {name}, is: 'yes'}}\n" for name in (*yes, "main_process_changed", "capacity_added")]
    stages = [f"    - {{field: stage, is: {stage}}}\n" for stage in ("signing", "proposed", "existing")]
    when = "\n  any:\n" + "".join(lines + more + stages)
    text = rule(name, when)
    write(folder, name, text.replace("{outcome: class_1}", f"{{outcome: class_1{departments}}}"))


@pytest.mark.parametrize("departments", ["", ", departments: [land]"])
def test_a_rule_that_needs_too_many_worlds_is_blamed_by_its_file_and_fields(folder: Path, departments: str) -> None:
    wide(folder, "wide", departments)
    if departments:  # a second rule with the same department must not be blamed with it, nor the department itself
        second = rule("z-other", "{field: construction_nature, is: expansion}").replace(
            "_1}", "_1, departments: [land]}"
        )
        write(folder, "z-other", second)
    (told,) = messages(folder)
    assert told.startswith(f"{HOME}/wide.yaml:1:1: too-many-worlds: gate `catalog` needs ")
    assert "`henan-catalog-2021/wide` uses county, activity, stage, eia_done" in told
    assert told.endswith("; split the rule or cut fewer fields together")


def test_a_gate_that_applies_by_another_gates_outcome_waits_for_it_too(folder: Path) -> None:
    path = folder / "rules/gates/catalog.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "applies_when: {gate: national, is: in_scope}\n", encoding="utf-8")
    order = [tables.gate.id for tables in load_rulebook("2022-06-30", load_law(folder)).gates]
    assert order.index("national") < order.index("catalog")
    path.write_text(text + "applies_when: {gate: ledger, is: punish}\n", encoding="utf-8")
    (told,) = messages(folder)
    assert told.startswith("rules: circular-gates: ")


SAME = "{field: stage, is: signing}"


def test_rules_that_hold_in_some_of_the_same_worlds_are_settled_by_precedence(folder: Path) -> None:
    write(folder, "narrow", rule("narrow", SAME))
    write(folder, "wider", rule("wider", "{field: stage, in: [signing, proposed]}", "class_2"))
    load_law(folder)


def test_the_same_conclusion_twice_is_no_conflict(folder: Path) -> None:
    write(folder, "one", rule("one", SAME))
    write(folder, "two", rule("two", SAME))
    load_law(folder)


@pytest.mark.parametrize(("until", "since", "conflict"), [("2022", "2023", False), ("2022-06", "2022-06", True)])
def test_rules_whose_periods_never_meet_are_no_conflict(folder: Path, until: str, since: str, conflict: bool) -> None:
    write(folder, "old", rule("old", SAME, "class_1", f'effective: {{from: "2021-12", to: "{until}"}}\n'))
    write(folder, "new", rule("new", SAME, "class_2", f'effective: {{from: "{since}", to: null}}\n'))
    if conflict:
        assert [m.split(": ")[1] for m in messages(folder)] == ["conflicting-rules"]
    else:
        load_law(folder)


def test_rules_that_never_hold_are_no_conflict(folder: Path) -> None:
    never = "{all: [{field: stage, is: signing}, {field: stage, is: existing}]}"
    write(folder, "one", rule("one", never))
    write(folder, "two", rule("two", never, "class_2"))
    load_law(folder)


def test_a_rules_own_period_narrows_its_documents(folder: Path) -> None:
    write(folder, "own", rule("own", SAME, "class_2", 'effective: {from: "2022-03-01", to: "2022-06"}\n'))
    law = load_law(folder)

    def in_force(day: str) -> bool:
        return "henan-catalog-2021/own" in {rule.id for rule in load_rulebook(day, law).rules}

    days = ("2022-02-28", "2022-03-01", "2022-06-30", "2022-07-01")
    assert [in_force(day) for day in days] == [False, True, True, False]
    (axis,) = [a for a in load_rulebook("2022-06-15", law).regions if a.endswith("/own")]
    assert axis == "in_force:henan-catalog-2021/own"  # it ends on some day of June
