"""`lianggao rules departments`: write one Markdown page per department, or say which are not as they should be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import LawFolder, law_of
from lianggao.cli.output import print_data
from lianggao.cli.rules_doc import WORDS


def write_department_pages(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="写入的文件夹。")] = Path("docs/departments"),
    check: Annotated[bool, typer.Option("--check", help="不写，只列出缺少、过时和多余的页，有则退出码为 3。")] = False,
    law: LawFolder = None,
) -> int:
    """为每个部门写一页：何时参加、替它核查什么、请它核对什么、哪些由人判断、涉及的待定问题。"""
    from lianggao.audit.departments import department_pages
    from lianggao.audit.pages import differing_pages, write_pages

    pages = department_pages(law_of(law))
    if not check:
        write_pages(pages, folder)
        return 0
    print_data("".join(f"{WORDS[how]}　{path.as_posix()}\n" for how, path in differing_pages(pages, folder)))
    return THERE if any(differing_pages(pages, folder)) else 0
