"""Who joins the review, by which rules, what each department must check and found; and what the stage calls for."""

from __future__ import annotations

from collections.abc import Iterable

from lianggao.screening.explanation.checks import check_lines
from lianggao.screening.explanation.view import View
from lianggao.screening.model import Status


def review_lines(view: View) -> list[str]:
    """Return every department with its reasons and its checklist if it joins, and its requirements in any case."""
    words = view.display.vocabulary.domains["review"]
    status: dict[str, Status] = {finding.rule: finding.status for finding in view.project.findings}
    titles = {finding.rule: finding.title for finding in view.project.findings}
    lines = []
    for department in view.project.departments:
        lines.append(f"  {department.label}：{words[department.review]}")
        if department.review != "not_required":
            because = sure_first((titles[rule], status[rule]) for rule in department.because)
            checklist = sure_first((line.text, line.status) for line in department.checklist)
            lines += ["    为什么：", *(f"      · {text}" for text in because)] if because else []
            lines += ["    核对事项：", *(f"      · {text}" for text in checklist)] if checklist else []
        lines += check_lines(view, department)
    return lines


def sure_first(pairs: Iterable[tuple[str, Status]]) -> list[str]:
    """Return each text once, the certain ones first and the others marked.

    >>> sure_first([("规划环评", "possible"), ("节能审查", "certain"), ("节能审查", "possible")])
    ['节能审查', '（可能）规划环评']
    """
    every = list(pairs)
    sure = dict.fromkeys(text for text, status in every if status == "certain")
    perhaps = dict.fromkeys(text for text, _ in every if text not in sure)
    return [*sure, *(f"（可能）{text}" for text in perhaps)]


def disposition_lines(view: View) -> list[str]:
    """Return what the stage and the outcome call for."""
    labels = view.project.disposition
    if not labels:
        return ["  没有分类处置的规则。"]
    return [f"  {labels[0]}" if len(labels) == 1 else f"  可能为{'、'.join(labels)}"]
