"""`lianggao rules test`: run case files against the rules and say where the two disagree."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import Lang, LawFolder, law_of
from lianggao.cli.output import print_data


class ReportFormat(StrEnum):
    """How the results are written."""

    text = "text"
    json = "json"
    junit = "junit"


def run_case_files(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...", help="案例文件（*.cases.yaml）或文件夹，不写用当前文件夹。", show_default=False
        ),
    ] = None,
    law: LawFolder = None,
    format: Annotated[
        ReportFormat, typer.Option("--format", help="输出格式：逐行文字、JSON 或 JUnit XML。", case_sensitive=False)
    ] = ReportFormat.text,
    lang: Annotated[Lang, typer.Option("--lang", help="文字的语言。", case_sensitive=False)] = Lang.zh,
) -> int:
    """按规则运行案例，列出应有结果与实际结果不符的案例；全部相符退出码为 0，有不符的为 3。"""
    from lianggao.audit.cases import read_cases, run_cases
    from lianggao.audit.cases.report import json_report, junit_report, text_report

    known = law_of(law)
    results = run_cases(read_cases(paths or Path(), known), known)
    if format is ReportFormat.json:
        print_data(json_report(results, known.digest))
    elif format is ReportFormat.junit:
        print_data(junit_report(results, lang))
    else:
        print_data(text_report(results, lang))
    return 0 if all(result.agrees for result in results) else THERE
