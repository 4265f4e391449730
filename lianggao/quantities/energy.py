"""Read an energy cell, which may say for itself whether it is 当量值 or 等价值, or give both.

The two never stand in for each other: a cell that contradicts its header is unknown.
"""

from __future__ import annotations

import re

from lianggao.quantities.amounts import LONGEST, bare_number, tail_of
from lianggao.quantities.quantity import read_plain, read_quantity
from lianggao.quantities.reading import Reading, unknown
from lianggao.quantities.text import clip, is_blank, plain

BASES = {"当量值": "calorific", "等价值": "equivalent", "当量": "calorific", "等价": "equivalent"}
UNSTATED = "unstated"
LABELS = {"calorific": "当量值", "equivalent": "等价值"}

_WORD = "当量值?|等价值?"
# `8661.09/12533.05吨标准煤(当量值/等价值)`
_PAIR = re.compile(rf"([^/()]+)/([^/()]+)\(({_WORD})/({_WORD})\)")
_MARK = re.compile(rf"\(按?(?P<in>{_WORD})计?\)|^按?(?P<before>当量值|等价值)[:为]?|按?(?P<after>当量值|等价值)计?$")
_BETWEEN = re.compile("[/;、]|,(?![0-9])")


def read_energy(text: str, unit: str = "", basis: str = UNSTATED) -> dict[str, Reading]:
    """Read a cell under a header of a unit and a basis; the key of each reading is the basis it is on.

    Raises ValueError if `unit` is no unit of energy.

    >>> both = read_energy("8661.09/12533.05吨标准煤（当量值/等价值）")
    >>> both["calorific"].low, both["equivalent"].low
    (8661.09, 12533.05)
    >>> list(read_energy("5.2万吨标准煤（当量值）"))
    ['calorific']
    """
    if is_blank(text) or len(text) > LONGEST:
        return {basis: read_quantity(text, "energy", unit)}
    parts = _parts(plain(text))
    if not all(parts.values()):
        parts = {UNSTATED: text}  # a word on the basis and no number
    readings = {own: read_plain(part, "energy", unit, clip(text)) for own, part in parts.items()}
    if basis == UNSTATED or basis in readings:
        return readings
    if list(readings) == [UNSTATED]:
        return {basis: readings[UNSTATED]}
    why = f"“{clip(text)}”写明的口径与表头的“{LABELS[basis]}”不一致，按未填处理"
    return {basis: unknown("basis-conflict", why)}


def _parts(text: str) -> dict[str, str]:
    """Split a plain cell by basis; a cell that can't be split is left whole, and then can't be read either."""
    if pair := _PAIR.fullmatch(text):
        left, right, first, second = pair.groups()
        return _both(left, right, BASES[first], BASES[second]) or {UNSTATED: text}
    halves = [_strip(half) for half in _BETWEEN.split(text) if half]
    if len(halves) == 2 and all(basis != UNSTATED for basis, _ in halves):
        (first, left), (second, right) = halves
        return _both(left, right, first, second) or {UNSTATED: text}
    return dict([_strip(text)])


def _both(left: str, right: str, first: str, second: str) -> dict[str, str] | None:
    if first == second:
        return None
    return {first: left + tail_of(right) if bare_number(left) else left, second: right}


def _strip(text: str) -> tuple[str, str]:
    """Take the one word on the basis out of a text; none or several leave it as it is."""
    marks = list(_MARK.finditer(text))
    if len(marks) != 1:
        return UNSTATED, text
    mark = marks[0]
    word = mark["in"] or mark["before"] or mark["after"]
    return BASES[word], text[: mark.start()] + text[mark.end() :]
