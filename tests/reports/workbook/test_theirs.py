"""A list from a workbook comes back in that workbook: everything that was there, our columns, and nothing unsafe."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lianggao import COLUMNS, screen
from lianggao.reports import write_report
from lianggao.reports.workbook.theirs import opening

from .conftest import PHONE, ROWS, theirs

FIRST = 14
"""The first free column: the merged title reaches one further than the list."""


def given_back(path: Path, keep_contacts: bool = False, lang: str = "zh") -> Workbook:
    out = path.parent / "结果.xlsx"
    write_report(screen(path, as_of="2022-06-30"), out, lang, keep_contacts=keep_contacts)
    return load_workbook(out)


def run_of(book: Workbook) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in book["运行信息"].iter_rows(values_only=True)}


def members(path: Path) -> dict[str, str]:
    with ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_their_sheets_come_first_and_ours_after_them_under_free_names(their_file: Path) -> None:
    book = given_back(their_file)
    assert book.sheetnames[:3] == ["拟签约项目", "登记 表", "汇总"]
    assert book.sheetnames[3:5] == ["汇总(2)", "会审_商务"]
    assert book.sheetnames[-4:] == ["需补充信息", "数据质量", "依据文件", "运行信息"]
    assert book["汇总"]["A1"].value == "原有的表"


def test_their_cells_keep_place_value_and_look(their_file: Path) -> None:
    before, after = theirs()["拟签约项目"], given_back(their_file)["拟签约项目"]
    for line, values in enumerate(ROWS, start=5):
        for at in range(1, 11):
            cell, own = after.cell(line, at), before.cell(line, at)
            if (line, at) != (6, 2):
                assert cell.value == (values[at - 1] if at <= len(values) else None)
            assert (cell.font.name, cell.fill.start_color.rgb) == (own.font.name, own.fill.start_color.rgb)
    assert after["A1"].value == "拟签约项目清单"
    assert {str(area) for area in before.merged_cells.ranges} < {str(area) for area in after.merged_cells.ranges}
    assert (after.freeze_panes, after.column_dimensions["B"].width) == ("C5", 41.0)
    assert (after.print_title_rows, after.page_setup.paperSize) == ("$3:$4", 8)


def test_our_columns_stand_right_of_everything_beside_their_projects(their_file: Path) -> None:
    sheet = given_back(their_file)["拟签约项目"]
    assert [sheet.cell(3, FIRST + at).value for at in range(len(COLUMNS))] == list(COLUMNS.values())
    assert "N3:N4" in {str(area) for area in sheet.merged_cells.ranges}
    assert [sheet.cell(line, FIRST).value for line in range(5, 8)] == ["第一类", "需补充信息", "未命中目录"]
    assert sheet.cell(5, FIRST).fill.start_color.rgb.endswith("F8CBCB")
    rest = [sheet.cell(line, at).value for line in (1, 2, 4, 8, 9) for at in range(FIRST, FIRST + len(COLUMNS))]
    assert set(rest) == {None}
    assert sheet.auto_filter.ref == f"A4:{get_column_letter(FIRST + len(COLUMNS) - 1)}7"
    assert [sheet.cell(8, 2).value, sheet.cell(9, 1).value] == ["合计", "填表人：王五　联系电话：（已隐去）"]


def test_the_file_itself_is_not_touched(their_file: Path) -> None:
    before = their_file.read_bytes()
    given_back(their_file)
    assert their_file.read_bytes() == before


def test_contacts_are_nowhere_in_it(their_file: Path) -> None:
    book = given_back(their_file)
    parts = members(their_file.parent / "结果.xlsx")
    hidden = [PHONE, "1370000", "张三", "李四", "赵六", "钱七", "2345678", "王科长", "李科长", "19900101"]
    assert {text: [n for n, part in parts.items() if text in part] for text in hidden} == {text: [] for text in hidden}
    assert book["登记 表"]["B1"].value == "联系人"
    assert book["登记 表"]["A2"].value == "甲"
    comment = book["拟签约项目"]["B5"].comment
    assert comment is not None
    assert comment.text == "请找张工139******78核实"


def test_contacts_stay_where_that_is_asked_for(their_file: Path) -> None:
    book = given_back(their_file, keep_contacts=True)
    assert book["拟签约项目"]["K5"].value == "张三"
    assert book["登记 表"]["C3"].value == 13700002222
    assert book.properties.lastModifiedBy is None


def test_nothing_runs_and_nothing_reaches_outside(their_file: Path) -> None:
    book = given_back(their_file)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "b", "d", "e") for cell in row)
            assert all(cell.hyperlink is None for cell in row)
    assert book["拟签约项目"]["C7"].quotePrefix
    parts = members(their_file.parent / "结果.xlsx")
    assert not [name for name in parts if re.search("chart|external|vba|media|pivot|connection", name)]
    text = "".join(parts.values())
    assert not [
        text[at - 30 : at + 30] for at in (m.start() for m in re.finditer("WEBSERVICE|example.com|\\[1\\]", text))
    ]
    assert 'TargetMode="External"' not in text
    assert "calculatedColumnFormula" not in text


def test_lists_formats_names_and_tables_within_the_workbook_stay(their_file: Path) -> None:
    book = given_back(their_file)
    sheet = book["拟签约项目"]
    checks = {str(one.sqref): (one.formula1, one.prompt) for one in sheet.data_validations.dataValidation}
    hint = "有问题打139******78"
    assert checks == {"G5:G99": ('"新建,扩建"', hint), "D5:D99": ("'登记 表'!$A$2:$A$3", hint)}
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["J5:J7"]
    assert list(book.defined_names) == ["县"]
    assert list(book["登记 表"].tables) == ["登记"]


def test_the_run_sheet_says_what_was_kept_and_what_was_not(their_file: Path) -> None:
    run = run_of(given_back(their_file))
    assert run["原工作簿"].startswith("各工作表原样保留")
    assert run["公式"].startswith("原有1个公式单元格")
    assert run["未保留的"] == "未保留：图表、超链接、引用外部的数据有效性、引用外部的条件格式、部分名称"


def test_the_same_workbook_gives_the_same_bytes(their_file: Path, tmp_path: Path) -> None:
    screening = screen(their_file, as_of="2022-06-30")
    for name in ("a.xlsx", "b.xlsx"):
        write_report(screening, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_what_comes_back_can_be_screened_again(their_file: Path) -> None:
    given_back(their_file)
    again = screen(their_file.parent / "结果.xlsx", as_of="2022-06-30")
    first = screen(their_file, as_of="2022-06-30")
    assert again.columns("en")["determination"].tolist() == first.columns("en")["determination"].tolist()


def test_two_headers_on_a_sheet_both_get_our_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    header = ["项目名称", "行业代码", "建设地点"]
    other = [*header, "建设性质"]
    for row in (header, ["甲", "3011", "禹州市"], [], ["备注：以下为第二批"], other, ["乙", "2521", "长葛市", "新建"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    back = given_back(tmp_path / "a.xlsx").worksheets[0]
    assert [back.cell(line, 5).value for line in (1, 5)] == ["判定", "判定"]
    assert all(back.cell(line, 5).value for line in (2, 6))
    assert [back.cell(line, 5).value for line in (3, 4)] == [None, None]


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        ("ROW_LIMIT", "清单超过"),
        ("UNPACKED_LIMIT", "解压后超过"),
        ("changed", "有改动"),
        ("gone", "有改动"),
        ("unreadable", "读取失败"),
        ("no-room", "没有空列"),
    ],
)
def test_a_new_workbook_is_written_where_theirs_can_not_be_kept(
    their_file: Path, spoil: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if spoil == "no-room":
        book = theirs()
        book["拟签约项目"].merge_cells("B9:XFD9")
        book.save(their_file)
    screening = screen(their_file, as_of="2022-06-30")
    if spoil.isupper():
        monkeypatch.setattr(opening, spoil, 3)
    elif spoil == "changed":
        theirs().save(their_file)
        their_file.write_bytes(their_file.read_bytes() + b"\0")
    elif spoil == "gone":
        their_file.unlink()
    elif spoil == "unreadable":

        def fail(*_: object, **__: object) -> None:
            raise KeyError("styles")

        monkeypatch.setattr(opening, "load_workbook", fail)
    out = their_file.parent / "结果.xlsx"
    write_report(screening, out)
    book = load_workbook(out)
    assert book.sheetnames[0] == "项目清单"
    run = {str(row[0]): str(row[1]) for row in book["运行信息"].iter_rows(values_only=True)}
    assert why in run["原工作簿"]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_other_kinds_of_lists_get_a_new_workbook_without_a_word_about_it(name: str, tmp_path: Path) -> None:
    pd.DataFrame({"项目名称": ["甲"], "行业代码": ["3011"]}).to_csv(tmp_path / name, index=False)
    book = given_back(tmp_path / name)
    assert book.sheetnames[0] == "项目清单"
    assert "原工作簿" not in run_of(book)


def test_a_hidden_or_grouped_column_on_the_right_does_not_hide_ours(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["项目名称", "行业代码"])
    sheet.append(["甲", "3011"])
    sheet.column_dimensions.group("B", "XFD", hidden=True)
    sheet["B1"].font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    back = given_back(tmp_path / "a.xlsx").worksheets[0]
    assert back["C1"].value == "判定"
    assert not back.column_dimensions["C"].hidden
    assert back.column_dimensions["B"].max == 2
