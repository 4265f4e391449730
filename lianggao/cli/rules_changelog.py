"""`lianggao rules changelog`: hold LAW_CHANGELOG.md to the law, and write the entry that a change needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import Lang
from lianggao.cli.output import print_data


def check_changelog(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="含 rules/ 和 catalogs/ 的文件夹。", show_default=False)
    ] = Path(),
    log: Annotated[
        Path | None,
        typer.Option("--log", metavar="FILE", help="不写用其中的 LAW_CHANGELOG.md。", show_default=False),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="SIDE",
            help="与之比较的旧规则：文件夹、git 版本或 shipped；不写则按上一条记录的指纹在 git 历史中找。",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[Lang, typer.Option("--lang", help="消息的语言。")] = Lang.zh,
) -> int:
    """核对规则变更记录：最新一节的指纹、依据文件、时间和方向须与规则的实际变化一致。

    不一致时以 3 退出，并给出应写的条目。
    """
    from lianggao.audit.changelog import check_log, read_log

    found = check_log(read_log(log or folder / "LAW_CHANGELOG.md"), folder, base)
    for one in found.faults:
        print(one.render(lang.value), file=sys.stderr)
    if found.base is None:
        told = "未找到上一版规则，只核对了指纹" if lang is Lang.zh else "the law before was not found: fingerprint only"
        print(told, file=sys.stderr)
    if found.faults and found.entry:
        print_data(found.entry)
    return THERE if found.faults else 0
