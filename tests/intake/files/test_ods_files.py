"""Reading .ods: repeated and merged cells, texts with markup, values as stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from file_writers import ODS_MIME, ods_members, zipped
from grids import grid_of, list_notes, notes_of, refused, rows_of

from lianggao.intake.raw import Grid, Merge


def cell(attributes: str = "", inner: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def text(words: str) -> str:
    return cell('office:value-type="string"', f"<text:p>{words}</text:p>")


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(*rows: str, name: str = "清单", more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


def read(folder: Path, tables: str, sheet: str | None = None, before: str = "") -> Grid:
    return grid_of(folder, "list.ods", zipped(ods_members(tables, before)), sheet)


@pytest.mark.parametrize(
    ("attributes", "inner", "expected"),
    [
        ('office:value-type="float" office:value="12533.05"', "<text:p>12,533.1</text:p>", "12533.05"),
        ('office:value-type="float" office:value="0.30000000000000004"', "<text:p>0.3</text:p>", "0.3"),
        ('office:value-type="float" office:value="1E-7"', "", "0.0000001"),
        ('office:value-type="currency" office:value="9000"', "<text:p>￥9,000</text:p>", "9000"),
        ('office:value-type="percentage" office:value="0.125"', "<text:p>13%</text:p>", "12.5%"),
        ('office:value-type="date" office:date-value="2022-06-30"', "<text:p>6月</text:p>", "2022-06-30"),
        ('office:value-type="date" office:date-value="2022-06-30T00:00:00"', "", "2022-06-30"),
        ('office:value-type="date" office:date-value="2022-06-30T08:05:00"', "", "2022-06-30T08:05:00"),
        ('office:value-type="time" office:time-value="PT08H05M00S"', "", "08:05:00"),
        ('office:value-type="boolean" office:boolean-value="true"', "<text:p>TRUE</text:p>", "是"),
        ('office:value-type="boolean" office:boolean-value="false"', "", "否"),
        ('office:value-type="string"', "<text:p>0111</text:p>", "0111"),
        ('office:value-type="string"', "<text:p>两</text:p><text:p>行</text:p>", "两\n行"),
        ('office:value-type="string"', "<text:p>甲<text:line-break/>乙</text:p>", "甲\n乙"),
        ('office:value-type="string"', '<text:p><text:s text:c="2"/>甲 <text:s/>乙<text:tab/></text:p>', "  甲  乙\t"),
        ('office:value-type="string"', "<text:p>\n   甲\n  乙</text:p>", "甲 乙"),
        ('office:value-type="string"', "<text:p>水<text:span>泥</text:span><text:a>厂</text:a></text:p>", "水泥厂"),
        (
            'office:value-type="string"',
            "<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>",
            "甲",
        ),
        (
            'office:value-type="string"',
            "<text:p>甲<drawing:frame><text:p>图</text:p></drawing:frame></text:p>",
            "甲",
        ),
    ],
)
def test_a_cell_becomes_what_it_holds(tmp_path: Path, attributes: str, inner: str, expected: str) -> None:
    assert rows_of(read(tmp_path, table(row(cell(attributes, inner), text("止"))))) == [[expected, "止"]]


def test_blank_rows_and_cells_repeated_to_the_end_of_the_sheet_cost_nothing(tmp_path: Path) -> None:
    grid = read(
        tmp_path,
        table(
            row(text("甲"), cell('table:number-columns-repeated="16383"')),
            row(cell('table:number-columns-repeated="16384"'), more='table:number-rows-repeated="3"'),
            row(cell('table:number-columns-repeated="2"'), text("乙")),
            row(cell('table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048571"'),
        ),
    )
    assert rows_of(grid) == [["甲", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", "乙"]]
    assert list(grid.lines) == [1, 2, 3, 4, 5]


def test_repeated_content_is_repeated(tmp_path: Path) -> None:
    same = cell('office:value-type="string" table:number-columns-repeated="2"', "<text:p>甲</text:p>")
    grid = read(tmp_path, table(row(same, text("乙"), more='table:number-rows-repeated="2"')))
    assert rows_of(grid) == [["甲", "甲", "乙"]] * 2


def test_spans_are_merges(tmp_path: Path) -> None:
    title = cell('office:value-type="string" table:number-columns-spanned="2"', "<text:p>题</text:p>")
    tall = cell('office:value-type="string" table:number-rows-spanned="2"', "<text:p>并</text:p>")
    covered = "<table:covered-table-cell/>"
    grid = read(tmp_path, table(row(title, covered), row(tall, text("甲")), row(covered, text("乙"))))
    assert rows_of(grid) == [["题", ""], ["并", "甲"], ["", "乙"]]
    assert set(grid.merges) == {Merge(0, 0, 0, 1), Merge(1, 0, 2, 0)}


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = row(text("甲"), text("乙"), more='table:visibility="filter"') + row(text("丙"))
    grid = read(tmp_path, table(columns, rows))
    assert list_notes(grid) == [("hidden-cells", "有1行、1列处于隐藏状态，也已读取")]


def test_failed_and_uncomputed_formulas_are_noted(tmp_path: Path) -> None:
    failed = 'table:formula="of:=[.#REF!]" office:value-type="string" office:string-value=""'
    grid = read(
        tmp_path,
        table(
            row(
                cell('table:formula="of:=X()" office:value-type="string"', "<text:p>#NAME?</text:p>"),
                cell('table:formula="of:=1+1"'),
                cell(failed),
                text("#REF!"),
                cell('office:value-type="float" office:value="914100001234568123"'),
            )
        ),
    )
    assert rows_of(grid) == [["#NAME?", "", "", "#REF!", "914100001234568123"]]
    assert notes_of(grid) == [(0, 0, "error-value"), (0, 1, "formula-not-computed"), (0, 4, "digits-lost")]


def test_the_first_visible_sheet_with_content_is_read(tmp_path: Path) -> None:
    before = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    )
    tables = (
        table(row(text("x")), name="隐藏", more='table:style-name="ta2"')
        + table(row(cell()), name="空")
        + table(row(text("甲")), name="项目")
        + table(row(text("乙")), name="另表")
    )
    grid = read(tmp_path, tables, before=before)
    assert (grid.sheet, list_notes(grid)) == (
        "项目",
        [("other-sheets", "未读取其他有内容的工作表：隐藏（隐藏）、另表")],
    )
    assert read(tmp_path, tables, "隐藏", before).rows[0][0] == "x"
    assert read(tmp_path, tables, "4", before).rows[0][0] == "乙"
    content = zipped(ods_members(tables, before))
    assert refused(tmp_path, "list.ods", content, "无").endswith("the sheets are 隐藏、空、项目、另表")
    assert refused(tmp_path, "list.ods", content, "空").startswith("list.ods!空: empty-list")


def test_a_table_within_a_cell_is_not_the_list(tmp_path: Path) -> None:
    inner = cell("", table(row(text("内")), name="内"))
    assert rows_of(read(tmp_path, table(row(inner, text("甲"))))) == [["", "甲"]]


def test_a_protected_workbook_says_so(tmp_path: Path) -> None:
    members = ods_members(table(row(text("甲"))))
    members["META-INF/manifest.xml"] = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert "encrypted-file" in refused(tmp_path, "list.ods", zipped(members))


@pytest.mark.parametrize(
    "tables",
    [
        table(row(cell('office:value-type="float"'))),
        table(row(cell('office:value-type="percentage" office:value="x"'))),
        table(row(text("甲"), cell('table:number-columns-repeated="0"'))),
        table(row(text("甲"), cell('table:number-columns-repeated="x"'))),
    ],
)
def test_values_that_contradict_the_format_are_refused(tmp_path: Path, tables: str) -> None:
    assert "broken-workbook" in refused(tmp_path, "list.ods", zipped(ods_members(tables)))


def test_a_text_document_is_no_sheet(tmp_path: Path) -> None:
    members = {**ods_members(""), "mimetype": ODS_MIME.replace("spreadsheet", "text")}
    assert "the file is a text document" in refused(tmp_path, "list.ods", zipped(members))
