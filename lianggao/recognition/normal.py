"""The normal form of a cell, in which the readers of words take it: half-width, capitals, one line, without spaces."""

from __future__ import annotations

import unicodedata


def normal(text: str, between: str = "") -> str:
    """Bring a cell to half-width capitals on one line; a line break separates, and spaces become `between`.

    >>> normal("ＬＥＤ 灯具\\n（一期）")
    'LED灯具;(一期)'
    """
    if not text:
        return ""
    lines = unicodedata.normalize("NFKC", text).upper().splitlines()
    return ";".join(between.join(line.split()) for line in lines)
