"""Read a column of text or dates; a blank marker such as `--` or `无` becomes an empty text.

The words stay as they are written, since reports quote them.
"""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import TEXT, Coded
from lianggao.intake.cells import Cells
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


def read_text(cells: Cells, claim: bool = False) -> Coded:
    """Return a column's texts without surrounding space, empty where blank."""
    texts = pc.utf8_trim_whitespace(cells.text_column)
    blank = pc.is_in(texts, pa.array(sorted(_SIGNS if claim else BLANKS), TEXT))
    return cells.coded(pc.if_else(blank, pa.scalar("", TEXT), texts))


def read_dates(cells: Cells) -> tuple[Coded, dict[int, tuple[Remark, ...]]]:
    """Return ISO texts as precise as written, `2022-06-30`, `2022-06` or `2022`, and what could not be read."""
    texts, remarks = list[str](), dict[int, tuple[Remark, ...]]()
    for at, text in enumerate(cells.texts):
        texts.append(iso_date(text))
        if not texts[-1] and not is_blank(text):
            remarks[at] = (Remark("unreadable-date", f"“{clip(text)}”未能识别为日期，按未填处理"),)
    return cells.coded(pa.array(texts, TEXT)), remarks


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
