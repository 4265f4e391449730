"""Reading .xlsx: what a person sees in a cell, what the cell has lost, which sheet, and what is merged or hidden."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from file_writers import rows_xml, text_cell, workbook, xlsx_of, zipped
from grids import grid_of, list_notes, notes_of, refused, rows_of
from openpyxl import Workbook

from lianggao.intake.raw import Merge


def read_xml(folder: Path, *sheets: str, **options: Any) -> Any:
    return grid_of(folder, "list.xlsx", zipped(workbook(*sheets, **options)))


def value_of(folder: Path, cell: str, **options: Any) -> str:
    return str(read_xml(folder, rows_xml(cell, text_cell("止")), **options).rows[0][0])


def test_cells_become_the_text_that_was_meant(tmp_path: Path) -> None:
    rows = [
        ["0111", 12533.05, 50000.0, 0.1 + 0.2, True, date(2022, 6, 30), datetime(2022, 6, 30, 8, 5), None],
        ["两\n行 ", 1e-7, 18, 4.99999, False, time(8, 5), timedelta(hours=30), "㎡³㎥"],
    ]
    assert rows_of(grid_of(tmp_path, "list.xlsx", xlsx_of(rows))) == [
        ["0111", "12533.05", "50000", "0.3", "是", "2022-06-30", "2022-06-30T08:05:00", ""],
        ["两\n行 ", "0.0000001", "18", "4.99999", "否", "08:05:00", "30:00:00", "㎡³㎥"],
    ]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("12533.049999999999", "12533.05"),
        ("8661.0900000000001", "8661.09"),
        ("0.123456789012345", "0.123456789012345"),
        ("1E-7", "0.0000001"),
        ("1.5e3", "1500"),
        ("-0.50", "-0.5"),
        ("  7 ", "7"),
    ],
)
def test_a_number_shows_the_15_digits_that_a_spreadsheet_keeps(tmp_path: Path, stored: str, text: str) -> None:
    assert value_of(tmp_path, f"<c><v>{stored}</v></c>") == text


@pytest.mark.parametrize(
    ("number", "code", "stored", "text"),
    [
        (31, "", "44742", "2022-06-30"),
        (57, "", "44742", "2022-06-30"),
        (14, "", "44742.5", "2022-06-30T12:00:00"),
        (164, 'yyyy"年"m"月"d"日";@', "44742", "2022-06-30"),
        (165, "[$-804]aaaa", "44742", "2022-06-30"),
        (166, "[DBNum1][$-804]yyyy年", "44742", "2022-06-30"),
        (167, "[h]:mm", "1.5", "36:00:00"),
        (168, '0.0"万吨/d"', "5", "5万吨/d"),
        (169, "[Red]#,##0.00;[Blue]-#,##0", "1234.5", "1234.5"),
        (170, "G/通用格式", "5", "5"),
        (171, "0.0%", "0.12345", "12.345%"),
        (9, "", "1", "100%"),
        (10, "", "0.07", "7%"),
        (172, '"m"0', "3", "3"),
        (14, "", "59", "1900-02-28"),
        (14, "", "60", "60"),
        (14, "", "61", "1900-03-01"),
        (14, "", "-3", "-3"),
    ],
)
def test_a_format_makes_a_date_a_span_or_a_share_of_a_number(
    tmp_path: Path, number: int, code: str, stored: str, text: str
) -> None:
    quoted = code.replace("&", "&amp;").replace('"', "&quot;")
    codes = f'<numFmts><numFmt numFmtId="{number}" formatCode="{quoted}"/></numFmts>' if code else ""
    styles = f'{codes}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="{number}"/></cellXfs>'
    assert value_of(tmp_path, f'<c s="1"><v>{stored}</v></c>', styles=styles) == text


def test_a_date_that_never_was_is_noted(tmp_path: Path) -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    grid = read_xml(tmp_path, rows_xml('<c s="0"><v>60</v></c>'), styles=styles)
    assert notes_of(grid) == [(0, 0, "not-a-date")]


def test_dates_may_count_from_1904(tmp_path: Path) -> None:
    members = workbook(rows_xml('<c s="0"><v>43280</v></c>'), styles='<cellXfs><xf numFmtId="14"/></cellXfs>')
    members["xl/workbook.xml"] = str(members["xl/workbook.xml"]).replace(
        "<sheets>", '<workbookPr date1904="1"/><sheets>'
    )
    assert grid_of(tmp_path, "list.xlsx", zipped(members)).rows[0][0] == "2022-06-30"


def test_readings_are_left_out_runs_joined_and_escapes_undone(tmp_path: Path) -> None:
    strings = (
        "<si><t>许</t><rPh sb='0' eb='1'><t>xǔ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><r><rPr><b/></rPr><t xml:space='preserve'>水泥 </t></r><r><t>熟料</t></r></si>"
        "<si><t>一_x000D_&#10;二_x005F_x000D_</t></si><si/>"
    )
    cells = "".join(f'<c t="s"><v>{at}</v></c>' for at in range(4)) + text_cell("止")
    assert rows_of(read_xml(tmp_path, rows_xml(cells), strings=strings)) == [
        ["许", "水泥 熟料", "一\r\n二_x000D_", "", "止"]
    ]


def test_a_failed_formula_is_kept_and_noted_and_one_never_computed_is_blank(tmp_path: Path) -> None:
    cells = (
        '<c t="e"><f>A9</f><v>#REF!</v></c><c><f>1+1</f></c><c><f>3+4</f><v>7</v></c>'
        '<c t="str"><f>"甲"</f><v>甲</v></c><c t="str"><f>""</f><v></v></c>'
    )
    grid = read_xml(tmp_path, rows_xml(cells))
    assert rows_of(grid) == [["#REF!", "", "7", "甲"]]
    assert notes_of(grid) == [(0, 0, "error-value"), (0, 1, "formula-not-computed")]


def test_a_text_that_looks_like_a_formula_or_an_error_is_only_text(tmp_path: Path) -> None:
    grid = read_xml(tmp_path, rows_xml(text_cell("=cmd()") + text_cell("#REF!") + text_cell("'甲")))
    assert (rows_of(grid), grid.cell_notes) == ([["=cmd()", "#REF!", "'甲"]], [])


def test_a_number_too_long_for_a_spreadsheet_has_lost_its_end(tmp_path: Path) -> None:
    cells = "<c><v>914100001234568123</v></c><c><v>9.14100001234568E+17</v></c><c><v>123456789012345</v></c>"
    grid = read_xml(tmp_path, rows_xml(cells + text_cell("914100001234568123")))
    assert rows_of(grid)[0] == ["914100001234568123", "914100001234568000", "123456789012345", "914100001234568123"]
    assert notes_of(grid) == [(0, 0, "digits-lost"), (0, 1, "digits-lost")]


def test_rows_stand_where_the_sheet_has_them(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.xlsx", xlsx_of([[None], [None, "项目名称"], [None, None, "甲"], [], [None, 1]]))
    assert rows_of(grid) == [["", "", ""], ["", "项目名称", ""], ["", "", "甲"], ["", "", ""], ["", "1", ""]]
    assert (list(grid.lines), grid.sheet) == ([1, 2, 3, 4, 5], "清单")


def test_merged_cells_are_cut_to_the_grid(tmp_path: Path) -> None:
    xml = rows_xml(text_cell("题"), text_cell("甲") * 3, text_cell("乙")) + (
        '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A3:A9"/><mergeCell ref="B2:C3"/>'
        '<mergeCell ref="F50:G60"/></mergeCells>'
    )
    assert set(read_xml(tmp_path, xml).merges) == {Merge(0, 0, 0, 2), Merge(1, 1, 2, 2)}


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    xml = (
        '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData>'
        f'<row r="1">{text_cell("甲") * 3}</row><row r="2" hidden="1">{text_cell("乙")}</row><row r="9" hidden="1"/>'
        "</sheetData>"
    )
    grid = read_xml(tmp_path, xml)
    assert rows_of(grid) == [["甲", "甲", "甲"], ["乙", "", ""]]
    assert list_notes(grid) == [("hidden-cells", "有1行、1列处于隐藏状态，也已读取")]


def test_macros_and_links_are_told(tmp_path: Path) -> None:
    more = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": "<a/>"}
    grid = grid_of(tmp_path, "list.xlsm", zipped(workbook(rows_xml(text_cell("甲")), more=more)))
    assert [code for code, _ in list_notes(grid)] == ["macros", "external-links"]


# which sheet


def three_sheets() -> bytes:
    def more(book: Workbook) -> None:
        hidden = book.create_sheet("隐藏", 0)
        hidden["A1"] = "x"
        hidden.sheet_state = "hidden"
        book.create_sheet("空", 1)
        book.create_sheet("另表")["A1"] = "说明"
        book.create_sheet("3")["A1"] = "名为三"

    return xlsx_of([["项目名称"], ["甲"]], more)


def test_the_first_visible_sheet_with_content_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.xlsx", three_sheets())
    assert grid.sheet == "清单"
    assert list_notes(grid) == [("other-sheets", "未读取其他有内容的工作表：隐藏（隐藏）、另表、3")]


@pytest.mark.parametrize(
    ("wanted", "first"), [("隐藏", "x"), ("另表", "说明"), ("1", "x"), ("3", "名为三"), ("4", "说明")]
)
def test_a_sheet_is_named_or_else_counted(tmp_path: Path, wanted: str, first: str) -> None:
    grid = grid_of(tmp_path, "list.xlsx", three_sheets(), wanted)
    assert (grid.rows[0][0], grid.notes) == (first, ())


@pytest.mark.parametrize("wanted", ["无此表", "0", "6", "-1", "", "１"])
def test_an_unknown_sheet_is_answered_with_those_there_are(tmp_path: Path, wanted: str) -> None:
    assert refused(tmp_path, "list.xlsx", three_sheets(), wanted) == (
        f"list.xlsx: sheet-unknown: there is no sheet `{wanted}`; the sheets are 隐藏、空、清单、另表、3"
    )


def test_a_sheet_without_content_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "list.xlsx", three_sheets(), "空").startswith("list.xlsx!空: empty-list: ")


def test_charts_are_no_sheets(tmp_path: Path) -> None:
    members = workbook(rows_xml(text_cell("甲")), rows_xml(text_cell("乙")))
    related = str(members["xl/_rels/workbook.xml.rels"])
    members["xl/_rels/workbook.xml.rels"] = related.replace("worksheets/sheet1.xml", "chartsheets/sheet1.xml")
    members["xl/chartsheets/sheet1.xml"] = "<chartsheet/>"
    assert grid_of(tmp_path, "list.xlsx", zipped(members)).sheet == "表2"


# as other writers have it


def test_prefixes_letter_case_and_slashes_of_other_writers_are_understood(tmp_path: Path) -> None:
    members = workbook(rows_xml(text_cell("甲")))
    xml = str(members.pop("xl/worksheets/sheet1.xml"))
    for name in ("worksheet", "sheetData", "row", "c ", "c>", "is", "t>"):
        xml = xml.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    members["XL\\Worksheets\\Sheet1.xml"] = xml.replace("xmlns=", "xmlns:x=")
    assert rows_of(grid_of(tmp_path, "list.xlsx", zipped(members))) == [["甲"]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_xml_of_other_encodings_is_read(tmp_path: Path, encoding: str) -> None:
    members = workbook(rows_xml(text_cell("甲㎥")))
    members["xl/worksheets/sheet1.xml"] = str(members["xl/worksheets/sheet1.xml"]).encode(encoding)
    assert rows_of(grid_of(tmp_path, "list.xlsx", zipped(members))) == [["甲㎥"]]


@pytest.mark.parametrize(
    "cells",
    [
        '<c t="s"><v>-1</v></c>',
        '<c t="s"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
        '<c r="7"><v>1</v></c>',
        '<c s="-1"><v>1</v></c>',
    ],
)
def test_what_points_nowhere_is_refused(tmp_path: Path, cells: str) -> None:
    content = zipped(workbook(rows_xml(cells), strings="<si><t>甲</t></si>"))
    assert "broken-workbook" in refused(tmp_path, "list.xlsx", content)


# limits


def test_formats_far_away_are_no_content(tmp_path: Path) -> None:
    xml = rows_xml(text_cell("甲")).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    assert rows_of(read_xml(tmp_path, '<dimension ref="A1:XFD1048576"/>' + xml)) == [["甲"]]


@pytest.mark.parametrize(
    ("cell", "code"), [("SG1", "too-many-columns"), ("A100001", "too-many-rows"), ("XFE1", "broken-workbook")]
)
def test_content_far_away_is_refused(tmp_path: Path, cell: str, code: str) -> None:
    xml = f'<sheetData><row><c r="{cell}"><v>1</v></c></row></sheetData>'
    assert f" {code}: " in refused(tmp_path, "list.xlsx", zipped(workbook(xml)))


def test_the_last_cell_within_the_limits_is_read(tmp_path: Path) -> None:
    xml = '<sheetData><row r="9"><c r="SF9"><v>1</v></c></row></sheetData>'
    grid = read_xml(tmp_path, xml)
    assert (len(grid.rows), len(grid.rows[0]), grid.rows[8][499]) == (9, 500, "1")


def test_a_long_cell_is_kept_and_noted(tmp_path: Path) -> None:
    grid = read_xml(tmp_path, rows_xml(text_cell("长" * 32_768)))
    assert (len(grid.rows[0][0]), notes_of(grid)) == (32_768, [(0, 0, "cell-too-long")])


@pytest.mark.parametrize("size", [1_000_001, 1_005_000, 3_000_000])
def test_no_cell_is_cut_in_silence(tmp_path: Path, size: int) -> None:
    for cell in (text_cell("x" * size), f'<c t="str"><v>{"x" * size}</v></c>', '<c t="s"><v>0</v></c>'):
        content = zipped(workbook(rows_xml(cell), strings=f"<si><t>{'x' * size}</t></si>"))
        assert "cell-too-long" in refused(tmp_path, "list.xlsx", content)
