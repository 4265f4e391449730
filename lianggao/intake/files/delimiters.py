"""Find what separates the cells of a text table: a comma, a tab or a semicolon, never anything within a text.

The separator is the one under which most rows have the same number of cells. A full-width comma is text.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable

SAMPLE = 2**16
DELIMITERS = ",\t;"
NAMES = {",": "逗号", "\t": "制表符", ";": "分号"}
_OWN = {".csv": ",", ".tsv": "\t", ".tab": "\t", ".txt": "\t", ".xls": "\t"}
_STATED = re.compile(r"sep=([,\t;])\r?\n?")


def own_of(suffix: str) -> str:
    """Return what separates cells in a file of that name."""
    return _OWN.get(suffix, ",")


def stated(line: str) -> str:
    r"""Return the separator that a first line `sep=;` states for spreadsheets, else nothing.

    >>> stated("sep=;\r\n"), stated("项目名称;备注")
    (';', '')
    """
    found = _STATED.fullmatch(line)
    return found[1] if found else ""


def find_delimiter(sample: str, own: str) -> str:
    r"""Return the separator of a table that begins like the sample; its own where others fit no better.

    >>> find_delimiter("项目名称\t备注\n甲,乙\t1,2\n", ",")
    '\t'
    """
    scores = {delimiter: _agreement(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: (scores[delimiter], delimiter == own))
    return best if scores[best] else own


def _agreement(sample: str, delimiter: str) -> float:
    """Return how many separators stand in the rows that have as many as most, times the share of those rows."""
    widths = Counter[int]()
    try:
        for row in csv.reader(_lines(sample), delimiter=delimiter, strict=True):
            widths[len(row)] += 1
    except csv.Error:
        # What was read until then tells enough; the faulty row is told when the file is read.
        pass
    total = widths.total() - widths[0]
    return max(((width - 1) * count * count / total for width, count in widths.items() if width > 1), default=0)


def _lines(sample: str) -> Iterable[str]:
    """Return the lines, without the last where the sample was cut within it."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", sample)
    return lines[:-1] if len(sample) >= SAMPLE and len(lines) > 1 else lines
