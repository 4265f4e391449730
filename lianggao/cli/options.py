"""The options that several verbs share, each described once."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lianggao.rulebook import Law


class TrustFloor(StrEnum):
    """How well the text behind a conclusion must be known, from most to least."""

    official = "official"
    reprint = "reprint"
    report = "report"
    recalled = "recalled"


class EngineChoice(StrEnum):
    """Which engine judges the rules."""

    tables = "tables"
    durable = "durable"
    both = "both"


class TextOrJson(StrEnum):
    """How a result is printed: for people or as data."""

    text = "text"
    json = "json"


class Lang(StrEnum):
    """The language of columns, values and messages."""

    zh = "zh"
    en = "en"


List = Annotated[
    Path,
    typer.Argument(metavar="IN", help="项目清单：.xlsx、.xls、.ods、.csv、.tsv、.json 或 .jsonl。", show_default=False),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="适用哪一天的规则，如 2022-06-30；不写则用各项目的判定日期，没有的用当天。",
        show_default=False,
    ),
]
Trust = Annotated[
    TrustFloor, typer.Option("--trust", help="可信度下限，所依文本低于它的结论不作认定。", case_sensitive=False)
]
Engine = Annotated[
    EngineChoice,
    typer.Option(
        "--engine",
        help="tables 查判定表；durable 用 durable-rules 推理并留下过程（须另装）；both 两者都用并逐项比较。",
        case_sensitive=False,
    ),
]
Sheet = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="工作簿中的工作表，不写用第一张。", show_default=False)
]
Maps = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="列名=字段",
        help="把某一列当作另一表头来读，如 --map '耗能=年综合能耗（等价值，吨标准煤）'；"
        "等号后为空则不用该列。可写多个。",
        show_default=False,
    ),
]
MappingFile = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="FILE",
        help="保存的对照表，有“表头”“读作”两列（lianggao columns --save 可写出）。",
        show_default=False,
    ),
]
EnergyRooms = Annotated[
    list[str] | None,
    typer.Option(
        "--energy-room",
        metavar="地方=数值",
        help="县（市、区）或省辖市的剩余用能空间（等价值，吨标准煤），如 411081=50000 或 '禹州市=5万吨标准煤'，"
        "先于清单中的列；可写多个。",
        show_default=False,
    ),
]
LawFolder = Annotated[
    Path | None,
    typer.Option(
        "--law",
        metavar="FOLDER",
        help="含 rules/ 和 catalogs/ 的文件夹，或叠加在自带规则之上的文件夹（有 overlay.yaml）；不写用自带的规则。",
        show_default=False,
    ),
]


Form = Annotated[TextOrJson, typer.Option("--format", help="输出格式：逐行文字或 JSON。", case_sensitive=False)]


def mapping_of(pairs: list[str] | None, file: Path | None, law: Law) -> Mapping[str, str]:
    """Return as what columns are to be read. Raises InputError where a pair or the file can't be used."""
    if not pairs and file is None:
        return {}
    from lianggao.intake import read_headers
    from lianggao.intake.mapping import read_mapping

    return read_mapping(pairs or [], file, law.vocabulary, read_headers(law.catalogs))


def rooms_of(texts: list[str] | None, law: Law) -> Mapping[str, str]:
    """Return the energy room of each place that is named. Raises InputError where a text can't be used."""
    if not texts:
        return {}
    from lianggao.screening.groups import pairs_of, read_rooms

    pairs = pairs_of(texts)
    read_rooms(pairs, law)  # a place given twice would be lost in what is returned
    return dict(pairs)


def law_of(folder: Path | None) -> Law:
    """Return the law in a folder, or the one that is shipped. Raises LawError."""
    from lianggao.rulebook import load_law

    return load_law(folder)
