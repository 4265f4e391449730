"""The workbook: opened again with openpyxl, sheet by sheet."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lianggao import COLUMNS, InputError, Screening, screen
from lianggao.reports import workbook, write_report
from lianggao.reports.workbook.look import OF_OUTCOME
from lianggao.reports.workbook.texts import CELL_LIMIT, CUT
from lianggao.rulebook.requirements import Check
from lianggao.screening.result import CheckResult

DEPARTMENTS = ["会审_商务", "会审_发展改革", "会审_工业和信息化", "会审_自然资源", "会审_生态环境"]
SHEETS = ["项目清单", "汇总", *DEPARTMENTS, "需补充信息", "数据质量", "依据文件", "运行信息"]


@pytest.fixture(scope="module")
def book(screening: Screening, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_report(screening, path)
    return load_workbook(path)


def may_fail(check: CheckResult) -> bool:
    return "fails" in check.outcomes


def rows(book: Workbook, name: str) -> list[list[object]]:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_it_is_the_same_every_time_and_holds_no_clock_time(screening: Screening, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_report(screening, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"1980-01-01T00:00:00Z") == 2


def test_the_list_comes_back_with_the_verdict_beside_it(book: Workbook, given: pd.DataFrame) -> None:
    assert book.sheetnames == SHEETS
    header, *found = rows(book, "项目清单")
    assert header == [*given.columns, *COLUMNS.values()]
    assert [row[1] for row in found] == given["项目名称"].tolist()


def test_quantities_are_numbers_and_every_other_text_is_a_text(book: Workbook) -> None:
    header, first, second, third, *_ = rows(book, "项目清单")
    energy, code = header.index("年综合能源消费量（等价值，吨标准煤）"), header.index("行业代码")
    assert [first[energy], second[energy], third[energy]] == [118000, 12533.05, "4.2万吨标准煤"]
    assert first[code] == "3011"


def test_it_can_be_read_and_printed(book: Workbook) -> None:
    sheet = book["项目清单"]
    assert isinstance(sheet, Worksheet)
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{get_column_letter(12 + len(COLUMNS))}7"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    determination = sheet.cell(2, 13)
    assert determination.value == "第一类"
    assert determination.fill.start_color.rgb.endswith("F8CBCB")
    assert determination.alignment.wrap_text
    assert determination.alignment.vertical == "top"


def test_every_outcome_of_the_catalog_has_a_colour(screening: Screening) -> None:
    gate = screening.law.gates["catalog"]
    assert {o.id for o in (*gate.outcomes, gate.otherwise)} | {"undetermined", "not_applicable"} == set(OF_OUTCOME)


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(lead: str, tmp_path: Path) -> None:
    cell = f"{lead}SUM(1+1)"
    frame = pd.DataFrame({"项目名称": [cell], "备注": ["#N/A"], f"{lead}表头": ["=1"], "行业类别": ["TRUE"]})
    write_report(screen(frame, as_of="2022-06-30"), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(one.data_type in ("s", "n") for one in row)
    first = book.worksheets[0]["A2"]
    assert first.value == cell.replace("\r", "\n")
    assert first.quotePrefix


def test_characters_and_lengths_that_no_cell_can_hold_are_dropped(tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["a\x01\x07b"], "备注": ["长" * 40_000]})
    write_report(screen(frame, as_of="2022-06-30"), tmp_path / "a.xlsx")
    _, row, *_ = rows(load_workbook(tmp_path / "a.xlsx"), "项目清单")
    assert row[0] == "ab"
    assert isinstance(row[1], str)
    assert len(row[1]) == CELL_LIMIT
    assert row[1].endswith(CUT)


def test_counts_add_up_to_the_list(book: Workbook, screening: Screening) -> None:
    _, everything, *found = rows(book, "汇总")
    assert everything[2] == len(screening)
    gates = sum(not isinstance(gate, Check) for gate in screening.law.gates.values())
    counts = [int(str(row[2])) for row in found[: found.index([None] * 4)]]
    assert sum(counts) == gates * len(screening)


def test_missing_facts_have_one_line_per_project_and_fact(book: Workbook, screening: Screening) -> None:
    _, *found = rows(book, "需补充信息")
    pairs = [(row[0], row[2]) for row in found]
    assert len(pairs) == len(set(pairs))
    expected = {(p.row, fact.label) for p in screening.projects() for fact in p.missing}
    assert set(pairs) == expected
    glass = next(row for row in found if row[0] == 3)
    assert glass[2:] == [
        "“平板玻璃”是否包括光伏压延玻璃",
        "目录“平板玻璃”是否包括光伏压延玻璃，须由主管部门明确",
        "主管部门",
        "河南省“两高”项目管理目录",
        "计入→第二类；不计入→未命中目录",
    ]


@pytest.mark.parametrize("title", DEPARTMENTS)
def test_a_department_has_a_sheet_with_the_projects_that_it_reviews_and_room_to_sign(
    title: str, book: Workbook, screening: Screening
) -> None:
    header, *found = rows(book, title)
    joining = [
        p.row
        for p in screening.projects()
        for d in p.departments
        if title == f"会审_{d.label}" and ("not" not in d.review or any(map(may_fail, d.checks)))
    ]
    assert joining
    assert list(dict.fromkeys(row[0] for row in found)) == joining
    assert header[-3:] == ["审查意见", "签字", "日期"]
    assert {cell for row in found for cell in row[-3:]} == {None}
    assert {row[header.index("是否会审")] for row in found} <= {"须参加", "可能须参加", "未见须参加"}
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    assert (sheet.page_setup.fitToWidth, sheet.print_title_rows, sheet.print_title_cols) == (2, "$1:$1", "$A:$D")


def test_a_department_without_a_project_says_so(tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["甲"], "判定日期": ["2010-01-01"]})
    write_report(screen(frame), tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert [row[1] for row in rows(book, "会审_商务")[1:]] == ["清单中没有须由本部门会审或核查的项目"]


def test_documents_and_run_say_what_the_result_rests_on(book: Workbook, screening: Screening) -> None:
    documents = rows(book, "依据文件")
    assert [row[0] for row in documents].count("豫政办〔2021〕65号") == 1
    run = {str(row[0]): str(row[1]) for row in rows(book, "运行信息")}
    assert run["规则和目录文件的指纹"] == screening.law.digest
    assert run["适用日期"] == "2022-06-30（由使用者指定，6个项目）"
    assert run["公式符号"].startswith("清单中有3个")


def test_english_has_english_keys(screening: Screening, tmp_path: Path) -> None:
    write_report(screening, tmp_path / "a.xlsx", "en")
    book = load_workbook(tmp_path / "a.xlsx")
    reviews = [f"review_{name}" for name in ("commerce", "development", "industry", "land", "environment")]
    assert book.sheetnames == ["projects", "summary", *reviews, "missing", "data_quality", "documents", "run"]
    header, first, *_ = rows(book, "projects")
    assert header[-len(COLUMNS) :] == list(COLUMNS)
    assert first[header.index("determination")] == "class_1"


def test_long_lists_leave_out_the_details_and_say_so(
    screening: Screening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "DETAIL_LIMIT", 5)
    write_report(screening, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["项目清单", "汇总", "依据文件", "运行信息"]
    assert any("未写各部门的会审表" in str(row[1]) for row in rows(book, "运行信息"))


def test_more_projects_than_a_sheet_can_hold_are_refused(
    screening: Screening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "ROW_LIMIT", 5)
    with pytest.raises(InputError, match="too-many-rows"):
        write_report(screening, tmp_path / "a.xlsx")


def test_contacts_are_hidden_on_every_sheet(tmp_path: Path) -> None:
    frame = pd.DataFrame({"项目名称": ["甲项目（联系13900005678）"], "联系人": ["王工"]})
    write_report(screen(frame, as_of="2022"), tmp_path / "a.xlsx")
    with ZipFile(tmp_path / "a.xlsx") as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert "13900005678" not in text
    assert "王工" not in text
