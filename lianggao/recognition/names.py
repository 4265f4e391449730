"""Take the names of firms out of a text, since a firm's name says nothing about its project.

A coking firm may build a coal washery, and an aluminium firm smelt scrap. What is taken out leaves a break behind.
"""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\([^()]*\)")
LEGAL = r"(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|股份公司|集团|公司"
_LEGAL = re.compile(LEGAL)
# Walking back from `公司`, a firm's name ends where one of these is met.
BREAKS = "项目|工程|生产线|年产|年处理|建设|新建|扩建|改建|收购|位于|依托|租赁|利用|[由与系对原在向将]"
_BREAKS = re.compile(f".*(?:{BREAKS})")
NAME = r"[\u4e00-\u9fff()A-Z·]"
_NAME = re.compile(f"{NAME}{{1,24}}$")
# `耐火材料厂` is a firm, `新建水泥厂项目` a project, `厂房` and `厂区` neither.
_WORKS = re.compile(
    r"[\u4e00-\u9fff]{3,12}厂(?=[\u4e00-\u9fff])"
    r"(?!房|区|址|界|内|外|家|商|站|用|级|矿|前|长|项目|建设|工程|技|扩|改|搬|迁|新建|[一二三四]期|升级|整合|配套|送出|余热)"
)


def without_firms(text: str, owner: str) -> str:
    """Return the text without the owner's name and without anything that looks like a firm's name.

    >>> without_firms("中国长城铝业有限公司年产10万吨再生铝项目", "")
    ';年产10万吨再生铝项目'
    """
    text = without_owner(text, owner)
    if "公司" in text or "集团" in text:
        text = _without_legal(text)
    return _WORKS.sub(";", text) if "厂" in text else text


def without_owner(text: str, owner: str) -> str:
    """Return the text without the name of its owner, whole or without what kind of firm it is.

    The owner is in the normal form; in the text there may be spaces, also within the name.
    """
    for name in _names_of(owner) if text else ():
        text = re.sub(" ?".join(map(re.escape, name)), ";", text) if " " in text else text.replace(name, ";")
    return text


def _names_of(owner: str) -> list[str]:
    parts = re.split(r"[、,;/\s]+", _BRACKETS.sub(";", owner)) if owner else []
    names = {part for part in (owner, *parts) if len(part) >= 4}
    names |= {short for part in parts if len(short := _LEGAL.sub("", part)) >= 5}
    return sorted(names, key=len, reverse=True)


def _without_legal(text: str) -> str:
    kept, end = [], 0
    for found in _LEGAL.finditer(text):
        before = text[end : found.start()]
        if name := _NAME.search(before):
            stop = _BREAKS.match(name.group())
            before = before[: name.start() + (stop.end() if stop else 0)]
        kept.append(before)
        end = found.end()
    return ";".join([*kept, text[end:]])
