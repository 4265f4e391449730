"""Every check finds its mistake in a small law made for it, finds nothing else, and says where it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from small_law import GATE, notice, rule, write_law

from lianggao.audit.checking import CODES, check_law
from lianggao.errors import Place
from lianggao.rulebook.home import shipped_law

FIELDS = "catalogs/vocabulary/fields.csv"
TERMS = "catalogs/terms/terms.csv"
ACTIVITIES = "catalogs/activities/activities.csv"
ITEMS = "no,item,activity\n1,焦化,coking\n2,甲醇,methanol\n"
LISTS = "id: lists\ntitle: 测试\ntrust: reprint\ndocument: notice-2020\n"
LISTED = rule("notice-2020/listed", "{field: activity, in_catalog: lists/items}")
COAL = "{field: activity, is: coking}"
CALORIFIC = "{field: energy_calorific_tce, at_least: 9}, {field: energy_equivalent_tce, less_than: 9}"
REBUILT = "{field: construction_nature, is: reconstruction}"
CASES = (
    f"{{any: [{{all: [{REBUILT}, {{field: added_energy_calorific_tce, at_least: 9}}]}},"
    f" {{all: [{{not: {REBUILT}}}, {{field: energy_calorific_tce, at_least: 9}}]}}]}}"
)
WITHIN_NOT = "{not: {any: [{field: activity, is: steel_long}, {field: activity, is: coking}]}}"
ENERGY = "{field: energy_equivalent_tce, at_least: 50000}"
EDITED = {name: (shipped_law() / name).read_text(encoding="utf-8") for name in (FIELDS, TERMS, ACTIVITIES)}


def home(name: str, when: str, conclude: str = "{outcome: strict}", more: str = "") -> Mapping[str, str]:
    return {f"rules/notice-2020/{name}.yaml": rule(f"notice-2020/{name}", when, conclude, more)}


def definition(name: str, when: str) -> Mapping[str, str]:
    id = f"notice-2020/{name}"
    return {f"rules/notice-2020/definitions/{name}.yaml": f"id: {id}\ntitle: 测试\nwhen: {when}\n"}


def document(id: str, *period: str | None, supersedes: str = "") -> Mapping[str, str]:
    text = notice(id, *period, supersedes=supersedes)  # type: ignore[arg-type]
    inside = rule(f"{id}/large", "{field: energy_equivalent_tce, at_least: 20000}")
    return {f"rules/{id}/source.yaml": text, f"rules/{id}/large.yaml": inside}


def edited(name: str, old: str, new: str) -> Mapping[str, str]:
    assert old in EDITED[name]
    return {name: EDITED[name].replace(old, new, 1)}


def own(folder: Path) -> list[tuple[str, str, str]]:
    """Return the code, the file and the text at the place of what is found."""
    return [(f.code, f.place.file, text_at(folder, f.place)) for f in check_law(folder).faults]


def text_at(folder: Path, place: Place) -> str:
    lines = (folder / place.file).read_text(encoding="utf-8").splitlines()
    return lines[place.line - 1][place.column - 1 :]


def found(folder: Path, expected: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return what is found, each text cut to as much as is expected of it."""
    texts = [text for _, _, text in expected] + [""] * 99
    return [(code, file, text[: len(texts[i])]) for i, (code, file, text) in enumerate(own(folder))]


