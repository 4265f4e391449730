"""One list as an office has it, saved by a spreadsheet program in every form, is the same grid in each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from grids import grid_of, list_notes, rows_of

from lianggao.intake.files import read_grid
from lianggao.intake.raw import Merge

DATA = Path(__file__).parent / "data"
HEADER = ["序号", "项目名称", "行业代码", "用地面积（㎡）", "综合能耗（吨标煤）", "占比", "开工日期", "登记时间",
          "是否新建", "建设内容"]  # fmt: skip
PROJECTS = [
    ["1", "甲水泥熟料线", "0111", "12533.05", "4.99999", "12.5%", "2022-06-30", "2022-06-30T08:05:00", "是",
     "日产5500吨熟料，\n配套余热发电"],
    ["2", "乙“石化”, 二期", "3011", "0.3", "0.0000001", "100%", "2021-12-01", "2020-02-29T23:59:59", "否",
     "年产３０万吨；㎡、³、㎥、²"],
    ["3", '丙"炭素"', "C2613", "-12.5", "50000", "0.25%", "2023-01-31", "2023-01-01T00:00:01", "是", "  两侧有空格 "],
    ["4", "丁", "0610", "1234567.125", "18", "0%", "", "", "", "𠮷村；Ⅱ期"],
]  # fmt: skip
SHEET = [["2022年第一批项目清单"] + [""] * 9, HEADER, *PROJECTS, [""] * 10, ["", "戊"] + [""] * 8]
WORKBOOKS = ["list.xlsx", "list.xls", "list.ods"]
TEXTS = {"list.csv": [], "list-gb18030.csv": ["encoding-used"], "list-utf16.tsv": ["encoding-used"]}


@pytest.mark.parametrize("name", [*WORKBOOKS, *TEXTS])
def test_every_form_gives_the_same_cells(name: str) -> None:
    assert rows_of(read_grid(DATA / name)) == SHEET


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_workbook_tells_what_is_merged(name: str) -> None:
    grid = read_grid(DATA / name)
    assert (grid.sheet, set(grid.merges)) == ("项目清单", {Merge(0, 0, 0, 9), Merge(6, 0, 7, 0)})
    assert (list(grid.lines), grid.cell_notes, grid.notes) == ([1, 2, 3, 4, 5, 6, 7, 8], [], ())


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_says_how_it_was_read(name: str) -> None:
    grid = read_grid(DATA / name)
    assert [code for code, _ in list_notes(grid)] == TEXTS[name]
    assert (list(grid.lines), grid.torn, grid.cell_notes) == ([1, 2, 3, 5, 6, 7, 8, 9], set(), [])


@pytest.mark.parametrize("name", ["list.json", "list.jsonl"])
def test_records_give_the_same_cells_under_the_same_keys(tmp_path: Path, name: str) -> None:
    records = [json.dumps(dict(zip(HEADER, row, strict=True)), ensure_ascii=False) for row in PROJECTS]
    content = "[" + ",\n".join(records) + "]" if name == "list.json" else "\n".join(records)
    assert rows_of(grid_of(tmp_path, name, content)) == [HEADER, *PROJECTS]
