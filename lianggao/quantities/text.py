"""Bring a cell's text into one plain form before it is read.

Full-width characters and unit signs become ordinary ones. No other sign ever turns into a digit: `①5` stays unreadable
instead of becoming 15.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = frozenset({"", "-", "--", "---", "–", "—", "——", "―", "─", "──", "－", "－－", "/", "//", "／", "\\"})
_WORDS = frozenset({"无", "暂无", "不涉及", "待定", "待核实", "未知", "不详", "空"})
_NULLS = frozenset({"N/A", "n/a", "NA", "null", "NULL", "None", "nan", "NaN"})
BLANKS = _SIGNS | _WORDS | _NULLS

_NUMERALS = frozenset("0123456789零〇一二两三四五六七八九十百千万亿")
_SPACE = re.compile(r"\s+")
_NUMBER = frozenset("0123456789.,")
_POWER = {"²": "2", "³": "3"}


def is_blank(text: str) -> bool:
    """Return whether a cell says nothing; it never means zero.

    >>> is_blank(" -- "), is_blank("暂无"), is_blank("0")
    (True, True, False)
    """
    return text.strip() in BLANKS


def plain(text: str) -> str:
    """Return the text with full-width characters, brackets and unit signs unified, and loose spaces removed.

    A space between two digits stays, since `1 2` is not twelve.

    >>> plain("５.２ 万吨（㎡、Nm³）①")
    '5.2万吨(m2、Nm3)①'
    """
    if not text.isascii():
        text = "".join(map(_plain, text))
        text = re.sub("(?<=[mM])[²³]", lambda power: _POWER[power[0]], text)
    return _SPACE.sub(_space, text.strip())


def clip(text: str, length: int = 40) -> str:
    """Return a cell's text as it is quoted in a note: one line, not too long."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length] + "…"


def _space(gap: re.Match[str]) -> str:
    around = {gap.string[gap.start() - 1], gap.string[gap.end()]}
    return " " if around <= _NUMBER else ""


@lru_cache(maxsize=1 << 12)
def _plain(char: str) -> str:
    new = unicodedata.normalize("NFKC", char)
    if "\uff10" <= char <= "\uff19" or new[:1] in ("m", "k", "c"):  # full-width digits; ㎡ ㎥ ㎢
        return new
    return char if _NUMERALS & set(new) else new
