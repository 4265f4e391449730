"""`lianggao rules check`: what in the rules and catalogs can never do anything, or does not fit together."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from lianggao.cli.codes import THERE
from lianggao.cli.options import Lang, LawFolder
from lianggao.cli.output import print_data
from lianggao.errors import LawError


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    junit = "junit"


def check_rules(
    law: LawFolder = None,
    written: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text 每行一处；json；sarif 2.1.0；github 工作流注解；junit 测试报告。",
            case_sensitive=False,
        ),
    ] = Format.text,
    lang: Annotated[Lang, typer.Option("--lang", help="说明用中文或英文。", case_sensitive=False)] = Lang.zh,
) -> int:
    """检查规则和目录：永不成立的规则、不起作用的条件、不相接的施行期等；各项见 docs/checking.md。

    文件本身有误的退出码为 2，检查发现问题的为 3。
    """
    from lianggao.audit.checking import Checked, check_law
    from lianggao.audit.checking.formats import FORMATS, summary

    try:
        checked = check_law(law)
    except LawError as error:
        checked = Checked(error.faults, valid=False)
    print_data(FORMATS[written](checked, lang))
    print(summary(checked, lang), file=sys.stderr)
    if not checked.valid:
        return LawError.exit_code
    return THERE if checked.faults else 0
