"""Write a suite as a case file, in the form in which people write them, for people to review."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from lianggao.audit.boundaries.making import Boundaries
from lianggao.audit.cases.models import Case, Value
from lianggao.rulebook import Law, LawRule

WIDTH = 110
_WORD = re.compile(r"[a-z][a-z_0-9:/.-]*[a-z_0-9]")
_MEANING = {"yes", "no", "true", "false", "on", "off", "null"}
"""Words that some readers of YAML take for something else."""


def text_of(found: Boundaries, rule: LawRule, law: Law) -> str:
    """Return the case file of a rule."""
    lines = [*_head(found, rule, law), f"rule: {rule.id}", *_never(found.suite.never), "cases:"]
    for case in found.suite.cases:
        lines += _case(case)
    return "\n".join(lines) + "\n"


def _head(found: Boundaries, rule: LawRule, law: Law) -> Iterator[str]:
    document, labels = law.sources[rule.rule.document], law.vocabulary.domains
    number = f"（{document.number}）" if document.number else ""
    yield "# 由 lianggao rules boundaries 生成，不手工修改。应有结果按规则算出，须对照依据文件复核。"
    yield f"# 规则：{rule.rule.title}"
    yield f"# 依据：{document.title}{number}"
    yield f"# 出处：{rule.rule.cite.place}；可信度：{labels['trust'][rule.trust]}"
    if found.pairs:
        yield "# 同一对照的案例只有所列一项不同，结论随之改变："
        yield from (f"#   对照{number} {test}" for number, test in enumerate(found.pairs, start=1))
    if found.omitted:
        yield "# 未列案例的："
        yield from (f"#   {line}" for line in dict.fromkeys(found.omitted))


def _never(never: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if never:
        yield "never:"
    for field, values in never.items():
        yield f"  {field}:"
        yield from (f"    {scalar(value)}: {scalar(why)}" for value, why in values.items())


def _case(case: Case) -> Iterator[str]:
    yield f"  - name: {scalar(case.name)}"
    yield f'    as_of: "{case.as_of}"'
    for field, values in case.each.items():
        listed = ", ".join(scalar(value) for value in values)
        yield from _wrapped("each", f"{{{field}: [{listed}]}}")
    given = ", ".join(f"{name}: {scalar(value)}" for name, value in case.project.items())
    yield from _wrapped("project", f"{{{given}}}")
    yield f"    expect: {case.expect}"
    if case.status:
        yield f"    status: {case.status}"
    if case.depends_on:
        yield from _wrapped("depends_on", f"[{', '.join(scalar(name) for name in case.depends_on)}]")


def _wrapped(key: str, text: str) -> Iterator[str]:
    """Yield a key and its value, broken after a comma where the line would be too long."""
    line, comma = f"    {key}:", ""
    for part in text.split(", "):
        if len(line) + len(part) + 2 > WIDTH:
            yield line + comma
            line, comma = "     ", ""
        line, comma = f"{line}{comma} {part}", ","
    yield line


def scalar(value: Value) -> str:
    """Return a value so that every reader of YAML reads it back.

    >>> scalar("coking"), scalar("411081"), scalar("no"), scalar(0.5), scalar("刚好5万吨标准煤")
    ('coking', '"411081"', '"no"', '0.5', '刚好5万吨标准煤')
    """
    if not isinstance(value, str):
        return json.dumps(value)
    plain = _WORD.fullmatch(value) and value not in _MEANING and not value.endswith(":") and ": " not in value
    chinese = re.fullmatch(r"[“\u4e00-\u9fff][^:#\"'\\]*[^:#\"'\\\s]", value)
    return value if plain or chinese else json.dumps(value, ensure_ascii=False)
