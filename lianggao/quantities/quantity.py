"""Read one cell into a closed interval in the vocabulary's unit, or say why it can't be read.

A unit in the cell beats the header's; a bare number takes the header's. Where the two leave the size open, nothing is
guessed.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import NamedTuple

from lianggao.quantities.amounts import LONGEST, Statement, parse_amounts
from lianggao.quantities.reading import Reading, Remark, nearest, unknown
from lianggao.quantities.text import clip, is_blank, plain
from lianggao.quantities.units import OWN_UNITS, Unit, find_unit, own_factor

_NEGATIVE = re.compile(r"[-−]\s*[0-9]")
_EXPONENT = re.compile(r"[0-9.]+e[+-]?[0-9]+", re.IGNORECASE)


class Counting(NamedTuple):
    """What a cell's numbers are counted in."""

    factor: Fraction
    unit: str
    notes: tuple[Remark, ...] = ()


def read_quantity(text: str, scale: str, unit: str = "") -> Reading:
    """Read a cell of the kind `scale` under a header that states `unit`, or states none.

    Raises ValueError if `unit` is no unit of this kind.

    >>> read_quantity("5.2万吨标准煤", "energy").low
    52000.0
    >>> read_quantity("不高于1万吨", "mass", "吨").high
    10000.0
    >>> read_quantity("5.2万", "energy", "万吨标准煤").notes[0].code
    'scale-unclear'
    """
    if is_blank(text):
        return Reading()
    quoted = clip(text)
    if len(text) > LONGEST:
        return unknown("too-long", f"“{quoted}”过长，未作数量识别")
    return read_plain(plain(text), scale, unit, quoted)


def read_plain(written: str, scale: str, unit: str, quoted: str) -> Reading:
    """Read a plain text of bounded length; notes quote `quoted`. Raises ValueError as `read_quantity` does."""
    header = find_unit(unit, scale) if unit else None
    if unit and (header is None or header.kind != scale):
        raise ValueError(f"`{unit}` is not a unit of {scale}")
    if is_blank(written):
        return Reading()
    statement = parse_amounts(written, scale)
    if statement is None:
        return _refuse(written, quoted)
    counting = _count(statement, scale, header, quoted)
    return counting if isinstance(counting, Reading) else _measure(statement, counting, quoted)


def _refuse(written: str, quoted: str) -> Reading:
    if _NEGATIVE.match(written):
        return unknown("negative-quantity", f"“{quoted}”为负数，按未填处理")
    if _EXPONENT.fullmatch(written):
        return unknown("exponent", f"“{quoted}”是科学计数法写法，原值可能已失真，按未填处理")
    return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")


def _count(statement: Statement, scale: str, header: Unit | None, quoted: str) -> Reading | Counting:
    """Return what the numbers are counted in, or the reason why that is open."""
    first, last = statement.first.unit, statement.last.unit
    if first and not last:
        return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")
    if first and last and (first.kind, first.factor) != (last.kind, last.factor):
        return unknown("two-units", f"“{quoted}”中有两种单位，按未填处理")
    if not last:
        return _count_bare(statement.first.scaled or statement.last.scaled, scale, header, quoted)
    notes: tuple[Remark, ...] = ()
    if last.kind == "currency":
        return unknown("foreign-currency", f"“{quoted}”是外币，不作折算，按未填处理")
    if last.kind != scale:
        if not (scale == "energy" and last.kind == "mass" and header):
            return unknown("other-kind-of-unit", f"“{quoted}”的单位“{last.name}”与本列不符，按未填处理")
        # Under `（吨标准煤）` tonnes can only be those of standard coal.
        notes = (Remark("unit-completed", f"“{quoted}”的“{last.name}”按表头单位“{header.name}”读作标准煤"),)
    if header and header.factor not in (last.factor, last.factor * statement.last.times):
        notes += (Remark("unit-beats-header", f"“{quoted}”的单位与表头单位“{header.name}”不同，以单元格为准"),)
    return Counting(last.factor, last.name, notes)


def _count_bare(scaled: bool, scale: str, header: Unit | None, quoted: str) -> Reading | Counting:
    if header is None:
        return Counting(own_factor(scale, scaled), OWN_UNITS[scale])
    if scaled and header.scaled:
        return unknown("scale-unclear", f"“{quoted}”与表头单位“{header.name}”都带数量级，无法确定大小，按未填处理")
    return Counting(header.factor, header.name)


def _measure(statement: Statement, counting: Counting, quoted: str) -> Reading:
    first, last = statement.first, statement.last
    if first.value > last.value:
        return unknown("range-reversed", f"“{quoted}”的下限大于上限，按未填处理")
    low, high = statement.interval(first.value, last.value + last.more)
    start = nearest(low * counting.factor)
    end = math.inf if high is None else nearest(high * counting.factor)
    if math.isinf(start) or (math.isinf(end) and high is not None):
        return unknown("unreadable-quantity", f"“{quoted}”超出可表示的范围，按未填处理")
    vague = statement.about or last.more
    notes = (Remark("approximate", f"“{quoted}”是约数，按一个范围处理"),) if vague else ()
    return Reading(start, end, counting.unit, counting.notes + notes)
