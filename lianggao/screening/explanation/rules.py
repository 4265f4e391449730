"""Every rule that was asked, gate by gate: it holds, it depends on something, or something known rules it out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lianggao.rulebook import LawRule
from lianggao.screening.explanation.view import View
from lianggao.screening.gates import Part
from lianggao.screening.reasons import cited
from lianggao.screening.result import Finding
from lianggao.tables.conditions import axes_of

BELOW_FLOOR = "所依文本的可信度低于所设下限，不作认定"


def rule_lines(view: View) -> list[str]:
    """Return each rule in force once."""
    found = {finding.rule: finding for finding in view.project.findings}
    lines = []
    for gate in view.batch.gates():
        holding: list[str] = []
        perhaps: list[str] = []
        never: list[str] = []
        for part, rule in _rules(view, gate):
            finding = found.get(rule.id)
            if finding is None:
                never += [_named(rule), f"      {ruled_out(view, part, rule)}"]
            else:
                (holding if finding.status == "certain" else perhaps).extend(_found(view, rule, finding))
        lines.append(f"  【{view.batch.rulebook.law.gates[gate].title}】")
        for title, some in (("成立：", holding), ("可能成立：", perhaps), ("不成立：", never)):
            lines += [f"    {title}", *some] if some else []
    count = len(view.batch.rulebook.law.rules) - len(view.batch.rulebook.rules)
    return [*lines, f"  另有{count}条规则，所在文件在适用日期未施行或已失效，未用。"] if count else lines


def ruled_out(view: View, part: Part, rule: LawRule) -> str:
    """Say which facts rule a rule out, each of them alone or only several together."""
    alone = list(excluding(view, part, rule))
    if alone:
        told = "；".join(f"{view.label(axis)}：{view.value(part, axis)}" for axis in alone)
        return told if len(alone) == 1 else f"{told}（任一项即可排除）"
    axes = axes_of(view.batch.rulebook.conditions[rule.id])
    known = [axis for axis in axes if axis in part.table.axes and not view.known(part, axis).all()]
    return f"几项事实合起来排除：{'；'.join(f'{view.label(axis)}：{view.value(part, axis)}' for axis in known)}"


def excluding(view: View, part: Part, rule: LawRule) -> Iterator[str]:
    """Yield the axes that rule a rule out alone: with everything else left open, what is known there never fits."""
    plane = part.table.holds[part.table.clauses.index(rule.id)]
    for at, axis in enumerate(part.table.axes):
        fits = plane.any(axis=tuple(other for other in range(plane.ndim) if other != at))
        if not np.any(fits & view.known(part, axis)):
            yield axis


def _rules(view: View, gate: str) -> Iterator[tuple[Part, LawRule]]:
    answer = view.batch.answers[gate]
    yield from ((answer.decided, rule) for rule in answer.tables.deciding)
    yield from ((answer.followed, rule) for rule in answer.tables.following)


def _named(rule: LawRule) -> str:
    return f"    · {rule.rule.title} [{rule.id}]"


def _found(view: View, rule: LawRule, finding: Finding) -> list[str]:
    law = view.batch.rulebook.law
    lines = [_named(rule), f"      {finding.sentence}"]
    if finding.status == "possible" and not finding.depends_on:
        lines.append(f"      {BELOW_FLOOR}")
    lines.append(f"      依据：{cited(law.sources[rule.rule.document])}{finding.place}")
    lines.append(f"      可信度：{view.trust(finding.trust)}")
    faithful = law.vocabulary.domains["faithful"][finding.faithful]
    lines.append(f"      与原文相比：{faithful}" + (f"。{finding.why}" if finding.why else ""))
    return lines