PERIODS = {
    "a gap of one day": (
        {
            **document("notice-2018", "2018-01-01", "2019-12-30"),
            **document("notice-2020", "2020-01-01", supersedes="notice-2018"),
        },
        [("period-gap", "rules/notice-2020/source.yaml", '"2020-01-01"')],
    ),
    "a last day on the first day of the next": (
        {
            **document("notice-2018", "2018-01-01", "2020-01-01"),
            **document("notice-2020", "2020-01-01", supersedes="notice-2018"),
        },
        [("period-overlap", "rules/notice-2020/source.yaml", '"2020-01-01"')],
    ),
    "the newer begins first": (
        {**document("notice-2021", "2021-01-01"), **document("notice-2020", "2020-01-01", supersedes="notice-2021")},
        [("period-overlap", "rules/notice-2020/source.yaml", '"2020-01-01"')],
    ),
    "a rule begins before its document": (
        home("early", COAL, more='effective: {from: "2019-12", to: null}\n'),
        [("period-outside-document", "rules/notice-2020/early.yaml", '"2019-12"')],
    ),
    "a rule ends after its document": (
        {
            **document("notice-2020", "2020-01-01", "2021-06-30"),
            **home("late", COAL, more='effective: {from: "2021", to: "2021-07"}\n'),
        },
        [("period-outside-document", "rules/notice-2020/late.yaml", '"2021-07"')],
    ),
    "a rule begins when its document is superseded": (
        {
            **home("late", COAL, more='effective: {from: "2021-01-01", to: null}\n'),
            **document("notice-2021", "2021-01-01", supersedes="notice-2020"),
        },
        [("period-outside-document", "rules/notice-2020/late.yaml", '"2021-01-01"')],
    ),
}

RULES = {
    "a quantity without a unit": (
        {
            **edited(FIELDS, "gas_m3,年用天然气量,quantity,立方米", "gas_m3,年用天然气量,quantity,"),
            **home("gas", "{field: gas_m3, at_least: 9}"),
        },
        [("threshold-without-unit", "rules/notice-2020/gas.yaml", "9}")],
    ),
    "an article's number": (
        home("article-3", COAL),
        [("article-number-in-id", "rules/notice-2020/article-3.yaml", "notice-2020/article-3")],
    ),
    "a document's own number, told once": (
        document("di-san-tiao", "2020"),
        [("article-number-in-id", "rules/di-san-tiao/source.yaml", "di-san-tiao")],
    ),
    "parts that exclude each other": (
        home("never", "{all: [{field: activity, is: coking}, {field: industry_group, is: steel}]}"),
        [("unreachable-rule", "rules/notice-2020/never.yaml", "when:")],
    ),
    "quantities that can't be": (
        home(
            "never",
            f"{{all: [{{field: activity, is: coking}}, {CALORIFIC}]}}",
        ),
        [("unreachable-rule", "rules/notice-2020/never.yaml", "when:")],
    ),
    "an outcome that no rule gives": (
        home("after", "{gate: screening, is: eased}", "{checklist: {land: [测试]}}"),
        [("unreachable-rule", "rules/notice-2020/after.yaml", "when:")],
    ),
    "an outcome that never stands": (
        {
            **home("banned", COAL, "{outcome: banned}"),
            **home(
                "eased",
                "{all: [{field: activity, is: coking}, {field: stage, is: existing}]}",
                "{outcome: eased, points: 5}",
            ),
        },
        [("shadowed-rule", "rules/notice-2020/eased.yaml", "conclude:")],
    ),
    "a rule within another that says as much": (
        home("larger", "{field: energy_equivalent_tce, at_least: 90000}"),
        [("shadowed-rule", "rules/notice-2020/larger.yaml", "conclude:")],
    ),
    "two rules that say the same": (
        home("twin", ENERGY),
        [("shadowed-rule", "rules/notice-2020/twin.yaml", "conclude:")],
    ),
    "a part that another implies": (
        home("idle", "{all: [{field: activity, is: coking}, {field: industry_group, is: coking}]}"),
        [("idle-condition", "rules/notice-2020/idle.yaml", "{field: industry_group, is: coking}]")],
    ),
    "a value that never comes about": (
        home("idle", "{all: [{field: industry_group, is: steel}, {field: activity, in: [steel_long, coking]}]}"),
        [("idle-condition", "rules/notice-2020/idle.yaml", "coking]")],
    ),
    "an alternative within another": (
        home("idle", "{any: [{field: industry_group, is: coking}, {field: activity, is: coking}]}"),
        [("idle-condition", "rules/notice-2020/idle.yaml", "{field: activity, is: coking}]")],
    ),
    "a part inside a not": (
        home(
            "idle",
            f"{{all: [{{field: industry_group, is: steel}}, {WITHIN_NOT}]}}",
        ),
        [("idle-condition", "rules/notice-2020/idle.yaml", "{field: activity, is: coking}]")],
    ),
    "a part of a definition, idle wherever it is used": (
        {
            **definition(
                "steel", "{all: [{field: industry_group, is: steel}, {field: activity, not_in: [coking, steel_long]}]}"
            ),
            **home("one", "{all: [{ref: notice-2020/steel}, {field: stage, is: existing}]}", "{outcome: eased}"),
            **home("other", "{all: [{ref: notice-2020/steel}, {field: stage, is: proposed}]}", "{outcome: eased}"),
        },
        [("idle-condition", "rules/notice-2020/definitions/steel.yaml", "coking, steel_long]")],
    ),
    "a part of a gate's condition": (
        {
            "rules/gates/screening.yaml": GATE
            + "applies_when: {any: [{field: city, is: xuchang}, {field: county, is: '411081'}]}\n"
        },
        [("idle-condition", "rules/gates/screening.yaml", "{field: county, is: '411081'}")],
    ),
}

