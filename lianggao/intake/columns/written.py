"""Take a header apart as it is written: its rows, and in each the texts outside brackets and the words within.

Stars, numbering and marks such as `（必填）` say nothing and are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lianggao.intake.raw import JOINT
from lianggao.intake.spellings import normal

LONGEST = 200
"""Characters; nothing longer is a header."""
BETWEEN = re.compile("[,，、;；]")

SAY_NOTHING = frozenset(
    {"必填", "必填项", "选填", "选填项", "非必填", "可选", "如有", "如实填写", "下拉选择", "请选择", "单选", "多选"}
    | {"是/否", "有/无", "是或否", "填是或否"}
)

_GROUP = re.compile(r"\(([^()]*)\)")
_COLUMN = re.compile(r"\(第\d{1,5}列\)$")
_NO_HEADER = re.compile(r"\(第\d{1,5}列,无表头\)")
_NUMBERING = re.compile(
    r"(?:[*★☆※▲△●○◆■]+|[①-⑳⑴-⒇⒈-⒛]"
    r"|\d{1,2}(?:\.\d{1,2})*[.、)](?!\d)|\d{1,2}(?:\.\d{1,2})+(?![\d.])|\(\d{1,2}\)"
    r"|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))+"
)
_TAIL = re.compile(r"[*★☆※:?]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a header: the whole text, the texts outside brackets in order, and the words within brackets."""

    text: str
    outside: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def base(self) -> str:
        """Return the text without brackets."""
        return "".join(self.outside)


def parts_of(header: str) -> tuple[Part, ...]:
    """Return the rows of a header from the top down.

    >>> [part] = parts_of("* 1．总投资（必填）（万元）")
    >>> part.text, part.outside, part.words
    ('总投资(万元)', ('总投资',), ('万元',))
    """
    return tuple(map(_part, header.split(JOINT)))


def is_headless(text: str) -> bool:
    """Return whether a normal text is the name that a column without header was given."""
    return not text or bool(_NO_HEADER.fullmatch(text))


def _part(written: str) -> Part:
    text = _COLUMN.sub("", normal(written))
    text = _GROUP.sub(_kept, _TAIL.sub("", text[_lead(text) :]))
    pieces = _GROUP.split(text)
    words = [word for group in pieces[1::2] for word in BETWEEN.split(group) if word]
    return Part(text, tuple(filter(None, pieces[::2])), tuple(words))


def _lead(text: str) -> int:
    match = _NUMBERING.match(text)
    return match.end() if match and match.end() < len(text) else 0


def _kept(group: re.Match[str]) -> str:
    return "" if all(word in SAY_NOTHING for word in BETWEEN.split(group[1])) else group[0]
