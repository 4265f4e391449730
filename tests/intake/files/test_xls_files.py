"""Reading .xls, the old binary workbooks, which WPS and older systems still write."""

from __future__ import annotations

import struct
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlwt
from file_writers import xls_of
from grids import grid_of, list_notes, notes_of, refused, rows_of

from lianggao.intake.raw import Merge


def styled(code: str) -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.num_format_str = code
    return style


def test_cells_become_the_text_that_was_meant(tmp_path: Path) -> None:
    def more(_: xlwt.Workbook, sheet: Any) -> None:
        sheet.write(1, 0, date(2022, 6, 30), styled("yyyy-mm-dd"))
        sheet.write(1, 1, datetime(2022, 6, 30, 8, 5), styled('yyyy"年"m"月"d"日" h:mm'))
        sheet.write(1, 2, 0.125, styled("0.0%"))
        sheet.write(1, 3, 5, styled('0"吨/d"'))

    rows = [["0111", 12533.05, 50000, 0.1 + 0.2, True, False, "两\n行 ", 1e-7, "㎡³㎥𠮷"]]
    grid = grid_of(tmp_path, "list.xls", xls_of(rows, more))
    assert rows_of(grid) == [
        ["0111", "12533.05", "50000", "0.3", "是", "否", "两\n行 ", "0.0000001", "㎡³㎥𠮷"],
        ["2022-06-30", "2022-06-30T08:05:00", "12.5%", "5吨/d", "", "", "", "", ""],
    ]
    assert (list(grid.lines), grid.sheet, grid.cell_notes) == ([1, 2], "清单", [])


def test_merged_and_hidden_cells_are_told(tmp_path: Path) -> None:
    def more(_: xlwt.Workbook, sheet: Any) -> None:
        sheet.write_merge(0, 0, 0, 2, "题")
        sheet.write_merge(2, 3, 0, 0, "并")
        sheet.row(1).hidden = True
        sheet.col(1).hidden = True

    grid = grid_of(tmp_path, "list.xls", xls_of([[], ["甲", "乙", "丙"], [], ["", "丁"]], more))
    assert rows_of(grid) == [["题", "", ""], ["甲", "乙", "丙"], ["并", "", ""], ["", "丁", ""]]
    assert set(grid.merges) == {Merge(0, 0, 0, 2), Merge(2, 0, 3, 0)}
    assert list_notes(grid) == [("hidden-cells", "有1行、1列处于隐藏状态，也已读取")]


def test_the_first_visible_sheet_with_content_is_read(tmp_path: Path) -> None:
    def more(book: xlwt.Workbook, sheet: Any) -> None:
        sheet.visibility = 1
        book.add_sheet("空")
        book.add_sheet("项目").write(0, 0, "甲")
        book.add_sheet("另表").write(0, 0, "乙")
        book.set_active_sheet(2)

    content = xls_of([["x"]], more)
    grid = grid_of(tmp_path, "list.xls", content)
    assert (grid.sheet, list_notes(grid)) == (
        "项目",
        [("other-sheets", "未读取其他有内容的工作表：清单（隐藏）、另表")],
    )
    assert grid_of(tmp_path, "list.xls", content, "另表").rows[0][0] == "乙"
    assert grid_of(tmp_path, "list.xls", content, "1").rows[0][0] == "x"
    assert refused(tmp_path, "list.xls", content, "无").endswith("the sheets are 清单、空、项目、另表")


def test_failed_formulas_and_long_numbers_are_noted(tmp_path: Path) -> None:
    def more(_: xlwt.Workbook, sheet: Any) -> None:
        sheet.row(0).set_cell_error(1, 23)

    grid = grid_of(tmp_path, "list.xls", xls_of([[914100001234568000, "", 123456789012345]], more))
    assert rows_of(grid) == [["914100001234568000", "#REF!", "123456789012345"]]
    assert notes_of(grid) == [(0, 0, "digits-lost"), (0, 1, "error-value")]


def test_blank_formatted_cells_are_no_content(tmp_path: Path) -> None:
    def more(_: xlwt.Workbook, sheet: Any) -> None:
        sheet.row(60_000).set_cell_mulblanks(0, 255)
        sheet.write(9, 9, "", styled("0.00"))

    assert rows_of(grid_of(tmp_path, "list.xls", xls_of([["甲"]], more))) == [["甲"]]


def test_a_stream_without_its_container_is_read(tmp_path: Path) -> None:
    content = xls_of([["甲"]])
    stream = content[content.index(struct.pack("<HHH", 0x0809, 16, 0x0600)) :]
    assert rows_of(grid_of(tmp_path, "list.xls", stream)) == [["甲"]]


def test_a_protected_workbook_says_so(tmp_path: Path) -> None:
    content = bytearray(xls_of([["甲"]]))
    at = content.index(struct.pack("<HHH", 0x0809, 16, 0x0600)) + 20
    struct.pack_into("<H", content, at, 0x2F)
    assert "encrypted-file" in refused(tmp_path, "list.xls", bytes(content))


@pytest.mark.parametrize("length", [8, 512, 1536, 3000])
def test_a_cut_workbook_is_refused(tmp_path: Path, length: int) -> None:
    assert "broken-workbook" in refused(tmp_path, "list.xls", xls_of([["甲" * 200]] * 50)[:length])
