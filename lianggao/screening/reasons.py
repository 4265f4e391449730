"""Say in one sentence why a gate has its outcome, and which clauses it rests on.

A sentence is a template with `{field}` slots, the same for every project with the same pattern; the project's own
values are filled in later.
"""

from __future__ import annotations

from collections.abc import Sequence

from lianggao.rulebook import LawRule
from lianggao.rulebook.models import Source
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.screening.batch import Batch

BELOW_FLOOR = "所依文本的可信度低于所设下限，不作认定；按现有文本："
"""Stands before a reason whose texts are not trusted enough."""

RECALLED = "（所依文本凭回忆写成，须核对原文）"
"""Stands behind a reason that rests on a text nobody here has read."""


def ruling(batch: Batch, gate: str, pattern: int) -> list[LawRule]:
    """Return the rules on which the outcomes still possible rest: those certain to hold, else those that may."""
    part, left = batch.answers[gate].decided, batch.open_outcomes(gate, pattern)
    possible, certain = part.answer.possible[pattern], part.answer.certain[pattern]
    rules = [rule for rule in batch.answers[gate].tables.deciding if rule.rule.conclude.outcome in left]
    places = [part.table.clauses.index(rule.id) for rule in rules]
    sure = [rule for rule, at in zip(rules, places, strict=True) if certain[at]]
    if sure and len(left) == 1:
        return sure
    return [rule for rule, at in zip(rules, places, strict=True) if possible[at]]


def reason_template(batch: Batch, gate: str, pattern: int, asked: Sequence[str]) -> str:
    """Return the sentence for one pattern; `asked` are the labels of its missing facts, most telling first."""
    labels, left, law = batch.labels(gate), batch.open_outcomes(gate, pattern), batch.rulebook.law
    if len(left) > 1:
        needs = asked or [law.gates[gate].title for gate in gates_before(batch, gate)]
        return f"可能为{'、'.join(labels[o] for o in left)}，取决于{'、'.join(needs)}"
    if left[0] == NOT_APPLICABLE:
        return "项目所在地或日期不在文件适用范围之内"
    rules = ruling(batch, gate, pattern)
    if rules:
        # Two versions of one rule say the same.
        return "；或".join(dict.fromkeys(rule.rule.because for rule in rules))
    known = "，".join(_known(batch, gate, pattern))
    return f"{labels[left[0]]}：没有一条规则成立" + (f"（{known}）" if known else "")


def gates_before(batch: Batch, gate: str) -> list[str]:
    """Return the earlier gates on which a gate's outcome is built."""
    axes = batch.answers[gate].decided.table.axes
    return [axis.removeprefix(GATE_AXIS) for axis in axes if axis.startswith(GATE_AXIS)]


def _known(batch: Batch, gate: str, pattern: int) -> list[str]:
    """Return slots for the facts that rule out every rule, as far as something is known of them."""
    held, fields = batch.answers[gate].decided.patterns.held, batch.rulebook.law.vocabulary.fields
    asked = {axis: fields[axis] for axis in held if axis in fields and fields[axis].kind != "reading"}
    told = {axis: field for axis, field in asked.items() if not held[axis].sets[held[axis].index[pattern]].all()}
    return [f"{field.label}：{{{axis}}}" for axis, field in told.items()]


def basis_of(batch: Batch, gate: str, pattern: int) -> tuple[str, ...]:
    """Return the clauses behind the outcomes still possible, or the documents searched where no rule holds."""
    sources, answer = batch.rulebook.law.sources, batch.answers[gate]
    if batch.open_outcomes(gate, pattern) == (NOT_APPLICABLE,):
        return ()
    places: dict[str, list[str]] = {}
    rules = ruling(batch, gate, pattern)
    searched = (rule for rule in answer.tables.deciding if answer.searched[rule.rule.document][pattern])
    for rule in rules or searched:
        found = places.setdefault(cited(sources[rule.rule.document]), [])
        if rules and rule.rule.cite.place not in found:
            found.append(rule.rule.cite.place)
    return tuple(document + "、".join(found) for document, found in places.items())


def cited(source: Source) -> str:
    """Return a document's title and number.

    >>> from lianggao.rulebook import load_law
    >>> cited(load_law().sources["henan-action-plan-2021"])
    '《河南省坚决遏制“两高”项目盲目发展行动方案》（豫政办〔2021〕65号）'
    """
    return f"《{source.title}》" + (f"（{source.number}）" if source.number else "")
