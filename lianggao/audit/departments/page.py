"""The page of one department as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lianggao.audit.departments.asked import asked_of, inputs_of
from lianggao.audit.departments.introductions import COMMON, INTRODUCTIONS
from lianggao.audit.pages.words import NOTICE, cited, period_words
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.conditions import WrittenCondition
from lianggao.rulebook.models import Source
from lianggao.rulebook.requirements import Check, demand_of
from lianggao.rulebook.words import condition_lines

Rules = list[LawRule]


def department_pages(law: Law) -> dict[str, str]:
    """Return the text of every department's page by its path, `<department>.md`."""
    return {f"{name}.md": "\n".join(_lines(name, law)) + "\n" for name in law.vocabulary.departments}


def _lines(department: str, law: Law) -> Iterator[str]:
    rules = sorted(law.rules, key=lambda rule: rule.id)
    checks = [rule for rule in rules if _department_of(rule, law) == department]
    joins = [rule for rule in rules if department in rule.rule.conclude.departments]
    listing = [rule for rule in rules if department in rule.rule.conclude.checklist]
    yield from (f"# {law.vocabulary.departments[department]}部门", "", NOTICE, "")
    if department in INTRODUCTIONS:
        yield from (INTRODUCTIONS[department], "")
    yield from (COMMON, "", "## 何时参加", "", *_joining(joins, law), "")
    yield from ("## 核查一览", "", *_table(checks, law), "")
    yield from ("## 各项核查", "", *(line for rule in checks for line in _check(rule, law)))
    yield from ("## 核对事项", "", *_duties(department, listing, law), "")
    yield from ("## 由人判断的", "", *_left(department, law), "")
    yield from ("## 涉及的待定问题", "", *_questions([*checks, *listing], law))


def _department_of(rule: LawRule, law: Law) -> str:
    gate = law.gates[rule.rule.gate]
    return gate.department if isinstance(gate, Check) else ""


def _joining(rules: Rules, law: Law) -> Iterator[str]:
    words = law.vocabulary.domains["review"]
    for rule in rules:
        strength = words[rule.rule.conclude.strength]
        yield f"- {law.gates[rule.rule.gate].title}：{_linked(rule)}（{strength}），{_where(rule, law)}"
    if not rules:
        yield "没有规则要求参加。"


def _table(rules: Rules, law: Law) -> Iterator[str]:
    if not rules:
        yield "没有可以计算的核查。"
        return
    yield from (
        "| 核查 | 依据和位置 | 施行 | 可信度 | 与原文相比 | 不符合时的分值 |",
        "|---|---|---|---|---|---|",
    )
    labels = law.vocabulary.domains
    for rule in rules:
        cite = rule.rule.cite
        faithful = labels["faithful"][cite.faithful] + (f"：{cite.why}" if cite.why else "")
        cells = (_linked(rule), _where(rule, law), _period(rule, law), labels["trust"][rule.trust], faithful)
        yield f"| {' | '.join(cells)} | {rule.rule.conclude.points} |"


def _check(rule: LawRule, law: Law) -> Iterator[str]:
    gate = law.gates[rule.rule.gate]
    yield from (f"### {rule.rule.title}", "", f"- 依据：{_where(rule, law)}，{_period(rule, law)}")
    if gate.applies_when:
        yield from _listed("约束对象", gate.applies_when, law)
    else:
        yield "- 约束对象：依据文件适用范围内的所有项目"
    yield from _listed("要求", demand_of(rule.rule), law)
    fields, gates = asked_of(rule, law)
    yield "- 须填报："
    yield from (f"  - {_asked(field, law)}" for field in fields)
    yield from (f"  - “{law.gates[name].title}”所需的填报项" for name in gates)
    yield ""


def _listed(word: str, written: WrittenCondition, law: Law) -> Iterator[str]:
    first, *rest = condition_lines(written, law)
    yield f"- {word}：{first}"
    yield from (f"  {line.replace('· ', '- ', 1) if line.lstrip().startswith('· ') else line}" for line in rest)


def _asked(field: str, law: Law) -> str:
    labels = [law.vocabulary[name].label for name in inputs_of(field, law)]
    label = law.vocabulary[field].label
    return f"{label}，由这些算出：{'、'.join(labels)}" if labels else label


def _duties(department: str, rules: Rules, law: Law) -> Iterator[str]:
    """Yield the lines that rules of gates put on the department's list, which people check."""
    if not rules:
        yield "没有列给本部门的核对事项。"
    trust = law.vocabulary.domains["trust"]
    for rule in rules:
        gate = law.gates[rule.rule.gate].title
        yield f"- {gate}：{_linked(rule)}，{_where(rule, law)}，{trust[rule.trust]}"
        yield from (f"  - {text}" for text in rule.rule.conclude.checklist[department])


def _left(department: str, law: Law) -> Iterator[str]:
    places = [
        (source, place)
        for _, source in sorted(law.sources.items())
        for place in (source.contents.places if source.contents else ())
        if place.left_to == "person" and department in place.departments
    ]
    if not places:
        yield "依据文件中没有留给本部门判断的位置。"
        return
    yield from ("| 依据和位置 | 内容 | 为什么由人判断 |", "|---|---|---|")
    for source, place in places:
        yield f"| {_place(source, place.place)} | {place.what} | {place.why} |"


def _questions(rules: Iterable[LawRule], law: Law) -> Iterator[str]:
    asked = sorted({id for rule in rules for id in rule.rule.open_questions})
    yield from (f"- {law.questions[id].question}这里的处理：{law.questions[id].decision}（`{id}`）" for id in asked)
    if not asked:
        yield "没有。"


def _linked(rule: LawRule) -> str:
    return f"[{rule.rule.title}](../rules/{rule.id}.md)"


def _where(rule: LawRule, law: Law) -> str:
    return _place(law.sources[rule.rule.document], rule.rule.cite.place)


def _place(source: Source, place: str) -> str:
    return f"{cited(source)}{place}"


def _period(rule: LawRule, law: Law) -> str:
    """Return when a requirement binds, and since when another document takes the place of its own."""
    source = law.sources[rule.rule.document]
    newer = [other for other in law.sources.values() if source.id in other.supersedes]
    taken = "".join(f"，{other.effective.from_} 起由{cited(other)}取代" for other in newer)
    return period_words(rule.rule.effective or source.effective) + taken
