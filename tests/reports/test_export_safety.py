"""Whatever a list holds, no file that is written runs a cell or gives a contact away."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from lianggao import Law, Screening, load_law, screen
from lianggao.reports import write_report
from lianggao.reports.cells import as_text, runs_as_formula
from lianggao.reports.masking import mask_text
from lianggao.reports.write import write_stream

LEADS = "=+-@＝＋－＠"
UNSEEN = " \t\r\n\v\f\0\u00a0\u200b\u200e\u2060\u3000\ufeff"
NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]*)?([eE][+-]?[0-9]+)?%?|[+-]?\.[0-9]+([eE][+-]?[0-9]+)?%?|[-－]+")
LAW = load_law()
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])

plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
risky = st.builds(str.__add__, st.text(UNSEEN, max_size=3), st.sampled_from(LEADS)).flatmap(
    lambda start: plain.map(lambda rest: start + rest)
)
cells = st.lists(plain | risky, min_size=1, max_size=25)


def listed(texts: list[str], law: Law = LAW) -> Screening:
    frame = pd.DataFrame({"项目名称": texts, "备注": texts[::-1]}, dtype="str")
    return screen(frame, as_of="2022-06-30", law=law)


def runs(cell: str) -> bool:
    """Say, without the code's own help, whether a spreadsheet might run a cell."""
    shown = cell.lstrip(UNSEEN)
    return shown[:1] in tuple(LEADS) and not NUMBER.fullmatch(cell)


@given(plain | risky)
@example("\n=1+1")
@example(" =1+1")
@example("\t=1+1")
@example("\ufeff=1+1")
@example("\0=1")
@example("　＝1+1")
def test_a_text_that_may_run_is_marked_and_no_number_is(text: str) -> None:
    assert not runs(text) or runs_as_formula(text)
    assert not runs(as_text(text))
    if NUMBER.fullmatch(text):
        assert as_text(text) == text


@FEW
@given(cells)
@example(["\n=1+1", " =cmd", "\t=1", "\u200b@x", "-12.5", "+3"])
def test_no_cell_or_header_of_a_csv_runs(texts: list[str]) -> None:
    frame = pd.DataFrame({"项目名称": texts, texts[0] + "备注": texts}, dtype="str")
    stream = BytesIO()
    write_stream(screen(frame, as_of="2022-06-30", law=LAW), stream)
    text = stream.getvalue().decode("utf-8-sig").replace("\0", "\ue000")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert len(rows) == len(texts) + 1
    assert not [cell for row in rows for cell in row if runs(cell.replace("\ue000", "\0"))]


def data_types(path: Path) -> set[str]:
    return {cell.data_type for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row}


