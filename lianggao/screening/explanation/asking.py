"""What is missing, whom to ask and what each answer would give; and the questions that the texts leave open."""

from __future__ import annotations

from lianggao.screening.explanation.view import View
from lianggao.screening.result import MissingFact
from lianggao.screening.standing import standing_of

_WHO = {"fact": "请项目单位提供", "open_question": "须由主管部门明确", "date": "须由主管部门明确"}
_EFFECT = {"over": "这样处理可能多判", "under": "这样处理可能漏判", "undecided": "两种可能都保留"}


def missing_lines(view: View) -> list[str]:
    """Return each missing fact once, with its answers for every gate that asks for it."""
    by_field: dict[str, list[MissingFact]] = {}
    for fact in view.project.missing:
        by_field.setdefault(fact.field, []).append(fact)
    lines = []
    for facts in by_field.values():
        lines.append(f"  · {facts[0].label}（{_WHO[facts[0].kind]}）")
        if facts[0].question:
            lines.append(f"    {facts[0].question}")
        for fact in facts:
            title = view.batch.rulebook.law.gates[fact.gate].title
            lines += [f"    用于{title}：", *(f"      {line}" for line in _answers(view, fact))]
    return lines or ["  没有：所有关口都已能定。"]


def _answers(view: View, fact: MissingFact) -> list[str]:
    labels = view.batch.labels(fact.gate)
    told = [f"{e.answer} → {'或'.join(labels[o] for o in e.outcomes)}" for e in fact.effects]
    return told or ["单补这一项还不能缩小范围，须与其他缺少的信息一并补充"]


def question_lines(view: View) -> list[str]:
    """Return the open questions behind the rules that hold or may hold, and how they are decided here.

    Of requirements only those count that surely bind the project or are not met wherever they do.
    """
    known, project = view.batch.rulebook.law.questions, view.project
    checks = [check for check in project.checks if standing_of(check) in ("met", "open", "failed")]
    lists = [*(finding.open_questions for finding in project.findings), *(check.open_questions for check in checks)]
    touched = dict.fromkeys(id for ids in lists for id in ids)
    lines = []
    for question in (known[id] for id in touched):
        lines += [
            f"  · {question.question}",
            f"    这里的处理：{question.decision}（{_EFFECT[question.effect]}）",
            f"    理由：{question.reason}",
        ]
    return lines or ["  没有。"]