CATALOGS = {
    "a table that no rule uses": (
        {"catalogs/lists/source.yaml": LISTS, "catalogs/lists/items.csv": ITEMS},
        [("table-unused", "catalogs/lists/items.csv", "no,item")],
    ),
    "a row that the rule takes back": (
        {
            "catalogs/lists/source.yaml": LISTS,
            "catalogs/lists/items.csv": ITEMS,
            **home(
                "listed",
                "{all: [{field: activity, in_catalog: lists/items}, {field: industry_group, not_in: [coal_chemical]}]}",
            ),
        },
        [("catalog-row-unused", "catalogs/lists/items.csv", "2,甲醇")],
    ),
    "a row without values": (
        {
            "catalogs/lists/source.yaml": LISTS,
            "catalogs/lists/items.csv": ITEMS + "3,陶瓷,\n",
            "rules/notice-2020/listed.yaml": LISTED,
        },
        [("catalog-row-unused", "catalogs/lists/items.csv", "3,陶瓷")],
    ),
    "a word that counts and does not": (
        {TERMS: EDITED[TERMS] + "测试词,product,coking,recalled,\n测试词,neutral,,recalled,\n"},
        [("term-in-and-out", TERMS, "测试词,neutral")],
    ),
    "a word told twice": (
        {TERMS: EDITED[TERMS] + "测试词,product,coking,recalled,\n测试词,telling,lime,recalled,\n"},
        [("conflicting-terms", TERMS, "测试词,telling")],
    ),
    "an item that is read as something else": (
        {
            "catalogs/lists/source.yaml": LISTS,
            "catalogs/lists/items.csv": ITEMS.replace("焦化,coking", "石灰,coking"),
            "rules/notice-2020/listed.yaml": LISTED,
        },
        [("item-catches-another", "catalogs/lists/items.csv", "1,石灰")],
    ),
    "an activity that is read as something else": (
        edited(ACTIVITIES, "corundum,刚玉", "corundum,石灰"),
        [("item-catches-another", "catalogs/activities/activities.csv", "corundum")],
    ),
}

BROKEN = {**PERIODS, **RULES, **CATALOGS}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_found_where_it_is_and_nothing_else_is(name: str, tmp_path: Path) -> None:
    files, expected = BROKEN[name]
    assert found(write_law(tmp_path, files), expected) == expected


def test_every_code_has_a_broken_law() -> None:
    assert {code for _, expected in BROKEN.values() for code, _, _ in expected} == set(CODES)


