"""The units that lists are written in, and what each is worth in the unit of the vocabulary.

A factor is an exact fraction, since 1亩 is 2000/3 square metres. Units of different kinds are never turned into each
other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from lianggao.quantities.numerals import SCALE, read_scale
from lianggao.quantities.text import plain

# kind -> spelling (in lower case) -> how many of the vocabulary's unit
UNITS: dict[str, dict[str, Fraction]] = {
    "energy": dict.fromkeys(("吨标准煤", "吨标煤", "tce"), Fraction(1))
    | dict.fromkeys(("千克标准煤", "千克标煤", "公斤标准煤", "公斤标煤", "kgce"), Fraction(1, 1000)),
    "electricity": dict.fromkeys(("千瓦时", "千瓦·时", "千瓦小时", "kwh", "kw·h", "kw.h", "度"), Fraction(1))
    | dict.fromkeys(("兆瓦时", "mwh", "mw·h", "mw.h"), Fraction(1000)),
    "mass": dict.fromkeys(("吨", "t"), Fraction(1)) | dict.fromkeys(("千克", "公斤", "kg"), Fraction(1, 1000)),
    "volume": dict.fromkeys(
        ("立方米", "立方", "标准立方米", "标立方米", "标立方", "标方", "方", "m3", "m^3", "nm3", "nm^3"), Fraction(1)
    ),
    "heat": dict.fromkeys(("吉焦", "gj", "百万千焦"), Fraction(1))
    | dict.fromkeys(("兆焦", "mj"), Fraction(1, 1000))
    | dict.fromkeys(("太焦", "tj"), Fraction(1000)),
    "money": dict.fromkeys(("元", "元人民币", "元(人民币)"), Fraction(1, 10000)),
    "area": dict.fromkeys(("平方米", "平米", "m2", "m^2"), Fraction(1))
    | {"亩": Fraction(2000, 3)}
    | dict.fromkeys(("公顷", "ha", "hm2"), Fraction(10000))
    | dict.fromkeys(("平方公里", "平方千米", "km2"), Fraction(10**6)),
    # Known only to be told apart: no exchange rate is guessed.
    "currency": dict.fromkeys(
        ("美元", "美金", "欧元", "日元", "港元", "港币", "英镑", "韩元", "usd", "eur", "hkd", "jpy", "gbp"), Fraction(0)
    ),
}
# A bare number under a header without unit is in the vocabulary's own unit.
OWN_UNITS = {
    "energy": "吨标准煤",
    "electricity": "千瓦时",
    "mass": "吨",
    "volume": "立方米",
    "heat": "吉焦",
    "money": "万元",
    "area": "平方米",
}
MONEY_MARKS = "人民币|rmb|¥"
# What a figure may be worth where nothing names a unit: tonnes or 万吨, square metres to 公顷, 元 to 亿元.
OPEN_UNITS = {kind: (Fraction(1), Fraction(10**4)) for kind in UNITS if kind not in ("money", "currency")}
OPEN_UNITS["money"] = (Fraction(1, 10**4), Fraction(10**4))
PER_YEAR = "/年|/a|每年"
ANNUAL = frozenset({"energy", "electricity", "mass", "volume", "heat"})

SPELLINGS = "|".join(
    sorted((re.escape(text) for kind in UNITS.values() for text in kind), key=lambda text: (-len(text), text))
)
_UNIT = re.compile(rf"({SCALE})??({SPELLINGS})({PER_YEAR})?", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit as written: its kind, its worth in the vocabulary's unit, and whether it holds a scale like 万."""

    name: str
    kind: str
    factor: Fraction
    scaled: bool


@lru_cache(maxsize=1 << 10)
def find_unit(text: str, scale: str) -> Unit | None:
    """Return the unit that the whole text names, of the kind `scale` where it is one; None where it is no unit.

    >>> find_unit("万吨标准煤", "energy")
    Unit(name='万吨标准煤', kind='energy', factor=Fraction(10000, 1), scaled=True)
    >>> find_unit("万美元", "money").kind
    'currency'
    """
    match = _UNIT.fullmatch(plain(text))
    if not match:
        return None
    times, base, per_year = match[1] or "", match[2].lower(), match[3]
    kinds = [kind for kind, units in UNITS.items() if base in units]
    kind = scale if scale in kinds else kinds[0]
    if per_year and kind not in ANNUAL:
        return None
    return Unit(match[0], kind, UNITS[kind][base] * read_scale(times), bool(times))


def own_factor(scale: str, scaled: bool) -> Fraction:
    """Return the factor of a number under a header without unit: `6000` is in 万元, but `10亿` is in 元."""
    return Fraction(1, 10000) if scale == "money" and scaled else Fraction(1)
