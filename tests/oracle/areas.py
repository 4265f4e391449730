"""Read areas back, as a program would that got them as JSON or a person who reads the text: is a project within?

A limit is on a field, on the outcome of an earlier gate by each law (`gate:catalog`), or on a doubt about a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import Any, Protocol

from lianggao.audit.worlds.limits import Limit
from lianggao.rulebook import Law

Value = str | float | tuple[str, ...]
"""Of a field its value, of an earlier gate one outcome per law, of a doubt yes or no."""

UNITS = {"万": 10000.0, "": 1.0}
NUMBER = r"(?P<number>[\d.]+)(?P<ten_thousand>万?)"
PHRASES = {">=": "{}及以上", ">": "超过{}", "<": "不足{}", "<=": "不超过{}"}


class Limited(Protocol):
    """Anything with limits that all hold and exceptions that do not all hold together."""

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Return what holds."""
        ...

    @property
    def exceptions(self) -> tuple[Limit, ...]:
        """Return what does not all hold together."""
        ...


def within(area: Limited) -> Callable[[Mapping[str, Value]], bool]:
    """Return a test of whether a project is in an area by its data, given a value of every axis in question."""
    held = [(limit.axis, allows(limit)) for limit in area.limits]
    out = [(limit.axis, allows(limit)) for limit in area.exceptions]

    def test(values: Mapping[str, Value]) -> bool:
        every = all(allowed(values[axis]) for axis, allowed in held)
        return every and not (out and all(allowed(values[axis]) for axis, allowed in out))

    return test


def allows(limit: Limit) -> Callable[[Value], bool]:
    """Return a test of whether a value is within a limit by its data."""
    named = frozenset(limit.values)
    low, high = (-inf if limit.low is None else limit.low), (inf if limit.high is None else limit.high)

    def test(value: Value) -> bool:
        if isinstance(value, float):
            above = value > low if limit.low_open else value >= low
            return above and (value <= high if limit.high_closed else value < high)
        return said(value) in named

    return test


def said(value: str | tuple[str, ...]) -> str:
    """Return a value as limits write it: outcomes by two laws as `old→new`, or once where they agree."""
    return value if isinstance(value, str) else "→".join(dict.fromkeys(value))


def allows_in_english(limit: Limit, value: Value, laws: Sequence[Law]) -> bool:
    """Return whether a value is within a limit by its English text."""
    if limit.axis.startswith("in_force:"):
        return limit.text_en.endswith("not in force") == (value == "no")
    if isinstance(value, float):
        bounds = re.findall(rf"{limit.axis} (>=|>|<=|<|=) (\S+)", limit.text_en)
        assert " and ".join(f"{limit.axis} {sign} {number}" for sign, number in bounds) == limit.text_en
        return all(_passes(value, sign, float(number)) for sign, number in bounds)
    if " in_catalog " in limit.text_en:
        name, side = re.fullmatch(rf"{limit.axis} in_catalog (\S+?)(?: \((old|new)\))?", limit.text_en).groups()  # type: ignore[union-attr]
        asked = {"old": laws[:1], "new": laws[-1:], None: laws}[side]
        return all(said(value) in law.catalogs.column(name, limit.axis) for law in asked)
    name, side, sign, listed = re.fullmatch(r"([\w:]+)(?:\((old|new)\))? (in|not in) \((.*)\)", limit.text_en).groups()  # type: ignore[union-attr]
    shown = value if isinstance(value, str) or not side else value[0] if side == "old" else value[-1]
    if name != limit.axis:
        shown = laws[-1].vocabulary[name].of_base[said(shown)]
        assert all(law.vocabulary[name].of_base[said(value)] == shown for law in laws)
    return (said(shown) in listed.split(", ")) == (sign == "in")


def allows_in_chinese(limit: Limit, value: Value, laws: Sequence[Law]) -> bool | None:
    """Return whether a value is within a limit by its Chinese text; None where the text names only some of many."""
    if isinstance(value, float):
        field = laws[-1].vocabulary[limit.axis]
        assert limit.text.startswith(field.label)
        return all(_phrase(part, field.unit, value) for part in limit.text.removeprefix(field.label).split("、"))
    if limit.axis.startswith("in_force:"):
        return limit.text.endswith("未施行") == (value == "no")
    if re.search(r"等\d+项$", limit.text):
        return None
    if "为目录表 " in limit.text:
        return allows_in_english(limit, value, laws)
    field_or_gate, sign, listed = re.fullmatch(r"(.*?)(不为|为)(“.*”)", limit.text).groups()  # type: ignore[union-attr]
    named = re.split(r"”[、或]“", listed.removeprefix("“").removesuffix("”"))
    return (_label(field_or_gate, value, laws) in named) == (sign == "为")


def _label(name: str, value: str | tuple[str, ...], laws: Sequence[Law]) -> str:
    if isinstance(value, str):
        field = next(f for f in laws[-1].vocabulary.fields.values() if f.label == name)
        shown = laws[-1].vocabulary[field.name].of_base[value] if field.derived_from else value
        return laws[-1].vocabulary.label(field.name, shown)
    title, side = re.fullmatch(r"“(.*?)”(?:（(旧|新)）)?", name).groups()  # type: ignore[union-attr]
    labels = {"not_applicable": "不适用"}
    for law in laws:
        for gate in (gate for gate in law.gates.values() if gate.title == title):
            labels |= {outcome.id: outcome.label for outcome in (*gate.outcomes, gate.otherwise)}
    shown = value[:1] if side == "旧" else value[-1:] if side == "新" else value
    return "→".join(labels[outcome] for outcome in dict.fromkeys(shown))


def _phrase(text: str, unit: str, value: float) -> bool:
    for sign, phrase in PHRASES.items():
        found = re.fullmatch(phrase.format(NUMBER + re.escape(unit)), text)
        if found:
            return _passes(value, sign, float(found["number"]) * UNITS[found["ten_thousand"]])
    if text.startswith("恰为"):
        return value == float(text.removeprefix("恰为").removesuffix(unit))
    raise ValueError(text)


def _passes(value: float, sign: str, number: float) -> bool:
    return {
        ">=": value >= number,
        ">": value > number,
        "<=": value <= number,
        "<": value < number,
        "=": value == number,
    }[sign]


def regions(limits: Iterable[Limit]) -> dict[str, Any]:
    """Return limits as plain data: per axis the set of values, or the bounds as `(low, high)` with their kind."""
    return {limit.axis: _plain(limit) for limit in limits}


def _plain(limit: Limit) -> Any:
    if limit.values:
        return set(limit.values)
    low = f"{'(' if limit.low_open else '['}{limit.low:g}" if limit.low is not None else "("
    high = f"{limit.high:g}{']' if limit.high_closed else ')'}" if limit.high is not None else ")"
    return f"{low}, {high}"
