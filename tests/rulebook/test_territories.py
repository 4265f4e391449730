"""A document's territory: its rules hold there only, and a gate applies where one of its documents does.

A second list is put beside the shipped catalogs of Henan, in the same gate, for everywhere else.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ELSEWHERE, NANYANG, XUCHANG, outcomes, screen_one, statuses
from oracle.written import WrittenLaw
from ruamel.yaml import YAML
from test_tables_against_written_rules import compare, someone, tables_of

from lianggao.errors import LawError
from lianggao.rulebook import Law, load_law, load_rulebook

SOURCE = """id: elsewhere-list
number: null
title: 省外清单
issuers: [测试]
issued: "2022"
effective: {from: "2022-01-01", to: null}
applies_when: {field: province, is: other}
trust: recalled
read_at: []
not_known: []
"""
LISTED = """id: elsewhere-list/listed
title: 列入省外清单
gate: catalog
when: {field: activity, is: lime}
conclude: {outcome: class_2, points: 10}
because: "{activity}列入省外清单"
cite: {place: 测试, trust: recalled, faithful: full}
"""
# It asks for an outcome of its own gate, which the catalogs of Henan can give too.
CHECKLIST = """id: elsewhere-list/checklist
title: 省外清单的核对事项
gate: catalog
when: {gate: catalog, in: [class_1, class_2]}
conclude: {checklist: {environment: [核对]}}
because: 列入省外清单
cite: {place: 测试, trust: recalled, faithful: full}
"""
LIME = {"activity": "lime", "construction_nature": "new_build", "energy_equivalent_tce": 60000}


def put(folder: Path, name: str, text: str) -> None:
    (folder / "rules/elsewhere-list").mkdir(exist_ok=True)
    (folder / f"rules/elsewhere-list/{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def two(folder: Path) -> Law:
    for name, text in (("source", SOURCE), ("listed", LISTED), ("checklist", CHECKLIST)):
        put(folder, name, text)
    return load_law(folder)


def test_the_catalogs_of_henan_say_themselves_that_they_apply_in_henan() -> None:
    yaml, rules = YAML(typ="safe"), Path(__file__).parents[2] / "rules"
    for document in ("henan-catalog-2021", "henan-catalog-2023"):
        source = yaml.load(rules / document / "source.yaml")
        assert source["applies_when"] == {"field": "province", "is": "henan"}
    assert "applies_when" not in yaml.load(rules / "gates/catalog.yaml")


@pytest.mark.parametrize(("county", "expected"), [(XUCHANG, "class_1"), (NANYANG, "class_1"), (ELSEWHERE, "class_2")])
def test_each_place_is_judged_by_the_document_that_applies_there(two: Law, county: str, expected: str) -> None:
    assert outcomes(screen_one(two, {**LIME, "county": county})) == {expected}


def test_where_the_place_is_not_known_both_documents_may_decide(two: Law) -> None:
    result = screen_one(two, LIME)
    assert outcomes(result) == {"class_1", "class_2"}
    found = statuses(result)
    assert found["henan-catalog-2021/class-one"] == found["elsewhere-list/listed"] == "possible"
    assert [fact.field for fact in result.missing if fact.gate == "catalog"] == ["county"]


def test_a_gate_does_not_apply_where_none_of_its_documents_does(two: Law) -> None:
    assert outcomes(screen_one(two, {**LIME, "county": ELSEWHERE}, "2021-06-30")) == {"not_applicable"}
    assert outcomes(screen_one(two, {**LIME, "county": XUCHANG}, "2021-06-30")) == {"not_applicable"}
    # Only the list of elsewhere is in force on this day, and a rule of it must not hold in Henan.
    listed = load_rulebook("2021-06-30", two)
    assert "elsewhere-list/listed" not in {rule.id for rule in listed.rules}


def test_a_rule_that_asks_for_its_gates_outcome_stays_in_its_own_territory(two: Law) -> None:
    assert statuses(screen_one(two, {**LIME, "county": ELSEWHERE}))["elsewhere-list/checklist"] == "certain"
    assert "elsewhere-list/checklist" not in statuses(screen_one(two, {**LIME, "county": XUCHANG}))


def test_no_rule_holds_rests_on_the_documents_that_may_reach_the_project_and_on_no_other(two: Law) -> None:
    casting = {"activity": "casting", "energy_equivalent_tce": 100}
    at_home = screen_one(two, {**casting, "county": XUCHANG}).gate("catalog")
    assert at_home.basis == ("《河南省“两高”项目管理目录（2021版，会商联审通知附件1）》",)
    assert (at_home.outcome, at_home.trust) == ("not_listed", "reprint")
    away = screen_one(two, {**casting, "county": ELSEWHERE}).gate("catalog")
    assert (away.basis, away.trust) == (("《省外清单》",), "recalled")
    anywhere = screen_one(two, casting).gate("catalog")
    assert (len(anywhere.basis), anywhere.trust) == (2, "recalled")


@pytest.mark.parametrize("day", ["2022-06-30", "2023-07-01"])
def test_every_world_of_the_two_lists_says_what_the_files_say(two: Law, folder: Path, day: str) -> None:
    book, tables = tables_of(two, day, "catalog")
    compare(WrittenLaw(folder), book, tables, someone, 50_000)


def test_a_gate_waits_for_the_gate_that_a_documents_territory_asks_for(folder: Path) -> None:
    put(folder, "source", SOURCE.replace("{field: province, is: other}", "{gate: national, is: in_scope}"))
    put(folder, "listed", LISTED)
    order = [tables.gate.id for tables in load_rulebook("2022-06-30", load_law(folder)).gates]
    assert order.index("national") < order.index("catalog")
    put(folder, "source", SOURCE.replace("{field: province, is: other}", "{gate: joint_review, is: required}"))
    with pytest.raises(LawError, match="circular-gates"):
        load_rulebook("2022-06-30", load_law(folder))
