"""Text tables: every cell as written, whatever the encoding and separator; shifted rows are marked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from grids import grid_of, list_notes, notes_of, refused, rows_of

LIST = "项目名称,行业代码\n甲㎥³,0111\n"
CELLS = [["项目名称", "行业代码"], ["甲㎥³", "0111"]]


@pytest.mark.parametrize("mark", ["", "\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_stay_as_they_are_written(tmp_path: Path, mark: str, end: str) -> None:
    grid = grid_of(tmp_path, "list.csv", f'{mark}项目名称,行业代码{end}"甲, ""乙""", 0111 {end}丙,{end}')
    assert rows_of(grid) == [["项目名称", "行业代码"], ['甲, "乙"', " 0111 "], ["丙", ""]]
    assert (grid.file, grid.sheet, list(grid.lines), grid.notes, grid.records) == ("list.csv", "", [1, 2, 3], (), False)


def test_a_row_has_the_line_on_which_it_starts(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", '项目名称,备注\n甲,"两\r\n行"\n\n乙,\n\n\n')
    assert rows_of(grid) == [["项目名称", "备注"], ["甲", "两\r\n行"], ["", ""], ["乙", ""]]
    assert list(grid.lines) == [1, 2, 4, 5]


# encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_needs_no_word(tmp_path: Path, encoding: str) -> None:
    grid = grid_of(tmp_path, "list.csv", LIST.encode(encoding))
    assert (rows_of(grid), grid.notes) == (CELLS, ())


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("gb18030", "GB18030（GBK）"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16-LE"), ("utf-16-be", "UTF-16-BE")],
)
def test_other_encodings_are_read_and_named(tmp_path: Path, encoding: str, told: str) -> None:
    grid = grid_of(tmp_path, "list.csv", LIST.encode(encoding))
    assert rows_of(grid) == CELLS
    assert list_notes(grid) == [("encoding-used", f"文件不是 UTF-8 编码，按 {told} 读取")]


def test_a_gb18030_file_with_a_mark_loses_only_the_mark(tmp_path: Path) -> None:
    assert rows_of(grid_of(tmp_path, "list.csv", ("\ufeff" + LIST).encode("gb18030"))) == CELLS


def test_signs_of_gb18030_that_gbk_lacks_are_read(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        LIST.encode("gbk")
    assert rows_of(grid_of(tmp_path, "list.csv", LIST.encode("gb18030")))[1][0] == "甲㎥³"


def test_a_damaged_utf_8_file_is_never_read_as_gb18030(tmp_path: Path) -> None:
    content = "项目名称,备注\n".encode() + b"\xb0\xa1,1\n"
    assert refused(tmp_path, "list.csv", content) == (
        "list.csv: undecodable-text: the text is not UTF-8: byte 20 is wrong; save it as CSV UTF-8"
    )


def test_what_no_encoding_allows_is_refused_with_the_place(tmp_path: Path) -> None:
    content = "甲乙".encode("gb18030") + b"\n" * 2**20 + b"\xff,"
    assert f"UTF-8 / GB18030: byte {4 + 2**20} is wrong" in refused(tmp_path, "list.csv", content)


@pytest.mark.parametrize(
    "content", [b"a,b\0\n", bytes(range(256)) * 4, b"a\0\0\0b\0\0\0", b"\xb0\xa1" + b"\1" * 99, b"\t\0\0\t"]
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "list.csv: binary-file: " in refused(tmp_path, "list.csv", content)


# separators


@pytest.mark.parametrize(
    ("name", "content", "note"),
    [
        ("list.csv", "项目名称\t备注\n甲,乙\t1;2\n丙,丁\t3;4\n", "制表符"),
        ("list.csv", "项目名称\t备注\n甲,乙\t1,2\n", "制表符"),
        ("list.csv", "项目名称;备注\n甲,乙;1,5\n丙;3,5\n", "分号"),
        ("list.tsv", "项目名称,备注\n甲,乙\n", "逗号"),
        ("list.txt", "项目名称,备注\n甲,乙\n", "逗号"),
        ("list.csv", "sep=;\n项目名称;备注\n甲;乙\n", "分号"),
    ],
)
def test_the_separator_is_found_and_told_where_it_is_not_the_usual(
    tmp_path: Path, name: str, content: str, note: str
) -> None:
    grid = grid_of(tmp_path, name, content)
    assert len(grid.rows[0]) == 2
    assert list_notes(grid) == [("delimiter-used", f"单元格以{note}分隔")]


@pytest.mark.parametrize(("name", "mark"), [("list.csv", ","), ("list.tsv", "\t"), ("list.txt", "\t")])
def test_the_usual_separator_is_not_told(tmp_path: Path, name: str, mark: str) -> None:
    assert grid_of(tmp_path, name, f"项目名称{mark}备注\n甲{mark}乙，丙；丁\n").notes == ()


def test_a_full_width_comma_is_text(tmp_path: Path) -> None:
    assert rows_of(grid_of(tmp_path, "list.csv", "项目名称\n甲，乙；丙\n")) == [["项目名称"], ["甲，乙；丙"]]


def test_separators_within_quotes_do_not_count(tmp_path: Path) -> None:
    content = '"名\t称","备\t注"\n"a\tb\tc","d\te"\n'
    assert rows_of(grid_of(tmp_path, "list.csv", content)) == [["名\t称", "备\t注"], ["a\tb\tc", "d\te"]]


def test_a_line_that_states_the_separator_counts_as_a_line(tmp_path: Path) -> None:
    assert list(grid_of(tmp_path, "list.csv", "sep=,\na,b\n1,2\n").lines) == [2, 3]


# uneven rows


def test_a_row_with_a_cell_too_many_is_torn_and_one_with_too_few_is_noted(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", "a,b,c\n1,2,3\n1,2\n1,2,3,4\n说明\n\n1,2,,\n7,8,9\n")
    assert rows_of(grid) == [
        ["a", "b", "c", ""],
        ["1", "2", "3", ""],
        ["1", "2", "", ""],
        ["1", "2", "3", "4"],
        ["说明", "", "", ""],
        ["", "", "", ""],
        ["1", "2", "", ""],
        ["7", "8", "9", ""],
    ]
    # Row 6 may be `1,2` and a blank cell cut in two: that its last cells are blank proves nothing.
    assert grid.torn == {3, 6}
    assert list(grid.cell_notes) == [(2, 1, "short-row", "该行比其他行少1格，行末缺少的按空白读取")]


def test_separators_at_the_end_that_no_row_fills_make_no_row_short(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", "a,b\n1,2,\n3,4,\n")
    assert (rows_of(grid)[0], grid.torn, grid.cell_notes) == (["a", "b", ""], set(), [])


def test_where_as_many_rows_are_longer_none_of_them_is_trusted(tmp_path: Path) -> None:
    assert grid_of(tmp_path, "list.csv", "a,b,c\n1,2,3,4\n").torn == {1}


def test_a_title_in_one_cell_is_neither_short_nor_torn(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", "清单\na,b,c\n1,2,3\n合计,,\n")
    assert (grid.torn, grid.cell_notes) == (set(), [])


@pytest.mark.parametrize("row", ['1,"2', '1,"2"x', '"两高"项目,1'])
def test_quotes_that_do_not_close_are_refused_with_their_line(tmp_path: Path, row: str) -> None:
    assert refused(tmp_path, "list.csv", f'a,b\n"x\ny",z\n{row}\n') == (
        "list.csv:4:1: broken-quotes: the quotes of this row do not close; double a quote within a cell"
    )


# limits


def test_a_long_cell_is_kept_and_noted_and_a_monstrous_one_refused(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", "a,b\n1," + "长" * 32_768 + "\n" + "短" * 32_767 + ",2\n")
    assert len(grid.rows[1][1]) == 32_768
    assert notes_of(grid) == [(1, 1, "cell-too-long")]
    assert "list.csv:2:1: cell-too-long: " in refused(tmp_path, "list.csv", "a,b\n1," + "x" * 1_000_001)
    assert csv.field_size_limit() == 131_072


def test_501_columns_are_too_many_unless_blank(tmp_path: Path) -> None:
    assert "list.csv:2:1: too-many-columns: " in refused(tmp_path, "list.csv", "a\n" + ",".join(["x"] * 501))
    assert len(grid_of(tmp_path, "list.csv", ",".join(["x"] * 500) + "," * 99 + "\n").rows[0]) == 500


@pytest.mark.slow
def test_a_million_rows_are_read(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.csv", "项目名称,行业代码\n" + "甲,0111\n" * 1_000_000)
    assert (len(grid.rows), list(grid.rows[-1]), grid.lines[-1]) == (1_000_001, ["甲", "0111"], 1_000_001)


def test_a_sheet_of_a_text_file_does_not_exist(tmp_path: Path) -> None:
    assert "sheet-unknown" in refused(tmp_path, "list.csv", LIST, "1")
