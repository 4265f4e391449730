"""`lianggao screen`: a list in, the same list with its verdicts out, and a summary for the person who asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.options import (
    AsOf,
    EnergyRooms,
    Engine,
    EngineChoice,
    Lang,
    LawFolder,
    List,
    MappingFile,
    Maps,
    Sheet,
    Trust,
    TrustFloor,
    law_of,
    mapping_of,
    rooms_of,
)
from lianggao.cli.output import to_stdout


class CsvEncoding(StrEnum):
    """How a CSV is encoded; both hold every character of a list."""

    utf8 = "utf-8-sig"
    gb18030 = "gb18030"


Tell = Callable[[str, int], Callable[[int], None]]


def screen(
    file: List,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            help="写到文件：.csv、.xlsx 或 .jsonl，可写多个；不写则以 CSV 输出到标准输出。",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    trust: Trust = TrustFloor.recalled,
    lang: Annotated[Lang, typer.Option("--lang", help="列名、取值和消息的语言。")] = Lang.zh,
    sheet: Sheet = None,
    maps: Maps = None,
    mapping: MappingFile = None,
    factor: Annotated[
        str | None,
        typer.Option(
            "--electricity-factor",
            metavar="YEAR|FACTOR",
            help="核对能耗时电力等价值的折标系数：目录中的年份如 2020，或每千瓦时的千克标准煤如 0.3055；"
            "不写则不折算等价值。",
            show_default=False,
        ),
    ] = None,
    energy_room: EnergyRooms = None,
    engine: Engine = EngineChoice.tables,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="OUTCOME",
            help="有项目为此判定时以 3 退出，可能为此判定时以 4 退出；"
            "class_1、class_2、excluded、not_listed、undetermined，可写多个。",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有任何数据说明即以 1 退出，逐条列出，不写结果。")] = False,
    encoding: Annotated[CsvEncoding, typer.Option("--encoding", help="写 CSV 用的编码。")] = CsvEncoding.utf8,
    keep_contacts: Annotated[bool, typer.Option("--keep-contacts", help="不隐去联系人、手机号和身份证号。")] = False,
    law: LawFolder = None,
) -> int:
    """筛查项目清单，原样写回并附上判定、依据、需补充的信息、会审部门等各列。"""
    from lianggao import api
    from lianggao.cli.asked import check_outcomes, exit_code
    from lianggao.cli.report import print_report
    from lianggao.cli.strict import refuse_notes
    from lianggao.reports.write import write_report, write_stream

    paths = _checked(out or [], file)
    rules = law_of(law)
    check_outcomes(fail_on or [], rules)
    with _progress(lang.value) as tell:
        tell("读取和判定" if lang is Lang.zh else "screening", 0)
        screening = api.screen(
            file,
            as_of=as_of,
            trust=trust.value,
            law=rules,
            sheet=sheet,
            mapping=mapping_of(maps, mapping, rules),
            electricity_factor=factor,
            energy_room=rooms_of(energy_room, rules),
            engine=engine.value,
        )
        if strict:
            refuse_notes(screening)
        for path in paths:
            step = tell(f"写 {path.name}" if lang is Lang.zh else f"writing {path.name}", len(screening))
            write_report(
                screening, path, lang.value, keep_contacts=keep_contacts, encoding=encoding.value, progress=step
            )
    if not paths:
        to_stdout(
            lambda stdout: write_stream(
                screening, stdout, lang.value, keep_contacts=keep_contacts, encoding=encoding.value
            )
        )
    print_report(screening, paths, lang.value)
    return exit_code(screening, fail_on or [])


def _checked(out: Sequence[Path], file: Path) -> list[Path]:
    """Return the files to write, before any work is done for them. Raises InputError."""
    from lianggao.errors import InputError, fault
    from lianggao.reports.write import check_path

    paths = [check_path(path) for path in out]
    for path in paths:
        if path.resolve() == file.resolve():
            raise InputError([fault("output-is-input", value=path)])
    return paths


@contextmanager
def _progress(_lang: str) -> Iterator[Tell]:
    """Show a bar on stderr while it is a terminal; otherwise show nothing."""
    if not sys.stderr.isatty():
        yield lambda _what, _total: lambda _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def tell(what: str, total: int) -> Callable[[int], None]:
            task = bar.add_task(what, total=total or None)
            return lambda step: bar.advance(task, step)

        yield tell
