"""Units per another unit: `千克标准煤/吨`, `万元/亩`, `克/千瓦时`, each in all spellings of both sides.

A unit of one thing per another is of a kind of its own: energy per tonne is never energy, and 万元/亩 never money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

Names = Mapping[str, Fraction]
"""Spelling in lower case -> how many of the unit that the side is counted in."""


def spelled(names: Iterable[str]) -> str:
    """Return a pattern of spellings, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=lambda text: (-len(text), text))))


def _names(worth: int | Fraction, *names: str) -> dict[str, Fraction]:
    return dict.fromkeys(names, Fraction(worth))


def _times(names: Names, factor: int | Fraction) -> dict[str, Fraction]:
    return {name: worth * factor for name, worth in names.items()}


MU = Fraction(2000, 3)
"""Square metres in one 亩."""
STANDARD_COAL = _names(1, "吨标准煤", "吨标煤", "tce") | _names(
    Fraction(1, 1000), "千克标准煤", "千克标煤", "公斤标准煤", "公斤标煤", "kgce"
)
KILOWATT_HOUR = _names(1, "千瓦时", "千瓦·时", "千瓦小时", "kwh", "kw·h", "kw.h", "度")
ELECTRICITY = KILOWATT_HOUR | _names(1000, "兆瓦时", "mwh", "mw·h", "mw.h")
SQUARE_METRE = _names(1, "平方米", "平米", "m2", "m^2")
AREA = SQUARE_METRE | {"亩": MU} | _names(10**4, "公顷", "ha", "hm2") | _names(10**6, "平方公里", "平方千米", "km2")
CASE = _names(1, "重量箱", "重箱")

_TONNE = _names(1, "吨", "t")
_GRAM_COAL = _names(1, "克标准煤", "克标煤", "gce")
_KILO_COAL = _times(STANDARD_COAL, 1000) | _times(_GRAM_COAL, Fraction(1, 1000))
_KILO_OIL = _names(1, "千克标准油", "千克标油", "公斤标准油", "公斤标油", "kgoe") | _names(1000, "吨标准油", "toe")
_LOTS = {"千平方米": Fraction(1000), "万平方米": Fraction(10**4)}

SIDES: Mapping[str, tuple[Names, Names]] = {
    "kgce_per_t": (_KILO_COAL, _TONNE),
    "kgce_per_m2": (_KILO_COAL, SQUARE_METRE),
    "kgce_per_case": (_KILO_COAL, CASE),
    "kgoe_per_t": (_KILO_OIL, _TONNE),
    "kwh_per_t": (ELECTRICITY, _TONNE),
    # Grams per kilowatt hour are those of standard coal: no other column has this unit.
    "gce_per_kwh": (_times(_KILO_COAL, 1000) | _names(1, "克", "g"), KILOWATT_HOUR),
    "energy_per_value": (STANDARD_COAL, {"万元": Fraction(1), "亿元": Fraction(10**4)}),
    "money_per_area": ({"元": Fraction(1, 10**4)}, _times(AREA | _LOTS, 1 / MU)),
}
"""Kind -> what stands before the stroke and behind it, in the vocabulary's unit of that kind."""

COMPOUNDS: Mapping[str, dict[str, Fraction]] = {
    kind: {f"{one}/{other}": over[one] / under[other] for one, other in product(over, under)}
    for kind, (over, under) in SIDES.items()
}
PATTERN = "|".join(f"(?:{spelled(over)})/(?:{spelled(under)})(?![a-z])" for over, under in SIDES.values())
