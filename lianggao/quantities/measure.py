"""Turn one statement into an exact interval in the vocabulary's unit, or say why its size is open.

A unit in the cell beats the header's; a bare number takes the header's. Where the two leave the size open, nothing is
guessed.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NamedTuple

from lianggao.quantities.amounts import Amount, Statement
from lianggao.quantities.compounds import COMPOUNDS
from lianggao.quantities.reading import Reading, Remark, nearest, unknown
from lianggao.quantities.units import OWN_UNITS, Unit, is_annual, own_factor

_PERIODS = {"day": "每日", "month": "每月", "hour": "每小时", "shift": "每班"}


class Column(NamedTuple):
    """What the header says: the kind of quantity, the unit if it names one, and the field."""

    scale: str
    header: Unit | None = None
    field: str = ""


class Measured(NamedTuple):
    """An exact interval, `high` None where it is open. `slack` is half of what the last written digit counts."""

    low: Fraction
    high: Fraction | None
    slack: Fraction
    unit: str
    rule: str
    notes: tuple[Remark, ...] = ()

    def reading(self, quoted: str) -> Reading:
        """Return the interval as floats; one beyond all floats is unknown."""
        low = nearest(self.low)
        high = math.inf if self.high is None else nearest(self.high)
        if math.isinf(low) or (math.isinf(high) and self.high is not None):
            return unknown("unreadable-quantity", f"“{quoted}”超出可表示的范围，按未填处理")
        return Reading(low, high, self.unit, self.notes, self.rule)


class _Counting(NamedTuple):
    factor: Fraction
    unit: str
    notes: tuple[Remark, ...] = ()


def measure(statement: Statement, column: Column, quoted: str, per: str = "") -> Measured | Reading:
    """Measure a statement; `per` is a period that stands before it. A Reading that comes back is unknown."""
    counting = _count(statement, column, quoted, per)
    if isinstance(counting, Reading):
        return counting
    first, last, ends = statement.first, statement.last, statement.interval()
    if ends is None:
        return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")
    if last.high is not None and first.low > last.high:
        return unknown("range-reversed", f"“{quoted}”的下限大于上限，按未填处理")
    if first is not last and _is_year(first) and _is_year(last):
        return unknown("date-like", f"“{quoted}”可能是起止年份，按未填处理")
    notes = counting.notes
    if statement.vague:
        notes += (Remark("approximate", f"“{quoted}”是约数，按一个范围处理"),)
    low, high = ends
    return Measured(
        low * counting.factor,
        None if high is None else high * counting.factor,
        last.step * counting.factor / 2,
        counting.unit,
        statement.rule,
        notes,
    )


def _is_year(amount: Amount) -> bool:
    return amount.bare and amount.step == 1 and 1900 <= amount.low <= 2100


def _count(statement: Statement, column: Column, quoted: str, per: str) -> Reading | _Counting:
    """Return what the numbers are counted in, or the reason why that is open."""
    first, last = statement.first.unit, statement.last.unit
    if first and not last:
        return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")
    if first and last and (first.kind, first.factor) != (last.kind, last.factor):
        return unknown("two-units", f"“{quoted}”中有两种单位，按未填处理")
    pers = {per, statement.first.per, statement.last.per}
    if refusal := _not_of_a_year(pers, quoted):
        return refusal
    if "year" in pers and not is_annual(column.scale, column.field):
        return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")
    if not last:
        return _count_bare(statement.first.scaled or statement.last.scaled, column, quoted)
    return _count_unit(last, statement.last.times, column, quoted)


def _not_of_a_year(pers: set[str], quoted: str) -> Reading | None:
    pers = pers - {"", "year"}
    if not pers:
        return None
    if "unit" in pers:
        return _per_unit(quoted)
    per = min(pers)
    return unknown(f"per-{per}", f"“{quoted}”是{_PERIODS[per]}的数量，运行天数未注明，不折算为全年，按未填处理")


def _per_unit(quoted: str) -> Reading:
    return unknown("per-unit", f"“{quoted}”是单位产品或单位面积的数量，按未填处理")


def _count_unit(unit: Unit, times: Fraction, column: Column, quoted: str) -> Reading | _Counting:
    header, notes = column.header, tuple[Remark, ...]()
    if unit.kind == "currency":
        return unknown("foreign-currency", f"“{quoted}”是外币，不作折算，按未填处理")
    if unit.kind != column.scale:
        if unit.kind in COMPOUNDS and column.scale not in COMPOUNDS:
            return _per_unit(quoted)
        if not (column.scale == "energy" and unit.kind == "mass" and header):
            return unknown("other-kind-of-unit", f"“{quoted}”的单位“{unit.name}”与本列不符，按未填处理")
        # Under `（吨标准煤）` tonnes can only be those of standard coal.
        notes = (Remark("unit-completed", f"“{quoted}”的“{unit.name}”按表头单位“{header.name}”读作标准煤"),)
    if header and header.factor not in (unit.factor, unit.factor * times):
        notes += (Remark("unit-beats-header", f"“{quoted}”的单位与表头单位“{header.name}”不同，以单元格为准"),)
    return _Counting(unit.factor, unit.name, notes)


def _count_bare(scaled: bool, column: Column, quoted: str) -> Reading | _Counting:
    header = column.header
    if header is None:
        return _Counting(own_factor(column.scale, scaled), OWN_UNITS[column.scale])
    if scaled and header.scaled:
        return unknown("scale-unclear", f"“{quoted}”与表头单位“{header.name}”都带数量级，无法确定大小，按未填处理")
    return _Counting(header.factor, header.name)
