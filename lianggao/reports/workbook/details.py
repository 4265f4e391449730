"""Two sheets with one line per project: the facts to ask for, and the departments that join the review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl import Workbook

from lianggao.reports.json_lines import without_contacts
from lianggao.reports.workbook.look import Look
from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.result import DepartmentReview, MissingFact, Status

if TYPE_CHECKING:
    from lianggao.reports.write import Progress

_ASKED = {"fact": "项目单位", "open_question": "主管部门", "date": "主管部门"}
_MISSING = {
    "row": ("序号", 6),
    "project_name": ("项目名称", 28),
    "fact": ("需补充的信息", 24),
    "question": ("请对方说明", 34),
    "who": ("由谁答复", 10),
    "gate": ("用于", 26),
    "answers": ("怎样回答，有怎样的结果", 56),
}
_REVIEWS = {
    "row": ("序号", 6),
    "project_name": ("项目名称", 28),
    "department": ("部门", 14),
    "review": ("是否会审", 14),
    "because": ("为什么", 44),
    "checklist": ("核对事项", 60),
}
_PLAIN: list[Look] = ["plain"] * len(_MISSING)
_LOOKS: list[Look] = ["centre", *_PLAIN]


def write_details(
    book: Workbook, screening: Screening, lang: str, keep_contacts: bool, progress: Progress | None
) -> None:
    """Write both sheets, working each project out once."""
    zh = lang == "zh"
    missing = Sheet(book, "需补充信息" if zh else "missing", _columns(_MISSING, lang), 2)
    reviews = Sheet(book, "部门会审" if zh else "reviews", _columns(_REVIEWS, lang), 2)
    titles = {rule.id: rule.rule.title for rule in screening.law.rules}
    for project in screening.projects():
        shown = project if keep_contacts else without_contacts(project, screening)
        name = shown.facts.get("project_name", "")
        for facts in _by_field(shown).values():
            missing.add([shown.row, name, *_missing(facts, screening, zh)], _LOOKS[: len(_MISSING)])
        for department in shown.departments:
            if department.review != "not_required":
                reviews.add(
                    [shown.row, name, *_review(department, project, screening, titles, zh)], _LOOKS[: len(_REVIEWS)]
                )
        if progress:
            progress(1)
    missing.filterable()
    reviews.filterable()


def _columns(named: dict[str, tuple[str, int]], lang: str) -> list[Column]:
    return [Column(label if lang == "zh" else key, width) for key, (label, width) in named.items()]


def _by_field(project: ProjectScreening) -> dict[str, list[MissingFact]]:
    """Return the missing facts with all gates that ask for each, those of the catalog first."""
    found: dict[str, list[MissingFact]] = {}
    for fact in project.missing:
        found.setdefault(fact.field, []).append(fact)
    return found


def _missing(facts: list[MissingFact], screening: Screening, zh: bool) -> list[str]:
    gates = [screening.law.gates[fact.gate].title if zh else fact.gate for fact in facts]
    first = facts[0]
    answers = [
        (f"【{gate}】" if len(facts) > 1 else "") + "；".join(_answers(fact, screening, zh))
        for gate, fact in zip(gates, facts, strict=True)
    ]
    who = _ASKED[first.kind] if zh else first.kind
    return [first.label if zh else first.field, first.question, who, "\n".join(gates), "\n".join(answers)]


def _answers(fact: MissingFact, screening: Screening, zh: bool) -> Iterator[str]:
    labels = screening.batches[0].labels(fact.gate)
    for effect in fact.effects:
        yield f"{effect.answer}→{'或'.join(labels[o] if zh else o for o in effect.outcomes)}"
    if not fact.effects:
        yield "须与其他缺少的信息一并补充" if zh else "only together with other missing facts"


def _review(
    department: DepartmentReview, project: ProjectScreening, screening: Screening, titles: dict[str, str], zh: bool
) -> list[str]:
    labels = screening.law.vocabulary.domains["review"]
    status = {finding.rule: finding.status for finding in project.findings}
    return [
        department.label if zh else department.department,
        labels[department.review] if zh else department.review,
        _sure_first([(titles[rule], status[rule]) for rule in department.because], zh),
        _sure_first([(line.text, line.status) for line in department.checklist], zh),
    ]


def _sure_first(pairs: list[tuple[str, Status]], zh: bool) -> str:
    """Return the texts one a line, what is certain first and once only."""
    sure = dict.fromkeys(text for text, status in pairs if status == "certain")
    perhaps = dict.fromkeys(text for text, _ in pairs if text not in sure)
    mark = "（可能）" if zh else "(possible) "
    return "\n".join([*sure, *(mark + text for text in perhaps)])
