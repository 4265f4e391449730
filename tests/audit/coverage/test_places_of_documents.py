"""How much of each document is encoded, place by place, by its contents and by what its rules say of themselves."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from lianggao.audit.coverage import DocumentCoverage, PlaceCoverage, law_coverage
from lianggao.audit.coverage.places_text import places_text
from lianggao.cli.app import main
from lianggao.rulebook import Law
from lianggao.rulebook.contents import Contents

PLACE = "节能审查管理权限（条次未核对）"
DOCUMENT = "energy-review-2016"


def changed(law: Law, contents: Any, faithful: str) -> PlaceCoverage:
    """Return the coverage of one place under other contents, all its rules as faithful as stated."""
    source = law.sources[DOCUMENT].model_copy(update={"contents": Contents.model_validate(contents)})
    rules = []
    for rule in law.rules:
        cite = rule.rule.cite.model_copy(update={"faithful": faithful, "why": None if faithful == "full" else "测试"})
        rules.append(replace(rule, rule=rule.rule.model_copy(update={"cite": cite})))
    return found(law_coverage(replace(law, sources={DOCUMENT: source}, rules=tuple(rules))), DOCUMENT).places[0]


def found(documents: tuple[DocumentCoverage, ...], id: str) -> DocumentCoverage:
    return next(document for document in documents if document.id == id)


@pytest.mark.parametrize(
    ("place", "left", "faithful", "status"),
    [
        (PLACE, {}, "full", "encoded"),
        (PLACE, {}, "over", "partly"),
        (PLACE, {}, "under", "partly"),
        (PLACE, {"left_to": "person", "why": "测试"}, "full", "partly"),
        ("别处", {"left_to": "person", "why": "测试"}, "full", "person"),
        ("别处", {"left_to": "nobody", "why": "测试"}, "full", "not_encoded"),
        ("别处", {}, "full", "not_encoded"),
    ],
)
def test_a_place_is_encoded_only_where_every_rule_that_cites_it_is_wholly_faithful(
    law: Law, place: str, left: dict[str, str], faithful: str, status: str
) -> None:
    contents = {"known": "whole", "places": [{"place": place, "what": "测试", **left}]}
    assert changed(law, contents, faithful).status == status


def test_one_rule_that_falls_short_is_enough_for_partly(law: Law) -> None:
    whole = {"known": "whole", "places": [{"place": PLACE, "what": "测试"}]}
    place = changed(law, whole, "full")
    assert (place.status, len(place.rules)) == ("encoded", 2)
    source = law.sources[DOCUMENT].model_copy(update={"contents": Contents.model_validate(whole)})
    rules = [rule for rule in law.rules if rule.id.startswith(DOCUMENT)]
    full = rules[0].rule.cite.model_copy(update={"faithful": "full", "why": None})
    mixed = (replace(rules[0], rule=rules[0].rule.model_copy(update={"cite": full})), *rules[1:])
    (document,) = law_coverage(replace(law, sources={DOCUMENT: source}, rules=mixed))
    assert document.places[0].status == "partly"


def test_of_a_document_without_contents_only_cited_places_are_known(law: Law) -> None:
    source = law.sources[DOCUMENT].model_copy(update={"contents": None})
    (document,) = law_coverage(replace(law, sources={DOCUMENT: source}))
    assert document.known is None
    assert [place.place for place in document.places] == sorted({PLACE, "免于节能审查（条次未核对）"})
    assert "未列各处，只列规则引用的" in places_text([document])


def test_every_rule_of_the_shipped_law_renders_a_place_of_its_document(law: Law) -> None:
    documents = law_coverage(law)
    assert [document.id for document in documents] == sorted(law.sources)
    rendered = [rule.rule for document in documents for place in document.places for rule in place.rules]
    assert sorted(rendered) == sorted(rule.id for rule in law.rules)


def test_what_is_known_of_the_action_plan_beyond_its_rules_is_told(law: Law) -> None:
    # Facts of the law: scope and treatment by stage are reported and encoded; phase goals are for localities; the
    # planning constraint must be argued case by case; the admission list was never read.
    plan = found(law_coverage(law), "henan-action-plan-2021")
    statuses = {place.place.split("（")[0]: place.status for place in plan.places}
    assert (plan.known, plan.trust) == ("part", "reprint")
    assert statuses["适用范围"] == statuses["清单台账分类处置"] == "partly"
    assert statuses["规划约束"] == "person"
    assert statuses["阶段目标：2021年底"] == statuses["准入要求"] == "not_encoded"
    assert all(place.why for place in plan.places if place.status in ("person", "not_encoded"))


@pytest.mark.parametrize(("lang", "heading"), [("zh", "依据文件："), ("en", "documents: ")])
def test_without_paths_the_documents_and_nothing_else_are_printed(
    lang: str, heading: str, law: Law, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["rules", "coverage", "--lang", lang]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert text.startswith(heading)
    for document in law_coverage(law):
        title = f"  《{document.title}》" if lang == "zh" else f"  {document.id}　"
        assert title in text
        # Several documents may have a place of one name; a document's own lines stand further in than its title.
        own = re.split(r"\n  (?! )", text[text.index(title) :], maxsplit=1)[0]
        for place in document.places:
            assert (f"　{place.place}" in own) == (place.status != "encoded")
            assert all(rule.why in own for rule in place.rules if rule.why)
    every = sum(len(document.places) for document in law_coverage(law))
    assert str(every) in text.splitlines()[0]


def test_with_paths_the_documents_come_last_and_json_has_them_too(
    law: Law, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = "tests/rules/energy-review-2016/provincial.cases.yaml"
    assert main(["rules", "coverage", path]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert text.startswith("项目 ")
    assert text.endswith("\n\n" + places_text(law_coverage(law)))
    assert main(["rules", "coverage", "--format", "json"]) == 0
    data = json.loads(capfdbinary.readouterr().out)
    assert {document["id"]: len(document["places"]) for document in data["documents"]} == {
        document.id: len(document.places) for document in law_coverage(law)
    }
