"""The grammar of one cell: a number or two, their scales and units, and the words that bound or blur them.

A cell is read whole or not at all. All patterns are matched against at most `LONGEST` characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from lianggao.quantities.numerals import ARABIC, CHINESE, SCALE, Number, read_number, read_scale
from lianggao.quantities.units import PER_YEAR, SPELLINGS, Unit, find_unit

LONGEST = 200
TENTH = Fraction(1, 10)

_UPPER = "不高于|不超过|不大于|不多于|至多|最高|最多|≤|≦|<=|<|小于|低于|少于|不足|不到|不满"
_LOWER = "不低于|不少于|不小于|至少|≥|≧|>=|>|大于|高于|超过|超|多于|逾"
_ABOUT = "大约|约为|约"
_NEARLY = "接近|将近|近"
_TO = "[-–—―−~∼〜─]{1,2}|至|到"
# What may stand before the number, since it only repeats what the column is.
_LABELS = {
    "energy": "年?综合能(?:源消[费耗]量|源消费总量|耗)|年?(?:能耗|耗能量?)",
    "electricity": "年?(?:用|耗)电量?",
    "mass": "年?(?:用|耗)煤量?",
    "volume": "年?(?:用|耗)(?:天然)?气量?",
    "money": "(?:计划|项目)?总投资额?|投资额?|人民币",
    "area": "(?:项目)?(?:总|规划)?(?:占地|用地)(?:总?面积)?|面积",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with its scale applied; `more` is what `余` may add, and `scaled` that a 百, 千, 万 or 亿 is there."""

    value: Fraction
    more: Fraction
    times: Fraction
    scaled: bool
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole cell: one amount or a range, and how it is bounded or blurred."""

    first: Amount
    last: Amount
    bound: str = ""
    about: str = ""

    def interval(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction | None]:
        """Apply the words around the numbers; None is no upper end.

        `约` and `左右` widen by a tenth both ways and `近` by a tenth downwards: what the writer meant is not known,
        and a point would claim too much.
        """
        if self.about:
            low -= low * TENTH
        if self.about == "about":
            high += high * TENTH
        if self.bound == "upper":
            return Fraction(0), high
        return low, (None if self.bound == "lower" else high)


def parse_amounts(text: str, scale: str) -> Statement | None:
    """Parse a plain text; None where any part of it is not understood.

    >>> parse_amounts("4.8-5.2万吨标准煤", "energy").first.value
    Fraction(48000, 1)
    """
    match = _pattern(scale).fullmatch(text)
    if not match:
        return None
    bounds = {word for word, group in (("upper", "upper"), ("lower", "lower")) if match[group]}
    if match["within"]:
        bounds.add("lower" if match["within"].endswith("上") else "upper")
    abouts = {"about"} if match["about"] or match["around"] else set()
    if match["nearly"]:
        abouts.add("nearly")
    last = _amount(match, "_b" if match["number_b"] else "_a", scale)
    first = last
    if match["number_b"]:
        # `4.8—5.2万`: the scale is shared, unless the left number has a scale or a unit of its own.
        shared = "" if match["scale_a"] or match["unit_a"] else (match["scale_b"] or "")
        first = _amount(match, "_a", scale, shared)
    if not first or not last or len(bounds) > 1 or len(abouts) > 1:
        return None
    return Statement(first, last, "".join(bounds), "".join(abouts))


def bare_number(text: str) -> bool:
    """Return whether a text is a number and nothing else."""
    return bool(re.fullmatch(ARABIC, text))


def tail_of(text: str) -> str:
    """Return the scale and unit behind a leading number."""
    match = re.match(ARABIC, text)
    return text[match.end() :] if match else ""


def _amount(match: re.Match[str], side: str, scale: str, shared: str = "") -> Amount | None:
    number: Number | None = read_number(match["number" + side])
    own, unit, per_year = (match[part + side] or "" for part in ("scale", "unit", "per"))
    found = find_unit(unit + per_year, scale) if unit else None
    if number is None or (unit and not found):
        return None
    times = read_scale(own or shared)
    # `3000余吨` is less than 4000, `3500余` less than 3600: one more of the last digit that is not a round zero.
    more = number.place if match["more" + side] or match["beyond" + side] else Fraction(0)
    return Amount(number.value * times, more * times, times, number.scaled or bool(own or shared), found)


@cache
def _pattern(scale: str) -> re.Pattern[str]:
    first, last = (_amount_pattern(side) for side in ("_a", "_b"))
    before = rf"(?:(?:{_LABELS[scale]})[:为]?)?(?:预计)?(?:(?P<upper>{_UPPER})|(?P<lower>{_LOWER}))?"
    blur = rf"(?:(?P<about>{_ABOUT})|(?P<nearly>{_NEARLY}))?"
    after = r"(?:(?P<around>左右|上下)|(?:\(含\)|含)?(?P<within>以内|及?以下|及?以上))?[。;]?"
    return re.compile(rf"{before}{blur}{first}(?:(?:{_TO}){last})?{after}", re.IGNORECASE)


def _amount_pattern(side: str) -> str:
    return (
        rf"(?P<number{side}>{ARABIC}|{CHINESE})(?P<more{side}>[余多])?(?P<scale{side}>{SCALE})?(?P<beyond{side}>[余多])?"
        rf"(?:(?P<unit{side}>{SPELLINGS})(?P<per{side}>{PER_YEAR})?)?"
    )
