"""What each kind of data note is called, and how sure the reading is that it speaks of.

A note's code never changes; its sentence is made where the cell is read. Reports group notes by their kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Sure = Literal["read", "range", "unused", "check"]

SURE: Mapping[Sure, str] = {"read": "已读取", "range": "按范围", "unused": "未采用", "check": "请核对"}
"""Read as one value; read as several or as an interval; not read, so unknown; read, but a person should look."""


class NoteKind(NamedTuple):
    """The Chinese name of a kind of note, and how sure the reading is."""

    label: str
    sure: Sure


OTHER = NoteKind("其他说明", "check")

KINDS: Mapping[str, NoteKind] = {
    # the list as a whole
    "blank-rows": NoteKind("空行", "unused"),
    "set-aside": NoteKind("不是项目的行", "unused"),
    "other-sheets": NoteKind("其他工作表", "unused"),
    "hidden-cells": NoteKind("隐藏的行列", "read"),
    "encoding-used": NoteKind("文件编码", "read"),
    "delimiter-used": NoteKind("分隔符", "read"),
    "text-as-workbook": NoteKind("文本存成工作簿的名称", "read"),
    "macros": NoteKind("含有宏", "unused"),
    "external-links": NoteKind("引用其他文件", "check"),
    # cells and rows of the file
    "digits-lost": NoteKind("长数字已失真", "check"),
    "formula-not-computed": NoteKind("公式没有结果", "unused"),
    "error-value": NoteKind("公式出错", "unused"),
    "not-a-date": NoteKind("不是日期的日期格式", "check"),
    "cell-too-long": NoteKind("单元格过长", "check"),
    "merged-read": NoteKind("合并单元格", "read"),
    "merged-figure": NoteKind("几行共有的数值", "unused"),
    "short-row": NoteKind("行末缺格", "check"),
    "torn-row": NoteKind("分列不明的行", "unused"),
    "nested-value": NoteKind("不是单个值", "check"),
    "first-kept": NoteKind("与另一处不一致", "unused"),
    "cells-disagree": NoteKind("两处填写不一致", "range"),
    "unreadable-date": NoteKind("日期不能识别", "unused"),
    "unknown-choice": NoteKind("选项不能识别", "unused"),
    # quantities
    "unreadable-quantity": NoteKind("数量不能识别", "unused"),
    "too-long": NoteKind("内容过长", "unused"),
    "negative-quantity": NoteKind("负数", "unused"),
    "exponent": NoteKind("科学计数法", "unused"),
    "spaced-digits": NoteKind("数字之间有空格", "unused"),
    "unclear-separator": NoteKind("逗号或小数点不明", "unused"),
    "range-reversed": NoteKind("下限大于上限", "unused"),
    "date-like": NoteKind("像是年份", "unused"),
    "several-quantities": NoteKind("有几个数量", "unused"),
    "other-quantity": NoteKind("别的数量", "unused"),
    "other-kind-of-unit": NoteKind("单位与本列不符", "unused"),
    "two-units": NoteKind("两种单位", "unused"),
    "units-disagree": NoteKind("两种单位的数值不一致", "unused"),
    "units-agree": NoteKind("两种单位的数值相符", "read"),
    "scale-unclear": NoteKind("数量级不明", "unused"),
    "foreign-currency": NoteKind("外币", "unused"),
    "per-unit": NoteKind("单位产品或面积的数量", "unused"),
    "per-day": NoteKind("每日的数量", "unused"),
    "per-month": NoteKind("每月的数量", "unused"),
    "per-hour": NoteKind("每小时的数量", "unused"),
    "per-shift": NoteKind("每班的数量", "unused"),
    "rest-left-out": NoteKind("只取其中一个数", "check"),
    "phases-added": NoteKind("各期合计", "check"),
    "zero-stated": NoteKind("写明没有", "read"),
    "unit-unstated": NoteKind("未注明单位", "range"),
    "unit-completed": NoteKind("单位补全", "read"),
    "unit-beats-header": NoteKind("单位与表头不同", "check"),
    "approximate": NoteKind("约数", "range"),
    "implausible-size": NoteKind("大小不合常理", "check"),
    "output-from-text": NoteKind("从文字读出产量", "check"),
    "equipment-from-text": NoteKind("从文字读出装备规模", "check"),
    "computed-differs": NoteKind("与计算值不一致", "range"),
    "added-contradiction": NoteKind("新增煤炭大于用煤", "check"),
    # energy
    "basis-conflict": NoteKind("能耗口径互相矛盾", "unused"),
    "basis-unstated": NoteKind("能耗口径未注明", "range"),
    "basis-sensitive": NoteKind("判定取决于能耗口径", "check"),
    "energy-contradiction": NoteKind("能耗互相矛盾", "unused"),
    "energy-agrees": NoteKind("与实物量折算相符", "read"),
    "energy-differs": NoteKind("与实物量折算不符", "check"),
    "energy-computed": NoteKind("按实物量折算的能耗", "unused"),
    # what and where a project is
    "nature-read": NoteKind("从文字读出建设性质", "check"),
    "code-malformed": NoteKind("行业代码写法有误", "unused"),
    "code-unknown": NoteKind("行业代码不存在", "unused"),
    "code-letter": NoteKind("行业代码门类字母不符", "check"),
    "code-zero-lost": NoteKind("行业代码可能丢了0", "range"),
    "code-edition-unstated": NoteKind("行业代码版本未注明", "range"),
    "code-text-conflict": NoteKind("行业代码与文字不符", "range"),
    "eia-catalog-number": NoteKind("环评名录编号", "unused"),
    "activity-added": NoteKind("文字另涉及的产品工艺", "range"),
    "activity-conflict": NoteKind("产品工艺说法不一", "range"),
    "activity-name-only": NoteKind("仅凭名称识别", "range"),
    "activity-several": NoteKind("涉及几种产品工艺", "range"),
    "activity-unknown": NoteKind("产品工艺未识别", "unused"),
    "item-from-words": NoteKind("从文字读出对标产品", "check"),
    "item-contradiction": NoteKind("对标产品与工艺不符", "range"),
    "place-read": NoteKind("地点有几种可能", "range"),
    "place-conflict": NoteKind("地点说法不一", "range"),
    "place-unknown": NoteKind("地点未识别", "unused"),
    "functional-area": NoteKind("功能区", "check"),
    "division-replaced": NoteKind("行政区划已变更", "read"),
    "division-unknown": NoteKind("行政区划代码不存在", "unused"),
    "just-under-threshold": NoteKind("略低于界线", "check"),
    "following": NoteKind("逐条核对的说明", "check"),
    # identifiers
    "uscc-invalid": NoteKind("社会信用代码有误", "check"),
    "uscc-personal": NoteKind("像是个人证件号码", "check"),
    "project-code-shape": NoteKind("项目代码写法有误", "check"),
    "project-code-date": NoteKind("项目代码的时间有误", "check"),
    "project-code-kind": NoteKind("项目代码的类型", "check"),
    "project-code-region": NoteKind("项目代码的地区", "check"),
    "project-code-check-digit": NoteKind("项目代码的校验位", "check"),
}
"""Every kind of note by code."""


def kind_of(code: str) -> NoteKind:
    """Return what a note's code is called and how sure its reading is; one that is not known is to be checked.

    >>> kind_of("approximate").label, SURE[kind_of("approximate").sure], kind_of("new-code").sure
    ('约数', '按范围', 'check')
    """
    return KINDS.get(code, OTHER)
