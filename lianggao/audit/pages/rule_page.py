"""The page of one rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lianggao.audit.pages.changelog import Entry
from lianggao.audit.pages.examples import Examples
from lianggao.audit.pages.examples_text import examples_text
from lianggao.audit.pages.history import history_text
from lianggao.audit.pages.words import NOTICE, as_list, cited, said
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.requirements import Check, demand_of
from lianggao.rulebook.words import condition_lines


def rule_page(
    rule: LawRule,
    law: Law,
    shown: Examples | None,
    entries: Iterable[Entry] = (),
    counts: Mapping[str, int] | None = None,
) -> str:
    """Return the page as Markdown; `counts` are its cases by file, or None where case files are not there."""
    return "\n".join(_lines(rule, law, shown, list(entries), counts)) + "\n"


def _lines(
    rule: LawRule, law: Law, shown: Examples | None, entries: list[Entry], counts: Mapping[str, int] | None
) -> Iterator[str]:
    yield from (f"# {rule.rule.title}", "", f"`{rule.id}`　[全部规则](../index.md)", "", NOTICE, "")
    gate = law.gates[rule.rule.gate]
    if isinstance(gate, Check):
        yield from ("## 核查", "", *_requirement(rule, gate, law), "")
        yield from ("## 依据", "", *_clause(rule, law), "")
        yield from ("## 约束对象", "", *bound_lines(gate, law), "")
        yield from ("## 要求", "", *as_list(condition_lines(demand_of(rule.rule), law)), "")
    else:
        yield from ("## 结论", "", *_conclusion(rule, law), "")
        yield from ("## 依据", "", *_clause(rule, law), "")
        yield from ("## 条件", "", *as_list(condition_lines(rule.rule.when, law)), "")
    if rule.rule.open_questions:
        yield from ("## 待定问题", "", *_questions(rule, law), "")
    yield from examples_text(shown, isinstance(gate, Check))
    yield from ("## 沿革", "", *history_text(rule, law))
    yield from (f"- 变更记录（{entry.heading}）：{entry.text}" for entry in entries)
    if counts is not None:
        yield from ("", "## 测试", "")
        yield from (f"- `{file}`：{count}例" for file, count in counts.items())
        if not counts:
            yield "没有案例。"


def _conclusion(rule: LawRule, law: Law) -> Iterator[str]:
    conclude, departments = rule.rule.conclude, law.vocabulary.departments
    gate = law.gates[rule.rule.gate]
    labels = {outcome.id: outcome.label for outcome in gate.outcomes}
    yield f"- 关口：{gate.title}"
    yield f"- 结果：{labels[conclude.outcome] if conclude.outcome else '不影响结果，只列核对事项或部门'}"
    if conclude.points:
        yield f"- 分值：{conclude.points}"
    if conclude.departments:
        strength = law.vocabulary.domains["review"][conclude.strength]
        yield f"- 部门：{'、'.join(departments[name] for name in conclude.departments)}（{strength}）"
    for name, texts in conclude.checklist.items():
        yield f"- {departments[name]}核对："
        yield from (f"  - {text}" for text in texts)
    yield f"- 说法：{said(rule.rule.because, law)}"


def _requirement(rule: LawRule, gate: Check, law: Law) -> Iterator[str]:
    yield f"- 部门：{law.vocabulary.departments[gate.department]}"
    if rule.rule.conclude.points:
        yield f"- 不符合时的分值：{rule.rule.conclude.points}"
    yield f"- 符合时的说法：{said(gate.holds, law)}"
    yield f"- 不符合时的说法：{said(rule.rule.because, law)}"


def bound_lines(gate: Check, law: Law) -> list[str]:
    """Return whom a requirement binds as a Markdown list."""
    return as_list(condition_lines(gate.applies_when, law)) if gate.applies_when else ["依据文件适用范围内的所有项目。"]


def _clause(rule: LawRule, law: Law) -> Iterator[str]:
    source, cite, labels = law.sources[rule.rule.document], rule.rule.cite, law.vocabulary.domains
    yield f"- 依据文件：{cited(source)}，{'、'.join(source.issuers) or '印发机关未见'}"
    yield f"- 出处：{cite.place}"
    if source.contents:
        yield from (f"- 该处内容：{place.what}" for place in source.contents.places if place.place == cite.place)
    yield f"- 可信度：{labels['trust'][rule.trust]}"
    yield f"- 与原文相比：{labels['faithful'][cite.faithful]}" + (f"。{cite.why}" if cite.why else "")
    yield f"- 规则文件：`{rule.file}`"


def _questions(rule: LawRule, law: Law) -> Iterator[str]:
    for id in rule.rule.open_questions:
        asked = law.questions[id]
        yield f"- {asked.question}（`{id}`）"
        yield f"  - 这里的处理：{asked.decision}"
        yield f"  - 理由：{asked.reason}"
