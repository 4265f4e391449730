"""Reading workbooks: what a person sees in a cell, what the cell has lost, and hostile files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from lianggao.errors import InputError
from lianggao.intake import Headers, RawList, read_facts, read_list
from lianggao.vocabulary import Vocabulary


def saved(folder: Path, rows: list[list[Any]], change: Callable[[Workbook], None] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "清单"
    for row in rows:
        sheet.append(row)
    if change:
        change(book)
    path = folder / "list.xlsx"
    book.save(path)
    book.close()
    return path


def listed(folder: Path, rows: list[list[Any]], change: Callable[[Workbook], None] | None = None) -> RawList:
    return read_list(saved(folder, rows, change))


def refused(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(InputError) as error:
        read_list(path, sheet)
    return str(error.value)


def test_cells_become_the_text_that_was_meant(tmp_path: Path) -> None:
    raw = listed(
        tmp_path,
        [
            ["文本", "数", "整", "小", "是", "日", "时", "空"],
            ["0111", 12533.05, 50000.0, 0.3, True, date(2022, 6, 30), datetime(2022, 6, 30, 8, 5), None],
            ["两\n行", 1e-7, 18, 1e16, False, None, None, None],
        ],
    )
    assert raw.frame.iloc[0].tolist() == [
        "0111", "12533.05", "50000", "0.3", "是", "2022-06-30", "2022-06-30T08:05:00", "",
    ]  # fmt: skip
    assert raw.frame.iloc[1].tolist() == ["两\n行", "0.0000001", "18", "10000000000000000", "否", "", "", ""]


def test_an_address_names_sheet_and_cell(tmp_path: Path) -> None:
    raw = listed(
        tmp_path, [[None], [None, "项目名称", None, "用地面积"], [None, "甲", None, 1], [], [None, "乙", None, 2]]
    )
    assert list(raw.frame.columns) == ["项目名称", "用地面积"]
    assert (raw.file, raw.sheet, raw.first_row) == ("list.xlsx", "清单", 3)
    assert raw.address(1, "用地面积") == "清单!D5"
    assert [note.text for note in raw.notes] == ["略去1个空行"]


def test_an_identifier_kept_as_a_number_has_lost_its_end(
    tmp_path: Path, vocabulary: Vocabulary, headers: Headers
) -> None:
    raw = listed(tmp_path, [["项目名称", "统一社会信用代码"], ["甲", 914100001234568123], ["乙", "914100001234568123"]])
    notes = read_facts(raw, vocabulary, headers).notes
    assert [(note.row, note.field, note.code) for note in notes] == [(0, "uscc", "digits-lost")]
    assert "原值已失真" in notes[0].text
    assert raw.address(notes[0].row, "统一社会信用代码") == "清单!B2"


def test_a_formula_without_a_kept_value_is_blank_and_noted(tmp_path: Path) -> None:
    raw = listed(tmp_path, [["项目名称", "用地面积"], ["甲", "=1+1"], ["乙", 2], ["=A2", "=B2"]])
    assert raw.frame.to_dict("list") == {"项目名称": ["甲", "乙", ""], "用地面积": ["", "2", ""]}
    assert [(note.row, note.header, note.code) for note in raw.cell_notes] == [
        (0, "用地面积", "formula-not-computed"),
        (2, "项目名称", "formula-not-computed"),
        (2, "用地面积", "formula-not-computed"),
    ]


def test_a_text_that_looks_like_a_formula_is_only_text(tmp_path: Path) -> None:
    def as_text(book: Workbook) -> None:
        cell = book.worksheets[0]["A2"]
        cell.value, cell.data_type = "=cmd()", "s"

    raw = listed(tmp_path, [["项目名称"], ["甲"]], as_text)
    assert raw.frame["项目名称"].tolist() == ["=cmd()"]
    assert not raw.cell_notes


def test_the_first_visible_sheet_with_content_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    def more(book: Workbook) -> None:
        hidden = book.create_sheet("隐藏", 0)
        hidden["A1"] = "x"
        hidden.sheet_state = "hidden"
        book.create_sheet("空", 1)
        book.create_sheet("另表")["A1"] = "说明"

    path = saved(tmp_path, [["项目名称"], ["甲"]], more)
    raw = read_list(path)
    assert raw.sheet == "清单"
    assert [(note.code, note.text) for note in raw.notes] == [("other-sheets", "未读取其他有内容的工作表：另表")]
    assert read_list(path, "隐藏").frame.columns.tolist() == ["x"]
    assert refused(path, "无此表") == (
        "list.xlsx: sheet-unknown: there is no sheet `无此表`; the sheets are 隐藏、空、清单、另表"
    )
    assert refused(path, "空") == "list.xlsx!空: empty-list: the list is empty; write one header row"


def test_merged_cells_are_pointed_out(tmp_path: Path) -> None:
    raw = listed(
        tmp_path,
        [["项目名称", "省份"], ["甲", "河南"], ["乙", None]],
        lambda book: book.worksheets[0].merge_cells("B2:B3"),
    )
    assert raw.frame["省份"].tolist() == ["河南", ""]
    assert [note.code for note in raw.notes] == ["merged-cells"]


def test_a_repeated_header_is_refused_with_its_cell(tmp_path: Path) -> None:
    path = saved(tmp_path, [["项目名称", "备注", "备注"], ["甲", 1, 2]])
    assert refused(path) == "清单!C1: repeated-header: header `备注` is given twice; rename one of them"


NOT_A_WORKBOOK = (
    "list.xlsx: not-a-workbook: the file is not an .xlsx workbook; "
    "open it in a spreadsheet and save it as .xlsx without a password"
)


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"PK\x03\x04"]
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert refused(path) == NOT_A_WORKBOOK


def test_an_archive_without_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    assert refused(path) == NOT_A_WORKBOOK


def rewritten(path: Path, change: Callable[[str], str]) -> Path:
    """Change the XML of the first sheet."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            changed = change(content.decode()).encode() if name.endswith("sheet1.xml") else content
            archive.writestr(name, changed)
    return path


