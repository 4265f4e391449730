"""The calls that a program makes: screen a list, or screen one project."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256

import pandas as pd

from lianggao import intake
from lianggao.energy import electricity_factors, energy_notes, plausibility_notes
from lianggao.engines.choice import asker
from lianggao.errors import InputError, fault
from lianggao.facts import Facts, Note
from lianggao.identifiers import identifier_notes
from lianggao.intake import ColumnReport, RawList
from lianggao.project import Project, project_facts
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.models import Trust
from lianggao.screening import ProjectScreening, Screening, screen_facts
from lianggao.screening.groups import read_rooms
from lianggao.screening.result import EngineName
from lianggao.tables.known import Ints

Listed = pd.DataFrame | RawList | Sequence[Project] | str | os.PathLike[str]


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
    _check_factor(electricity_factor, law)
    rooms = read_rooms((energy_room or {}).items(), law)
    given = read_list(data, sheet=sheet, law=law) if isinstance(data, str | os.PathLike) else data
    facts, reports = _facts(given, law, mapping)
    facts = facts.adding(notes=identifier_notes(facts, law.catalogs, date.today()))
    raw = given if isinstance(given, RawList) else None
    frame = _frame(given)
    ask = partial(asker, engine)
    screening = screen_facts(
        facts,
        law,
        as_of,
        trust,
        _digest(raw, frame),
        progress,
        engine,
        ask,
        lambda stated: _doubts(stated, law, electricity_factor),
        rooms,
    )
    screening = replace(screening, given=frame, raw=raw, reports=reports)
    return screening if raw is None else _with_cells(screening, raw)


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


def _facts(
    given: pd.DataFrame | RawList | Sequence[Project], law: Law, mapping: Mapping[str, str] | None
) -> tuple[Facts, tuple[ColumnReport, ...]]:
    headers = intake.read_headers(law.catalogs)
    if isinstance(given, pd.DataFrame | RawList):
        reports = intake.report_columns(given, law.vocabulary, headers, mapping)
        return intake.read_facts(given, reports, law.vocabulary, headers), reports
    return project_facts(given, law.vocabulary, headers), ()


def _with_cells(screening: Screening, raw: RawList) -> Screening:
    """Name the cell of every note that is about one."""
    known = replace(screening.facts, notes=intake.placed(screening.facts.notes, raw, screening.reports))
    return replace(screening, facts=known, display=replace(screening.display, facts=known))


def _check_factor(name: str | None, law: Law) -> None:
    try:
        if name is not None:
            electricity_factors(law.catalogs, name)
    except ValueError:
        raise InputError([fault("electricity-factor-unknown", value=name)]) from None


def _doubts(facts: Facts, law: Law, electricity_factor: str | None) -> list[Note]:
    """Return what is doubtful about figures that were read well enough, of projects that are recognised."""
    return [
        *energy_notes(facts, law.catalogs, electricity_factor),
        *plausibility_notes(facts, law.catalogs),
    ]


def _digest(raw: RawList | None, frame: pd.DataFrame) -> str:
    if raw is not None and raw.path is not None:
        return sha256(raw.path.read_bytes()).hexdigest()
    return sha256(frame.to_csv(index=False).encode()).hexdigest()


def _frame(given: pd.DataFrame | RawList | Sequence[Project]) -> pd.DataFrame:
    if isinstance(given, pd.DataFrame):
        return given
    if isinstance(given, RawList):
        return given.frame
    return pd.DataFrame([project.stated() for project in given])
