"""Screens a list and writes it, part by part where the files asked for allow it, and shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lianggao.cli.asked import exit_code, worse
from lianggao.cli.output import to_stdout
from lianggao.cli.strict import refuse_notes
from lianggao.in_parts import AT_ONCE, PartsOfList
from lianggao.reports.write import IN_PARTS, Encoding, write_parts, write_report, write_stream
from lianggao.screener import Screener
from lianggao.screening import Screening
from lianggao.screening.totals import Totals

Step = Callable[[int], None]


@dataclass(frozen=True)
class Writing:
    """What `lianggao screen` was asked to write of the list in a file; without paths a CSV goes to stdout."""

    screener: Screener
    file: Path
    sheet: str | None
    paths: Sequence[Path]
    lang: str
    keep_contacts: bool
    encoding: Encoding
    strict: bool
    fail_on: Sequence[str]

    def run(self) -> tuple[Totals, int]:
        """Write everything; return what is said of the list, and the exit code. Raises what screening raises."""
        totals, code = Totals(self.screener.law), 0
        with _bar(self.lang) as counted:
            parts = self._whole(counted) if self._is_whole() else self._in_parts(counted)
            for part in parts:
                totals.add(part)
                code = worse(code, exit_code(part, self.fail_on))
        return totals, code

    def _is_whole(self) -> bool:
        """Return whether the list has to be there as a whole: notes are told before anything is written."""
        return self.strict or any(path.suffix.lower() not in IN_PARTS for path in self.paths)

    def _whole(self, counted: Callable[[int], Step]) -> Iterator[Screening]:
        for screening in PartsOfList(self.file, self.screener, self.sheet, rows=sys.maxsize):
            if self.strict:
                refuse_notes(screening)
            step = counted(len(screening) * len(self.paths))
            for path in self.paths:
                write_report(
                    screening,
                    path,
                    self.lang,
                    keep_contacts=self.keep_contacts,
                    progress=step,
                    encoding=self.encoding,
                )
            if not self.paths:
                self._to_stdout(screening, header=True)
            yield screening

    def _in_parts(self, counted: Callable[[int], Step]) -> Iterator[Screening]:
        steps: list[Step] = []
        parts = PartsOfList(self.file, self.screener, self.sheet, AT_ONCE, lambda rows: steps.append(counted(rows)))
        written = (
            write_parts(parts, self.paths, self.lang, keep_contacts=self.keep_contacts, encoding=self.encoding)
            if self.paths
            else self._on_stdout(parts)
        )
        for part in written:
            for step in steps:
                step(len(part))
            yield part

    def _on_stdout(self, parts: PartsOfList) -> Iterator[Screening]:
        for number, part in enumerate(parts):
            self._to_stdout(part, header=number == 0)
            yield part

    def _to_stdout(self, part: Screening, header: bool) -> None:
        contacts, encoding = self.keep_contacts, self.encoding
        to_stdout(
            lambda stdout: write_stream(
                part, stdout, self.lang, keep_contacts=contacts, encoding=encoding, header=header
            )
        )


@contextmanager
def _bar(lang: str) -> Iterator[Callable[[int], Step]]:
    """Show a bar on stderr while it is a terminal, with rows done, all rows and rows a second; else show nothing."""
    if not sys.stderr.isatty():
        yield lambda _rows: lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("读取和判定" if lang == "zh" else "screening", total=None, rate="")

        def counted(rows: int) -> Step:
            bar.update(task, total=rows)
            return step

        def step(done: int) -> None:
            bar.advance(task, done)
            speed = bar.tasks[0].speed
            if speed:
                bar.update(task, rate=f"{speed:,.0f} {'个/秒' if lang == 'zh' else 'a second'}")

        yield counted
