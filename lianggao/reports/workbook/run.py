"""The sheet that says what the workbook rests on: tool, law, dates and list, so that it can be made again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from openpyxl import Workbook

from lianggao.reports.masking import mask_labelled
from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.reports.workbook.theirs.opening import WHY, Theirs
from lianggao.rulebook.models import TRUSTS
from lianggao.screening import Screening

_FROM = {"option": "由使用者指定", "row": "项目自己的判定日期", "today": "运行当天"}
_USE = (
    "供会审参考，不代替会审决定。“未命中目录”只表示没有一条目录规则成立，不等于不是“两高”项目。",
    "assists the joint review and never replaces it; `not_listed` only means that no rule of the catalog holds",
)


@dataclass(frozen=True)
class Made:
    """How the workbook came about: texts kept from running, theirs if it was kept, else why a new one was needed."""

    escaped: int
    theirs: Theirs | None = None
    why_new: str = ""


def write_run(
    book: Workbook, screening: Screening, lang: str, keep_contacts: bool, made: Made, above_limit: int
) -> None:
    """Write the sheet. `above_limit` is the number of projects above which details are left out, or 0."""
    zh = lang == "zh"
    columns = [Column("事项", 24), Column("内容", 90)] if zh else [Column("item", 24), Column("value", 90)]
    sheet = Sheet(book, "运行信息" if zh else "run", columns)
    hide = (lambda text: text) if keep_contacts else mask_labelled
    noticed = [("list", "清单", hide(note.text)) for note in screening.list_notes]
    remarks = (*_kept(made, zh), *_remarks(keep_contacts, made.escaped, above_limit, zh))
    for key, label, value in (*_stamp(screening, zh), *noticed, *remarks):
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


def _kept(made: Made, zh: bool) -> list[tuple[str, str, str]]:
    """Say what became of the workbook that the list came from."""
    if made.why_new:
        why = f"未在原工作簿上添加，另写新表：{WHY[made.why_new]}"
        return [("workbook", "原工作簿", why if zh else f"a new workbook was written: {made.why_new}")]
    if made.theirs is None:
        return []
    text = "各工作表原样保留，本工具的列接在清单右侧，本工具的表排在最后"
    found = [("workbook", "原工作簿", text if zh else "kept, with columns and sheets added")]
    if count := made.theirs.formulas:
        text = f"原有{count}个公式单元格，一律写为最后一次保存的值，此后不再随其他单元格变化"
        found.append(("formulas", "公式", text if zh else f"{count} formulas became the values last saved"))
    if made.theirs.lost:
        text = f"未保留：{'、'.join(made.theirs.lost)}"
        found.append(("not_kept", "未保留的", text if zh else f"not kept: {'、'.join(made.theirs.lost)}"))
    return found


def _remarks(keep_contacts: bool, escaped: int, above_limit: int, zh: bool) -> list[tuple[str, str, str]]:
    kept = "未隐去（使用者要求保留）" if zh else "kept on request"
    hidden = "已隐去联系人、手机号和身份证号" if zh else "names, mobile and identity numbers are hidden"
    found = [("contacts", "联系方式", kept if keep_contacts else hidden)]
    if escaped:
        text = f"清单中有{escaped}个单元格以公式符号开头，一律按文本写出" if zh else f"{escaped} cells kept as text"
        found.append(("formula_cells", "公式符号", text))
    if above_limit:
        text = f"项目超过{above_limit}个，未写各部门的会审表和“需补充信息”“数据质量”；逐项内容见清单各列或 .jsonl 文件"
        other = f"more than {above_limit} projects: no sheets per department, `missing` or `data_quality`; see .jsonl"
        found.append(("details", "未写的表", text if zh else other))
    return [*found, ("use", "用途", _USE[0 if zh else 1])]
