"""`lianggao rules coverage`: what cases or a list put to the test, and how much of the law is encoded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.options import AsOf, Form, Lang, LawFolder, Sheet, TextOrJson, law_of
from lianggao.cli.output import print_data


def measure_coverage(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="案例文件（*.cases.yaml）、其文件夹，或项目清单（.csv、.xlsx）；不写则只列依据文件的写入情况。",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    sheet: Sheet = None,
    law: LawFolder = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="列出每个条件为真、为假的一对项目。")] = False,
    form: Form = TextOrJson.text,
    lang: Annotated[Lang, typer.Option("--lang", help="标题的语言。")] = Lang.zh,
) -> None:
    """案例或清单检验到规则的哪些条件、哪些情形；依据文件的各处是否写入规则。"""
    from lianggao.audit.coverage import coverage_of
    from lianggao.audit.coverage.gathering import screened_paths
    from lianggao.audit.coverage.places_text import places_text
    from lianggao.audit.coverage.text import coverage_text

    known = law_of(law)
    found = coverage_of(known, screened_paths(paths or [], known, as_of, sheet))
    if form is TextOrJson.json:
        print_data(found.model_dump_json(indent=2) + "\n")
    elif not paths:
        print_data(places_text(found.documents, lang.value))
    else:
        print_data(coverage_text(found, lang.value, pairs=pairs))
