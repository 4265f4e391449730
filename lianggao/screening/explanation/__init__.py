"""Explains one project from its facts to its verdict, for an officer who has never seen the software.

Every rule that was asked is named once, with the reason why it holds, may hold or can't hold.
"""

from __future__ import annotations

from collections.abc import Callable

from lianggao.screening.explanation.asking import missing_lines, question_lines
from lianggao.screening.explanation.chain import chain_lines
from lianggao.screening.explanation.facts import fact_lines
from lianggao.screening.explanation.measures import margin_lines, score_lines
from lianggao.screening.explanation.reviews import disposition_lines, review_lines
from lianggao.screening.explanation.rules import rule_lines
from lianggao.screening.explanation.verdicts import determination_lines, other_gate_lines, stamp_lines
from lianggao.screening.explanation.view import View, view_of
from lianggao.screening.explanation.worlds import world_lines
from lianggao.screening.screening import Screening

_SECTIONS: tuple[tuple[str, Callable[[View], list[str]]], ...] = (
    ("采用的事实", fact_lines),
    ("判定", determination_lines),
    ("其他关口", other_gate_lines),
    ("还剩多少情形", world_lines),
    ("规则逐条", rule_lines),
    ("推理过程", chain_lines),
    ("需补充信息", missing_lines),
    ("部门会审", review_lines),
    ("处置意见", disposition_lines),
    ("分值", score_lines),
    ("距各条线的差距", margin_lines),
    ("涉及的待定问题", question_lines),
    ("凭据", stamp_lines),
)
_NUMERALS = "一二三四五六七八九十"


def explain(screening: Screening, row: int) -> str:
    """Return everything about one project as plain Chinese text; rows count from 1.

    Raises InputError: `row-unknown`.
    """
    view = view_of(screening, row)
    name = view.project.facts.get("project_name", "（未填项目名称）")
    blocks = [f"{name}（清单第{row}个项目）"]
    written = [(title, lines) for title, write in _SECTIONS if (lines := write(view))]
    for place, (title, lines) in enumerate(written, start=1):
        blocks.append("\n".join([f"{_numeral(place)}、{title}", *lines]))
    return "\n\n".join(blocks) + "\n"


def _numeral(place: int) -> str:
    return _NUMERALS[place - 1] if place <= 10 else "十" + _NUMERALS[place - 11]
