"""The sheet of facts to ask for: one line per project and fact, with what each answer leads to."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from lianggao.reports.workbook.look import Look
from lianggao.reports.workbook.sheet import Sheet, columns_of
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.requests import ANSWERS
from lianggao.screening.result import MissingFact

_COLUMNS = {
    "row": ("序号", 6),
    "project_name": ("项目名称", 28),
    "fact": ("需补充的信息", 24),
    "question": ("请对方说明", 34),
    "who": ("由谁答复", 10),
    "gate": ("用于", 26),
    "answers": ("怎样回答，有怎样的结果", 56),
}
_LOOKS: list[Look] = ["centre" if key == "row" else "plain" for key in _COLUMNS]


class MissingSheet:
    """Takes the projects one by one, contacts hidden already."""

    def __init__(self, book: Workbook, screening: Screening, lang: str) -> None:
        self._screening, self._zh = screening, lang == "zh"
        self._sheet = Sheet(book, "需补充信息" if self._zh else "missing", columns_of(_COLUMNS, lang), 2)

    def add(self, shown: ProjectScreening) -> None:
        """Write the lines of one project."""
        name = shown.facts.get("project_name", "")
        for facts in _by_field(shown).values():
            self._sheet.add([shown.row, name, *_line(facts, self._screening, self._zh)], _LOOKS)

    def close(self) -> None:
        """Give the lines filters."""
        self._sheet.filterable()


def _by_field(project: ProjectScreening) -> dict[str, list[MissingFact]]:
    """Return the missing facts with all gates that ask for each, those of the catalog first."""
    found: dict[str, list[MissingFact]] = {}
    for fact in project.missing:
        found.setdefault(fact.field, []).append(fact)
    return found


def _line(facts: list[MissingFact], screening: Screening, zh: bool) -> list[str]:
    gates = [screening.law.gates[fact.gate].title if zh else fact.gate for fact in facts]
    first = facts[0]
    answers = [
        (f"【{gate}】" if len(facts) > 1 else "") + "；".join(_answers(fact, screening, zh))
        for gate, fact in zip(gates, facts, strict=True)
    ]
    who = ANSWERS[first.kind] if zh else first.kind
    return [first.label if zh else first.field, first.question, who, "\n".join(gates), "\n".join(answers)]


def _answers(fact: MissingFact, screening: Screening, zh: bool) -> Iterator[str]:
    labels = screening.batches[0].labels(fact.gate)
    for effect in fact.effects:
        yield f"{effect.answer}→{'或'.join(labels[o] if zh else o for o in effect.outcomes)}"
    if not fact.effects:
        yield "须与其他缺少的信息一并补充" if zh else "only together with other missing facts"
