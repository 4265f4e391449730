"""Screen one list by two laws and say what moves: matrices from whole columns, details only for what moved."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import numpy as np

from lianggao.api import Listed, read_list, screen
from lianggao.audit.impact.compare import Compared, GateColumns, compare
from lianggao.audit.impact.details import moved_project
from lianggao.audit.impact.model import Cell, GateMoves, Impact, MovedProject, Side
from lianggao.audit.impact.states import UNDETERMINED
from lianggao.rulebook import Law
from lianggao.rulebook.models import Trust
from lianggao.rulebook.requirements import is_requirement
from lianggao.screening import Screening
from lianggao.version import __version__

AsOf = str | date | None


def impact_of(
    old: Law,
    new: Law,
    listed: Listed,
    *,
    as_of: AsOf | tuple[AsOf, AsOf] = None,
    trust: Trust = "recalled",
    sheet: str | None = None,
) -> Impact:
    """Say what moves on a list when one law takes the place of the other.

    `listed`, `trust` and `sheet` are as for `screen`; `as_of` is the date whose law applies, or the old and the new
    date. Each law reads the list with its own vocabulary and catalogs.

    Raises InputError where the list or a date can't be used, LawError where a law can't be compiled.

    >>> from lianggao import Project, load_law
    >>> clinker = Project(project_name="熟料线", industry_code="3011", products="水泥熟料", place="禹州市",
    ...                   construction_nature="新建", energy_equivalent_tce=20000)
    >>> found = impact_of(load_law(), load_law(), [clinker], as_of=("2021-06-30", "2022-06-30"))
    >>> [(cell.old, cell.new, cell.rows) for cell in found.gates[0].cells]
    [('not_applicable', 'class_2', (1,))]
    """
    dates = as_of if isinstance(as_of, tuple) else (as_of, as_of)
    if isinstance(listed, str | os.PathLike):
        listed = read_list(listed, sheet=sheet, law=new)
    before = screen(listed, as_of=dates[0], trust=trust, law=old)
    after = screen(listed, as_of=dates[1], trust=trust, law=new)
    return _impact(before, after, dates)


def _impact(old: Screening, new: Screening, dates: tuple[AsOf, AsOf]) -> Impact:
    compared = compare(old, new)
    detail = _details(compared, old, new)
    impact = Impact(
        tool=f"lianggao {__version__}",
        old=_side(old, dates[0]),
        new=_side(new, dates[1]),
        trust_floor=new.trust_floor,
        input_sha256=new.input_sha256,
        rows=len(new),
        moved=_rows(compared.moved),
        gates=tuple(_gates(compared, old, new)),
    )
    impact._compared, impact._detail = compared, detail
    return impact


def _details(compared: Compared, old: Screening, new: Screening) -> Callable[[int], MovedProject]:
    """Return what puts a project in full; nothing is prepared before the first is asked for."""

    @cache
    def detail(row: int) -> MovedProject:
        both = (old.project(row), new.project(row))
        return moved_project(compared.names[row - 1], both, new.law.vocabulary)

    return detail


def _side(screening: Screening, as_of: AsOf) -> Side:
    return Side(name=screening.law.name, sha256=screening.law.digest, as_of=None if as_of is None else str(as_of))


def _gates(compared: Compared, old: Screening, new: Screening) -> Iterator[GateMoves]:
    for gate, columns in compared.gates.items():
        law = new.law if gate in new.law.gates else old.law
        yield GateMoves(
            gate=gate,
            title=law.gates[gate].title,
            outcomes=(*columns.order, UNDETERMINED),
            labels=_labels(gate, [old.law, new.law]),
            cells=tuple(_cells(columns)),
        )


def _cells(columns: GateColumns) -> Iterator[Cell]:
    names = (*columns.order, UNDETERMINED)
    place = np.array([names.index(state.decided) for state in columns.states])
    pairs = place[columns.old] * len(names) + place[columns.new]
    moved = np.flatnonzero(columns.moved)
    for pair, projects in zip(*np.unique(pairs, return_counts=True), strict=True):
        old, new = divmod(int(pair), len(names))
        rows = _rows(moved[pairs[moved] == pair])
        yield Cell(old=names[old], new=names[new], projects=int(projects), rows=rows)


def _rows(places: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> tuple[int, ...]:
    return tuple((places + 1).tolist())


def _labels(gate: str, laws: list[Law]) -> dict[str, str]:
    found: dict[str, str] = {}
    for law in laws:
        found |= law.vocabulary.domains["outcome"]
    for known in (law.gates[gate] for law in laws if gate in law.gates):
        found |= {outcome.id: outcome.label for outcome in (*known.outcomes, known.otherwise)}
    if is_requirement(gate):
        found[UNDETERMINED] = laws[-1].vocabulary.domains["check"]["undecided"]
    return found
