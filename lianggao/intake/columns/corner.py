"""Units that stand above a header, `单位：万元、亩`: they count for a quantity whose header states none.

Each counts only for columns of its own kind. Where the lines above name two sizes of unit for one kind, or only a unit
that may be meant for a column and can't be, the column is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lianggao.intake.columns.use import ColumnUse
from lianggao.quantities import Unit, find_unit, plain
from lianggao.vocabulary import Vocabulary

LONGEST = 200
_NAMED = re.compile("单位[:：为]?")
_BETWEEN = re.compile(r"[,，、;；()（）\s]+|和|及")
# 万吨 above an energy column may well mean standard coal, and dollars above one of money the money.
_BOTH = "money_per_area"
_MISTAKEN = {"energy": "mass", "money": "currency"}


def with_corner(use: ColumnUse, corner: Sequence[str], vocabulary: Vocabulary) -> ColumnUse:
    """Return the use with the unit above, where it has none of its own."""
    known = vocabulary[use.field] if use.field else None
    if known is None or known.kind != "quantity" or use.unit or not corner:
        return use
    units = [unit for text in corner for unit in units_of(text, known.scale, known.name)]
    own = {unit.factor: unit.name for unit in reversed(units) if unit.kind == known.scale}
    if len(own) > 1:
        names = "、".join(reversed(own.values()))
        return _left(use, f"表上方写有几种单位（{names}），不能确定本列用哪一种，请在表头注明")
    other = next((unit for unit in units if unit.kind == _MISTAKEN.get(known.scale) and unit.factor != 1), None)
    if own:
        [name] = own.values()
        return replace(use, unit=name, why=f"单位取自表上方的“{name}”", rule="corner")
    if other:
        return _left(use, f"表上方的单位“{other.name}”不是{known.unit}，不能确定本列的单位，请在表头注明")
    return use


def units_of(text: str, scale: str, field: str = "") -> Iterator[Unit]:
    """Yield the units that a line above a header names, of the kind `scale` where one may be; see `find_unit`.

    >>> [unit.name for unit in units_of("填报单位：某局　金额单位：万元、吨标准煤/年", "energy")]
    ['万元', '吨标准煤/年']
    """
    if len(text) > LONGEST:
        return
    named = _NAMED.split(text)
    words = [word for chunk in named[1:] or named for word in _BETWEEN.split(chunk) if word]
    if len(named) == 1 and not all(_units(word, scale, field) for word in words):
        return
    for word in words:
        yield from _units(word, scale, field)


def _units(word: str, scale: str, field: str) -> list[Unit]:
    """Return the unit that a word is, or the units on both sides of its strokes; `万元/人` has none.

    万元/亩 above a table means 万元 and 亩, except for a column that is in just that.
    """
    unit = find_unit(word, scale, field)
    if unit and not (unit.kind == _BOTH != scale):
        return [unit]
    found = [find_unit(part, scale, field) for part in plain(word).split("/")]
    return [unit for unit in found if unit] if all(found) else []


def _left(use: ColumnUse, why: str) -> ColumnUse:
    return ColumnUse(use.header, why=why, rule="corner")
