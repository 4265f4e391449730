"""Choose the writer by the name of the file, and turn what the disk refuses into an error with a place."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from lianggao.errors import Hint, InputError, Place, fault

if TYPE_CHECKING:
    from lianggao.screening import Screening

FORMATS = {".csv": "csv_lines", ".xlsx": "workbook", ".jsonl": "json_lines"}
"""Every kind of file that can be written, and the module that writes it (imported when it is needed)."""

WRITABLE = Hint("write to .csv, .xlsx or .jsonl", "请写到 .csv、.xlsx 或 .jsonl")

Progress = Callable[[int], None]
Encoding = Literal["utf-8-sig", "gb18030"]
"""How a CSV file is encoded; both hold every character."""


def check_path(path: str | os.PathLike[str]) -> Path:
    """Return the path if its name says how to write it. Raises InputError: `file-kind-unknown`."""
    found = Path(path)
    if found.suffix.lower() not in FORMATS:
        raise InputError([fault("file-kind-unknown", value=found.name, hint=WRITABLE)])
    return found


def write_report(
    screening: Screening,
    path: str | os.PathLike[str],
    lang: str = "zh",
    *,
    keep_contacts: bool = False,
    progress: Progress | None = None,
    encoding: Encoding = "utf-8-sig",
) -> None:
    """Write a screened list to `path`: .csv, .xlsx or .jsonl. A list that came from a workbook comes back in it.

    `lang` is `zh` or `en`; `keep_contacts` leaves telephone and identity numbers as they are. `progress` is told how
    many more projects were written out in full. `encoding` is that of a .csv file; the others have their own.

    Raises InputError: `file-kind-unknown`, `file-not-writable`, `too-many-rows`.
    """
    target = check_path(path)
    writer = import_module(f"lianggao.reports.{FORMATS[target.suffix.lower()]}")
    try:
        with target.open("wb") as file:
            if target.suffix.lower() == ".csv":
                writer.write(screening, file, lang, keep_contacts, progress, encoding)
            else:
                writer.write(screening, file, lang, keep_contacts, progress)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError([fault("file-not-writable", Place(str(target)), why=why)]) from error


def write_stream(
    screening: Screening,
    file: BinaryIO,
    lang: str = "zh",
    *,
    keep_contacts: bool = False,
    encoding: Encoding = "utf-8-sig",
) -> None:
    """Write the list as CSV to an open stream of bytes, the same bytes as a file would hold."""
    from lianggao.reports.csv_lines import write

    write(screening, file, lang, keep_contacts, None, encoding)
