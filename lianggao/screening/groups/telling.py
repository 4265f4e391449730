"""The sentence that tells a likely split: who and where, every figure, the sum, the threshold and its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.quantities.text import clip
from lianggao.rulebook import Law, LawRule
from lianggao.screening.groups.clauses import clauses_text
from lianggao.screening.groups.figures import MOST_NAMED, Statements, exact_sum, numbered
from lianggao.screening.groups.splits import Split
from lianggao.screening.wording import interval, threshold
from lianggao.tables.known import Ints


def split_text(said: Statements, split: Split, rules: Sequence[LawRule], law: Law) -> str:
    """Return the sentence; `rules` are those that use the threshold."""
    owner, place = (clip(said.least_text(name, split.rows)) for name in ("owner", "place"))
    same = "同一建设单位" + (f"（“{owner}”）" if owner else "")
    head = f"疑似拆分：{numbered((split.rows + 1).tolist())}为{same}在同一地点（“{place}”）的项目"
    return f"{head}，{_figures(said, split, law)}；涉及{clauses_text(rules, law)}；请核对是否为一个项目分开申报"


def _figures(said: Statements, split: Split, law: Law) -> str:
    line, field = split.line, law.vocabulary[split.line.figure]
    each = [
        f"{_rows(said, rows)}{interval(low, high, field.unit)}"
        for rows, low, high in sorted(
            zip(split.projects, split.lows, split.highs, strict=True), key=lambda p: int(p[0][0])
        )
    ]
    shown = "、".join(each[:MOST_NAMED]) + (f"等{len(each)}个" if len(each) > MOST_NAMED else "")
    edge = threshold(line.threshold) + field.unit
    low, high = (float(exact_sum(ends)) for ends in (split.lows, split.highs))
    under, reached = (f"均不超过{edge}", f"超过{edge}") if line.beyond else (f"均不足{edge}", f"达到{edge}")
    return f"{field.label}：{shown}，{under}，合计{interval(low, high, field.unit)}，{_whether(split, reached, law)}"


def _whether(split: Split, reached: str, law: Law) -> str:
    if split.status == "certain":
        return reached
    if len(split.blank):
        return f"{numbered((split.blank + 1).tolist())}未填，若不大于已填的最大一个，合计可能{reached}"
    if split.line.figure != split.line.field:
        return f"口径未注明，若为{law.vocabulary[split.line.field].label}，则可能{reached}"
    return f"可能{reached}"


def _rows(said: Statements, rows: Ints) -> str:
    """Return the rows of one project, with its stage where they agree on it."""
    stages = {said.label("stage", row) for row in rows.tolist()}
    stage = stages.pop() if len(stages) == 1 else ""
    return numbered((rows + 1).tolist()) + (f"（{stage}）" if stage else "")
