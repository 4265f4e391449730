"""What stands around a term: whether it is denied, bought in, or stated with a capacity."""

from __future__ import annotations

import re

_DENIED_BEFORE = re.compile(
    r"(?:不(?:含|包括|包含|涉及|设|建|使用|采用|生产|进行|新增|产|再|属|是|用|需)"
    r"|无(?![机烟碱水缝纺人磷氟铅害菌锡磁氧毒尘线醇卤组])|没有|未(?:述|见|设|建|采用|使用|涉及|包含|列)"
    r"|非(?![金晶标织粘定])|禁止|严禁|取消|拆除|淘汰|关停|关闭|停用|停产|替代|取代|代替)[^,。;:!?、]{0,4}$"
)
_DENIED_AFTER = re.compile(
    r"(?:工序|工艺|环节|生产线|生产|工段|系统|装置|炉|窑)?"
    r"(?:[:为]?(?:不涉及|不含|不设|不包括|未设|未建|没有|已?(?:拆除|淘汰|停产|关停|取消))|[:为]无(?![\u4e00-\u9fff]))"
)
_EXCEPT = re.compile(r"除(?:了)?[^,。;]{0,6}$"), re.compile(r"[^,。;]{0,6}?(?:以|之)?外(?=[,。;]|$)")
_LISTED = re.compile(r"(?:工序|工艺|环节|生产|等)?(?:、|/|以?及|和|或|与)")
_BOUGHT_BEFORE = re.compile(
    r"(?:外购|购买|购入|购进|收购|消耗|原料(?:主要)?[为:]|原辅?材料[为:]|掺加|掺入|添加|加入|投加|配入"
    r"|(?:位于|毗邻|紧邻|租赁|租用)[^,。;、]{0,8})[^,。;、]{0,4}$"
)
_FEED = r"(?:为|作为|作|做)(?:主要|生产)?原(?:辅)?(?:材)?料"
_BOUGHT_AFTER = re.compile(rf"(?:等)?{_FEED}|(?:由)?外购")
_MADE_FROM = re.compile(r"(?:以(?![及内上下外])|利用|采用)[^,。;]{0,20}$"), re.compile(rf"[^,。;]{{0,20}}{_FEED}")
_MADE_BEFORE = re.compile(
    r"(?:(?:年产|日产|年加工|生产|新增|形成|产品|[万亿]?吨|[万亿]块|平方米|平米|M2|M3|立方|重量箱)[^,。;、]{0,8}"
    r"|(?<!控)制(?:取|备|得|成)?|联产|副产)$"
)
_MADE_AFTER = re.compile(r"(?:的)?(?:生产线|生产装置|生产项目|制造|装置|项目|产能|车间)")

WITH_FIGURES = ("M2", "M3")
"""The words above of which a figure is a part; every other figure may as well be another one."""

_WINDOW = 30


def is_denied(text: str, start: int, stop: int, denied_until: int) -> bool:
    """Return whether the words from `start` to `stop` are said not to be there.

    `denied_until` is where the last denied words end: in `不含烧结、焙烧工序` the second is denied with the first.
    """
    if denied_until >= 0 and _LISTED.fullmatch(text, denied_until, start):
        return True
    before, after = text[max(0, start - _WINDOW) : start], text[stop : stop + _WINDOW]
    if _DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after):
        return True
    return bool(_EXCEPT[0].search(before) and _EXCEPT[1].match(after))


def is_bought(text: str, start: int, stop: int) -> bool:
    """Return whether the words name what is bought in, not what is made."""
    before, after = text[max(0, start - _WINDOW) : start], text[stop : stop + _WINDOW]
    if _BOUGHT_BEFORE.search(before) or _BOUGHT_AFTER.match(after):
        return True
    return bool(_MADE_FROM[0].search(before) and _MADE_FROM[1].match(after))


def is_stated_made(text: str, start: int, stop: int) -> bool:
    """Return whether an amount or a verb of making leads up to the words, or a production line follows."""
    return bool(_MADE_AFTER.match(text, stop) or _MADE_BEFORE.search(text[max(0, start - _WINDOW) : start]))
