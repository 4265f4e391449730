"""Reading CSV files: every cell as written, with its address; a broken file is refused with the place of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from lianggao.errors import InputError
from lianggao.intake import ListNote, RawList, read_list


def listed(folder: Path, content: str | bytes, name: str = "list.csv") -> RawList:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_list(path)


def refused(folder: Path, content: str | bytes, name: str = "list.csv") -> str:
    with pytest.raises(InputError) as error:
        listed(folder, content, name)
    return str(error.value)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cells_and_headers_stay_as_they_are_written(tmp_path: Path, mark: str, end: str) -> None:
    raw = listed(tmp_path, f'{mark}项目名称,行业代码{end}"甲, ""乙""", 0111 {end}丙,{end}')
    assert raw.frame.to_dict("list") == {"项目名称": ['甲, "乙"', "丙"], "行业代码": [" 0111 ", ""]}
    assert (raw.file, raw.sheet, raw.first_row) == ("list.csv", "", 2)


def test_an_address_has_the_line_on_which_the_row_starts(tmp_path: Path) -> None:
    raw = listed(tmp_path, '项目名称,备注,用地面积\n甲,"两\n行",1\n乙,,2\n')
    assert raw.frame["备注"].tolist() == ["两\n行", ""]
    assert raw.address(0, "用地面积") == "list.csv:2:3"
    assert raw.address(1, "用地面积") == "list.csv:4:3"
    with pytest.raises(KeyError):
        raw.address(1, "面积")


def test_blank_rows_and_columns_are_dropped_and_counted(tmp_path: Path) -> None:
    raw = listed(tmp_path, "\n项目名称,,用地面积,\n甲,,1,\n\n,,,\n乙,,2,备注\n,,,\n")
    assert raw.frame.to_dict("list") == {
        "项目名称": ["甲", "乙"],
        "用地面积": ["1", "2"],
        "（第4列，无表头）": ["", "备注"],
    }
    assert raw.notes == (ListNote("blank-rows", "略去2个空行"),)
    assert raw.address(1, "用地面积") == "list.csv:6:3"


def test_a_list_may_have_no_projects(tmp_path: Path) -> None:
    raw = listed(tmp_path, "项目名称,用地面积\n")
    assert len(raw.frame) == 0
    assert raw.first_row == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "list.csv: empty-list: the list is empty; write one header row"),
        (b"\n , \n", "list.csv: empty-list: the list is empty; write one header row"),
        ("项目名称\n甲".encode("gb18030"), "list.csv: not-utf8: the file is not UTF-8; save it as CSV UTF-8"),
        ("a\n1".encode("utf-16"), "list.csv: not-utf8: the file is not UTF-8; save it as CSV UTF-8"),
        ("a\n1".encode("utf-16-le"), "list.csv: not-utf8: the file is not UTF-8; save it as CSV UTF-8"),
        ("a,b,a\n1,2,3\n", "list.csv:1:3: repeated-header: header `a` is given twice; rename one of them"),
        (
            "a,b\n1\n1,2\n1,2,3\n",
            "list.csv:2:1: ragged-row: the row has 1 cells under 2 headers; "
            "give every row as many cells as there are headers; quote cells that hold commas\n"
            "list.csv:4:1: ragged-row: the row has 3 cells under 2 headers; "
            "give every row as many cells as there are headers; quote cells that hold commas",
        ),
        (
            'a,b\n1,"2\n',
            "list.csv:2:1: broken-quotes: the quotes of this row do not close; double a quote within a cell",
        ),
        (
            'a,b\n1,"2"x\n',
            "list.csv:2:1: broken-quotes: the quotes of this row do not close; double a quote within a cell",
        ),
        ("a\n" + "长" * 100_001, "list.csv:2:1: cell-too-long: a cell has more than 100000 characters; shorten it"),
        ("a\n" + "长" * 200_000, "list.csv:2:1: cell-too-long: a cell has more than 100000 characters; shorten it"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: str | bytes, message: str) -> None:
    assert refused(tmp_path, content) == message


def test_a_missing_file_an_unknown_kind_and_a_sheet_of_a_csv_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read_list(tmp_path / "none.csv")
    assert str(error.value) == "file-missing: no file `none.csv`; check the path"
    assert refused(tmp_path, "x", "list.et").startswith("list.et: file-kind-unknown: `.et` is not a kind of file")
    (tmp_path / "list.csv").write_text("a\n1\n")
    with pytest.raises(InputError, match="sheet-unknown"):
        read_list(tmp_path / "list.csv", sheet="一")
