"""The sheet of legal documents: every text that was in force and used, how it was read, and what is not known of it."""

from __future__ import annotations

from openpyxl import Workbook

from lianggao.reports.workbook.look import Look
from lianggao.reports.workbook.sheet import Column, Sheet
from lianggao.rulebook import Rulebook
from lianggao.screening import Screening
from lianggao.tables.conditions import ALWAYS

_COLUMNS = {
    "number": ("文号", 22),
    "title": ("文件", 44),
    "issuers": ("印发机关", 26),
    "effective": ("施行", 20),
    "trust": ("可信度", 10),
    "projects": ("适用项目数", 12),
    "not_known": ("尚不清楚的", 56),
}
_LOOKS: list[Look] = ["centre" if key == "projects" else "plain" for key in _COLUMNS]


def write_documents(book: Workbook, screening: Screening, lang: str) -> None:
    """Write the sheet, documents in the order in which the gates use them."""
    zh, law = lang == "zh", screening.law
    columns = [Column(label if zh else key, width) for key, (label, width) in _COLUMNS.items()]
    sheet = Sheet(book, "依据文件" if zh else "documents", columns)
    for document, (projects, sure) in documents_used(screening).items():
        source = law.sources[document]
        period = f"{source.effective.from_} 起" if zh else f"from {source.effective.from_}"
        if source.effective.to:
            period = f"{source.effective.from_} 至 {source.effective.to}" if zh else f"to {source.effective.to}"
        if not sure:
            period += "\n（按所定日期是否已施行未定）" if zh else "\n(in force on the date: unsure)"
        sheet.add(
            [
                source.number or ("文号未见" if zh else "not read"),
                source.title,
                "、".join(source.issuers),
                period,
                law.vocabulary.domains["trust"][source.trust] if zh else source.trust,
                projects,
                "\n".join(source.not_known),
            ],
            _LOOKS,
        )


def documents_used(screening: Screening) -> dict[str, tuple[int, bool]]:
    """Return, per document, how many projects are screened by it and whether it is surely in force for all of them."""
    used: dict[str, tuple[int, bool]] = {}
    for batch in screening.batches:
        for document in _in_force(batch.rulebook):
            projects, sure = used.get(document, (0, True))
            used[document] = projects + len(batch.rows), sure and batch.rulebook.version[document] == ALWAYS
    return used


def _in_force(rulebook: Rulebook) -> dict[str, None]:
    return dict.fromkeys(rule.rule.document for rule in rulebook.rules)
