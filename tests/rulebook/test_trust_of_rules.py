"""How far a rule can be trusted: no further than its citation, its document, and every catalog that it refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.rulebook import Law, load_law

OLD = "henan-catalog-2021"


def trusts(law: Law) -> dict[str, str]:
    return {rule.id.split("/")[1]: rule.trust for rule in law.rules if rule.rule.document == OLD}


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert f"trust: {before}\n" in text
    path.write_text(text.replace(f"trust: {before}\n", f"trust: {after}\n"), encoding="utf-8")


def test_the_shipped_2021_catalog_was_read_in_a_reprint(law: Law) -> None:
    assert set(trusts(law).values()) == {"reprint"}


def test_a_catalog_known_by_hearsay_lowers_the_rules_that_refer_to_it_also_by_way_of_definitions(folder: Path) -> None:
    change(folder / "catalogs" / OLD / "source.yaml", "reprint", "recalled")
    found = trusts(load_law(folder))
    lowered = {name for name, trust in found.items() if trust == "recalled"}
    assert lowered == {"class-two", "retrofit-excluded"}


def test_a_document_known_by_hearsay_lowers_all_its_rules(folder: Path) -> None:
    change(folder / "rules" / OLD / "source.yaml", "reprint", "report")
    assert set(trusts(load_law(folder)).values()) == {"report"}


@pytest.mark.parametrize("rule", ["class-one", "class-two"])
def test_a_citation_that_was_not_read_lowers_its_own_rule_only(folder: Path, rule: str) -> None:
    change(folder / "rules" / OLD / f"{rule}.yaml", "reprint", "recalled")
    found = trusts(load_law(folder))
    assert {name for name, trust in found.items() if trust == "recalled"} == {rule}


def test_what_is_better_known_never_raises_a_rule(folder: Path) -> None:
    change(folder / "rules" / OLD / "source.yaml", "reprint", "official")
    assert set(trusts(load_law(folder)).values()) == {"reprint"}
