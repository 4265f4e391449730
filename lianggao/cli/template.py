"""`lianggao template`: a workbook to fill in, with the columns of the law in use."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.options import Lang, LawFolder, law_of


def template(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="写到哪个 .xlsx 文件。", show_default=False)],
    lang: Annotated[Lang, typer.Option("--lang", help="表头、选项和说明的语言。")] = Lang.zh,
    law: LawFolder = None,
) -> None:
    """写出一份可以填写的项目清单：表头带单位和口径，可选的有下拉列表，另有一张填写说明。"""
    from lianggao.reports.template import write_template

    write_template(law_of(law), out, lang.value)
    print(f"已写出 {out}" if lang is Lang.zh else f"wrote {out}", file=sys.stderr)
