"""Read an energy cell, which may say for itself whether it is 当量值 or 等价值, or give both.

The two never stand in for each other: a cell that contradicts its header is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from lianggao.quantities.amounts import Statement
from lianggao.quantities.measure import Column
from lianggao.quantities.numerals import SCALE, read_scale
from lianggao.quantities.parts import Item, Mark, Part, Tail, read_items
from lianggao.quantities.quantity import column_of, refuse, too_long
from lianggao.quantities.reading import Reading, unknown
from lianggao.quantities.settle import settle
from lianggao.quantities.text import clip, is_blank, plain
from lianggao.quantities.tokens import LONGEST
from lianggao.quantities.units import Unit

UNSTATED = "unstated"
LABELS = {"calorific": "当量值", "equivalent": "等价值"}

Bases = dict[str, list[Part]]


def read_energy(text: str, unit: str = "", basis: str = UNSTATED) -> dict[str, Reading]:
    """Read a cell under a header of a unit and a basis; the key of each reading is the basis it is on.

    Raises ValueError if `unit` is no unit of energy.

    >>> both = read_energy("8661.09/12533.05吨标准煤（当量值/等价值）")
    >>> both["calorific"].low, both["equivalent"].low
    (8661.09, 12533.05)
    >>> list(read_energy("5.2万吨标准煤（当量值）"))
    ['calorific']
    """
    column, quoted = column_of("energy", unit), clip(text)
    if is_blank(text):
        return {basis: Reading()}
    if len(text) > LONGEST:
        return {basis: too_long(text)}
    written = plain(text)
    if is_blank(written):
        return {basis: Reading()}
    bases = bases_of(read_items(written, "energy"), basis)
    if bases is None:
        return {basis: refuse(written, quoted)}
    if basis != UNSTATED and basis not in bases:
        why = f"“{quoted}”写明的口径与表头的“{LABELS[basis]}”不一致，按未填处理"
        return {basis: unknown("basis-conflict", why)}
    return _readings(bases, column, quoted)


def _readings(bases: Bases, column: Column, quoted: str) -> dict[str, Reading]:
    found = {}
    for own, parts in bases.items():
        reading = settle(parts, column, quoted)
        if reading.rule:
            rule = "two-bases" if len(bases) > 1 else reading.rule
            reading = replace(reading, basis="" if own == UNSTATED else own, rule=rule)
        found[own] = reading
    calorific, equivalent = found.get("calorific", Reading()), found.get("equivalent", Reading())
    shared = any(part.shared for parts in bases.values() for part in parts)
    if shared and calorific.low > equivalent.high:
        why = f"“{quoted}”中的数量级属于一个还是两个数无法确定，按未填处理"
        return {own: unknown("scale-unclear", why) for own in found}
    return found


def bases_of(items: list[Item] | None, basis: str) -> Bases | None:
    """Tell which amounts are on which basis; None where the cell leaves that open."""
    items = _without_tail(items or [])
    parts = [item for item in items if isinstance(item, Part)]
    marks = [item for item in items if isinstance(item, Mark)]
    order = "".join("A" if isinstance(item, Part) else "M" for item in items)
    if not parts:
        return None
    if not marks:
        return {basis: parts}
    if order in ("AM", "MA"):
        return {marks[0].basis: parts}
    if order == "AMA":
        return _beside(parts, marks[0], basis)
    if len(items) != 4 or len(parts) != 2 or marks[0].basis == marks[1].basis or not _grouped(items):
        return None
    shared = _shared(parts)
    return {mark.basis: [part] for mark, part in zip(marks, shared, strict=True)} if shared else None


def _beside(parts: Sequence[Part], mark: Mark, basis: str) -> Bases | None:
    """Read `12533.05吨标准煤，其中当量值8661.09吨标准煤`: the first is on the header's basis, the second on its own."""
    first, second = parts
    bound = second.glue == "B" and mark.glue not in ("", "B") and mark.group == second.group
    if not bound or mark.basis == basis or not _alike(parts):
        return None
    return {basis: [first], mark.basis: [_unlabelled(second)]}


def _grouped(items: Sequence[Item]) -> bool:
    """Return whether every bracket that holds an amount holds as many words: `8661(等价值12533当量值)` is open."""
    groups: dict[int, list[bool]] = {}
    for item in items:
        if isinstance(item, Part | Mark) and item.group:
            groups.setdefault(item.group, []).append(isinstance(item, Part))
    return all(not any(parts) or sum(parts) * 2 == len(parts) for parts in groups.values())


def _shared(parts: Sequence[Part]) -> list[Part] | None:
    """Give the first amount the unit of the second where it has none; the other way round it is open."""
    first, second = parts
    if first.statement and second.statement and not _alike(parts):
        last = second.statement.last
        if not last.unit or not _is_bare(first.statement):
            return None
        first = replace(first, statement=_tailed(first.statement, last.times, last.unit, last.per))
        first = replace(first, shared=last.times != 1)
    return [_unlabelled(first), _unlabelled(second)]


def _without_tail(items: list[Item]) -> list[Item]:
    """Give the unit that stands behind all amounts to each of them; nothing is left where one has its own."""
    tails = [item for item in items if isinstance(item, Tail)]
    if not tails:
        return items
    tail, rest = tails[0], [item for item in items if not isinstance(item, Tail)]
    stated = [item.statement for item in rest if isinstance(item, Part) and item.statement]
    if items[-1] is not tail or len(tails) > 1 or not all(map(_is_bare, stated)):
        return []
    if not any(isinstance(item, Mark) for item in rest) or (tail.times and not re.fullmatch(SCALE, tail.times)):
        return []
    times = read_scale(tail.times)
    return [
        replace(item, statement=_tailed(item.statement, times, tail.unit, tail.per), shared=times != 1)
        if isinstance(item, Part) and item.statement
        else item
        for item in rest
    ]


def _tailed(statement: Statement, times: Fraction, unit: Unit, per: str) -> Statement:
    first, last = statement.first, statement.last
    new = first.with_tail(times, unit, per)
    return replace(statement, first=new, last=new if last is first else last.with_tail(times, unit, per))


def _is_bare(statement: Statement) -> bool:
    return statement.first.bare and statement.last.bare


def _alike(parts: Sequence[Part]) -> bool:
    return len({bool(part.statement and part.statement.last.unit) for part in parts}) == 1


def _unlabelled(part: Part) -> Part:
    """Take off the words that only lead from one basis to the other: `其中当量值…`, `折合等价值…`."""
    return replace(part, labels=part.labels.replace("A", "").replace("S", ""))
