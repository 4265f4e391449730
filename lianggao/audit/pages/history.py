"""What came before a rule and after it: the other versions of its document, and how the rule reads there."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.pages.differing import differing_conditions
from lianggao.audit.pages.words import cited, linked, period_words
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.requirements import Check
from lianggao.tables import Not
from lianggao.tables.conditions import ALWAYS


def history_text(rule: LawRule, law: Law) -> Iterator[str]:
    """Yield the lines about periods and other versions."""
    source, own = law.sources[rule.rule.document], rule.rule.effective
    yield f"- 依据文件施行：{period_words(source.effective)}"
    if own:
        yield f"- 本规则适用：{period_words(own)}"
    older = [law.sources[id] for id in source.supersedes if id in law.sources]
    newer = [other for other in law.sources.values() if source.id in other.supersedes]
    for word, others in (("取代", older), ("被取代于", newer)):
        for other in others:
            yield f"- {word}：{cited(other)}，{period_words(other.effective)}"
            same = law.rule(f"{other.id}/{rule.id.split('/', 1)[1]}")
            if same is None:
                yield "  - 其中没有同名规则"
                continue
            differences = list(_differences(rule, same, law))
            says = "与本规则相同" if not differences else "与本规则不同："
            yield f"  - 同名规则{linked(same.id, same.rule.title, source.id)}{says}"
            yield from (f"    - {line}" for line in differences)


def _differences(rule: LawRule, other: LawRule, law: Law) -> Iterator[str]:
    """Yield what of another rule reads otherwise, from this rule to the other; sentences and questions are left out."""
    gates = [law.gates[each.rule.gate] for each in (rule, other)]
    if all(isinstance(gate, Check) for gate in gates):
        yield from _demands(rule, other, law)
    else:
        yield from differing_conditions(rule.condition, other.condition, law)
    mine, theirs = rule.rule.conclude, other.rule.conclude
    labels, departments = law.vocabulary.domains, law.vocabulary.departments
    if rule.rule.title != other.rule.title:
        yield f"名称：{other.rule.title}"
    if mine.outcome != theirs.outcome:
        outcomes = {outcome.id: outcome.label for gate in law.gates.values() for outcome in gate.outcomes}
        yield f"结果：{outcomes[theirs.outcome] if theirs.outcome else '无'}"
    if mine.points != theirs.points:
        yield f"分值：{theirs.points}"
    if (mine.departments, mine.strength) != (theirs.departments, theirs.strength):
        named = "、".join(departments[name] for name in theirs.departments) or "无"
        yield f"部门：{named}（{labels['review'][theirs.strength]}）"
    duties = _duties(rule, law), _duties(other, law)
    yield from (f"没有核对事项“{duty}”" for duty in duties[0] if duty not in duties[1])
    yield from (f"另有核对事项“{duty}”" for duty in duties[1] if duty not in duties[0])
    if rule.trust != other.trust:
        yield f"可信度：{labels['trust'][other.trust]}"
    if rule.rule.cite.faithful != other.rule.cite.faithful:
        yield f"与原文相比：{labels['faithful'][other.rule.cite.faithful]}"


def _demands(rule: LawRule, other: LawRule, law: Law) -> Iterator[str]:
    """Yield what of another requirement binds others, or demands otherwise."""
    bound = [law.applies_when.get(each.id, ALWAYS) for each in (rule, other)]
    yield from (f"约束对象：{line}" for line in differing_conditions(bound[0], bound[1], law))
    demanded = [each.condition.part for each in (rule, other) if isinstance(each.condition, Not)]
    yield from (f"要求：{line}" for line in differing_conditions(demanded[0], demanded[1], law))
    departments = [gate.department for each in (rule, other) if isinstance(gate := law.gates[each.id], Check)]
    if departments[0] != departments[1]:
        yield f"部门：{law.vocabulary.departments[departments[1]]}"


def _duties(rule: LawRule, law: Law) -> list[str]:
    checklist, departments = rule.rule.conclude.checklist, law.vocabulary.departments
    return [f"{departments[name]}：{text}" for name, texts in checklist.items() for text in texts]
