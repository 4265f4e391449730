"""The CSV is the list again, with columns appended, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from lianggao import COLUMNS, Screening, screen
from lianggao.reports import write_report


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_rows_and_columns_come_back_in_order_with_the_verdict_appended(
    screening: Screening, given: pd.DataFrame, tmp_path: Path
) -> None:
    write_report(screening, tmp_path / "a.csv")
    header, *rows = read(tmp_path / "a.csv")
    assert header == [*given.columns, *COLUMNS.values()]
    assert [row[1] for row in rows] == given["项目名称"].tolist()
    assert {len(row) for row in rows} == {len(header)}
    assert rows[0][header.index("判定")] == "第一类"


def test_it_is_utf8_with_a_mark_and_crlf_and_the_same_every_time(screening: Screening, tmp_path: Path) -> None:
    for name in ("a.csv", "b.CSV"):
        write_report(screening, tmp_path / name)
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(screening) + 1
    assert data == (tmp_path / "b.CSV").read_bytes()


def test_english_has_the_keys_of_the_vocabulary(screening: Screening, tmp_path: Path) -> None:
    write_report(screening, tmp_path / "a.csv", "en")
    header, first, *_ = read(tmp_path / "a.csv")
    assert header[-len(COLUMNS) :] == list(COLUMNS)
    assert first[header.index("determination")] == "class_1"


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_would_run_is_marked_as_text(lead: str, tmp_path: Path) -> None:
    cell = f"{lead}cmd|' /C calc'!A0"
    frame = pd.DataFrame({"项目名称": [cell], f"{lead}1+备注": ["x"]})
    write_report(screen(frame, as_of="2022-06-30"), tmp_path / "a.csv")
    header, row = read(tmp_path / "a.csv")
    assert row[0] == "'" + cell
    assert header[1] == f"'{lead}1+备注"


@pytest.mark.parametrize("cell", ["-12.5", "+3", "-1,234.5", "1e5", "--", "-", "5%", "甲-乙"])
def test_numbers_dashes_and_other_texts_stay_as_they_are(cell: str, tmp_path: Path) -> None:
    write_report(screen(pd.DataFrame({"项目名称": ["甲"], "备注": [cell]}), as_of="2022"), tmp_path / "a.csv")
    assert read(tmp_path / "a.csv")[1][1] == cell


def test_contacts_are_hidden_unless_asked_for(screening: Screening, tmp_path: Path) -> None:
    write_report(screening, tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    assert "13800001234" not in text
    assert "13900005678" not in text
    assert "139******78" in text
    write_report(screening, tmp_path / "b.csv", keep_contacts=True)
    kept = read(tmp_path / "b.csv")
    assert kept[1][4] == "13800001234"
    assert kept[2][11] == "请联系张工13900005678"


def test_a_frame_with_numbers_dates_and_gaps_is_written(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"项目名称": ["甲", None], "总投资（万元）": [1.5, float("nan")], "日期": pd.to_datetime(["2022-01-01", None])},
        index=[7, 7],
    )
    write_report(screen(frame, as_of="2022"), tmp_path / "a.csv")
    assert [row[:3] for row in read(tmp_path / "a.csv")[1:]] == [["甲", "1.5", "2022-01-01"], ["", "", ""]]


def test_an_empty_list_is_a_header(tmp_path: Path) -> None:
    empty = pd.DataFrame({"项目名称": pd.Series([], dtype="str")})
    write_report(screen(empty, as_of="2022"), tmp_path / "a.csv")
    assert len(read(tmp_path / "a.csv")) == 1
