"""`lianggao screen`: a list in, the same list with its verdicts out, and a summary for the person who asked."""

from __future__ import annotations

from collections.abc import Sequence
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


class CsvEncoding(StrEnum):
    """How a CSV is encoded; both hold every character of a list."""

    utf8 = "utf-8-sig"
    gb18030 = "gb18030"


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
    from lianggao.cli.asked import check_outcomes
    from lianggao.cli.collecting import keep_what_is_loaded
    from lianggao.cli.report import print_report
    from lianggao.cli.writing import Writing
    from lianggao.screener import Screener
    from lianggao.screening.groups import read_rooms

    paths = _checked(out or [], file)
    rules = law_of(law)
    check_outcomes(fail_on or [], rules)
    screener = Screener(
        rules,
        as_of,
        trust.value,
        mapping_of(maps, mapping, rules),
        factor,
        read_rooms(rooms_of(energy_room, rules).items(), rules),
        engine.value,
    )
    keep_what_is_loaded()
    totals, code = Writing(
        screener, file, sheet, paths, lang.value, keep_contacts, encoding.value, strict, fail_on or []
    ).run()
    print_report(totals, paths, lang.value)
    return code


def _checked(out: Sequence[Path], file: Path) -> list[Path]:
    """Return the files to write, before any work is done for them. Raises InputError."""
    from lianggao.errors import InputError, fault
    from lianggao.reports.write import check_path

    paths = [check_path(path) for path in out]
    for path in paths:
        if path.resolve() == file.resolve():
            raise InputError([fault("output-is-input", value=path)])
    return paths
