"""Writes a screened list as a workbook for an officer: the list itself, what is missing, who must review, and why.

The same screening gives the same bytes; nothing in it is a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from openpyxl import Workbook

from lianggao.errors import InputError, fault
from lianggao.reports.workbook.details import write_details
from lianggao.reports.workbook.documents import write_documents
from lianggao.reports.workbook.projects import write_projects
from lianggao.reports.workbook.run import write_run
from lianggao.reports.workbook.stable import save_stable
from lianggao.reports.workbook.summary import write_summary

if TYPE_CHECKING:
    from lianggao.reports.write import Progress
    from lianggao.screening import Screening

DETAIL_LIMIT = 20_000
"""Longer lists get no sheets with one line per project and missing fact or department."""

ROW_LIMIT = 1_048_575
"""Projects that a sheet can hold below its header."""


def write(screening: Screening, file: BinaryIO, lang: str, keep_contacts: bool, progress: Progress | None) -> None:
    """Write all sheets. Raises InputError: `too-many-rows`."""
    if len(screening) > ROW_LIMIT:
        raise InputError([fault("too-many-rows", limit=ROW_LIMIT)])
    book = Workbook(write_only=True)
    escaped = write_projects(book, screening, lang, keep_contacts)
    write_summary(book, screening, lang)
    detailed = len(screening) <= DETAIL_LIMIT
    if detailed:
        write_details(book, screening, lang, keep_contacts, progress)
    write_documents(book, screening, lang)
    write_run(book, screening, lang, keep_contacts, escaped, DETAIL_LIMIT if not detailed else 0)
    save_stable(book, file)
