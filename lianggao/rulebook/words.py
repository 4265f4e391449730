"""Says a written condition in Chinese, line by line, for someone who reads rules and not YAML.

Nothing is shortened: definitions are written out under their titles, catalog tables value by value.
"""

from __future__ import annotations

from decimal import Decimal

from lianggao.rulebook.conditions import (
    AllCondition,
    AnyCondition,
    FieldCondition,
    GateCondition,
    NotCondition,
    RefCondition,
    WrittenCondition,
)
from lianggao.rulebook.law import Law
from lianggao.rulebook.resolve import NOT_APPLICABLE


def condition_lines(written: WrittenCondition, law: Law) -> list[str]:
    """Return the condition in words; deeper lines are indented by two spaces.

    >>> from lianggao.rulebook import load_law
    >>> law = load_law()
    >>> condition_lines(law.definitions["henan-catalog-2021/class-two-scope"].when, law)[2:]
    ['· 年综合能源消费量（等价值）1万吨标准煤及以上', '· 年综合能源消费量（等价值）不足5万吨标准煤']
    """
    if isinstance(written, AllCondition | AnyCondition):
        every = isinstance(written, AllCondition)
        parts = written.all if isinstance(written, AllCondition) else written.any
        if len(parts) == 1:
            return condition_lines(parts[0], law)
        lines = ["以下各项都满足：" if every else "以下任一项满足："]
        for part in parts:
            first, *rest = condition_lines(part, law)
            lines += [f"· {first}", *(f"  {line}" for line in rest)]
        return lines
    if isinstance(written, NotCondition):
        first, *rest = condition_lines(written.not_, law)
        return [f"不属于下述情形：{first}", *rest]
    if isinstance(written, RefCondition):
        definition = law.definitions[written.ref]
        return [f"“{definition.title}”，即", *(f"  {line}" for line in condition_lines(definition.when, law))]
    return [_gate(written, law) if isinstance(written, GateCondition) else _field(written, law)]


def _gate(written: GateCondition, law: Law) -> str:
    gate = law.gates[written.gate]
    labels = {outcome.id: outcome.label for outcome in (*gate.outcomes, gate.otherwise)}
    labels[NOT_APPLICABLE] = law.vocabulary.domains["outcome"][NOT_APPLICABLE]
    outcomes = written.in_ or (written.is_ or "",)
    return f"“{gate.title}”的结果为{'或'.join(labels[o] for o in outcomes)}"


def _field(written: FieldCondition, law: Law) -> str:
    field = law.vocabulary[written.field]
    if field.kind == "quantity":
        return field.label + _quantity(written, field.unit)
    if written.in_catalog:
        values = law.catalogs.column(written.in_catalog, field.name)
    else:
        values = written.in_ or written.not_in or (written.is_ or "",)
    named = "、".join(f"“{law.vocabulary.label(field.name, value)}”" for value in values)
    listed = f"（目录表 {written.in_catalog}，{len(values)}项）" if written.in_catalog else ""
    many = "之一" if len(values) > 1 else ""
    return f"{field.label}{'不为' if written.not_in else '为'}{named}{many}{listed}"


def _quantity(written: FieldCondition, unit: str) -> str:
    if written.at_least is not None:
        return f"{number_words(written.at_least)}{unit}及以上"
    if written.more_than is not None:
        return f"超过{number_words(written.more_than)}{unit}"
    if written.at_most is not None:
        return f"不超过{number_words(written.at_most)}{unit}"
    return f"不足{number_words(written.less_than or 0)}{unit}"


def number_words(value: float) -> str:
    """Write a threshold as the law does.

    >>> number_words(50000), number_words(5000), number_words(0.5)
    ('5万', '5000', '0.5')
    """
    exact = Decimal(str(value))
    if exact >= 10_000 and exact % 1000 == 0:
        return f"{(exact / 10_000).normalize():f}万"
    return f"{exact.normalize():f}"
