"""Choose the writer by the name of the file, and turn what the disk refuses into an error with a place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from lianggao.errors import Hint, InputError, Place, fault

if TYPE_CHECKING:
    from lianggao.reports.csv_lines import Lines
    from lianggao.screening import Screening

FORMATS = {".csv": "csv_lines", ".xlsx": "workbook", ".jsonl": "json_lines"}
"""Every kind of file that can be written, and the module that writes it (imported when it is needed)."""

IN_PARTS = frozenset({".csv", ".jsonl"})
"""Kinds that hold a list line by line, and so can be written part by part."""

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
    if target.suffix.lower() in IN_PARTS:
        for _ in write_parts(
            [screening], [target], lang, keep_contacts=keep_contacts, progress=progress, encoding=encoding
        ):
            pass
        return
    writer = import_module(f"lianggao.reports.{FORMATS[target.suffix.lower()]}")
    with _told(target), target.open("wb") as file:
        writer.write(screening, file, lang, keep_contacts, progress)


def write_parts(
    parts: Iterable[Screening],
    paths: Sequence[str | os.PathLike[str]],
    lang: str = "zh",
    *,
    keep_contacts: bool = False,
    progress: Progress | None = None,
    encoding: Encoding = "utf-8-sig",
) -> Iterator[Screening]:
    """Write the parts of a screened list below each other to .csv and .jsonl files, and yield each when it is written.

    The files have their names when all is written: what fails on the way leaves no half of a list behind, and what was
    there before. Options and errors are those of `write_report`.
    """
    from lianggao.reports import csv_lines, json_lines

    targets = [check_path(path) for path in paths]
    with ExitStack() as open_files, ThreadPoolExecutor(1) as thread:
        files = [(target, open_files.enter_context(_whole(target))) for target in targets]
        tables = [each for each in files if each[0].suffix.lower() == ".csv"]

        def finished(part: Screening, writing: Future[None] | None) -> Screening:
            if writing:
                writing.result()
                if progress:
                    progress(len(part) * len(tables))
            return part

        before: list[tuple[Screening, Future[None] | None]] = []
        writing = None
        for number, part in enumerate(parts):
            if tables:
                lines = csv_lines.Lines.of(part, lang, keep_contacts)
                # While the lines of a part are written, the next one is screened.
                writing = thread.submit(_write_lines, lines, tables, encoding, number == 0)
            for target, file in (each for each in files if each not in tables):
                with _told(target):
                    json_lines.write(part, file, keep_contacts, progress)
            yield from (finished(*each) for each in before)
            before = [(part, writing)]
        yield from (finished(*each) for each in before)


def _write_lines(lines: Lines, files: Sequence[tuple[Path, BinaryIO]], encoding: Encoding, header: bool) -> None:
    for target, file in files:
        with _told(target):
            lines.write(file, encoding, header)


def write_stream(
    screening: Screening,
    file: BinaryIO,
    lang: str = "zh",
    *,
    keep_contacts: bool = False,
    encoding: Encoding = "utf-8-sig",
    header: bool = True,
) -> None:
    """Write a list, or a part of one, as CSV to an open stream of bytes, the same bytes as a file would hold."""
    from lianggao.reports.csv_lines import Lines

    Lines.of(screening, lang, keep_contacts).write(file, encoding, header)


@contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Open a file beside the target, and put it in its place at the end; what is no plain file is written as it is."""
    if target.exists() and not target.is_file():
        with _told(target), target.open("wb") as file:
            yield file
        return
    beside = target.with_name(f"{target.name}.part")
    try:
        with _told(target):
            file = beside.open("wb")
        with file:
            yield file
        with _told(target):
            beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError([fault("file-not-writable", Place(str(target)), why=why)]) from error
