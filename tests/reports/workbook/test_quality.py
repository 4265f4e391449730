"""The sheet of data quality: what was noticed, in which cell, and what the cell was read as."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

from lianggao import screen
from lianggao.reports import write_report

HEADER = ["工作表", "行", "列（表头）", "单元格", "原文", "读作", "怎样读的", "把握", "种类", "代码"]


def quality_of(path: Path) -> list[dict[str, object]]:
    write_report(screen(path, as_of="2022-06-30"), path.parent / "out.xlsx")
    header, *rows = load_workbook(path.parent / "out.xlsx")["数据质量"].iter_rows(values_only=True)
    assert list(header) == HEADER
    return [dict(zip(HEADER, row, strict=True)) for row in rows]


def test_a_cell_read_as_a_range_is_told_with_its_address_text_and_interval(their_file: Path) -> None:
    line = next(line for line in quality_of(their_file) if line["代码"] == "approximate")
    assert [line[name] for name in HEADER[:5]] == [
        "拟签约项目",
        6,
        "年综合能源消费量（吨标准煤）｜等价值",
        "J6",
        "约4.2万",
    ]
    assert line["读作"] == "37800—46200吨标准煤"
    assert [line["把握"], line["种类"]] == ["按范围", "约数"]


def test_what_was_not_read_says_so(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"项目名称": ["甲", "乙"], "总投资（万元）": ["若干", "5"], "项目阶段": ["拟签约", "未知阶段"]}
    )
    frame.to_csv(tmp_path / "a.csv", index=False)
    lines = {str(line["单元格"]): line for line in quality_of(tmp_path / "a.csv") if line["单元格"]}
    assert {cell: (line["原文"], line["读作"], line["把握"]) for cell, line in lines.items()} == {
        "B2": ("若干", "未采用", "未采用"),
        "C3": ("未知阶段", "未采用", "未采用"),
    }


def test_every_row_set_aside_has_a_line_and_comes_first(their_file: Path) -> None:
    lines = quality_of(their_file)
    aside = [(line["行"], line["怎样读的"]) for line in lines if line["代码"] == "set-aside"]
    assert aside == [
        (1, "不是项目：标题"),
        (2, "不是项目：单位行"),
        (8, "不是项目：合计"),
        (9, "不是项目：填表信息"),
    ]
    whole = [at for at, line in enumerate(lines) if line["代码"] in ("set-aside", "other-sheets")]
    assert whole == list(range(len(whole)))


def test_a_list_without_notes_says_so_and_the_summary_counts_the_others(their_file: Path, tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["甲"], "判定日期": ["2010-01-01"]})
    screening = screen(frame.assign(行业代码="3011", 建设地点="禹州市"))
    write_report(screening, tmp_path / "none.xlsx")
    lines = list(load_workbook(tmp_path / "none.xlsx")["数据质量"].iter_rows(min_row=2, values_only=True))
    assert len(lines) == max(len(screening.facts.notes), 1)
    notes = screen(their_file, as_of="2022-06-30").facts.notes
    quality_of(their_file)
    book = load_workbook(their_file.parent / "out.xlsx")
    counts = {row[0]: (row[2], row[3]) for row in book["汇总(2)"].iter_rows(values_only=True)}
    assert counts["约数"] == (1, 1)
    assert len(notes) == sum(1 for line in book["数据质量"]["J"][1:] if line.value) - 5
