"""The units that lists are written in, and what each is worth in the unit of the vocabulary.

A factor is an exact fraction, since 1亩 is 2000/3 square metres. Units of different kinds are never turned into each
other.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from lianggao.quantities.compounds import AREA, CASE, COMPOUNDS, ELECTRICITY, PATTERN, STANDARD_COAL, spelled
from lianggao.quantities.numerals import SCALE, read_scale
from lianggao.quantities.text import plain

# kind -> spelling (in lower case) -> how many of the vocabulary's unit
UNITS: dict[str, dict[str, Fraction]] = {
    "energy": STANDARD_COAL,
    "electricity": ELECTRICITY,
    "mass": dict.fromkeys(("吨", "t"), Fraction(1)) | dict.fromkeys(("千克", "公斤", "kg"), Fraction(1, 1000)),
    "volume": dict.fromkeys(
        ("立方米", "立方", "标准立方米", "标立方米", "标立方", "标方", "方", "m3", "m^3", "nm3", "nm^3"), Fraction(1)
    ),
    "heat": dict.fromkeys(("吉焦", "gj", "百万千焦"), Fraction(1))
    | dict.fromkeys(("兆焦", "mj"), Fraction(1, 1000))
    | dict.fromkeys(("太焦", "tj"), Fraction(1000)),
    "money": dict.fromkeys(("元", "元人民币", "元(人民币)"), Fraction(1, 10000)),
    "area": AREA,
    "cases": CASE,
    "bricks": dict.fromkeys(
        ("块", "块标砖", "块标准砖", "块(标砖)", "块(折标砖)", "块折标砖", "标块", "标砖"), Fraction(1)
    ),
    "percent": {"%": Fraction(1)},
    "number": {"%": Fraction(1, 100)},
    **COMPOUNDS,
    # Known only to be told apart: no exchange rate is guessed.
    "currency": dict.fromkeys(
        ("美元", "美金", "欧元", "日元", "港元", "港币", "英镑", "韩元", "usd", "eur", "hkd", "jpy", "gbp"), Fraction(0)
    ),
}
# A bare number under a header without unit is in the vocabulary's own unit; a pure number has none.
OWN_UNITS = {
    "energy": "吨标准煤",
    "electricity": "千瓦时",
    "mass": "吨",
    "volume": "立方米",
    "heat": "吉焦",
    "money": "万元",
    "area": "平方米",
    "cases": "重量箱",
    "bricks": "块",
    "percent": "%",
    "number": "",
    "kgce_per_t": "千克标准煤/吨",
    "kgce_per_m2": "千克标准煤/平方米",
    "kgce_per_case": "千克标准煤/重量箱",
    "kgoe_per_t": "千克标准油/吨",
    "kwh_per_t": "千瓦时/吨",
    "gce_per_kwh": "克标准煤/千瓦时",
    "energy_per_value": "吨标准煤/万元",
    "money_per_area": "万元/亩",
}
MONEY_MARKS = "人民币|rmb|¥"
PER_YEAR = "/年|/a|每年|(?<=[亩顷里米])·年"
ANNUAL = frozenset({"energy", "electricity", "mass", "volume", "heat", "cases", "bricks"})
# Fields that differ from their kind: what a plant yields in a year, and sizes that no year belongs to.
OF_A_YEAR = frozenset(
    {
        "output_m2",
        "added_value_wan_yuan",
        "annual_output_wan_yuan",
        "annual_tax_wan_yuan",
        "output_per_mu",
        "tax_per_mu",
    }
)
OF_NO_YEAR = frozenset({"blast_furnace_m3", "converter_t", "arc_furnace_t"})

SPELLINGS = f"{PATTERN}|" + spelled({text for kind in UNITS for text in UNITS[kind] if kind not in COMPOUNDS})
_UNIT = re.compile(rf"({SCALE})??({SPELLINGS})({PER_YEAR})?", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit as written: its kind, its worth in the vocabulary's unit, and whether it holds a scale like 万."""

    name: str
    kind: str
    factor: Fraction
    scaled: bool


@lru_cache(maxsize=1 << 10)
def find_unit(text: str, scale: str, field: str = "") -> Unit | None:
    """Return the unit that the whole text names, of the kind `scale` where it is one; None where it is no unit.

    `field` says whether a year may stand behind it where its kind alone does not.

    >>> find_unit("万吨标准煤", "energy")
    Unit(name='万吨标准煤', kind='energy', factor=Fraction(10000, 1), scaled=True)
    >>> find_unit("万美元", "money").kind
    'currency'
    >>> find_unit("万元/公顷", "money_per_area").factor, find_unit("万元/年", "money")
    (Fraction(1, 15), None)
    """
    match = _UNIT.fullmatch(plain(text))
    if not match:
        return None
    times, base, per_year = match[1] or "", match[2].lower(), match[3]
    kinds = [kind for kind, units in UNITS.items() if base in units]
    kind = scale if scale in kinds else kinds[0]
    if per_year and not is_annual(kind, field):
        return None
    return Unit(match[0], kind, UNITS[kind][base] * read_scale(times), bool(times))


def is_annual(kind: str, field: str = "") -> bool:
    """Return whether a quantity of this kind in this field is one of a year, so that `/年` adds nothing."""
    return field in OF_A_YEAR or (kind in ANNUAL and field not in OF_NO_YEAR)


def own_factor(scale: str, scaled: bool) -> Fraction:
    """Return the factor of a number under a header without unit: `6000` is in 万元, but `10亿` is in 元."""
    return Fraction(1, 10000) if scale == "money" and scaled else Fraction(1)
