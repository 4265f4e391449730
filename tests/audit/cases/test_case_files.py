"""Case files are found and read, and every mistake in them is told with its place and what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lianggao import InputError, load_law
from lianggao.audit.cases import Case, CaseFile, Suite, WholeCase, WholeSet, read_cases

CASE = """\
  - name: on the line
    as_of: "2022-06-30"
    project: {activity: lime, county: "411081"}
    expect: certain
"""
SUITE = f"rule: henan-catalog-2021/class-one\ncases:\n{CASE}"
WHOLE = """\
cases:
  - name: a kiln
    as_of: "2022-06-30"
    project: {activity: lime, county: "411081"}
    missing: []
"""


def written(folder: Path, text: str, name: str = "a.cases.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str) -> CaseFile:
    (file,) = read_cases(written(folder, text))
    return file


def told(folder: Path, text: str) -> list[str]:
    """Return `line:column: code: message` of every fault."""
    path = written(folder, text)
    with pytest.raises(InputError) as caught:
        read_cases(path)
    return [line.removeprefix(f"{path.as_posix()}:") for line in caught.value.render().splitlines()]


def test_the_keys_tell_the_two_kinds_apart(tmp_path: Path) -> None:
    suite, whole = read(tmp_path, SUITE).content, read(tmp_path, WHOLE).content
    assert isinstance(suite, Suite)
    assert isinstance(whole, WholeSet)
    assert [type(content.cases[0]) for content in (suite, whole)] == [Case, WholeCase]


def test_comments_and_both_layouts_are_read_alike(tmp_path: Path) -> None:
    flow = SUITE.replace(
        CASE,
        '  [{name: on the line, as_of: "2022-06-30",  # 含本数\n  project: '
        '{activity: lime, county: "411081"}, expect: certain}]\n',
    )
    assert read(tmp_path, flow).content == read(tmp_path, "# 附件1\n" + SUITE).content


def test_each_makes_one_variant_per_value_at_the_place_of_its_case(tmp_path: Path) -> None:
    text = SUITE.replace("{activity: lime, county", "{county").replace(
        "    project", "    each: {activity: [lime, coking]}\n    project"
    )
    variants = [(v.name, dict(v.given), place.line) for v, place in read(tmp_path, text).variants()]
    assert variants == [
        ("on the line [lime]", {"county": "411081", "activity": "lime"}, 3),
        ("on the line [coking]", {"county": "411081", "activity": "coking"}, 3),
    ]


def test_an_interval_is_a_pair_and_zero_is_a_number(tmp_path: Path) -> None:
    text = SUITE.replace("activity: lime", "energy_equivalent_tce: [48000, 52000], coal_t: 0")
    (variant, _), *_ = read(tmp_path, text).variants()
    assert (variant.given["energy_equivalent_tce"], variant.given["coal_t"]) == ((48000, 52000), 0)


def test_folders_are_searched_and_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    deep = written(tmp_path, SUITE, "rules/document/class-one.cases.yaml")
    written(tmp_path, WHOLE, "whole/kilns.cases.yaml")
    for left_out in ("cases.yaml.txt", "other.yaml", ".hidden/a.cases.yaml", "env/a.cases.yaml", "env/pyvenv.cfg"):
        written(tmp_path, "not: [read", left_out)
    files = read_cases([deep, tmp_path])
    assert [Path(file.name).relative_to(tmp_path).as_posix() for file in files] == [
        "rules/document/class-one.cases.yaml",
        "whole/kilns.cases.yaml",
    ]


def test_a_folder_without_case_files_is_never_taken_for_one_that_passes(tmp_path: Path) -> None:
    written(tmp_path, SUITE, "full/a.cases.yaml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        read_cases([tmp_path / "full", tmp_path / "empty", tmp_path / "nowhere.cases.yaml"])
    assert [fault.code for fault in caught.value.faults] == ["no-case-files", "file-missing"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "cases: []\n", "cases:\n", "rule: henan-catalog-2021/class-one\n"])
def test_a_file_without_any_case_is_a_fault(tmp_path: Path, text: str) -> None:
    assert [line.split(": ")[1] for line in told(tmp_path, text)] == ["no-case"]


SUITE_FAULTS = [
    (
        "rule: henan-catalog-2021/class-one",
        "rule: henan-catalog-2021/clas-one",
        "1:7: rule-unknown: there is no rule `henan-catalog-2021/clas-one`; did you mean "
        "`henan-catalog-2021/class-one`?",
    ),
    ("rule:", "rul:", "1:1: unknown-key: key `rul` is unknown here; did you mean `rule`?"),
    ("rule:", "rul:", "1:1: missing-key: key `rule` is missing; add it"),
    (
        "cases:",
        "never: {activity: {limee: reason}}\ncases:",
        "2:20: stranger-in-enum: `limee` is not a value of `activity`; did you mean `lime`?",
    ),
    ("expect:", "expects:", "6:5: unknown-key: key `expects` is unknown here; did you mean `expect`?"),
    (
        "certain",
        "maybe",
        "6:13: wrong-in-case: `maybe` is refused: input should be 'certain', 'possible' or 'impossible'",
    ),
    (
        "certain",
        "possible",
        "3:5: wrong-in-case: `depends_on` is refused: it goes with `expect: possible`, and only with it",
    ),
    (
        "certain",
        "certain\n    depends_on: [stage]",
        "7:17: wrong-in-case: `depends_on` is refused: it goes with `expect: possible`, and only with it",
    ),
    (
        "certain",
        "possible\n    depends_on: [stage, stage]",
        "7:17: wrong-in-case: `depends_on` is refused: `stage` is there twice",
    ),
    (
        "certain",
        "possible\n    depends_on: [stage, coutny]",
        "7:25: unknown-fact: no field, gate or date in doubt is called `coutny`; did you mean `county`?",
    ),
    ('"2022-06-30"', '"2022-06-31"', "4:12: wrong-in-case: `2022-06-31` is refused: there is no such date"),
    (
        '"2022-06-30"',
        "30.6.2022",
        "4:12: wrong-in-case: `30.6.2022` is refused: write a date as 2021, 2021-12 or 2021-12-01",
    ),
    (
        "activity: lime",
        "activty: lime",
        "5:15: unknown-field: field `activty` is not in the vocabulary; did you mean `activity`?",
    ),
    (
        "activity: lime",
        "industry_group: steel",
        "5:15: unknown-field: field `industry_group` is not in the vocabulary; did you mean `industry_code`?",
    ),
    (
        "activity: lime",
        "activity: lmie",
        "5:25: stranger-in-enum: `lmie` is not a value of `activity`; did you mean `lime`?",
    ),
    ("activity: lime", "owner: 5", "5:22: wrong-in-case: `5` is refused: input should be a valid string"),
    ("activity: lime", "coal_t: 很多", "5:23: wrong-in-case: `很多` is refused: it can't be read as `coal_t`"),
    (
        "activity: lime",
        "coal_t: -1",
        "5:23: wrong-in-case: `-1` is refused: a number is not below zero, and an interval goes from low to high",
    ),
    (
        "activity: lime",
        "coal_t: [2, 1]",
        "5:23: wrong-in-case: `coal_t` is refused: a number is not below zero, and an interval goes from low to high",
    ),
    (
        "activity: lime",
        "stage: null",
        "5:22: wrong-in-case: `stage` is refused: a text, a number or an interval [low, high] is needed",
    ),
    (
        "activity: lime",
        "eia_done: true",
        "5:25: wrong-in-case: `True` is refused: a text, a number or an interval [low, high] is needed",
    ),
    (
        "    project",
        "    each: {activity: [coking]}\n    project",
        "6:14: wrong-in-case: `project` is refused: `each` gives `activity` too",
    ),
    (
        "    project",
        "    each: {stage: []}\n    project",
        "5:19: wrong-in-case: `stage` is refused: at least one is needed",
    ),
    (
        "    project",
        "    each: {stage: [signing, signed]}\n    project",
        "5:29: stranger-in-enum: `signed` is not a value of `stage`; did you mean `signing`?",
    ),
    (
        "    project",
        "    each: {stage: [signing, signing]}\n    project",
        "5:19: wrong-in-case: `stage` is refused: `signing` is there twice",
    ),
    (CASE, CASE + CASE, "7:11: case-named-twice: case `on the line` is there twice; rename one of them"),
    ("on the line", '""', "3:11: wrong-in-case: `` is refused: a name is one line of text"),
    (CASE, CASE + "  - here\n", "7:5: wrong-in-case: `here` is refused: keys and values are needed here"),
    ("rule:", "rule: a/b\nrule:", "2:1: duplicate-key: key `rule` is given twice; keep one of them"),
    ("{activity", "&one {activity", "5:14: anchor-used: anchors and aliases are refused; write it out"),
    (
        "expect: certain",
        "expect: certain\n    status: fails",
        "7:5: status-without-requirement: `henan-catalog-2021/class-one` is a rule and no requirement of a department; "
        "leave `status` out",
    ),
    ("expect: certain", "expect: [", "7:1: not-yaml"),
]


@pytest.mark.parametrize(("old", "new", "message"), SUITE_FAULTS)
def test_a_mistake_in_a_suite_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert any(line.startswith(message) for line in told(tmp_path, SUITE.replace(old, new, 1)))


WHOLE_FAULTS = [
    (
        "missing: []",
        "gates: {catalogue: [class_1]}",
        "5:13: unknown-gate: gate `catalogue` is unknown; did you mean `catalog`?",
    ),
    (
        "missing: []",
        "gates: {catalog: [class_1, class_9]}",
        "5:32: unknown-outcome: gate `catalog` has no outcome `class_9`; did you mean `class_2`?",
    ),
    ("missing: []", "gates: {catalog: []}", "5:22: wrong-in-case: `catalog` is refused: at least one is needed"),
    (
        "missing: []",
        "departments: {comerce: required}",
        "5:19: unknown-department: department `comerce` is unknown; did you mean `commerce`?",
    ),
    (
        "missing: []",
        "departments: {commerce: maybe}",
        "5:29: wrong-in-case: `maybe` is refused: input should be 'required', 'possible' or 'not_required'",
    ),
    (
        "missing: []",
        "missing: [in_force:henan-catalog-2022]",
        "5:15: unknown-fact: no field, gate or date in doubt is called `in_force:henan-catalog-2022`; did you mean "
        "`in_force:henan-catalog-2023`?",
    ),
    ("missing: []", "deciding: {ledgr: []}", "5:16: unknown-gate: gate `ledgr` is unknown; did you mean `ledger`?"),
    (
        "missing: []",
        "deciding: {catalog: [henan-catalog-2021/class-on]}",
        "5:26: rule-unknown: there is no rule `henan-catalog-2021/class-on`; did you mean "
        "`henan-catalog-2021/class-one`?",
    ),
    (
        "missing: []",
        "deciding: {ledger: [henan-catalog-2021/class-one]}",
        "5:25: rule-not-deciding: `henan-catalog-2021/class-one` gives gate `ledger` no outcome; name rules of "
        "this gate that conclude an outcome",
    ),
    (
        "missing: []",
        "deciding: {joint_review: [henan-joint-review-2021/checklist-land]}",
        "5:31: rule-not-deciding: `henan-joint-review-2021/checklist-land` gives gate `joint_review` no outcome",
    ),
    (
        "    missing: []\n",
        "",
        "2:11: nothing-expected: case `a kiln` expects nothing; give `gates`, `departments`, `missing`, `deciding`, "
        "`checks` or `asks`",
    ),
    (
        "missing: []",
        "checks: {land-directory-2024/not-prohibted: holds}",
        "5:14: unknown-requirement: there is no requirement `land-directory-2024/not-prohibted`; did you mean "
        "`land-directory-2024/not-prohibited`?",
    ),
    ("missing: []", "checks: {catalog: holds}", "5:14: unknown-requirement: there is no requirement `catalog`"),
    (
        "missing: []",
        "checks: {land-directory-2024/not-prohibited: met}",
        "5:50: wrong-in-case: `met` is refused: input should be 'holds', 'fails', 'undecided' or 'not_applicable'",
    ),
    (
        "missing: []",
        "asks: {land-directory-2024/not-prohibited: [land_class]}",
        "5:49: unknown-fact: no field, gate or date in doubt is called `land_class`",
    ),
    ("missing: []", "asks: {land-directory-2024: []}", "5:12: unknown-requirement: there is no requirement"),
    ("missing: []", "gates: {}", "2:11: nothing-expected: case `a kiln` expects nothing"),
    ("missing: []", "verdict: class_1", "5:5: unknown-key: key `verdict` is unknown here; remove it"),
]


@pytest.mark.parametrize(("old", "new", "message"), WHOLE_FAULTS)
def test_a_mistake_in_a_whole_set_is_told_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert any(line.startswith(message) for line in told(tmp_path, WHOLE.replace(old, new, 1)))


def test_all_mistakes_of_all_files_are_told_at_once_in_order(tmp_path: Path) -> None:
    written(tmp_path, SUITE.replace("class-one", "class-nine").replace("lime", "lmie"), "b.cases.yaml")
    written(tmp_path, WHOLE.replace("name", "nmae").replace("2022", "20222"), "a.cases.yaml")
    written(tmp_path, WHOLE, "c.cases.yaml")
    with pytest.raises(InputError) as caught:
        read_cases(tmp_path)
    places = [(Path(fault.place.file).name, fault.place.line, fault.code) for fault in caught.value.faults]
    assert places == [
        ("a.cases.yaml", 2, "missing-key"),
        ("a.cases.yaml", 2, "unknown-key"),
        ("a.cases.yaml", 3, "wrong-in-case"),
        ("b.cases.yaml", 1, "rule-unknown"),
        ("b.cases.yaml", 5, "stranger-in-enum"),
    ]


def test_names_are_those_of_the_law_that_is_given(tmp_path: Path) -> None:
    law = load_law()
    without = replace(law, rules=tuple(rule for rule in law.rules if rule.id != "henan-catalog-2021/class-one"))
    with pytest.raises(InputError, match="rule-unknown"):
        read_cases(written(tmp_path, SUITE), without)
