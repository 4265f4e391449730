"""Writes a workbook to fill in: a sheet for the projects, one that explains every column, and the lists to choose from.

Its columns are those of the vocabulary in use, under headers that the reader of lists understands with unit and basis,
so that what is filled in is read back as it was meant.
"""

from __future__ import annotations

import os
from pathlib import Path

from openpyxl import Workbook

from lianggao.errors import Hint, InputError, Place, fault
from lianggao.reports.template.columns import template_columns
from lianggao.reports.template.filling import write_filling
from lianggao.reports.template.guide import write_guide
from lianggao.reports.template.options import write_options
from lianggao.reports.workbook.stable import save_stable
from lianggao.rulebook import Law

__all__ = ["write_template"]


def write_template(law: Law, path: str | os.PathLike[str], lang: str = "zh") -> None:
    """Write the workbook to an .xlsx file; `lang` is `zh` or `en`. The same law gives the same bytes.

    Raises InputError: `file-kind-unknown`, `file-not-writable`.
    """
    target = Path(path)
    if target.suffix.lower() != ".xlsx":
        hint = Hint("write to .xlsx", "请写到 .xlsx")
        raise InputError([fault("file-kind-unknown", value=target.name, hint=hint)])
    book = Workbook()
    book.remove(book.worksheets[0])
    columns = template_columns(law, lang)
    filling = write_filling(book, columns, lang)
    write_guide(book, columns, lang)
    write_options(book, filling, columns, lang)
    try:
        with target.open("wb") as file:
            save_stable(book, file)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError([fault("file-not-writable", Place(str(target)), why=why)]) from error
