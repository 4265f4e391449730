"""The calls that a program makes: screen a list, or screen one project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from lianggao import intake
from lianggao.frames import ArrowStream, framed
from lianggao.in_parts import AT_ONCE, PartsOfList
from lianggao.intake import RawList
from lianggao.project import Project
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.models import Trust
from lianggao.screener import Given, Screener
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.groups import read_rooms
from lianggao.screening.result import EngineName
from lianggao.tables.known import Ints

Listed = Given | ArrowStream | str | os.PathLike[str]


def screen(
    data: Listed,
    *,
    as_of: str | date | None = None,
    trust: Trust = "recalled",
    law: Law | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    electricity_factor: str | None = None,
    energy_room: Mapping[str, float | str] | None = None,
    engine: EngineName = "tables",
    progress: Callable[[Ints], None] | None = None,
) -> Screening:
    """Screen a list: a frame, a file (with the name of a sheet), what `read_list` gave, or projects.

    A frame is one of pandas, polars or pyarrow, or a relation of DuckDB; `table` gives it back as what it was.
    `as_of` is the date whose law applies (`2022-06-30`, or a month or year); without it each row's own decision date
    does, else today. Conclusions resting on texts trusted less than `trust` are shown as undetermined. `mapping` says
    as what other header a column is to be read, `{"耗能": "年综合能耗（等价值，吨标准煤）"}`.
    `electricity_factor` names the factor by which stated amounts are checked against a stated 等价值: a year such as
    `2020`, or kilograms of standard coal a kilowatt hour such as `0.3055`. `energy_room` gives the energy that is left
    in a county or city (等价值) by its division code or name, in tonnes of standard coal or as a text with a unit,
    `{"411081": 50000, "许昌市": "30万吨标准煤"}`; it counts before the list's own column. `engine` is
    `tables`, `durable` (the extra durable-rules, with the chain of rules) or `both`, which compares the two.

    Raises InputError where the list or a call can't be used, LawError where the law's files are wrong, EngineError
    where an engine fails or two disagree.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"项目名称": ["熟料线"], "行业代码": ["3011"], "主要产品及规模": ["水泥熟料5500吨/日"],
    ...                      "建设性质": ["新建"], "建设地点": ["许昌市禹州市"], "当量值（吨标准煤）": [52000]})
    >>> screen(rows, as_of="2022-06-30").columns("en")["determination"].tolist()
    ['class_1']
    """
    law = law or load_law()
    rooms = read_rooms((energy_room or {}).items(), law)
    screener = Screener(law, as_of, trust, mapping, electricity_factor, rooms, engine)
    if frame := framed(data):
        return replace(screener.screen(frame.frame, progress=progress), framed=frame)
    given = read_list(data, sheet=sheet, law=law) if isinstance(data, str | os.PathLike) else cast("Given", data)
    return screener.screen(given, progress=progress)


def screen_parts(
    path: str | os.PathLike[str],
    *,
    rows: int = AT_ONCE,
    as_of: str | date | None = None,
    trust: Trust = "recalled",
    law: Law | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    electricity_factor: str | None = None,
    energy_room: Mapping[str, float | str] | None = None,
    engine: EngineName = "tables",
) -> Iterable[Screening]:
    """Screen the list in a file in parts of at most `rows` projects: for lists too long to be held in memory.

    Each part has its rows numbered as in the whole list, and says of them what `screen` says of them in the whole list,
    findings about several rows included; for these a long list is read three times, and a few numbers of each row are
    kept. The other arguments and errors are those of `screen`.

    >>> [len(part) for part in screen_parts("examples/projects.csv", rows=8, as_of="2022-06-30")]
    [8, 8, 4]
    """
    law = law or load_law()
    rooms = read_rooms((energy_room or {}).items(), law)
    screener = Screener(law, as_of, trust, mapping, electricity_factor, rooms, engine)
    return PartsOfList(Path(path), screener, sheet, rows)


def read_list(path: str | os.PathLike[str], *, sheet: str | None = None, law: Law | None = None) -> RawList:
    """Read the list in a file without screening it: every cell as text, with the place of headers and projects.

    `sheet` names a sheet of a workbook; the first visible one with content is read otherwise. The law in use says
    which headers are known. Raises InputError where the file can't be read as a list.
    """
    law = law or load_law()
    return intake.read_list(path, law.vocabulary, intake.read_headers(law.catalogs), sheet)


def screen_project(
    project: Project,
    *,
    as_of: str | date | None = None,
    trust: Trust = "recalled",
    law: Law | None = None,
    engine: EngineName = "tables",
) -> ProjectScreening:
    """Screen one project; the arguments are those of `screen`.

    Raises InputError on a wrong `as_of`, LawError where the law's files are wrong, EngineError as `screen` does.

    >>> result = screen_project(Project(products="水泥熟料", industry_code="3011", construction_nature="新建",
    ...                                 place="禹州市", energy_equivalent_tce="4.8—5.2万吨标准煤"), as_of="2022-06-30")
    >>> result.determination, result.gate("catalog").outcomes
    ('undetermined', ('class_1', 'class_2'))
    """
    return screen([project], as_of=as_of, trust=trust, law=law, engine=engine).project(1)