def test_a_formula_is_read_by_its_kept_value(tmp_path: Path) -> None:
    path = rewritten(
        saved(tmp_path, [["项目名称", "用地面积"], ["甲", 7]]),
        lambda xml: xml.replace("<v>7</v>", "<f>3+4</f><v>7</v>"),
    )
    raw = read_list(path)
    assert raw.frame["用地面积"].tolist() == ["7"]
    assert raw.cell_notes == ()


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = rewritten(saved(tmp_path, [["项目名称"], ["甲"]]), lambda xml: bomb + xml[xml.find("<worksheet") :])
    assert refused(path) == (
        "list.xlsx: unsafe-workbook: the workbook is refused: EntitiesForbidden; save the list alone as a new .xlsx"
    )


def test_an_archive_that_unpacks_a_thousandfold_is_refused(tmp_path: Path) -> None:
    path = rewritten(saved(tmp_path, [["项目名称"], ["甲"]]), lambda xml: xml + " " * (60 * 2**20))
    assert refused(path).startswith("list.xlsx: unsafe-workbook: the workbook is refused: 60 MB")


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("AZZ3", "list.xlsx!清单: too-many-columns: the sheet has more than 500 columns; remove what is not needed"),
        ("A9999999", "list.xlsx!清单: too-many-rows: the sheet has more than 1048576 rows; split the list"),
    ],
)
def test_a_sheet_that_claims_to_be_huge_is_refused(tmp_path: Path, cell: str, message: str) -> None:
    number = cell.lstrip("AZ")
    path = rewritten(
        saved(tmp_path, [["项目名称"], ["甲"]]),
        lambda xml: xml.replace("</sheetData>", f'<row r="{number}"><c r="{cell}"><v>1</v></c></row></sheetData>'),
    )
    assert refused(path) == message
