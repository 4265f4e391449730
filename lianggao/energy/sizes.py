"""Energy against the amounts stated beside it, where the two are more than 100 times apart.

Amounts that come to too much are asked about where the project turns no energy into energy. Amounts that come to too
little may be only part of what is used; they are asked about where electricity is among them, which is never a
hundredth of a plant's energy, or where no carrier is blank.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from lianggao.energy.comparing import FIGURES
from lianggao.energy.factors import ELECTRICITY, THOUSAND, carriers_of, greatest_equivalent
from lianggao.energy.slips import CODE, LIMIT, MYRIAD, scaled, times
from lianggao.energy.transforming import may_transform
from lianggao.energy.words import Words
from lianggao.facts import Facts, Note, Span
from lianggao.rulebook.catalogs import Catalogs

Bools = npt.NDArray[np.bool_]


def beyond_amounts(facts: Facts, catalogs: Catalogs) -> Iterator[Note]:
    """Yield a note for each stated energy figure that its amounts can't be squared with."""
    words = Words(catalogs)
    carriers = carriers_of(catalogs)
    stated = {c.field: facts.span(c.field).stated for c in carriers}
    if not stated or not np.any(list(stated.values())):
        return
    plain = ~may_transform(facts, catalogs)
    some, every = (test.reduce(list(stated.values())) for test in (np.logical_or, np.logical_and))
    # `whole` is where too small a sum means something.
    whole = every | stated.get(ELECTRICITY, np.zeros(facts.rows, dtype=bool))
    for figure in FIGURES:
        total = _total(facts, catalogs, equivalent=figure != FIGURES[0])
        span = facts.span(figure)
        known = span.stated & some & plain
        much = known & (total.low > LIMIT * span.high) & (span.high > 0)
        little = known & whole & (span.low > LIMIT * total.high) & (total.high > 0)
        for row in np.flatnonzero(much | little).tolist():
            yield Note(row, figure, CODE, _asked(words, figure, span, total, row, bool(much[row])))


def _total(facts: Facts, catalogs: Catalogs, *, equivalent: bool) -> Span:
    """Return the least and the most that the stated amounts can come to, in tonnes."""
    low, high = np.zeros(facts.rows), np.zeros(facts.rows)
    for carrier in carriers_of(catalogs):
        span = facts.span(carrier.field)
        per_unit = carrier.per_unit / THOUSAND
        least = min(factor.low for factor in carrier.factors)
        most = max(factor.high for factor in carrier.factors)
        if equivalent and carrier.field == ELECTRICITY:
            most = max(most, greatest_equivalent(catalogs))
        low += np.where(span.stated, span.low * float(least * per_unit), 0)
        high += np.where(span.stated, np.where(span.stated, span.high, 0) * float(most * per_unit), 0)
    return Span(low, high)


def _asked(words: Words, figure: str, span: Span, total: Span, row: int, much: bool) -> str:
    low, high = float(span.low[row]), float(span.high[row])
    least, most = float(total.low[row]), float(total.high[row])
    ratio = times(least / high if much else low / most)
    worked = f"所填实物量折{scaled(least, most, 1)}吨标准煤"
    read = (
        f"{worked}，是{words.amount(figure, low, high)}的{ratio}"
        if much
        else (f"{words.amount(figure, low, high)}，是{worked}的{ratio}")
    )
    more, less = ("能耗", "实物量") if much else ("实物量", "能耗")
    size = (low, high) if much else (least, most)
    other = (least, most) if much else (low, high)
    return (
        f"{read}；若{more}漏写了“万”，应为{scaled(*size, MYRIAD)}吨标准煤；"
        f"若{less}多写了“万”，应为{scaled(*other, 1 / MYRIAD)}吨标准煤，请核对"
    )
