"""`lianggao rules boundaries`: write the boundary cases of a rule, or of all rules, for review."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lianggao.cli.codes import THERE, UNDECIDED
from lianggao.cli.options import Lang, LawFolder, law_of
from lianggao.cli.output import print_data
from lianggao.errors import InputError


def write_boundaries(
    rule: Annotated[str | None, typer.Argument(metavar="[RULE]", help="规则编号。", show_default=False)] = None,
    output: Annotated[
        Path | None, typer.Option("-o", metavar="FILE", help="写入文件，不写则输出到屏幕。", show_default=False)
    ] = None,
    all_rules: Annotated[
        Path | None,
        typer.Option("--all", metavar="FOLDER", help="为每条规则在文件夹中各写一个文件。", show_default=False),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="只检查 --all 的文件是否与生成的一致，列出不一致的。")] = False,
    law: LawFolder = None,
    lang: Annotated[Lang, typer.Option("--lang", help="消息的语言。", case_sensitive=False)] = Lang.zh,
) -> int:
    """生成一条规则（或全部规则）的边界案例，供复核；--check 时有不一致的文件退出码为 3，有规则无法生成的为 4。"""
    if (rule is None) == (all_rules is None):
        raise typer.BadParameter("写一条规则的编号，或用 --all FOLDER")
    if all_rules is None:
        if check:
            raise typer.BadParameter("--check 与 --all 一起用")
        return _one(rule or "", output, law)
    if output is not None:
        raise typer.BadParameter("-o 只用于一条规则")
    return _all(all_rules, check, law, lang)


def _one(id: str, output: Path | None, folder: Path | None) -> int:
    from lianggao.audit.boundaries import boundaries_of, text_of, write_text
    from lianggao.cli.rules_show import rule_of

    law = law_of(folder)
    rule = rule_of(id, law)
    found, faults = boundaries_of(law, [rule])
    if faults:
        raise InputError(faults)
    text = text_of(found[rule.id], rule, law)
    if output is None:
        print_data(text)
    else:
        write_text(output, text)
    return 0


def _all(target: Path, check: bool, folder: Path | None, lang: str) -> int:
    from lianggao.audit.boundaries import differing_files, texts_of, write_all

    texts = texts_of(law_of(folder))
    for fault in texts.faults:
        print(fault.render(lang), file=sys.stderr)
    differing = list(differing_files(texts, target)) if check else []
    if not check:
        write_all(texts, target)
    print_data("".join(f"{path}\n" for path in differing))
    return THERE if differing else UNDECIDED if texts.faults else 0
