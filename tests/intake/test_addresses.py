"""A note about a cell says where the cell stands, in the words of its kind of file."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from lianggao import screen

HEADER = ["序号", "项目名称", "年综合能源消费量（等价值，吨标准煤）", "项目阶段"]
ROW = ["1", "熟料线", "五百左右吧", "不知道"]


def test_of_a_text_file_as_a_spreadsheet_would_show_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "\n".join([",".join(HEADER), ",".join(["0", "前一行", "1", "在建"]), ",".join(ROW)]), encoding="utf-8"
    )
    notes = screen(path, as_of="2022-06-30").columns()["数据说明"][1]
    assert "C3：“五百左右吧”" in notes
    assert "D3：“不知道”" in notes


def test_of_a_workbook_by_its_cell(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(HEADER)
    book.active.append(ROW)
    book.save(tmp_path / "list.xlsx")
    notes = screen(tmp_path / "list.xlsx", as_of="2022-06-30").columns()["数据说明"][0]
    assert "C2：“五百左右吧”" in notes
    assert "D2：“不知道”" in notes


def test_blank_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("项目名称\n甲\n\n乙\n,\n".replace(",", ""), encoding="utf-8")
    screening = screen(path, as_of="2022-06-30")
    assert len(screening) == 2
    assert [note.text for note in screening.list_notes] == ["略去1个空行"]
