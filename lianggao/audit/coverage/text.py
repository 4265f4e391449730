"""Coverage as text: rules first, then the worlds of each gate, worst first where a reader must act, then documents."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.coverage.model import Coverage, GateCoverage, RuleCoverage
from lianggao.audit.coverage.places_text import places_text

WORDS = {
    "zh": {
        "projects": "项目 {n} 个",
        "conditions": "条件覆盖（MC/DC）：{covered}/{all}",
        "neither": "未见它起决定作用",
        "true": "未见它为真而起决定作用",
        "false": "未见它为假而起决定作用",
        "pair": "为真、为假都见过，但没有使规则由成立变为不成立的一对",
        "shown": "为真：{true}；为假：{false}",
        "untouched": "完全未检验到的规则：",
        "comma": "、",
        "worlds": "情形覆盖（{as_of} 的规则，项目 {n} 个）",
        "never": "从未到过：",
        "left_out": "未能计算",
    },
    "en": {
        "projects": "{n} projects",
        "conditions": "conditions (MC/DC): {covered}/{all}",
        "neither": "never seen where it decides",
        "true": "never seen true where it decides",
        "false": "never seen false where it decides",
        "pair": "seen true and false, but no pair between which the rule turns",
        "shown": "true: {true}; false: {false}",
        "untouched": "rules not touched at all: ",
        "comma": ", ",
        "worlds": "worlds (law as of {as_of}, {n} projects)",
        "never": "never visited: ",
        "left_out": "not measured",
    },
}


def coverage_text(coverage: Coverage, lang: str = "zh", *, pairs: bool = False) -> str:
    """Return the report; with `pairs`, also the two projects behind every condition that is covered."""
    return projects_text(coverage, lang, pairs=pairs) + "\n" + places_text(coverage.documents, lang)


def projects_text(coverage: Coverage, lang: str = "zh", *, pairs: bool = False) -> str:
    """Return the part of the report that is about the projects, without the documents."""
    return "\n".join(_lines(coverage, lang, pairs)) + "\n"


def _lines(coverage: Coverage, lang: str, pairs: bool) -> Iterator[str]:
    words = WORDS[lang]
    covered, every = (sum(n) for n in zip(*((r.covered, len(r.tests)) for r in coverage.rules), (0, 0), strict=False))
    yield words["projects"].format(n=coverage.projects)
    yield from ("", words["conditions"].format(covered=covered, all=every))
    touched = [rule for rule in coverage.rules if any(test.true or test.false for test in rule.tests)]
    for rule in touched:
        yield from _rule(rule, lang, pairs)
    if untouched := [rule.rule for rule in coverage.rules if rule not in touched]:
        yield f"  {words['untouched']}{words['comma'].join(untouched)}"
    for at, gate in enumerate(coverage.gates):
        if at == 0 or gate.as_of != coverage.gates[at - 1].as_of:
            yield from ("", words["worlds"].format(as_of=gate.as_of, n=gate.projects))
        yield from _gate(gate, lang, in_full=gate.as_of == coverage.gates[0].as_of)
    if coverage.not_measured:
        yield from ("", words["left_out"], *(f"  {line}" for line in coverage.not_measured))


def _rule(rule: RuleCoverage, lang: str, pairs: bool) -> Iterator[str]:
    words = WORDS[lang]
    yield f"  {rule.covered}/{len(rule.tests)}　{rule.rule}"
    for test in rule.tests:
        if test.pair is None:
            seen = (test.true is not None, test.false is not None)
            missing = {(False, False): "neither", (False, True): "true", (True, False): "false"}.get(seen, "pair")
            yield f"      · {test.text}：{words[missing]}"
        elif pairs:
            yield f"      · {test.text}"
            yield f"        {words['shown'].format(true=test.pair[0], false=test.pair[1])}"


def _gate(gate: GateCoverage, lang: str, *, in_full: bool) -> Iterator[str]:
    yield f"  {gate.visited}/{gate.worlds}　{gate.title if lang == 'zh' else gate.gate}"
    for outcome in gate.outcomes if in_full and gate.visited else ():
        yield f"      {outcome.visited}/{outcome.worlds}　{outcome.label if lang == 'zh' else outcome.outcome}"
        yield from (f"        {WORDS[lang]['never']}{text}" for text in outcome.never)
