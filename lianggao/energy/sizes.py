"""Energy against the amounts stated beside it, where the two are more than 100 times apart.

Amounts that come to too much are asked about where the project turns no energy into energy. Amounts that come to too
little may be only part of what is used; they are asked about where electricity is among them, which is never a
hundredth of a plant's energy, or where no carrier is blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import polars as pl

from lianggao.energy.comparing import FIGURES
from lianggao.energy.factors import ELECTRICITY, THOUSAND, Carrier, carriers_of, greatest_equivalent
from lianggao.energy.slips import CODE, LIMIT, MYRIAD, scaled, times
from lianggao.energy.transforming import may_transform
from lianggao.energy.words import Words
from lianggao.facts import Facts, Floats, Span
from lianggao.noting import Block
from lianggao.rulebook.catalogs import Catalogs
from lianggao.text_columns import joined


def beyond_amounts(facts: Facts, catalogs: Catalogs) -> Iterator[Block]:
    """Yield notes on each stated energy figure that its amounts can't be squared with."""
    words, carriers = Words(catalogs), carriers_of(catalogs)
    given = {c: facts.quantities[c.field] for c in carriers if c.field in facts.quantities}
    figures = {name: facts.quantities[name] for name in FIGURES if name in facts.quantities}
    if not given or not figures:
        return
    some, figured = (np.logical_or.reduce([s.stated for s in spans.values()]) for spans in (given, figures))
    at = np.flatnonzero(some & figured & ~may_transform(facts, catalogs))
    amounts = {carrier: span.take(at) for carrier, span in given.items()}
    # `whole` is where too small a sum means something.
    every = np.logical_and.reduce([span.stated for span in amounts.values()]) & (len(given) == len(carriers))
    whole = np.logical_or.reduce([every, *(s.stated for c, s in amounts.items() if c.field == ELECTRICITY)])
    totals = {equivalent: _total(amounts, catalogs, equivalent=equivalent) for equivalent in (False, True)}
    for figure, of_list in figures.items():
        total, span = totals[figure != FIGURES[0]], of_list.take(at)
        much = span.stated & (total.low > LIMIT * span.high) & (span.high > 0)
        little = span.stated & whole & (span.low > LIMIT * total.high) & (total.high > 0) & ~much
        for beyond in (much, little):
            if beyond.any():
                own = np.flatnonzero(beyond)
                text = _asked(words, figure, span.take(own), total.take(own), much=beyond is much)
                yield Block(at[own], figure, CODE, text)


def _total(amounts: Mapping[Carrier, Span], catalogs: Catalogs, *, equivalent: bool) -> Span:
    """Return the least and the most that the stated amounts can come to, in tonnes."""
    low: Floats = np.zeros(len(next(iter(amounts.values())).low))
    high: Floats = low.copy()
    for carrier, span in amounts.items():
        per_unit = carrier.per_unit / THOUSAND
        least = min(factor.low for factor in carrier.factors)
        most = max(factor.high for factor in carrier.factors)
        if equivalent and carrier.field == ELECTRICITY:
            most = max(most, greatest_equivalent(catalogs))
        low += np.where(span.stated, span.low * float(least * per_unit), 0)
        high += np.where(span.stated, np.where(span.stated, span.high, 0) * float(most * per_unit), 0)
    return Span(low, high)


def _asked(words: Words, figure: str, span: Span, total: Span, *, much: bool) -> pl.Series:
    ratio = times(total.low / span.high if much else span.low / total.high)
    worked, stated = joined("所填实物量折", scaled(total, 1), "吨标准煤"), words.amounts(figure, span)
    read, against = (worked, stated) if much else (stated, worked)
    more, less = ("能耗", "实物量") if much else ("实物量", "能耗")
    size, other = (span, total) if much else (total, span)
    return joined(
        read,
        "，是",
        against,
        "的",
        ratio,
        f"；若{more}漏写了“万”，应为",
        scaled(size, MYRIAD),
        "吨标准煤；",
        f"若{less}多写了“万”，应为",
        scaled(other, 1 / MYRIAD),
        "吨标准煤，请核对",
    )
