"""Figures as a second hand writes them: a generator of cells with the interval each must have, and checks for any text.

Nothing here uses the reader's own tables. Units, widening and numerals are written down again.
"""

from __future__ import annotations

import math
import re
import unicodedata
from fractions import Fraction
from pathlib import Path
from random import Random

from lianggao.quantities import Reading

DOCS = Path(__file__).parents[2] / "docs" / "quantities.md"
UNITS = {
    "energy": {"吨标准煤": Fraction(1), "tce": Fraction(1), "千克标煤": Fraction(1, 1000), "kgce": Fraction(1, 1000)},
    "electricity": {"千瓦时": Fraction(1), "kWh": Fraction(1), "度": Fraction(1), "MW·h": Fraction(1000)},
    "mass": {"吨": Fraction(1), "t": Fraction(1), "kg": Fraction(1, 1000)},
    "volume": {"立方米": Fraction(1), "Nm³": Fraction(1), "方": Fraction(1)},
    "money": {"元": Fraction(1, 10000)},
    "cases": {"重量箱": Fraction(1), "重箱": Fraction(1)},
    "bricks": {"块": Fraction(1), "块标砖": Fraction(1)},
    "percent": {"%": Fraction(1)},
    "kgce_per_t": {"kgce/t": Fraction(1), "千克标准煤/吨": Fraction(1), "tce/t": Fraction(1000)},
    "kgce_per_m2": {"kgce/m²": Fraction(1), "公斤标煤/平方米": Fraction(1)},
    "kgce_per_case": {"kgce/重箱": Fraction(1), "千克标准煤/重量箱": Fraction(1)},
    "kgoe_per_t": {"kgoe/t": Fraction(1), "千克标准油/吨": Fraction(1)},
    "kwh_per_t": {"kWh/t": Fraction(1), "千瓦时/吨": Fraction(1), "度/吨": Fraction(1)},
    "gce_per_kwh": {"g/kWh": Fraction(1), "克标准煤/千瓦时": Fraction(1), "kgce/kWh": Fraction(1000)},
    "energy_per_value": {"吨标准煤/万元": Fraction(1), "tce/万元": Fraction(1)},
    "money_per_area": {"元/亩": Fraction(1, 10000), "元/公顷": Fraction(1, 150000), "元/㎡": Fraction(1, 15)},
    "area": {"亩": Fraction(2000, 3), "平方米": Fraction(1), "㎡": Fraction(1), "公顷": Fraction(10000)},
}
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "亿": 10**8}
DIGITS = "零一二三四五六七八九"
Ends = tuple[Fraction, Fraction | None]


