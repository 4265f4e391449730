"""`lianggao rules fmt`: rewrite rule and catalog files into one form, or say which would be rewritten."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import Lang
from lianggao.cli.output import print_data


def format_rules(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="文件或文件夹，不写用当前文件夹的 rules/ 和 catalogs/。",
            show_default=False,
        ),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="不改写，只列出须改写的文件，有则退出码为 3。")] = False,
    lang: Annotated[Lang, typer.Option("--lang", help="说明用中文或英文。", case_sensitive=False)] = Lang.zh,
) -> int:
    """把规则、关口、定义、待定问题和 source.yaml 改写成统一的格式，注释保留，内容不变；列出改写的文件。"""
    from lianggao.audit.formatting import changes_in, write

    changed = changes_in(paths or ())
    if not check:
        write(changed)
    print_data("".join(f"{path.as_posix()}\n" for path in changed))
    print(_summary(len(changed), check, lang), file=sys.stderr)
    return THERE if check and changed else 0


def _summary(count: int, check: bool, lang: Lang) -> str:
    if lang is Lang.en:
        files = f"{count} file{'' if count == 1 else 's'}"
        return f"{files} would be rewritten" if check else f"{files} rewritten"
    return f"{count}个文件须改写" if check else f"已改写{count}个文件"
