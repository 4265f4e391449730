"""`lianggao rules doc`: write one Markdown page per rule and an index, or say which pages are not as they should be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import LawFolder, law_of
from lianggao.cli.output import print_data

WORDS = {"missing": "缺少", "stale": "过时", "left_over": "多余"}


def write_rule_pages(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="写入的文件夹。")] = Path("docs/rules"),
    check: Annotated[bool, typer.Option("--check", help="不写，只列出缺少、过时和多余的页，有则退出码为 3。")] = False,
    law: LawFolder = None,
) -> int:
    """为每条规则写一页说明（结论、依据、条件、例子、沿革、测试），并按依据文件写一页目录。"""
    from lianggao.audit.pages import differing_pages, pages_of, write_pages
    from lianggao.rulebook.home import shipped_law

    pages = pages_of(law_of(law), law or shipped_law())
    if not check:
        write_pages(pages, folder)
        return 0
    differing = [f"{WORDS[how]}　{path.as_posix()}\n" for how, path in differing_pages(pages, folder)]
    print_data("".join(differing))
    return THERE if differing else 0
