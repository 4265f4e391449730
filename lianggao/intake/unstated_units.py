"""Figures for which neither header nor cell names a unit: a range over the units that lists are written in.

1.2 under 年综合能耗 may be tonnes or 万吨, so that a point would claim too much; `5.2万` says its size, if not its
unit. Every such figure has a note. Pure numbers have no unit and no range.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import numpy as np

from lianggao.facts import Note, Span
from lianggao.intake.cells import Cells
from lianggao.intake.columns import ColumnUse
from lianggao.intake.values import cell_text
from lianggao.quantities import is_blank, plain
from lianggao.quantities.text import clip
from lianggao.quantities.units import SPELLINGS
from lianggao.vocabulary import Field

CODE = "unit-unstated"
_UNIT = re.compile(SPELLINGS, re.IGNORECASE)
_SCALE = re.compile("[万亿]")

Factors = tuple[Fraction, Fraction]
USUAL: Factors = Fraction(1), Fraction(10**4)
"""Tonnes or 万吨, square metres to 公顷."""
OTHERS: Mapping[str, Factors] = {
    "money": (Fraction(1, 10**4), Fraction(10**4)),  # 元 to 亿元
    "bricks": (Fraction(1), Fraction(10**8)),  # 块 to 亿块
    **dict.fromkeys(
        ("kgce_per_t", "kgce_per_m2", "kgce_per_case", "kgoe_per_t", "gce_per_kwh"), (USUAL[0], Fraction(1000))
    ),
    "energy_per_value": (Fraction(1, 10**4), Fraction(1)),  # per 亿元 or per 万元
    "money_per_area": (Fraction(1, 15), Fraction(20, 3)),  # 万元/公顷 and 元/平方米 to 亿元/平方公里
}
"""What a figure of another kind may be worth in the vocabulary's unit."""


def open_units(cells: Cells, span: Span, use: ColumnUse, known: Field) -> tuple[Span, list[Note]]:
    """Widen the figures without a unit of a column whose header names none; return the notes on them too."""
    low, high = span.low.copy(), span.high.copy()
    notes: list[Note] = []
    if known.pure:
        return span, notes
    for at, value in enumerate(cells.values):
        text = plain(cell_text(value))
        rows = np.flatnonzero(cells.codes == at)
        if is_blank(text) or _UNIT.search(text) or not span.stated[rows].any() or not high[rows].any():
            continue
        if known.scale == "percent" and 1 < high[rows[0]] < math.inf:
            continue  # No share is more than the whole: 35 is 35%.
        least, most = (USUAL[0], USUAL[0]) if _SCALE.search(text) else _factors(known.scale)
        low[rows], high[rows] = _times(low[rows[0]], least), _times(high[rows[0]], most)
        told = f"“{clip(text)}”和表头都未注明单位，{_how(text, known)}"
        notes += [Note(row, use.field, CODE, told, given=cell_text(value)) for row in rows.tolist()]
    return Span(low, high), notes


def _factors(scale: str) -> Factors:
    return (USUAL[0], Fraction(100)) if scale == "percent" else OTHERS.get(scale, USUAL)


def _how(text: str, known: Field) -> str:
    if _SCALE.search(text):
        return f"按{known.unit if known.scale != 'money' else '元'}计"
    if known.scale == "percent":
        return "是百分数还是小数不明，按一个范围处理"
    if _factors(known.scale)[1] < 10**4:
        return "单位有几种可能，按一个范围处理"
    return "带不带“万”均有可能，按一个范围处理"


def _times(number: float, factor: Fraction) -> float:
    """Multiply as decimals do; no upper end stays none."""
    return number if math.isinf(number) else float(Fraction(Decimal(repr(float(number)))) * factor)
