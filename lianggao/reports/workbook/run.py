"""The sheet that says what the workbook rests on: tool, law, dates and list, so that it can be made again."""

from __future__ import annotations

import numpy as np
from openpyxl import Workbook

from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.rulebook.models import TRUSTS
from lianggao.screening import Screening

_FROM = {"option": "由使用者指定", "row": "项目自己的判定日期", "today": "运行当天"}
_USE = (
    "供会审参考，不代替会审决定。“未命中目录”只表示没有一条目录规则成立，不等于不是“两高”项目。",
    "assists the joint review and never replaces it; `not_listed` only means that no rule of the catalog holds",
)


def write_run(
    book: Workbook, screening: Screening, lang: str, keep_contacts: bool, escaped: int, above_limit: int
) -> None:
    """Write the sheet. `above_limit` is the number of projects above which details are left out, or 0."""
    zh = lang == "zh"
    columns = [Column("事项", 24), Column("内容", 90)] if zh else [Column("item", 24), Column("value", 90)]
    sheet = Sheet(book, "运行信息" if zh else "run", columns)
    noticed = [("list", "清单", note) for note in screening.list_notes]
    for key, label, value in (*_stamp(screening, zh), *noticed, *_remarks(keep_contacts, escaped, above_limit, zh)):
        sheet.add([label if zh else key, value])


def _stamp(screening: Screening, zh: bool) -> list[tuple[str, str, str]]:
    trusts = screening.law.vocabulary.domains["trust"]
    found = [("projects", "项目数", str(len(screening)))]
    if len(screening):
        stamp = screening.stamp(1)
        found += [("tool", "工具", stamp.tool), ("rulebook", "规则集", stamp.rulebook)]
    found += [("law_sha256", "规则和目录文件的指纹", screening.law.digest)]
    found += [("as_of", "适用日期", text) for text in _dates(screening, zh)]
    floor = trusts[screening.trust_floor] if zh else screening.trust_floor
    if screening.trust_floor == TRUSTS[0]:
        floor += "（不设限）" if zh else " (none)"
    return [
        *found,
        ("trust_floor", "可信度下限", floor),
        ("input_sha256", "清单的指纹", screening.input_sha256),
    ]


def _dates(screening: Screening, zh: bool) -> list[str]:
    counts = np.bincount(screening.dating.of_row, minlength=len(screening.dating.dates))
    pairs = zip(screening.dating.dates, counts, strict=True)
    if zh:
        return [f"{when}（{_FROM[source]}，{count}个项目）" for (when, source), count in pairs if count]
    return [f"{when} (from {source}, {count} projects)" for (when, source), count in pairs if count]


def _remarks(keep_contacts: bool, escaped: int, above_limit: int, zh: bool) -> list[tuple[str, str, str]]:
    kept = "未隐去（使用者要求保留）" if zh else "kept on request"
    hidden = "已隐去联系人、手机号和身份证号" if zh else "names, mobile and identity numbers are hidden"
    found = [("contacts", "联系方式", kept if keep_contacts else hidden)]
    if escaped:
        text = f"清单中有{escaped}个单元格以公式符号开头，一律按文本写出" if zh else f"{escaped} cells kept as text"
        found.append(("formula_cells", "公式符号", text))
    if above_limit:
        text = f"项目超过{above_limit}个，未写“需补充信息”“部门会审”两表；逐项内容见“项目清单”或 .jsonl 文件"
        other = f"more than {above_limit} projects: no sheets `missing` and `reviews`; see `projects` or a .jsonl file"
        found.append(("details", "未写的表", text if zh else other))
    return [*found, ("use", "用途", _USE[0 if zh else 1])]
