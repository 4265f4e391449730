"""One sheet per department, for its officer to print: the projects that it must or may review, why, and what to check.

The last columns are left blank for the opinion, the signature and the date.
"""

from __future__ import annotations

from openpyxl import Workbook

from lianggao.reports.workbook.look import OF_OUTCOME, Look, Value
from lianggao.reports.workbook.sheet import Sheet, columns_of
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.gates import CATALOG
from lianggao.screening.model import Status
from lianggao.screening.result import DepartmentReview

_COLUMNS = {
    "row": ("序号", 6),
    "project_name": ("项目名称", 24),
    "owner": ("建设单位", 16),
    "determination": ("判定", 11),
    "review": ("是否会审", 11),
    "because": ("为什么", 30),
    "checklist": ("核对事项", 46),
    "opinion": ("审查意见", 24),
    "signature": ("签字", 10),
    "date": ("日期", 11),
}
_BLANK: tuple[Value, ...] = (None, None, None)
_PLAIN: tuple[Look, ...] = ("plain",) * 5
_NOBODY = ("清单中没有须由本部门会审的项目", "no project of the list needs a review by this department")


class ReviewSheets:
    """Takes the projects one by one and writes each on the sheets of the departments that it concerns."""

    def __init__(self, book: Workbook, screening: Screening, lang: str) -> None:
        self._screening, self._zh = screening, lang == "zh"
        self._titles = {rule.id: rule.rule.title for rule in screening.law.rules}
        self._sheets: dict[str, Sheet] = {}
        for department, label in screening.law.vocabulary.departments.items():
            title = f"会审_{label}" if self._zh else f"review_{department}"
            self._sheets[department] = sheet = Sheet(book, title, columns_of(_COLUMNS, lang), 2)
            sheet.head(f"“两高”项目会审意见表（{label}）" if self._zh else title)

    def add(self, project: ProjectScreening, shown: ProjectScreening) -> None:
        """Write one project where it belongs; `shown` is the project with its contacts hidden."""
        status = {finding.rule: finding.status for finding in project.findings}
        gate = project.gate(CATALOG)
        for one in shown.departments:
            if one.review == "not_required":
                continue
            look: Look = OF_OUTCOME.get(gate.outcome, "plain")
            sure: Look = "strong" if one.review == "required" else "plain"
            values: list[Value] = [
                shown.row,
                shown.facts.get("project_name", ""),
                shown.facts.get("owner", ""),
                gate.label if self._zh else gate.outcome,
                *self._review(one, status),
                *_BLANK,
            ]
            looks: list[Look] = ["centre", "plain", "plain", look, sure, *_PLAIN]
            self._sheets[one.department].add(values, looks)

    def close(self) -> None:
        """Give the lines filters, and say so where there are none."""
        for sheet in self._sheets.values():
            if sheet.rows > 1:
                sheet.filterable()
            else:
                sheet.add([None, _NOBODY[0 if self._zh else 1], *[None] * (len(_COLUMNS) - 2)], "plain")

    def _review(self, one: DepartmentReview, status: dict[str, Status]) -> list[str]:
        labels = self._screening.law.vocabulary.domains["review"]
        return [
            labels[one.review] if self._zh else one.review,
            _sure_first([(self._titles[rule], status[rule]) for rule in one.because], self._zh),
            _sure_first([(line.text, line.status) for line in one.checklist], self._zh),
        ]


def _sure_first(pairs: list[tuple[str, Status]], zh: bool) -> str:
    """Return the texts one a line, what is certain first and once only."""
    sure = dict.fromkeys(text for text, status in pairs if status == "certain")
    perhaps = dict.fromkeys(text for text, _ in pairs if text not in sure)
    mark = "（可能）" if zh else "(possible) "
    return "\n".join([*sure, *(mark + text for text in perhaps)])
