"""Requirements in a workbook and in JSON Lines: what fails, what is open, and what to ask for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lianggao import Project, Screening, screen
from lianggao.reports import write_report
from lianggao.reports.json_lines import without_contacts
from lianggao.reports.workbook import reviews

SHEET = "会审_工业和信息化"
RATIO = "cement-glass-replacement-2024/clinker"
LINE = Project(
    project_name="=熟料线（找张工13900005678）",
    products="水泥熟料",
    industry_code="3011",
    construction_nature="新建",
    place="许昌市禹州市",
    stage="拟签约",
)
PROJECTS = [
    LINE.model_copy(update={"replacement_ratio": 1.6, "replacement_source": "province_elsewhere"}),
    LINE,
    Project(project_name="高速公路", products="高速公路", industry_code="4812", place="许昌市", stage="存量"),
]


@pytest.fixture(scope="module")
def screening() -> Screening:
    return screen(PROJECTS, as_of="2026-01-10")


@pytest.fixture(scope="module")
def book(screening: Screening, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_report(screening, path)
    return load_workbook(path)


def sheet_of(book: Workbook, name: str) -> Worksheet:
    sheet = book[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def lines(book: Workbook, sheet: str = SHEET) -> list[dict[str, object]]:
    header, *found = sheet_of(book, sheet).iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in found]


def test_a_requirement_not_met_has_a_line_with_its_sentence_and_clause(book: Workbook) -> None:
    mine = [line for line in lines(book) if line["序号"] == 1]
    line = next(line for line in mine if line["核查事项"] == "水泥熟料产能置换比例")
    assert line["核查结果"] == "不符合"
    assert "置换比例1.6" in str(line["核查说明"])
    assert line["核查依据"] == "《水泥玻璃行业产能置换办法（2024年本，自2024年11月1日施行）》水泥熟料置换比例（报道）"
    assert line["需补充"] is None
    assert (line["判定"], line["是否会审"]) == (mine[0]["判定"], mine[0]["是否会审"])
    assert {str(line["项目名称"]) for line in mine} == {"=熟料线（找张工139******78）"}


def test_an_open_requirement_says_whom_to_ask_what(book: Workbook, screening: Screening) -> None:
    line = next(x for x in lines(book) if x["序号"] == 2 and x["核查事项"] == "水泥熟料产能置换比例")
    assert line["核查结果"] == "待定"
    assert f"项目单位：{screening.law.vocabulary['replaced_t'].question}" in str(line["需补充"]).split("\n")


def test_the_line_of_the_project_counts_and_the_lines_below_it_add_up(book: Workbook, screening: Screening) -> None:
    for project in screening.projects():
        for one in project.departments:
            found = [line for line in lines(book, f"会审_{one.label}") if line["序号"] == project.row]
            outcomes = Counter(frozenset(check.outcomes) for check in one.checks)
            fails = outcomes[frozenset({"fails"})]
            perhaps = outcomes[frozenset({"not_applicable", "fails", "holds"})]
            unsure = outcomes[frozenset({"fails", "holds"})] + outcomes[frozenset({"not_applicable", "fails"})]
            wanted = ["不符合"] * fails + ["待定"] * (unsure + (perhaps > 0))
            if one.review == "not_required" and not wanted:
                assert found == []
                continue
            assert [line["核查结果"] for line in found] == [None, *wanted]
            assert (f"不符合{fails}项" in str(found[0]["核查事项"])) == (fails > 0)
            if perhaps:
                assert found[-1]["核查事项"] == f"{perhaps}项是否适用待定"
                assert len(str(found[-1]["核查说明"]).split("\n")) == perhaps


def test_the_summary_counts_every_requirement_that_applies_to_a_project(book: Workbook, screening: Screening) -> None:
    found = list(sheet_of(book, "汇总").iter_rows(values_only=True))
    first = next(at for at, row in enumerate(found) if row[0] == "核查事项")
    assert found[first][1:] == ("不符合", "待定", "符合")
    counted: dict[str, list[int]] = {}
    for name, *counts in found[first + 1 :]:
        if name is None:
            break
        counted[str(name)] = [int(str(count)) for count in counts]
    labels = screening.law.vocabulary.departments
    wanted: dict[str, list[int]] = {}
    for project in screening.projects():
        for check in project.checks:
            tally = wanted.setdefault(f"{labels[check.department]}：{check.title}", [0, 0, 0])
            tally[["fails", "undecided", "holds"].index(check.status)] += 1
    assert counted == wanted


def test_past_the_rows_of_a_sheet_projects_keep_their_own_line(
    screening: Screening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "MOST", 4)
    write_report(screening, tmp_path / "a.xlsx")
    assert [line["序号"] for line in lines(load_workbook(tmp_path / "a.xlsx"))] == [1, 1, 1, 2, 3]


def test_json_lines_have_every_requirement_and_the_ids_of_those_that_do_not_apply(
    screening: Screening, tmp_path: Path
) -> None:
    write_report(screening, tmp_path / "a.jsonl")
    first, *_ = (json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines())
    checks = {check["check"]: check for one in first["departments"] for check in one["checks"]}
    assert checks[RATIO]["status"] == "fails"
    assert {*checks, *first["inapplicable"]} == set(screening.batches[0].checks())
    assert "industry-directory-2024/no-backward-process" not in first["inapplicable"]


def test_contacts_in_the_sentence_of_a_requirement_are_hidden(screening: Screening) -> None:
    project = screening.project(1)
    told = {"sentence": "由张工13900005678负责"}
    departments = tuple(
        one.model_copy(update={"checks": tuple(check.model_copy(update=told) for check in one.checks)})
        for one in project.departments
    )
    shown = without_contacts(project.model_copy(update={"departments": departments}), screening)
    assert {check.sentence for check in shown.checks} == {"由张工139******78负责"}
