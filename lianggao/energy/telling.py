"""The sentences about what stated amounts come to, by column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import polars as pl

from lianggao.energy.comparing import Compared
from lianggao.energy.sums import Conversion
from lianggao.energy.wholes import Ends, of_hundredths, percent, shown
from lianggao.energy.words import Words
from lianggao.facts import Span
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen, column, intervals, joined, only, picked

NOT_A_FACT = "只含已填各项，系数未核对原文，不作为能耗填报"
TRANSFORMS = "可能属能源加工转换类项目，投入折标不等于综合能源消费量，不作比较"

Parts = list[pl.Series | str]


def working(words: Words, amounts: Mapping[str, Span], times: Mapping[str, str], sums: Sequence[Conversion]) -> Parts:
    """Return the parts of the working: every amount with every factor, and what it comes to."""
    parts: Parts = []
    before = np.zeros(len(sums[0].places), dtype=bool)
    for name, span in amounts.items():
        stated = span.stated
        parts += [_where("＋", stated & before), _where(words.label(name), stated)]
        parts += [intervals(span.low, span.high, "", unstated=""), _where(words.unit(name) + times[name], stated)]
        before |= stated
    for at, conversion in enumerate(sums):
        parts += ["；" if at else "，", *conversion.parts()]
    return parts


def _where(text: str, where: Bools) -> pl.Series | str:
    """Return a text for some rows and nothing for the others."""
    return text * bool(where.any()) if where.all() or not where.any() else chosen(["", text], where)


def of_rows(parts: Iterable[pl.Series | str], at: Ints) -> Parts:
    """Return the parts of some rows."""
    return [part if isinstance(part, str) else picked(part, at) for part in parts]


def computed(parts: Parts, turns: Bools) -> pl.Series:
    """Return the sentences of rows whose figures say nothing; `turns` is where that is for what the project does."""
    why = chosen(["", f"；{TRANSFORMS}"], turns)
    return joined("按所填实物量折算：", *parts, f"；{NOT_A_FACT}", why)


def agreeing(stated: Parts, found: Compared, at: Ints, parts: Parts) -> pl.Series:
    """Return the sentences about figures that agree."""
    near = _nearest(found, at)
    return joined("填报的", *stated, "，与折算的", *near, "，相差在5%以内；", *parts, f"；{NOT_A_FACT}")


def differing(stated: Parts, found: Compared, at: Ints, parts: Parts, blank: pl.Series) -> pl.Series:
    """Return the sentences about figures that differ; `blank` names what may explain a sum that is the smaller."""
    near, mistake = _nearest(found, at), pl.Series(found.gap.above[at]) | (blank == "")
    asked = joined("，差额可能来自未填的能源（", blank, "）")
    why = column(["，请核对数量和单位"]).zip_with(mistake, asked)
    said = "，与折算值相差超过5%，最接近的是"
    return joined("填报的", *stated, said, *near, why, "；", *parts, f"；{NOT_A_FACT}")


def _nearest(found: Compared, at: Ints) -> Parts:
    """Return the nearest sum and how far off it is."""
    gap, parts = found.gap, Parts()
    ways = [(number, way) for number, each in enumerate(found.conversions) for way in range(len(each.ways))]
    starts = np.cumsum([0, *(len(each.ways) for each in found.conversions)])
    which = (starts[gap.conversion] + gap.way)[at]
    every = [found.conversions[number].ways[way].take(at) for number, way in ways]
    ends = every[0] if len(every) == 1 else _chosen(every, which)
    bases = [found.conversions[number].basis for number, _ in ways]
    names = [found.conversions[number].chosen[way] for number, way in ways]
    parts += [chosen(bases, which), shown(ends, found.conversions[0].places[at]), "吨标准煤"]
    return [*parts, chosen([f"（{name}）" if name else "" for name in names], which), *_by(found, at)]


def _chosen(every: Sequence[Ends], which: Ints) -> Ends:
    found = every[0]
    for number, other in enumerate(every[1:], 1):
        found = Ends(*(np.where(which == number, new, old) for new, old in zip(other, found, strict=True)))
    return found


def _by(found: Compared, at: Ints) -> Parts:
    gap = found.gap
    part, whole, above = gap.part[at], gap.whole[at], gap.above[at]
    none, endless = part == 0, (part != 0) & (whole == 0)
    kind = np.select([none, endless, above], [0, 1, 2], 3)
    said = chosen(["，折算值与填报值一致", "，填报值为0", "，折算值比填报值高", "，折算值比填报值低"], kind)
    if none.all():
        return [said]
    off = of_hundredths(percent(part, np.where(whole == 0, 1, whole)))
    return [said, only(off, kind >= 2), chosen(["", "", "%", "%"], kind)]
