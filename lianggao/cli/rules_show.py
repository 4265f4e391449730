"""`lianggao rules show`: one rule as it is encoded, in words, with everything that it rests on."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lianggao.cli.options import LawFolder, law_of
from lianggao.cli.output import print_data
from lianggao.errors import InputError, fault

if TYPE_CHECKING:
    from lianggao.rulebook import Law, LawRule
    from lianggao.rulebook.requirements import Check


def show_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="规则编号，如 henan-catalog-2021/class-one。")],
    law: LawFolder = None,
) -> None:
    """显示一条规则或核查：依据文件、条件和结论（或约束对象和要求）、出处、与原文的差别、待定问题和文件。"""
    from lianggao.rulebook.home import shipped_law

    known = law_of(law)
    text = "\n".join(rule_lines(rule_of(id, known), known, law or shipped_law())) + "\n"
    print_data(text)


def rule_of(id: str, law: Law) -> LawRule:
    """Return a rule. Raises InputError with the nearest id where there is none."""
    rule = law.rule(id)
    if rule is None:
        near = get_close_matches(id, [rule.id for rule in law.rules], 1, 0)
        raise InputError([fault("rule-unknown", value=id, near=near[0] if near else "")])
    return rule


def rule_lines(rule: LawRule, law: Law, root: Path) -> list[str]:
    """Return the rule in words; `root` holds `rules/`."""
    from lianggao.rulebook.requirements import Check

    written, labels, gate = rule.rule, law.vocabulary.domains, law.gates[rule.rule.gate]
    return [
        f"{written.title}　[{rule.id}]",
        "",
        *_document(rule, law),
        *(_requirement(rule, gate, law) if isinstance(gate, Check) else _decision(rule, law)),
        f"出处：{written.cite.place}",
        f"可信度：{labels['trust'][rule.trust]}",
        f"与原文相比：{labels['faithful'][written.cite.faithful]}",
        *([f"  {written.cite.why}"] if written.cite.why else []),
        *_questions(rule, law),
        *_files(rule, root),
    ]


def _document(rule: LawRule, law: Law) -> list[str]:
    from lianggao.cli.rules_list import period
    from lianggao.rulebook.words import condition_lines

    source = law.sources[rule.rule.document]
    lines = [
        f"依据文件：《{source.title}》",
        f"  文号：{source.number or '未见'}；印发：{source.issued or '日期未见'}",
        f"  印发机关：{'、'.join(source.issuers) or '未见'}",
        f"  施行：{period(source)}；可信度：{law.vocabulary.domains['trust'][source.trust]}",
    ]
    if source.applies_when:
        first, *rest = condition_lines(source.applies_when, law)
        lines += [f"  适用范围：{first}", *(f"    {line}" for line in rest)]
    if rule.rule.effective:
        own = rule.rule.effective
        lines.append(f"  本规则只在 {own.from_} {f'至 {own.to}' if own.to else '起'} 适用")
    return lines + [f"  尚不清楚：{text}" for text in source.not_known]


def _decision(rule: LawRule, law: Law) -> list[str]:
    """Return the parts of a rule of a gate."""
    from lianggao.rulebook.words import condition_lines

    return [
        f"关口：{law.gates[rule.rule.gate].title}",
        "",
        "条件：",
        *(f"  {line}" for line in condition_lines(rule.rule.when, law)),
        "",
        "结论：",
        *(f"  {line}" for line in _conclusion(rule, law)),
        "",
        f"说法：{rule.rule.because}",
    ]


def _requirement(rule: LawRule, gate: Check, law: Law) -> list[str]:
    """Return the parts of a requirement."""
    from lianggao.rulebook.requirements import demand_of
    from lianggao.rulebook.words import condition_lines

    bound = condition_lines(gate.applies_when, law) if gate.applies_when else ["依据文件适用范围内的所有项目"]
    points = rule.rule.conclude.points
    return [
        f"核查部门：{law.vocabulary.departments[gate.department]}",
        "",
        "约束对象：",
        *(f"  {line}" for line in bound),
        "",
        "要求：",
        *(f"  {line}" for line in condition_lines(demand_of(rule.rule), law)),
        "",
        *([f"不符合时的分值：{points}"] if points else []),
        f"符合时的说法：{gate.holds}",
        f"不符合时的说法：{rule.rule.because}",
    ]


def _conclusion(rule: LawRule, law: Law) -> list[str]:
    conclude, departments = rule.rule.conclude, law.vocabulary.departments
    outcomes = {outcome.id: outcome.label for outcome in law.gates[rule.rule.gate].outcomes}
    lines = [f"结果：{outcomes[conclude.outcome]}"] if conclude.outcome else ["不影响结果，只列核对事项或部门"]
    if conclude.points:
        lines.append(f"分值：{conclude.points}")
    if conclude.departments:
        strength = law.vocabulary.domains["review"][conclude.strength]
        lines.append(f"部门：{'、'.join(departments[name] for name in conclude.departments)}（{strength}）")
    for name, texts in conclude.checklist.items():
        lines += [f"{departments[name]}核对：", *(f"  · {text}" for text in texts)]
    return lines


def _questions(rule: LawRule, law: Law) -> list[str]:
    asked = [law.questions[id] for id in rule.rule.open_questions]
    lines = ["", "待定问题："] if asked else []
    for question in asked:
        lines += [f"  · {question.question}", f"    这里的处理：{question.decision}", f"    理由：{question.reason}"]
    return lines


def _files(rule: LawRule, root: Path) -> list[str]:
    cases = Path("tests") / "rules" / f"{rule.id}.cases.yaml"
    lines = ["", f"文件：{rule.file}"]
    return [*lines, f"测试：{cases.as_posix()}"] if (root / cases).is_file() else lines
