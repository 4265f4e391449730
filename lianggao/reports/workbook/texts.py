"""Texts as cells hold them, and the room that they take."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import east_asian_width

CELL_LIMIT = 32_767
"""Characters that a cell can hold."""

LONGEST_LABEL = 20
"""Characters up to which a cell's text can be the label of what stands beside or below it."""

CUT = "……（内容过长，已截断）"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, cut with a mark where it is too long.

    >>> writable("a\\x07b"), len(writable("长" * 40_000)) == CELL_LIMIT
    ('ab', True)
    """
    clean = _UNWRITABLE.sub("", text)
    return clean if len(clean) <= CELL_LIMIT else clean[: CELL_LIMIT - len(CUT)] + CUT


def wide(line: str) -> int:
    """Return how many columns of a fixed-width font a line takes.

    >>> wide("项目ab")
    6
    """
    return len(line) if line.isascii() else sum(2 if east_asian_width(char) in "WFA" else 1 for char in line)


@lru_cache(maxsize=1 << 14)
def lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of some width.

    >>> lines("一二三四五", 8), lines("一\\n二", 8)
    (2, 2)
    """
    room = max(int(width - 1), 2)
    return sum(max(-(-wide(line) // room), 1) for line in text.split("\n"))
