"""Decide what a cell with one or several parts says of its column.

One part may be the whole and the rest shares of it, or other quantities; two parts may be one quantity in two units;
phases that are numbered from one without a gap may be added. Everything else is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lianggao.quantities.measure import Column, Measured, measure
from lianggao.quantities.parts import Part
from lianggao.quantities.reading import Reading, Remark, unknown

_NUMERALS = "一二三四五六七八九"


def settle(parts: Sequence[Part], column: Column, quoted: str) -> Reading:
    """Return what the parts state together; notes quote `quoted`."""
    if len(parts) == 1 and not parts[0].statement and not parts[0].labels:
        return Reading()
    if not parts or not all(part.statement for part in parts):
        return unreadable(quoted)
    if len(parts) == 1:
        found = _only(parts[0], column, quoted)
    elif all("P" in part.labels and not set(part.labels) & set("OA") for part in parts):
        found = _sum(parts, column, quoted)
    else:
        found = _whole(parts, column, quoted)
    return found if isinstance(found, Reading) else found.reading(quoted)


def unreadable(quoted: str) -> Reading:
    """Return that a cell is not understood."""
    return unknown("unreadable-quantity", f"“{quoted}”未能识别为数量，按未填处理")


def _measure(part: Part, column: Column, quoted: str) -> Measured | Reading:
    return measure(part.statement, column, quoted, part.per) if part.statement else unreadable(quoted)


def _only(part: Part, column: Column, quoted: str) -> Measured | Reading:
    if set(part.labels) & set("OPA"):
        return unknown("other-quantity", f"“{quoted}”写的是本列以外或其中一部分的数量，按未填处理")
    return _measure(part, column, quoted)


def _sum(parts: Sequence[Part], column: Column, quoted: str) -> Measured | Reading:
    phases = [next(char for char in part.phase if char in _NUMERALS + "123456789") for part in parts]
    expected = (list(_NUMERALS[: len(parts)]), list("123456789"[: len(parts)]))
    one_by_one = all(part.group == 0 and (part.glue or not at) for at, part in enumerate(parts))
    if phases not in expected or not one_by_one or not _alike(parts):
        return _several(quoted)
    low, high, notes = Fraction(0), Fraction(0), tuple[Remark, ...]()
    unit = ""
    for part in parts:
        found = _measure(part, column, quoted)
        if isinstance(found, Reading):
            return found
        if found.high is None:
            return _several(quoted)
        low, high, unit = low + found.low, high + found.high, found.unit
        notes += tuple(note for note in found.notes if note not in notes)
    notes += (Remark("phases-added", f"“{quoted}”按所列各期合计"),)
    return Measured(low, high, Fraction(0), unit, "sum", notes)


def _whole(parts: Sequence[Part], column: Column, quoted: str) -> Measured | Reading:
    """Find the part that the column means, and see what the others are to it."""
    own = [part for part in parts if "L" in part.labels and not set(part.labels) & set("OPAS")]
    head = own[0] if own else parts[0]
    if len(own) > 1 or head.group or set(head.labels) & set("OPA") or not _alike(parts):
        return _several(quoted)
    whole = _measure(head, column, quoted)
    left_out = False
    for part in parts:
        if part is head or isinstance(whole, Reading):
            continue
        if _is_same(part):
            whole = _both(whole, part, column, quoted)
        elif set(part.labels) & set("OPA") and _fits(part, whole, column, quoted):
            left_out = True
        else:
            return _several(quoted)
    if isinstance(whole, Reading) and whole.notes[0].code == "foreign-currency":
        return _converted(head, parts, column, quoted) or whole
    if isinstance(whole, Measured) and left_out:
        note = Remark("rest-left-out", f"“{quoted}”只取“{head.text}”，其余不计入本列")
        return whole._replace(rule="whole", notes=(*whole.notes, note))
    return whole


def _is_same(part: Part) -> bool:
    """Return whether a part gives the quantity before it once more: `100亩（66667平方米）`, `100亩，合6.67公顷`."""
    return not set(part.labels) & set("LOPA") and (part.glue in ("(", "/") or "S" in part.labels)


def _fits(part: Part, whole: Measured, column: Column, quoted: str) -> bool:
    """Return whether a share is no larger than the whole; another quantity may be anything."""
    if "O" in part.labels and "A" not in part.labels:
        return True
    share = _measure(part, column, quoted)
    return isinstance(share, Reading) or whole.high is None or share.low <= whole.high


def _both(whole: Measured, part: Part, column: Column, quoted: str) -> Measured | Reading:
    """Put one quantity in two units together: what both allow, or from one to the other where rounding parts them."""
    again = _measure(part, column, quoted)
    if isinstance(again, Reading):
        if again.notes[0].code != "foreign-currency":
            return again
        note = Remark("rest-left-out", f"“{quoted}”只取其中以人民币写出的数额")
        return whole._replace(rule="whole", notes=(*whole.notes, note))
    if again.unit == whole.unit:
        return _several(quoted)
    low, high = max(whole.low, again.low), _least(whole.high, again.high)
    if high is not None and low > high:
        if low - high > whole.slack + again.slack:
            return unknown("units-disagree", f"“{quoted}”中两种单位的数值不一致，按未填处理")
        low, high = high, low
    note = Remark("units-agree", f"“{quoted}”以两种单位写出同一数量，两者相符")
    notes = (*(note for note in (*whole.notes, *again.notes) if note.code != "unit-beats-header"), note)
    return Measured(low, high, max(whole.slack, again.slack), whole.unit, "two-units", notes)


def _converted(head: Part, parts: Sequence[Part], column: Column, quoted: str) -> Measured | None:
    """Take the one amount in the column's own money that a cell itself gives for an amount in foreign currency."""
    found = [_measure(part, column, quoted) for part in parts if part is not head and _is_same(part)]
    if len(found) == len(parts) - 1 == 1 and isinstance(found[0], Measured):
        note = Remark("rest-left-out", f"“{quoted}”只取其中以人民币写出的数额")
        return found[0]._replace(rule="whole", notes=(*found[0].notes, note))
    return None


def _alike(parts: Sequence[Part]) -> bool:
    """Return whether all parts state a unit, or none does."""
    return len({bool(part.statement and part.statement.last.unit) for part in parts}) == 1


def _least(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    ends = [end for end in (one, other) if end is not None]
    return min(ends) if ends else None


def _several(quoted: str) -> Reading:
    return unknown("several-quantities", f"“{quoted}”中有几个数量，无法确定取哪一个，按未填处理")
