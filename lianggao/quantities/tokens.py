"""Cut the text of a cell into signs: numbers, scales, units, and the words around them.

Every character must belong to a sign that is known; otherwise the whole cell is unreadable.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lianggao.quantities.numerals import ARABIC, RATIO, SCALE
from lianggao.quantities.units import SPELLINGS, UNITS
from lianggao.quantities.words import UPPER, signs

LONGEST = 200

# `五千瓦时` is five of 千瓦时: a numeral ends where a unit begins.
_NUMERAL_UNITS = "|".join(
    sorted({re.escape(unit) for kind in UNITS.values() for unit in kind if unit[0] in "百千"}, key=lambda u: -len(u))
)
NUMERAL = f"(?:(?!{_NUMERAL_UNITS})[零〇一二两三四五六七八九十百千万亿])+"
# `12,34`, `1.2.3` and `0111` are no numbers, and nor are their parts.
NUMBER = rf"{ARABIC}(?![0-9]|[.,][0-9])"
RATIOS = frozenset({"replacement_ratio"})
"""Fields in which `1.25:1` is one number; a colon says nothing of 容积率."""
PERIODS = {"年": "year", "a": "year", "天": "day", "日": "day", "d": "day", "月": "month", "h": "hour", "时": "hour"}
_PERIOD = "(?:/|(?<=[吨煤时度米方焦斤a-z])每|(?<=[亩顷里米])·)(?:年|天|日|月|小时|时|[adh](?![a-z0-9]))"
_PER_UNIT = rf"/(?:{SCALE})?(?:{SPELLINGS}|件|台|套|块|个|人)(?![a-z0-9])"
# `吨标准煤当量` is tce written out and says nothing of the basis.
_UNIT = rf"(?:{SPELLINGS})(?:(?<=煤)当量(?=$|[/,;)。]))?"


class Token(NamedTuple):
    """One sign: its kind (a letter, see `words.signs`), its text, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def cut(text: str, scale: str, field: str = "") -> list[Token] | None:
    """Cut a plain text of at most `LONGEST` characters; None where any character is not understood.

    Further kinds: n number, c Chinese numeral or scale, m 余, f 数, u unit, p period, q per unit, s separator,
    z blank, and brackets.

    >>> [token.kind for token in cut("不高于5.2万吨标准煤/年", "energy")]
    ['b', 'n', 'c', 'u', 'p']
    """
    found, at, pattern = list[Token](), 0, _pattern(scale, field)
    while at < len(text):
        match = pattern.match(text, at)
        if not match:
            return None
        kind, end = match.lastgroup or "", match.end()
        if kind == "S" and match[0].startswith("约"):
            found += [Token("S", match[0], at, end), Token("a", "约", at, at)]
        else:
            found.append(Token("O" if kind == "o" else kind, match[0], at, end))
        at = end
    return found


def period(text: str) -> str:
    """Return the period that a sign such as `/天`, `每月` or `日均` names."""
    return next((PERIODS[char] for char in text.lower() if char in PERIODS), "shift")


def is_upper(text: str) -> bool:
    """Return whether a bound is one from above."""
    return text[-2:] in ("以内", "之内", "以下") or bool(re.fullmatch(UPPER, text))


@cache
def _pattern(scale: str, field: str) -> re.Pattern[str]:
    words = signs(scale, field)
    # Figures come first, since most of a cell is made of them; only `1期` and `一期` begin like one.
    kinds = {
        "P": words.pop("P"),
        "n": rf"{RATIO}(?![0-9]|[.,][0-9])|{NUMBER}" if field in RATIOS else NUMBER,
        "u": _UNIT,
        "c": NUMERAL,
        "q": _PER_UNIT,
        "p": _PERIOD,
        **words,
        "f": "好?几|数|上(?=[十百千万亿])",
        "m": "[余多]",
        "z": "暂?无",
        "s": "[/,、;。]",
        "open": r"\(",
        "close": r"\)",
    }
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()), re.IGNORECASE)
