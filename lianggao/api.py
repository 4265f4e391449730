"""The calls that a program makes: screen a list, or screen one project."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

import pandas as pd

from lianggao.engines.choice import asker
from lianggao.facts import Facts
from lianggao.intake import RawList, read_facts, read_headers, read_list
from lianggao.project import Project, project_facts
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.models import Trust
from lianggao.screening import ProjectScreening, Screening, screen_facts
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
    engine: EngineName = "tables",
    progress: Callable[[Ints], None] | None = None,
) -> Screening:
    """Screen a list: a frame, a .csv or .xlsx file (with the name of a sheet), or projects.

    `as_of` is the date whose law applies (`2022-06-30`, or a month or year); without it each row's own decision date
    does, else today. Conclusions resting on texts trusted less than `trust` are shown as undetermined. `engine` is
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
    if isinstance(data, str | os.PathLike):
        given: pd.DataFrame | RawList | Sequence[Project] = read_list(data, sheet)
        digest = sha256(Path(data).read_bytes()).hexdigest()
    else:
        given, digest = data, ""
    facts = _facts(given, law)
    frame = _frame(given)
    digest = digest or sha256(frame.to_csv(index=False).encode()).hexdigest()
    ask = partial(asker, engine)
    noticed = tuple(note.text for note in given.notes) if isinstance(given, RawList) else ()
    screening = screen_facts(facts, law, as_of, trust, digest, progress, engine, ask)
    return replace(screening, given=frame, list_notes=noticed)


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


def _facts(given: pd.DataFrame | RawList | Sequence[Project], law: Law) -> Facts:
    headers = read_headers(law.catalogs)
    if isinstance(given, pd.DataFrame | RawList):
        return read_facts(given, law.vocabulary, headers)
    return project_facts(given, law.vocabulary, headers)


def _frame(given: pd.DataFrame | RawList | Sequence[Project]) -> pd.DataFrame:
    if isinstance(given, pd.DataFrame):
        return given
    if isinstance(given, RawList):
        return given.frame
    return pd.DataFrame([project.stated() for project in given])
