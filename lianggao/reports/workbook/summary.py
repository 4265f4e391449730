"""The sheet of counts: how many projects each gate puts where, what became of every requirement that departments check,
and which column is worth filling first.
"""

from __future__ import annotations

import numpy as np
from openpyxl import Workbook

from lianggao.notes import SURE, kind_of
from lianggao.reports.workbook.look import OF_OUTCOME, Look
from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.requirements import Check, CheckStatus
from lianggao.screening import Screening, Summary
from lianggao.screening.gates import CATALOG

_STATUSES: tuple[CheckStatus, ...] = ("fails", "undecided", "holds")
_COLUMNS = {"gate": ("关口", 46), "outcome": ("结果", 26), "projects": ("项目数", 22), "share": ("占比", 24)}


def write_summary(book: Workbook, screening: Screening, lang: str) -> None:
    """Write the sheet."""
    zh, summary = lang == "zh", screening.summary()
    columns = [Column(label if zh else key, width) for key, (label, width) in _COLUMNS.items()]
    sheet = Sheet(book, "汇总" if zh else "summary", columns)
    sheet.add(
        ["全部项目" if zh else "all projects", "", summary.projects, None], ["strong", "strong", "centre", "share"]
    )
    for gate in sorted(summary.outcomes, key=lambda gate: gate != CATALOG):
        _gate(sheet, screening, summary, gate, zh)
    _checks(sheet, screening, summary, zh)
    if summary.fill:
        sheet.add(["", "", None, ""], "note")
        _filling(sheet, screening, summary, zh)
    if screening.facts.notes:
        sheet.add(["", "", None, ""], "note")
        _quality(sheet, screening, zh)
    sheet.upright()


def _gate(sheet: Sheet, screening: Screening, summary: Summary, gate: str, zh: bool) -> None:
    labels = screening.batches[0].labels(gate)
    title = screening.law.gates[gate].title if zh else gate
    for outcome, count in summary.outcomes[gate].items():
        if count or gate == CATALOG:
            look: Look = OF_OUTCOME.get(outcome, "plain") if gate == CATALOG else "plain"
            name = labels[outcome] if zh else outcome
            sheet.add([title, name, count, count / summary.projects], ["plain", look, "centre", "share"])
            title = ""


def _checks(sheet: Sheet, screening: Screening, summary: Summary, zh: bool) -> None:
    """Count what became of every requirement that may apply to some project, department by department."""
    found = {check: counts for check, counts in summary.checks.items() if any(counts[s] for s in _STATUSES)}
    if not found:
        return
    labels = screening.law.vocabulary.domains["check"]
    sheet.add(["", "", None, ""], "note")
    sheet.add(["核查事项" if zh else "checks", *(labels[s] if zh else s for s in _STATUSES)], "added")
    for department, label in screening.law.vocabulary.departments.items():
        for check, counts in found.items():
            known = screening.law.gates[check]
            if isinstance(known, Check) and known.department == department:
                name = f"{label}：{known.title}" if zh else f"{department}: {check}"
                sheet.add([name, *(counts[s] for s in _STATUSES)], ["plain", "centre", "centre", "centre"])


def _filling(sheet: Sheet, screening: Screening, summary: Summary, zh: bool) -> None:
    titles = ["补哪一列最有用（省目录判定）", "由谁答复", "补上就能定的项目数", "补上能缩小范围的项目数"]
    sheet.add(titles if zh else ["column worth filling (catalog)", "who answers", "settles", "narrows"], "added")
    fields = screening.law.vocabulary.fields
    for filling in summary.fill:
        authority = filling.field.startswith(IN_FORCE) or fields[filling.field].kind == "reading"
        who = ("主管部门" if zh else "authority") if authority else "项目单位" if zh else "project"
        label = filling.label if zh else filling.field
        sheet.add([label, who, filling.settles, filling.narrows], ["plain", "plain", "centre", "centre"])
    if zh:
        sheet.add(
            ["“能定”指不论补上什么值，省目录判定都只剩一种；“能缩小”指总有某个值能排除一种判定。", "", None, ""], "note"
        )


def _quality(sheet: Sheet, screening: Screening, zh: bool) -> None:
    """Count the data notes of each kind, those of most projects first."""
    titles = ["数据质量：读取清单时注意到的", "把握", "条数", "涉及项目数"]
    sheet.add(titles if zh else ["data notes", "how sure", "notes", "projects"], "added")
    counts = {code: (len(np.unique(rows)), len(rows)) for code, rows in screening.facts.notes.rows_by_code().items()}
    for code, (projects, notes) in sorted(counts.items(), key=lambda pair: (-pair[1][0], pair[0])):
        kind = kind_of(code)
        told = [kind.label, SURE[kind.sure]] if zh else [code, kind.sure]
        sheet.add([*told, notes, projects], ["plain", "plain", "centre", "centre"])
