"""One sheet per department, for its officer to print: the projects that it must or may review, why, and what to check.

A project has one line, and below it one for each requirement that it fails or that is open. The last columns are left
blank for the opinion, the signature and the date.
"""

from __future__ import annotations

from openpyxl import Workbook

from lianggao.reports.workbook.checks import check_lines, counts
from lianggao.reports.workbook.look import OF_OUTCOME, Look, Value
from lianggao.reports.workbook.sheet import Sheet, columns_of
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.gates import CATALOG
from lianggao.screening.model import Status
from lianggao.screening.result import DepartmentReview

_COLUMNS = {
    "row": ("序号", 6),
    "project_name": ("项目名称", 21),
    "check": ("核查事项", 24),
    "check_status": ("核查结果", 9),
    "owner": ("建设单位", 15),
    "determination": ("判定", 11),
    "review": ("是否会审", 11),
    "because": ("为什么", 28),
    "checklist": ("核对事项", 40),
    "check_told": ("核查说明", 40),
    "check_basis": ("核查依据", 26),
    "check_missing": ("需补充", 34),
    "opinion": ("审查意见", 22),
    "signature": ("签字", 9),
    "date": ("日期", 10),
}
_FIXED = 4
"""Columns that stay in view and on every page, so that each part of a wide line says what it is about."""
_BLANK: tuple[Value, ...] = (None, None, None)
_OWN: tuple[Look, ...] = ("strong", "strong", "plain")
_PLAIN: tuple[Look, ...] = ("plain",) * 8
_NOBODY = ("清单中没有须由本部门会审或核查的项目", "no project of the list needs this department")
MOST = 1_000_000
"""Lines up to which requirements are written; after that a project has only its own line, which counts them."""


class ReviewSheets:
    """Takes the projects one by one and writes each on the sheets of the departments that it concerns."""

    def __init__(self, book: Workbook, screening: Screening, lang: str) -> None:
        self._screening, self._zh = screening, lang == "zh"
        self._titles = {rule.id: rule.rule.title for rule in screening.law.rules}
        self._labels = screening.law.vocabulary.domains["review"]
        self._sheets: dict[str, Sheet] = {}
        for department, label in screening.law.vocabulary.departments.items():
            title = f"会审_{label}" if self._zh else f"review_{department}"
            self._sheets[department] = sheet = Sheet(book, title, columns_of(_COLUMNS, lang), _FIXED)
            sheet.head(f"“两高”项目会审意见表（{label}）" if self._zh else title)

    def add(self, project: ProjectScreening, shown: ProjectScreening) -> None:
        """Write one project where it belongs; `shown` is the project with its contacts hidden."""
        status = {finding.rule: finding.status for finding in project.findings}
        gate = project.gate(CATALOG)
        name: tuple[Value, ...] = (shown.row, shown.facts.get("project_name", ""))
        for one in shown.departments:
            lines = check_lines(one, self._screening.law.vocabulary, self._zh)
            if one.review == "not_required" and not lines:
                continue
            sheet = self._sheets[one.department]
            review = self._labels[one.review] if self._zh else one.review
            how = (shown.facts.get("owner", ""), gate.label if self._zh else gate.outcome, review)
            sure: Look = "strong" if one.review == "required" else "plain"
            looks: tuple[Look, ...] = ("plain", OF_OUTCOME.get(gate.outcome, "plain"), sure, *_PLAIN)
            counted, why = counts(one, self._zh), self._why(one, status)
            sheet.add([*name, counted, None, *how, *why, *_BLANK, *_BLANK], ["centre", *_OWN, *looks])
            for line in lines[: max(MOST - sheet.rows, 0)]:
                cells = [*name, line.check, line.status, *how, None, None, *line.told, *_BLANK]
                sheet.add(cells, ["centre", "plain", "plain", line.look, *looks])

    def close(self) -> None:
        """Give the lines filters, and say so where there are none."""
        for sheet in self._sheets.values():
            if sheet.rows > 1:
                sheet.filterable()
            else:
                sheet.add([None, _NOBODY[0 if self._zh else 1], *[None] * (len(_COLUMNS) - 2)], "plain")

    def _why(self, one: DepartmentReview, status: dict[str, Status]) -> tuple[str, str]:
        if one.review == "not_required":
            return "", ""
        return (
            _sure_first([(self._titles[rule], status[rule]) for rule in one.because], self._zh),
            _sure_first([(line.text, line.status) for line in one.checklist], self._zh),
        )


def _sure_first(pairs: list[tuple[str, Status]], zh: bool) -> str:
    """Return the texts one a line, what is certain first and once only."""
    sure = dict.fromkeys(text for text, status in pairs if status == "certain")
    perhaps = dict.fromkeys(text for text, _ in pairs if text not in sure)
    mark = "（可能）" if zh else "(possible) "
    return "\n".join([*sure, *(mark + text for text in perhaps)])
