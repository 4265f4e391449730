"""A workbook of the kind that offices send: title, unit line, header of two rows, totals, colours, a second sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableColumn, TableFormula

PHONE = "13900005678"
TOP = ["序号", "项目名称", "建设单位", "建设地点", "行业代码", "主要产品及规模", "建设性质", "项目阶段"]
TOP += ["年综合能源消费量（吨标准煤）", None, "联系人", "联系电话"]
ROWS = [
    [
        1,
        "熟料线",
        "甲公司",
        "许昌市禹州市",
        "3011",
        "水泥熟料5000吨/日",
        "新建",
        "拟签约",
        112000,
        118000,
        "张三",
        PHONE,
    ],
    [
        2,
        f"光伏玻璃线（找张工{PHONE}）",
        "乙公司",
        "许昌市襄城县",
        "3041",
        "光伏压延玻璃",
        "新建",
        "拟建",
        None,
        "约4.2万",
    ],
    [3, "数控机床", "=1+1", "许昌市建安区", "3421", "数控机床", "新建", "拟签约", None, 700, "李四", 13700001111],
]


def theirs() -> Workbook:
    """Return the workbook, with everything in it that must not go on."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "拟签约项目"
    sheet["A1"] = "拟签约项目清单"
    sheet.merge_cells("A1:M1")
    sheet["A2"], sheet["K2"] = "填报单位：某市商务局", "单位：万元"
    for at, text in enumerate(TOP, start=1):
        sheet.cell(3, at, text)
        if at not in (9, 10):
            sheet.merge_cells(start_row=3, end_row=4, start_column=at, end_column=at)
    sheet.merge_cells("I3:J3")
    sheet["I4"], sheet["J4"] = "当量值", "等价值"
    for line, values in enumerate(ROWS, start=5):
        for at, value in enumerate(values, start=1):
            cell = sheet.cell(line, at, value)
            cell.font, cell.fill = Font(name="仿宋", size=12), PatternFill("solid", start_color="C6E0B4")
            cell.alignment = Alignment(wrap_text=True)
            if cell.data_type == "f":
                cell.data_type = "s"
    sheet["B8"], sheet["J8"] = "合计", "=SUM(J5:J7)"
    sheet["A9"] = f"填表人：王五　联系电话：{PHONE}"
    sheet.column_dimensions["B"].width, sheet.freeze_panes, sheet.auto_filter.ref = 41.0, "C5", "A4:L7"
    sheet.print_title_rows, sheet.page_setup.paperSize = "3:4", 8
    sheet["B5"].comment = Comment(f"请找张工{PHONE}核实", "王科长")
    sheet["C5"].hyperlink = f"http://example.com/{PHONE}"
    sheet["C5"].value = "甲公司"
    sheet.oddFooter.center.text = f"电话{PHONE}"
    for ref, formula in (("G5:G99", '"新建,扩建"'), ("H5:H99", "[1]表!$A$1:$A$9"), ("D5:D99", "'登记 表'!$A$2:$A$3")):
        check = DataValidation(type="list", formula1=formula, prompt=f"有问题打{PHONE}")
        check.add(ref)
        sheet.add_data_validation(check)
    red = PatternFill("solid", bgColor="FFC7CE")
    sheet.conditional_formatting.add("J5:J7", CellIsRule(operator="greaterThan", formula=["50000"], fill=red))
    sheet.conditional_formatting.add("B5:B7", FormulaRule(formula=['WEBSERVICE("http://x")="1"'], fill=red))
    other = book.create_sheet("登记 表")
    for row in (["项目名称", "联系人", "联系电话"], ["甲", "赵六", "0374-2345678"], ["乙", "钱七", 13700002222]):
        other.append(row)
    other["E1"], other["E2"], other["E3"] = "数", "倍", 2
    other["F1"], other["G1"] = "单位负责人：孙八", f"身份证 410022 19900101 123X {PHONE}"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=10, min_row=5, max_row=7))
    other.add_chart(chart, "H2")
    book.create_sheet("汇总").append(["原有的表"])
    table = Table(displayName="登记", ref="A1:C3")
    table.tableColumns = [
        TableColumn(id=at, name=name) for at, name in enumerate(["项目名称", "联系人", "联系电话"], 1)
    ]
    table.tableColumns[2].calculatedColumnFormula = TableFormula(attr_text="1+1")
    other.add_table(table)
    book.defined_names["县"] = DefinedName("县", attr_text="'登记 表'!$A$2:$A$3")
    book.defined_names["外"] = DefinedName("外", attr_text="[1]表!$A$1")
    book.properties.creator, book.properties.lastModifiedBy, book.properties.title = "王科长", "李科长", f"找{PHONE}"
    return book


@pytest.fixture
def their_file(tmp_path: Path) -> Path:
    theirs().save(tmp_path / "清单.xlsx")
    return tmp_path / "清单.xlsx"
