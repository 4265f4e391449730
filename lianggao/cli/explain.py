"""`lianggao explain`: everything about one project of a list, in words."""

from __future__ import annotations

from typing import Annotated

import typer

from lianggao.cli.options import (
    AsOf,
    Engine,
    EngineChoice,
    LawFolder,
    List,
    MappingFile,
    Maps,
    Sheet,
    Trust,
    TrustFloor,
    law_of,
    mapping_of,
)
from lianggao.cli.output import print_data


def explain(
    file: List,
    row: Annotated[int, typer.Option("--row", metavar="N", help="清单中的第几个项目，从1数起。", show_default=False)],
    as_of: AsOf = None,
    trust: Trust = TrustFloor.recalled,
    sheet: Sheet = None,
    maps: Maps = None,
    mapping: MappingFile = None,
    engine: Engine = EngineChoice.tables,
    law: LawFolder = None,
    keep_contacts: Annotated[bool, typer.Option("--keep-contacts", help="不隐去手机号和身份证号。")] = False,
) -> None:
    """说明清单中一个项目的判定：事实、规则、依据、缺少的信息和会审部门。"""
    from lianggao import api
    from lianggao.reports.masking import mask_text
    from lianggao.screening import explain as explanation

    rules = law_of(law)
    screening = api.screen(
        file,
        as_of=as_of,
        trust=trust.value,
        law=rules,
        sheet=sheet,
        mapping=mapping_of(maps, mapping, rules),
        engine=engine.value,
    )
    text = explanation(screening, row)
    print_data(text if keep_contacts else mask_text(text))
