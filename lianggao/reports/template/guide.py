"""The sheet that explains the columns: what to write, in which unit, an example, and what an empty cell means."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from lianggao.reports.template.columns import LEVELS, TemplateColumn
from lianggao.reports.workbook.look import Look
from lianggao.reports.workbook.sheet import Sheet, columns_of

_COLUMNS = {
    "place": ("列", 6),
    "group": ("分组", 17),
    "column": ("表头", 33),
    "level": ("填写要求", 9),
    "what": ("填什么", 43),
    "unit": ("单位", 10),
    "options": ("可选", 23),
    "example": ("例（虚构）", 26),
    "blank": ("空着表示", 23),
}
_LOOKS: list[Look] = ["centre" if key in ("place", "level") else "plain" for key in _COLUMNS]
_FEW = 6
_REMARKS = (
    "每行填一个项目。不清楚的空着：空着就是不清楚，不会当作0或“否”；确实没有的写“不涉及”（见各列说明）。",
    "数字按表头的单位填写；不同单位的连同单位写在格内，如“1.2万吨标准煤”。不确定的可写范围或约数，如“4—5万”“约3000”。",
    "等价值和当量值不能互相代替，只知道一个就只填一个。",
    "各部门“核对”的列都是选填，供该部门核对用，可以整组收起；“由程序计算”的列一般空着，填了就与算出的对照。",
    "表头请勿改动；可以另加自己的列，加的列会原样带回。填写要求为“重点”的列决定省目录判定。",
)
_REMARKS_EN = (
    "One project per row. Leave blank what is not known: blank is unknown, never zero or no.",
    "The columns of checks by a department are optional and may be folded away; computed columns are best left blank.",
    "Numbers are in the unit that the header names; a cell may state another unit, a range or an approximate figure.",
)


def write_guide(book: Workbook, columns: Sequence[TemplateColumn], lang: str) -> None:
    """Write the sheet."""
    zh = lang == "zh"
    sheet = Sheet(book, "填写说明" if zh else "guide", columns_of(_COLUMNS, lang), 3)
    for at, column in enumerate(columns, start=1):
        sheet.add(
            [
                get_column_letter(at),
                column.group_name,
                column.header,
                LEVELS[column.level] if zh else column.level,
                column.what,
                column.field.unit,
                _options(column, zh),
                column.example,
                column.blank,
            ],
            _LOOKS,
        )
    sheet.add([None] * len(_COLUMNS), "note")
    for remark in _REMARKS if zh else _REMARKS_EN:
        sheet.add([remark, *[None] * (len(_COLUMNS) - 1)], "note")


def _options(column: TemplateColumn, zh: bool) -> str:
    few = column.options[:_FEW]
    if not few:
        return ""
    more = (
        (f"等{len(column.options)}种，见下拉列表" if zh else f" … {len(column.options)}")
        if column.options[_FEW:]
        else ""
    )
    return ("、" if zh else ", ").join(few) + more
