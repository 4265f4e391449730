"""Pages that repeat what the code or the rules say are held to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lianggao.audit.items import items_page
from lianggao.audit.questions import questions_page
from lianggao.cli.app import main
from lianggao.notes import KINDS
from lianggao.rulebook import load_law
from lianggao.screening import COLUMNS

DOCS = Path(__file__).parents[2] / "docs"


def test_page_of_open_questions_is_what_the_rules_say() -> None:
    assert (DOCS / "open-questions.md").read_text(encoding="utf-8") == questions_page(load_law())


def test_page_of_catalog_items_is_what_the_catalogs_say() -> None:
    assert (DOCS / "catalog-items.md").read_text(encoding="utf-8") == items_page(load_law())


def test_every_item_has_a_code_and_words_of_its_own() -> None:
    for line in items_page(load_law()).splitlines():
        assert not line.startswith(("- 代码：无", "- 只指它的词语：无")), line


def test_every_open_question_is_asked_by_some_rule_or_document() -> None:
    law = load_law()
    asked = {question for rule in law.rules for question in rule.rule.open_questions}
    asked |= {question for source in law.sources.values() for question in source.open_questions}
    assert asked == set(law.questions)


def test_page_of_columns_lists_every_column_in_order_with_its_chinese_header() -> None:
    text = (DOCS / "columns.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", text, flags=re.MULTILINE)
    assert rows == list(COLUMNS.items())


def test_page_of_data_notes_lists_every_kind_with_its_name_and_how_sure_it_is() -> None:
    text = (DOCS / "data-notes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (\S+) \| `(\w+)` \|$", text, flags=re.MULTILINE)
    assert rows == [(code, kind.label, kind.sure) for code, kind in KINDS.items()]


def test_page_of_columns_names_every_value_of_the_columns_that_have_few() -> None:
    text = (DOCS / "columns.md").read_text(encoding="utf-8")
    law = load_law()
    gate = law.gates["catalog"]
    shared = law.vocabulary.domains["outcome"]
    for outcome, label in [*((o.id, o.label) for o in (*gate.outcomes, gate.otherwise)), *shared.items()]:
        assert f"`{outcome}` {label}" in text
    for domain in ("review", "trust"):
        for value, label in law.vocabulary.domains[domain].items():
            assert f"`{value}` {label}" in text


def test_the_worked_example_of_comparing_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / "comparing.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```text\n\$ lianggao (.*)\n((?:.*\n)*?)^```", text, flags=re.MULTILINE)
    assert main(block[0].split()) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in block[1].splitlines() if line not in printed] == []
