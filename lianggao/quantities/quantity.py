"""Read one cell into a closed interval in the vocabulary's unit, or say why it can't be read.

A cell is read whole or not at all, through three steps: signs (`tokens`), parts (`parts`), interval (`settle`).
"""

from __future__ import annotations

import re
from collections.abc import Set

from lianggao.quantities.measure import Column
from lianggao.quantities.parts import Part, read_items
from lianggao.quantities.reading import Reading, Remark, unknown
from lianggao.quantities.settle import settle, unreadable
from lianggao.quantities.text import clip, is_blank, plain
from lianggao.quantities.tokens import LONGEST
from lianggao.quantities.units import OWN_UNITS, find_unit

_NEGATIVE = re.compile(r"[-−]\s*[0-9]")
# How accounts write a negative number.
_IN_BRACKETS = re.compile(r"\([0-9][0-9,.]*\)")
# What is seen in cells that are no quantity, most telling first: code, pattern, reason.
_REASONS = (
    ("negative-quantity", _NEGATIVE.match, "为负数"),
    ("exponent", re.compile(r"[0-9]e[+-]?[0-9]", re.IGNORECASE).search, "是科学计数法写法，原值可能已失真"),
    ("spaced-digits", re.compile(r"[0-9.,] [0-9.,]").search, "的数字之间有空格，无法确定是一个数还是两个数"),
    ("unclear-separator", re.compile(r"[0-9],[0-9]|[0-9]\.[0-9]+\.[0-9]").search, "中的逗号或小数点无法确定含义"),
)


def read_quantity(
    text: str, scale: str, unit: str = "", *, field: str = "", zero_when: Set[str] = frozenset()
) -> Reading:
    """Read a cell of the kind `scale` under a header that states `unit`, or states none.

    `field` lets labels be understood that name what is counted (`用煤500吨`), and `zero_when` holds the words that
    state a quantity of nothing. Raises ValueError if `unit` is no unit of this kind.

    >>> read_quantity("5.2万吨标准煤", "energy").low
    52000.0
    >>> read_quantity("不高于1万吨", "mass", "吨").high
    10000.0
    >>> read_quantity("5.2万", "energy", "万吨标准煤").notes[0].code
    'scale-unclear'
    >>> read_quantity("不涉及", "mass").known, read_quantity("不涉及", "mass", zero_when={"不涉及"}).high
    (False, 0.0)
    """
    column = column_of(scale, unit, field)
    if text.strip() in zero_when:
        note = Remark("zero-stated", f"“{clip(text)}”读作没有此项消费，按0处理")
        return Reading(0.0, 0.0, OWN_UNITS[scale], (note,), "zero-word")
    if is_blank(text):
        return Reading()
    if len(text) > LONGEST:
        return too_long(text)
    return read_plain(plain(text), column, clip(text))


def column_of(scale: str, unit: str = "", field: str = "") -> Column:
    """Return what a header says. Raises ValueError if `unit` is no unit of the kind `scale`."""
    header = find_unit(unit, scale, field) if unit else None
    if unit and (header is None or header.kind != scale):
        raise ValueError(f"`{unit}` is not a unit of {scale}")
    return Column(scale, header, field)


def read_plain(written: str, column: Column, quoted: str) -> Reading:
    """Read a plain text of bounded length; notes quote `quoted`."""
    if is_blank(written):
        return Reading()
    if _IN_BRACKETS.fullmatch(written):
        return unknown("negative-quantity", f"“{quoted}”加了括号，可能是负数，按未填处理")
    items = read_items(written, column.scale, column.field)
    parts = [item for item in items or () if isinstance(item, Part)]
    if not items or len(parts) != len(items):
        return refuse(written, quoted)
    return settle(parts, column, quoted)


def too_long(text: str) -> Reading:
    """Return that a cell is too long to be a quantity."""
    return unknown("too-long", f"“{clip(text)}”过长，未作数量识别")


def refuse(written: str, quoted: str) -> Reading:
    """Return that a plain text is not understood, with the most telling reason."""
    for code, seen, why in _REASONS:
        if seen(written):
            return unknown(code, f"“{quoted}”{why}，按未填处理")
    return unreadable(quoted)