SOUND = {
    "the small law as it is": {},
    "a part known to the month may follow on": {
        **document("notice-2018", "2018", "2019"),
        **document("notice-2020", "2020-01", supersedes="notice-2018"),
    },
    "a month that may be the right one": {
        **document("notice-2018", "2018", "2019-12-31"),
        **document("notice-2020", "2020", supersedes="notice-2018"),
        **home("narrow", COAL, more='effective: {from: "2020", to: null}\n'),
    },
    "a last month that may end in time": {
        **document("notice-2018", "2018", "2020-01"),
        **document("notice-2020", "2020-01-15", supersedes="notice-2018"),
        **home("narrow", COAL, more='effective: {from: "2020", to: null}\n'),
    },
    "a rule that holds only once a text has ended": {
        **document("notice-2020", "2020-01-01", "2021-06-30"),
        "rules/gates/second.yaml": GATE.replace("screening", "second"),
        "rules/notice-2019/source.yaml": notice("notice-2019", "2020-01-01"),
        "rules/notice-2019/always.yaml": rule("notice-2019/always", COAL, gate="second"),
        "rules/notice-2019/after.yaml": rule(
            "notice-2019/after",
            "{all: [{gate: screening, is: not_applicable}, {field: stage, is: existing}]}",
            gate="second",
        ),
    },
    "a text in between fills the gap": {
        **document("notice-2016", "2016-01-01", "2017-12-31"),
        **document("notice-2018", "2018-01-01", "2019-12-31", supersedes="notice-2016"),
        **document("notice-2020", "2020-01-01", supersedes="notice-2018, notice-2016"),
    },
    "an outcome that stands wherever the higher one does not": {
        **home("banned", COAL, "{outcome: banned}"),
        **home("eased", "{field: industry_group, in: [coking, steel]}", "{outcome: eased}"),
    },
    "a rule within another that adds points": home(
        "larger", "{field: energy_equivalent_tce, at_least: 90000}", "{outcome: strict, points: 5}"
    ),
    "a rule within another that adds a department": home(
        "larger", "{field: energy_equivalent_tce, at_least: 90000}", "{outcome: strict, departments: [land]}"
    ),
    "a rule within another that adds a line": home(
        "larger", "{field: energy_equivalent_tce, at_least: 90000}", "{outcome: strict, checklist: {land: [测试]}}"
    ),
    "a rule within another of a less trusted text": {
        "rules/notice-2020/wide.yaml": rule(
            "notice-2020/wide", "{field: energy_equivalent_tce, at_least: 20000}", trust="recalled"
        ),
    },
    "a rule within another that asks for a department less firmly": {
        **home("wide", ENERGY, "{outcome: strict, departments: [land], strength: possible}"),
        **home(
            "larger",
            "{field: energy_equivalent_tce, at_least: 90000}",
            "{outcome: strict, departments: [land], points: 0}",
        ),
        "rules/notice-2020/large.yaml": rule("notice-2020/large", COAL),
    },
    "a rule within another of a later text": document("notice-2021", "2021-01-01"),
    "a rule within another of an earlier text": document("notice-2019", "2019-01-01"),
    "a rule within another for a time": home("earlier", COAL, more='effective: {from: "2020-02", to: "2021"}\n'),
    "what tells two cases apart": home(
        "cases",
        CASES,
        "{outcome: eased}",
    ),
    "a definition of which one rule needs the whole": {
        **definition(
            "steel", "{all: [{field: industry_group, is: steel}, {field: activity, not_in: [steel_short, steel_long]}]}"
        ),
        **home(
            "one",
            "{any: [{ref: notice-2020/steel}, {field: activity, in: [steel_short, steel_long]}]}",
            "{outcome: banned}",
        ),
        **home(
            "other", "{all: [{ref: notice-2020/steel}, {field: stage, is: proposed}]}", "{checklist: {land: [测试]}}"
        ),
    },
    "quantities of a project that may sell power": home(
        "power",
        f"{{all: [{{field: activity, is: coal_power}}, {CALORIFIC}]}}",
        "{outcome: eased}",
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_left_alone(name: str, tmp_path: Path) -> None:
    files = SOUND[name]
    assert own(write_law(tmp_path, files)) == []


def test_the_shipped_law_is_clean() -> None:
    checked = check_law()
    assert [fault.render() for fault in checked.faults] == []
    requirements = len(list((shipped_law() / "rules").glob("*/checks/*.yaml")))
    assert checked.counts["requirements"] == requirements
    assert checked.counts["rules"] - requirements == len(list((shipped_law() / "rules").glob("*/*.yaml"))) - (
        len(list((shipped_law() / "rules").glob("*/source.yaml")))
        + len(list((shipped_law() / "rules/gates").iterdir()))
        + len(list((shipped_law() / "rules/open-questions").iterdir()))
    )
