"""Figures for which neither header nor cell names a unit: a range over the units that lists are written in.

1.2 under 年综合能耗 may be tonnes or 万吨, so that a point would claim too much; `5.2万` says its size, if not its
unit. Every such figure has a note. Pure numbers have no unit and no range.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pyarrow as pa

from lianggao.coded_texts import Ints, text_series
from lianggao.facts import Span
from lianggao.intake.figures import Figures
from lianggao.intake.readings import Readings, Said
from lianggao.noting import Block
from lianggao.quantities import is_blank, plain
from lianggao.quantities.exact import Bools, all_times
from lianggao.quantities.text import clip
from lianggao.quantities.units import SPELLINGS
from lianggao.text_columns import column, joined
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


def open_numbers(figures: Figures, span: Span, name: str, known: Field) -> list[Block]:
    """Widen the bare numbers of a column whose header names no unit, in place; return the notes on them."""
    numbers = figures.numbers
    # A blank is no number, none of anything is none in every unit, and no share is more than the whole: 35 is 35%.
    wide = (numbers > 0) & (numbers <= 1) if known.scale == "percent" else numbers > 0
    rows = np.flatnonzero(wide)
    if not len(rows):
        return []
    least, most = _factors(known.scale)
    span.low[rows], span.high[rows] = all_times(numbers[rows], least), all_times(numbers[rows], most)
    given = figures.given(rows)
    return [Block(rows, name, CODE, joined("“", given, _after(known, scaled=False)), given=given)]


def open_cells(readings: Readings, said: Said, name: str, known: Field) -> list[Block]:
    """Widen what cells say without a unit, in place; return the notes on them.

    Cells of one shape name a unit or a size together, the others one by one.
    """
    blocks = []
    for cells, _ in said.alike:
        sample = plain(cells.words[0] + "2" + "3".join(cells.words[1:]))
        if not _UNIT.search(sample):
            scaled = bool(_SCALE.search(sample))
            at = cells.at[_widened(said, cells.at, known, scaled)]
            quoted = text_series(readings.others.texts.take(pa.array(at)))
            if any(plain(word) != word for word in cells.words):
                quoted = column([plain(text) for text in quoted])
            blocks.append(readings.block(at, name, CODE, "“", _after(known, scaled), quoted))
    texts = {at: plain(readings.others.texts[at].as_py()) for at in readings.single.tolist()}
    bare = {at: text for at, text in texts.items() if not is_blank(text) and not _UNIT.search(text)}
    for scaled in (False, True):
        some = np.array([at for at, text in bare.items() if bool(_SCALE.search(text)) == scaled], dtype=np.int64)
        at = some[_widened(said, some, known, scaled)]
        quoted = column([clip(bare[place]) for place in at.tolist()])
        blocks.append(readings.block(at, name, CODE, "“", _after(known, scaled), quoted))
    return blocks


def _widened(said: Said, at: Ints, known: Field, scaled: bool) -> Bools:
    """Widen the intervals of some cells, and return which of them: those that state more than nothing."""
    low, high = said.low[at], said.high[at]
    wide: Bools = ((low > 0) | np.isfinite(high)) & (high > 0)
    if known.scale == "percent":
        wide &= ~((high > 1) & np.isfinite(high))
    least, most = (USUAL[0], USUAL[0]) if scaled else _factors(known.scale)
    closed = wide & np.isfinite(high)
    said.low[at[wide]], said.high[at[closed]] = all_times(low[wide], least), all_times(high[closed], most)
    return wide


def _after(known: Field, scaled: bool) -> str:
    return f"”和表头都未注明单位，{_how(known, scaled)}"


def _factors(scale: str) -> Factors:
    return (USUAL[0], Fraction(100)) if scale == "percent" else OTHERS.get(scale, USUAL)


def _how(known: Field, scaled: bool) -> str:
    if scaled:
        return f"按{known.unit if known.scale != 'money' else '元'}计"
    if known.scale == "percent":
        return "是百分数还是小数不明，按一个范围处理"
    if _factors(known.scale)[1] < 10**4:
        return "单位有几种可能，按一个范围处理"
    return "带不带“万”均有可能，按一个范围处理"
