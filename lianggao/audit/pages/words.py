"""The words that pages share: names of documents and rules, periods, and conditions as Markdown lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lianggao.rulebook import Law
from lianggao.rulebook.check import SLOT
from lianggao.rulebook.models import Period, Source

NOTICE = "本页由规则文件生成，请勿手工修改：`make docs`。"
"""Stands on every page; a page without it was not made here."""


def cited(source: Source) -> str:
    """Return a document's title and number."""
    return f"《{source.title}》" + (f"（{source.number}）" if source.number else "")


def period_words(period: Period) -> str:
    """Return when something is in force."""
    return f"{period.from_} 至 {period.to}" if period.to else f"{period.from_} 起"


def linked(rule: str, text: str, within: str = "") -> str:
    """Return a link to a rule's page from the index, or from the page of another rule of a document."""
    document, name = rule.split("/", 1)
    path = f"{document}/{name}.md" if not within else f"{name}.md" if document == within else f"../{document}/{name}.md"
    return f"[{text}]({path})"


def as_list(lines: Sequence[str]) -> list[str]:
    """Return the lines of a condition as a Markdown list.

    >>> as_list(["以下各项都满足：", "· 甲", "· “乙”，即", "    丙"])
    ['以下各项都满足：', '', '- 甲', '- “乙”，即', '    丙']
    """
    shown = [line.replace("· ", "- ", 1) if line.lstrip().startswith("· ") else line for line in lines]
    return [shown[0], *([""] if len(shown) > 1 else []), *shown[1:]]


def slot_label(slot: re.Match[str], law: Law) -> str:
    """Return what stands in the place of a slot of a sentence.

    >>> from lianggao.rulebook import load_law
    >>> SLOT.sub(lambda slot: slot_label(slot, load_law()), "须{output_t*1.5}")
    '须〔设计年产量（吨）×1.5〕'
    """
    return f"〔{law.vocabulary[slot[1]].label}{f'×{slot[2]}' if slot[2] else ''}〕"


def said(sentence: str, law: Law) -> str:
    """Return a sentence with the labels of its slots."""
    return SLOT.sub(lambda slot: slot_label(slot, law), sentence)


def rules_of(law: Law, document: str) -> list[str]:
    """Return the ids of a document's rules, in order."""
    return sorted(rule.id for rule in law.rules if rule.rule.document == document)
