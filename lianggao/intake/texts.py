"""Read a column of text or dates; a blank marker such as `--` or `无` becomes an empty text.

The words stay as they are written, since reports quote them.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pandas as pd

from lianggao.intake.cells import Cells, cells_of
from lianggao.quantities import Remark, is_blank, plain
from lianggao.quantities.text import BLANKS, clip
from lianggao.rulebook.dates import PartialDate

# Where a claim is asked for, 无 and 不涉及 are answers.
_SIGNS = frozenset(blank for blank in BLANKS if not re.search("[无涉]", blank))
_SEP = "[-/.年]"
_DATE = re.compile(
    rf"((?:19|20)[0-9]{{2}})(?:年?|{_SEP}([0-9]{{1,2}})月?|{_SEP}([0-9]{{1,2}})[-/.月]([0-9]{{1,2}})日?)"
    r"(?:[ T]00:00(?::00(?:\.0+)?)?)?"
)


def read_text(column: pd.Series[Any], claim: bool = False) -> pd.Series[str]:
    """Return a column's texts without surrounding space, empty where blank."""
    if not isinstance(column.dtype, pd.StringDtype):
        cells = cells_of(column)
        column = pd.Series(np.array([*cells.texts, ""], dtype=object)[cells.codes], dtype="str")
    texts = column.fillna("").str.strip()
    return texts.mask(texts.isin(_SIGNS if claim else BLANKS), "").astype("str")


def read_dates(cells: Cells) -> tuple[pd.Series[str], dict[int, tuple[Remark, ...]]]:
    """Return ISO texts as precise as written, `2022-06-30`, `2022-06` or `2022`, and what could not be read."""
    texts, remarks = list[str](), dict[int, tuple[Remark, ...]]()
    for at, text in enumerate(cells.texts):
        texts.append(iso_date(text))
        if not texts[-1] and not is_blank(text):
            remarks[at] = (Remark("unreadable-date", f"“{clip(text)}”未能识别为日期，按未填处理"),)
    series: pd.Series[str] = pd.Series(np.array([*texts, ""], dtype=object)[cells.codes], dtype="str")
    return series, remarks


def iso_date(text: str) -> str:
    """Return a date as ISO text, or nothing.

    >>> iso_date("2022年6月30日"), iso_date("2022/6"), iso_date("二季度")
    ('2022-06-30', '2022-06', '')
    """
    match = _DATE.fullmatch(plain(text)) if len(text) <= 40 else None
    if not match:
        return ""
    year, only_month, month, day = match.groups()
    parts = [part.zfill(2) for part in (only_month or month, day) if part]
    iso = "-".join((year, *parts))
    try:
        PartialDate.parse(iso)
    except ValueError:
        return ""
    return iso
