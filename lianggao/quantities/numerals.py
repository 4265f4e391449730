"""Turn written numbers into exact fractions: `1,234.5`, `5.2`, `五万`, `两千三百`.

Only well-formed numbers are read. A number with a leading zero is an identifier and not a quantity.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

ARABIC = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?"
CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
RATIO = rf"{ARABIC}(?:[:∶]|比){ARABIC}"
SCALE = "万亿|[十百千]?[万亿]|千|百"

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


class Number(NamedTuple):
    """A written number, and whether it was written with 百 to 亿.

    `place` is what its last digit that is no round zero counts, `step` what the last one written does.
    """

    value: Fraction
    place: Fraction
    step: Fraction
    scaled: bool = False


def read_number(text: str) -> Number | None:
    """Read a text that matches `ARABIC`, `RATIO` or `CHINESE`; None where it is not well formed.

    In a ratio the larger number stands first, or 1 second: what `1:1.25` is the ratio of, and of what, is open.

    >>> read_number("3,500")
    Number(value=Fraction(3500, 1), place=Fraction(100, 1), step=Fraction(1, 1), scaled=False)
    >>> read_number("三万五千")
    Number(value=Fraction(35000, 1), place=Fraction(1000, 1), step=Fraction(1000, 1), scaled=True)
    >>> read_number("1.25:1").value, read_number("1:1.25")
    (Fraction(5, 4), None)
    """
    if not text[0].isascii():
        return _read_chinese(text)
    first, *second = map(_read_arabic, re.split("[:∶比]", text))
    return _ratio(first, second[0]) if second else first


@lru_cache(maxsize=1 << 8)
def read_scale(text: str) -> Fraction:
    """Return what a scale such as `百万` multiplies by; an empty one is 1."""
    scale = Fraction(1)
    for char in text:
        scale *= (_TENS | _MYRIADS)[char]
    return scale


def _read_arabic(text: str) -> Number:
    digits = text.replace(",", "")
    whole, _, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if not decimals and whole != "0" else 0
    step = Fraction(1, 10 ** len(decimals))
    return Number(Fraction(digits), step * 10**zeros, step)


def _ratio(first: Number, second: Number) -> Number | None:
    # `0.9:1` can only be 0.9, since nobody writes 1 first for more than one.
    if not second.value or (first.value < second.value and second.value != 1):
        return None
    return Number(first.value / second.value, first.place / second.value, first.step / second.value)


def _read_chinese(text: str) -> Number | None:
    """Walk from the largest unit down. `一万五` and `三五千` are refused: speech and the rules differ on them."""
    if text in ("零", "〇"):
        return Number(Fraction(0), Fraction(1), Fraction(1))
    total = section = place = 0
    digit, zero = 0, True
    below, myriad = 10**4, 10**12
    for char in text:
        if value := _DIGITS.get(char):
            if digit:
                return None
            digit = value
        elif char in _DIGITS:
            if zero or digit:
                return None
            zero = True
        elif factor := _TENS.get(char):
            if char == "十" and not (digit or section or total):
                digit = 1
            if not digit or factor >= below:
                return None
            section, place, below, digit, zero = section + digit * factor, factor, factor, 0, False
        else:
            factor, section = _MYRIADS[char], section + digit
            if not section or factor >= myriad:
                return None
            total, place = total + section * factor, (1 if digit else place) * factor
            section, digit, below, myriad, zero = 0, 0, 10**4, factor, False
    if digit:
        if place > 10 and not zero:
            return None
        section, place = section + digit, 1
    value = total + section
    step = Fraction(place)
    return Number(Fraction(value), step, step, bool(set(text) & set("百千万亿"))) if value else None