def chinese(number: int) -> str:
    """Write a number from 1 to 99 999 999 as a careful clerk does."""
    if number >= 10**4:
        rest = number % 10**4
        gap = "零" if rest and (rest < 1000 or number // 10**4 % 10 == 0) else ""
        return chinese(number // 10**4) + "万" + (gap + chinese(rest) if rest else "")
    text, zero = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + name
        zero = not digit
    return text


def arabic(random: Random) -> tuple[str, Fraction, Fraction]:
    """Return a number as written, its value, and what its last digit that is no round zero counts."""
    whole, decimals = random.choice((random.randrange(1, 100), random.randrange(1, 10**6))), random.randrange(3)
    text = f"{whole:,}" if random.random() < 0.5 else str(whole)
    if decimals:
        part = "".join(random.choice("0123456789") for _ in range(decimals))
        return f"{text}.{part}", Fraction(f"{whole}.{part}"), Fraction(1, 10**decimals)
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return text, Fraction(whole), Fraction(place)


def cell(random: Random) -> tuple[str, str, Ends, str]:
    """Return a cell, its kind, the ends it must have in the vocabulary's unit, and its rule."""
    scale = random.choice(list(UNITS))
    unit = random.choice(list(UNITS[scale]))
    if random.random() < 0.2:
        number = random.randrange(1, 10**8)
        text, tail, (low, high), rule = chinese(number), unit, (Fraction(number), Fraction(number)), "number-with-unit"
        worth = UNITS[scale][unit]
    else:
        text, value, place = arabic(random)
        times = random.choice(list(SCALES))
        worth, tail = UNITS[scale][unit] * SCALES[times], times + unit
        text, tail, (low, high), rule = _grown(random, text, tail, times, value, place)
    written, ends, blurred = _bounded(random, text, tail, low, high)
    low, end = ends
    return _disguise(written, random), scale, (low * worth, None if end is None else end * worth), blurred or rule


def _grown(
    random: Random, text: str, tail: str, times: str, value: Fraction, place: Fraction
) -> tuple[str, str, tuple[Fraction, Fraction], str]:
    """Make a range or a 余 of a number, or leave it."""
    way = random.choice(["", "", "range", "and-more"])
    if way == "range":
        more, other, _ = arabic(random)
        if other < value:
            text, more, value, other = more, text, other, value
        return text + random.choice(["-", "—", "~", "至", "到", "～"]) + more, tail, (value, other), "range"
    if way == "and-more":
        unit = tail.removeprefix(times)
        tail = random.choice([f"余{tail}", f"{times}多{unit}"])
        return text, tail, (value, value + place), "and-more"
    return text, tail, (value, value), "number-with-unit"


def _bounded(random: Random, text: str, tail: str, low: Fraction, high: Fraction) -> tuple[str, Ends, str]:
    """Put a word around a figure that bounds or blurs it, or none; 余 is named before 约."""
    whole, way = text + tail, random.choice(["", "about", "nearly", "upper", "lower"])
    blurred = "" if "余" in tail or "多" in tail else way
    if way == "about":
        written = random.choice([f"约{whole}", f"{whole}左右", f"大约{whole}"])
        return written, (low * Fraction(9, 10), high * Fraction(11, 10)), blurred
    if way == "nearly":
        return f"近{whole}", (low * Fraction(9, 10), high), blurred
    if way == "upper":
        start = random.choice(["不高于", "不超过", "<", "≤", "低于"])
        return random.choice([start + whole, whole + "以下"]), (Fraction(0), high), "bound"
    if way == "lower":
        start = random.choice(["不低于", "≥", "超过", ">"])
        return random.choice([start + whole, whole + "以上"]), (low, None), "bound"
    return whole, (low, high), ""


def _disguise(text: str, random: Random) -> str:
    """Write a text as some keyboards do: full-width, with loose spaces, with a stop."""
    if random.random() < 0.2:
        text = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    if random.random() < 0.2:
        text = re.sub("(?<=[余多约近万亿])|(?=[吨元亩])", " ", text)
    if random.random() < 0.1:
        text = f" {text}\n"
    return text + ("。" if random.random() < 0.1 else "")


def documented() -> frozenset[str]:
    """Return the characters of the words that the documentation says a cell may hold."""
    page = DOCS.read_text("utf-8")
    words = page[page.index("## Words") : page.index("## Capacities")]
    return frozenset("".join(re.findall("`([^`]*)`", words)).casefold())


def strangers(text: str, known: frozenset[str]) -> set[str]:
    """Return the letters of a text that belong to no documented word."""
    return {char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalpha() and char not in known}


def fault(text: str, reading: Reading, known: frozenset[str]) -> str:
    """Say what is wrong with the reading of any text; empty where nothing is."""
    if not (0 <= reading.low <= reading.high and reading.low < math.inf):
        return "no interval"
    if bool(reading.rule) != (reading.known or reading.low == 0 == reading.high or reading.rule == "bound"):
        return "a rule and nothing known, or something known and no rule"
    if not reading.rule:
        return ""
    if strangers(text, known):
        return "a stranger among the words"
    figures = re.findall("[0-9][0-9.,]*", re.sub("(?i)(?<=m)[23²³]", "", unicodedata.normalize("NFKC", text)))
    most = {"bare-number": 1, "number-with-unit": 1, "nearly": 2, "about": 2, "and-more": 2, "range": 2, "bound": 2}
    if len(figures) > most.get(reading.rule, 99):
        return "digits that are not accounted for"
    if reading.rule in ("bare-number", "number-with-unit") and figures and reading.low:
        factor = Fraction(reading.low) / Fraction(figures[0].replace(",", ""))
        mu, nearly = float(factor * 3 / 2), float(factor)
        if not any(abs(math.log10(some) - round(math.log10(some))) < 1e-9 for some in (mu, nearly)):
            return "not the digits that are there"
    return ""
