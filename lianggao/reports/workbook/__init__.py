"""Writes a screened list as a workbook for an officer: the list itself, who must review, what is missing, and why.

A list that came from a workbook comes back in that workbook. The same screening gives the same bytes; nothing in it is
a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from openpyxl import Workbook

from lianggao.errors import InputError, fault
from lianggao.reports.json_lines import without_contacts
from lianggao.reports.workbook.documents import write_documents
from lianggao.reports.workbook.missing import MissingSheet
from lianggao.reports.workbook.projects import write_projects
from lianggao.reports.workbook.quality import write_quality
from lianggao.reports.workbook.reviews import ReviewSheets
from lianggao.reports.workbook.run import Made, write_run
from lianggao.reports.workbook.stable import save_stable
from lianggao.reports.workbook.summary import write_summary
from lianggao.reports.workbook.theirs import append_columns, open_theirs
from lianggao.screening import COLUMNS

if TYPE_CHECKING:
    from lianggao.reports.write import Progress
    from lianggao.screening import Screening

DETAIL_LIMIT = 20_000
"""Longer lists get no sheets with one line per project and missing fact, department or data note."""

ROW_LIMIT = 1_048_575
"""Projects that a sheet can hold below its header."""


def write(screening: Screening, file: BinaryIO, lang: str, keep_contacts: bool, progress: Progress | None) -> None:
    """Write all sheets. Raises InputError: `too-many-rows`."""
    if len(screening) > ROW_LIMIT:
        raise InputError([fault("too-many-rows", limit=ROW_LIMIT)])
    book, made = _with_list(screening, lang, keep_contacts)
    write_summary(book, screening, lang)
    detailed = len(screening) <= DETAIL_LIMIT
    if detailed:
        _write_details(book, screening, lang, keep_contacts, progress)
        write_quality(book, screening, lang, keep_contacts)
    write_documents(book, screening, lang)
    write_run(book, screening, lang, keep_contacts, made, DETAIL_LIMIT if not detailed else 0)
    save_stable(book, file)


def _with_list(screening: Screening, lang: str, keep_contacts: bool) -> tuple[Workbook, Made]:
    """Return a workbook that has the list with our columns: theirs, if it can be kept, or a new one."""
    theirs = open_theirs(screening, keep_contacts, len(COLUMNS))
    if not isinstance(theirs, str) and screening.raw is not None:
        escaped = append_columns(theirs, screening, screening.raw, lang, keep_contacts)
        return theirs.book, Made(theirs.escaped + escaped, theirs=theirs)
    book = Workbook(write_only=True)
    return book, Made(write_projects(book, screening, lang, keep_contacts), why_new=str(theirs))


def _write_details(
    book: Workbook, screening: Screening, lang: str, keep_contacts: bool, progress: Progress | None
) -> None:
    """Write the sheets with lines per project, working each project out once."""
    reviews, missing = ReviewSheets(book, screening, lang), MissingSheet(book, screening, lang)
    for project in screening.projects():
        shown = project if keep_contacts else without_contacts(project, screening)
        reviews.add(project, shown)
        missing.add(shown)
        if progress:
            progress(1)
    reviews.close()
    missing.close()
