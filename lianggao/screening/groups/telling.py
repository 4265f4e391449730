"""The sentence that tells a likely split: who and where, every figure, the sum, the thresholds and their clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lianggao.quantities.text import clip
from lianggao.rulebook import Law, LawRule
from lianggao.screening.groups.clauses import clauses_text
from lianggao.screening.groups.figures import MOST_NAMED, Statements, exact_sum
from lianggao.screening.groups.splits import Split
from lianggao.screening.sensitivity import BASES
from lianggao.screening.wording import interval, threshold
from lianggao.tables.known import Ints


class Reached(NamedTuple):
    """A split and the rules that use its threshold."""

    split: Split
    rules: Sequence[LawRule]


def split_text(said: Statements, reached: Sequence[Reached], law: Law) -> str:
    """Return the sentence for one group of projects and one figure; `reached` has a split for each threshold."""
    split = reached[0].split
    owner, place = (clip(said.least_text(name, split.rows)) for name in ("owner", "place"))
    same = "属同一建设单位" + (f"（“{owner}”）" if owner else "")
    where = f"在同一地点（“{place}”）" if split.within else f"在同一县（市、区）（“{place}”，未写到具体地点）"
    head = f"疑似拆分：{said.numbered(split.rows)}项目{same}，{where}"
    return f"{head}；{_figures(said, reached, law)}；请核对是否为一个项目分开申报"


def _figures(said: Statements, reached: Sequence[Reached], law: Law) -> str:
    split, line = reached[0].split, min((each.split.line for each in reached), key=lambda line: line.threshold)
    field = law.vocabulary[line.figure]
    each = sorted(zip(split.projects, split.lows, split.highs, strict=True), key=lambda project: int(project[0][0]))
    if len(each) > MOST_NAMED:
        shown = f"{len(each)}个项目各{interval(min(split.lows), max(split.highs), field.unit)}"
    else:
        shown = "、".join(f"{_project(said, rows)}{interval(low, high, field.unit)}" for rows, low, high in each)
    blank = f"；{said.numbered(split.blank)}未填，若不大于已填的最大一个" if len(split.blank) else ""
    under = f"{'均不超过' if line.beyond else '均不足'}{threshold(line.threshold)}{field.unit}"
    low, high = (float(exact_sum(ends)) for ends in (split.lows, split.highs))
    total = f"合计{interval(low, high, field.unit)}{blank}"
    return f"{field.label}：{shown}，{under}，{total}，{'；'.join(_edges(reached, field.unit, law))}"


def _edges(reached: Sequence[Reached], unit: str, law: Law) -> Iterator[str]:
    """Yield what is reached, with its clauses; the bases of an unstated figure for which that is the same together."""
    said: dict[tuple[str, str], list[str]] = {}
    for split, rules in sorted(reached, key=lambda each: (each.split.line.threshold, each.split.line.field)):
        line = split.line
        edge = f"{'超过' if line.beyond else '达到'}{threshold(line.threshold)}{unit}"
        sure = "" if line.reaches(exact_sum(split.lows)) and line.figure == line.field else "可能"
        bases = said.setdefault((sure + edge, clauses_text(rules, law)), [])
        bases += [BASES[line.field]] if line.figure != line.field else []
    for (edge, clauses), bases in said.items():
        basis = f"口径未注明，若为{'或'.join(bases)}，" if bases else ""
        yield f"{basis}{edge}（{clauses}）"


def _project(said: Statements, rows: Ints) -> str:
    """Return the rows of one project, with its stage where they agree on it."""
    stages = {said.label("stage", row) for row in rows.tolist()}
    stage = stages.pop() if len(stages) == 1 else ""
    return said.numbered(rows) + (f"（{stage}）" if stage else "")