@FEW
@given(cells)
def test_no_cell_of_a_new_workbook_is_a_formula(tmp_path_factory: Any, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("new") / "a.xlsx"
    write_report(listed(texts), path)
    assert data_types(path) <= {"s", "n"}


@FEW
@given(cells)
def test_no_cell_of_a_kept_workbook_is_a_formula(tmp_path_factory: Any, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("kept")
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(["项目名称", "备注"])
    for row, text in enumerate(texts, start=2):
        sheet.cell(row, 1, f"甲{row}")
        cell = sheet.cell(row, 2)
        cell.value = re.sub("[\0-\x08\x0b-\x1f\ufffe\uffff]", "", text)
        cell.data_type = "s"
    book.save(folder / "in.xlsx")
    write_report(screen(folder / "in.xlsx", as_of="2022-06-30", law=LAW), folder / "out.xlsx")
    assert load_workbook(folder / "out.xlsx").sheetnames[0] == sheet.title
    assert data_types(folder / "out.xlsx") <= {"s", "n"}


def test_negative_numbers_stay_numbers_in_every_table(tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["甲", "乙"], "总投资（万元）": ["-12.5", "-3"], "备注": [-1.5, -2]})
    screening = screen(frame, as_of="2022-06-30", law=LAW)
    write_report(screening, tmp_path / "a.csv")
    rows = list(csv.reader(StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert [row[1:3] for row in rows[1:]] == [["-12.5", "-1.5"], ["-3", "-2.0"]]
    write_report(screening, tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [sheet.cell(row, 3).value for row in (2, 3)] == [-1.5, -2]


GAPS = st.sampled_from(["", " ", "-", "\u00a0", "　"])
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@st.composite
def mobile(draw: st.DrawFn) -> str:
    number = "1" + draw(st.from_regex("[3-9][0-9]{9}", fullmatch=True))
    return draw(GAPS).join((number[:3], number[3:7], number[7:]))


@st.composite
def citizen(draw: st.DrawFn) -> str:
    day = draw(st.dates(min_value=pd.Timestamp("1930-01-01").date(), max_value=pd.Timestamp("2020-12-31").date()))
    number = draw(st.from_regex("[1-8][0-9]{5}", fullmatch=True)) + f"{day:%Y%m%d}"
    number += draw(st.from_regex("[0-9]{3}[0-9X]", fullmatch=True))
    ends = sorted(draw(st.sets(st.integers(1, 17), max_size=4)))
    gap = draw(GAPS)
    return gap.join(number[a:b] for a, b in zip([0, *ends], [*ends, 18], strict=True))


contact = mobile() | citizen() | st.builds(str.translate, mobile() | citizen(), st.just(WIDE))


def digits(text: str) -> str:
    return re.sub("[ \u00a0　-]", "", text)


@given(
    contact,
    st.sampled_from(["", "电话", "张工：", "证件号 ", "（"]),
    st.sampled_from(["", "。", "，请联系", "）", " 转"]),
)
def test_mobile_and_identity_numbers_are_hidden_however_they_are_grouped(number: str, before: str, after: str) -> None:
    shown = mask_text(before + number + after)
    assert digits(number) not in digits(shown)
    assert "*" * 5 in shown
    assert shown.startswith(before)
    assert shown.endswith(after)


@FEW
@given(st.lists(contact, min_size=1, max_size=8))
def test_no_output_gives_a_contact_away(tmp_path_factory: Any, numbers: list[str]) -> None:
    folder = tmp_path_factory.mktemp("contacts")
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(["项目名称", "建设内容", "年综合能耗（吨标准煤）", f"备注{numbers[0]}"])
    for number in numbers:
        sheet.append([f"项目（{number}）", f"请找张工{number}。", f"约{number}", number])
    sheet.append([f"填表人：王五　{numbers[0]}"])
    book.create_sheet("另一张").append([numbers[0]])
    book.save(folder / "in.xlsx")
    screening = screen(folder / "in.xlsx", as_of="2022-06-30", law=LAW)
    for name in ("a.csv", "a.jsonl", "a.xlsx"):
        write_report(screening, folder / name)
    stream = BytesIO()
    write_stream(screening, stream, "en")
    texts = [(folder / "a.csv").read_text("utf-8-sig"), (folder / "a.jsonl").read_text("utf-8")]
    texts.append(stream.getvalue().decode("utf-8-sig"))
    for one in load_workbook(folder / "a.xlsx"):
        texts.append("\n".join(str(cell.value) for row in one.iter_rows() for cell in row))
    # A quantity is not looked into: what stands there is an amount.
    looked = [re.sub(r"约[^\n,\"”，、（）]*", "", text) for text in texts]
    for number in numbers:
        assert not [text for text in looked if number in text]


def test_a_contact_in_a_header_is_hidden_and_headers_stay_apart(tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["甲"], "找13900005678": ["a"], "找13900001178": ["b"]})
    write_report(screen(frame, as_of="2022-06-30", law=LAW), tmp_path / "a.jsonl")
    given_row = json.loads((tmp_path / "a.jsonl").read_text("utf-8"))["given"]
    assert given_row == {"项目名称": "甲", "找139******78": "a", "找139******78（3）": "b"}


def test_gb18030_holds_every_character_of_a_list(tmp_path: Path) -> None:
    names = ["甲③㎡²₂㎥", "𠮷𣘺", "ÄÖ€", "😀"]
    screening = listed(names)
    for name, encoding in (("a.csv", "utf-8-sig"), ("b.csv", "gb18030")):
        write_report(screening, tmp_path / name, encoding=encoding)  # type: ignore[arg-type]
    assert (tmp_path / "b.csv").read_bytes().decode("gb18030") == (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    stream = BytesIO()
    write_stream(screening, stream, encoding="gb18030")
    assert stream.getvalue() == (tmp_path / "b.csv").read_bytes()
