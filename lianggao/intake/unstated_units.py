"""Figures for which neither header nor cell names a unit: a range over the units that lists are written in.

1.2 under 年综合能耗 may be tonnes or 万吨, so that a point would claim too much; `5.2万` says its size, if not its
unit. Every such figure has a note.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction

import numpy as np

from lianggao.facts import Note, Span
from lianggao.intake.cells import Cells
from lianggao.intake.columns import ColumnUse
from lianggao.intake.values import cell_text
from lianggao.quantities import is_blank, plain
from lianggao.quantities.text import clip
from lianggao.quantities.units import OPEN_UNITS, SPELLINGS
from lianggao.vocabulary import Field

CODE = "unit-unstated"
_UNIT = re.compile(SPELLINGS, re.IGNORECASE)
_SCALE = re.compile("[万亿]")


def open_units(cells: Cells, span: Span, use: ColumnUse, known: Field) -> tuple[Span, list[Note]]:
    """Widen the figures without a unit of a column whose header names none; return the notes on them too."""
    low, high = span.low.copy(), span.high.copy()
    notes = []
    for at, value in enumerate(cells.values):
        text = plain(cell_text(value))
        rows = np.flatnonzero(cells.codes == at)
        if is_blank(text) or _UNIT.search(text) or not span.stated[rows].any() or not high[rows].any():
            continue
        if _SCALE.search(text):
            told = f"“{clip(text)}”和表头都未注明单位，按{known.unit if known.scale != 'money' else '元'}计"
        else:
            least, most = OPEN_UNITS[known.scale]
            low[rows], high[rows] = _times(low[rows[0]], least), _times(high[rows[0]], most)
            told = f"“{clip(text)}”和表头都未注明单位，带不带“万”均有可能，按一个范围处理"
        notes += [Note(row, use.field, CODE, told, given=cell_text(value)) for row in rows.tolist()]
    return Span(low, high), notes


def _times(number: float, factor: Fraction) -> float:
    """Multiply as decimals do; no upper end stays none."""
    return number if math.isinf(number) else float(Fraction(Decimal(repr(float(number)))) * factor)
