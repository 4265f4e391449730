"""The page of open questions: every question that the texts leave open, how it is decided here, and why.

It is made from `rules/open-questions/`, so that the page and the rules can't disagree.
"""

from __future__ import annotations

from lianggao.rulebook import Law

EFFECTS = {"over": "可能多判", "under": "可能漏判", "undecided": "不作决定，结果保留各种可能"}

HEAD = """# 待定问题

现有文本没有回答、而判定又绕不开的问题，一题一个文件，在 `rules/open-questions/`。每题只在一处作出决定，写明理由和偏向；
规则和依据文件引用题号，受影响的结果会列出题目。请有权解释文件的部门核对。

本页由规则文件生成，请勿手工修改：`make docs`。
"""


def questions_page(law: Law) -> str:
    """Return the page as Markdown."""
    parts = [HEAD]
    for id, question in sorted(law.questions.items()):
        rules = sorted(rule.id for rule in law.rules if id in rule.rule.open_questions)
        documents = sorted(name for name, source in law.sources.items() if id in source.open_questions)
        parts += [
            f"## {question.question}\n",
            f"- 题号：`{id}`",
            f"- 决定：{question.decision}",
            f"- 理由：{question.reason}",
            f"- 偏向：{EFFECTS[question.effect]}",
        ]
        if question.reading:
            parts.append(
                f"- 对应字段：`{question.reading}`（{law.vocabulary[question.reading].label}），填明后即按所填读法判定"
            )
        parts.append(f"- 引用它的文件：{_listed(documents)}")
        parts.append(f"- 引用它的规则：{_listed(rules)}\n")
    return "\n".join(parts)


def _listed(ids: list[str]) -> str:
    return "、".join(f"`{id}`" for id in ids) or "无"
