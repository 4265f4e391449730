"""How a list is screened: the law and everything that was asked, used in the same way for a list or a part of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from lianggao import intake
from lianggao.energy import electricity_factors, energy_notes, plausibility_notes
from lianggao.engines.choice import asker
from lianggao.errors import InputError, fault
from lianggao.facts import Facts, Notes
from lianggao.identifiers import identifier_notes
from lianggao.intake import ColumnReport, RawList
from lianggao.noting import LateNotes
from lianggao.rulebook import Law, Rulebook
from lianggao.rulebook.models import Trust
from lianggao.screening import Screening
from lianggao.screening.group import GroupFinding
from lianggao.screening.groups import Room
from lianggao.screening.memory import Memory
from lianggao.screening.result import EngineName
from lianggao.screening.screening import Prepared, findings_of_rows, prepared, screen_prepared
from lianggao.tables.known import Ints

if TYPE_CHECKING:
    from lianggao.project import Project


class Ready(NamedTuple):
    """A list whose projects are recognised: its rows as given, where they were read, and what each column gives."""

    frame: pd.DataFrame
    raw: RawList | None
    reports: tuple[ColumnReport, ...]
    facts: Prepared


Given = pd.DataFrame | RawList | Sequence["Project"]


@dataclass(frozen=True)
class Screener:
    """What was asked, as `lianggao.screen` has it. Raises InputError where an electricity factor is unknown."""

    law: Law
    as_of: str | date | None = None
    trust: Trust = "recalled"
    mapping: Mapping[str, str] | None = None
    electricity_factor: str | None = None
    rooms: Sequence[Room] = ()
    engine: EngineName = "tables"
    _memories: dict[int, tuple[object, Memory]] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        name = self.electricity_factor
        try:
            if name is not None:
                electricity_factors(self.law.catalogs, name)
        except ValueError:
            raise InputError([fault("electricity-factor-unknown", value=name)]) from None

    def screen(
        self,
        given: Given,
        groups: Sequence[GroupFinding] | None = None,
        before: int = 0,
        fingerprint: Callable[[], str] | None = None,
        progress: Callable[[Ints], None] | None = None,
    ) -> Screening:
        """Screen a list, or the part of one that has `before` rows in front of it and the `groups` of the whole list.

        Raises what `lianggao.screen` raises.
        """
        return self.judge(self.ready(given), groups, before, fingerprint, progress)

    def ready(self, given: Given) -> Ready:
        """Read a list and recognise its projects: all that comes before the tables, and may be done in another thread.

        Raises InputError.
        """
        facts, reports = self.facts(given)
        facts = facts.adding(notes=LateNotes(partial(identifier_notes, facts, self.law.catalogs, date.today())))
        known = prepared(facts, self.law, self.as_of, self._doubts, self.rooms)
        return Ready(_frame(given), given if isinstance(given, RawList) else None, reports, known)

    def judge(
        self,
        ready: Ready,
        groups: Sequence[GroupFinding] | None = None,
        before: int = 0,
        fingerprint: Callable[[], str] | None = None,
        progress: Callable[[Ints], None] | None = None,
    ) -> Screening:
        """Ask the tables about a list, or a part of one as `screen` has it. Raises LawError, EngineError."""
        frame, raw, reports, facts = ready
        screening = screen_prepared(
            facts,
            self.law,
            self.trust,
            fingerprint or _fingerprint(raw, frame),
            progress,
            self.engine,
            self._memory,
            self.rooms,
            groups,
        )
        screening = replace(screening, given=frame, raw=raw, reports=reports, before=before)
        return screening if raw is None else _with_cells(screening, raw)

    def facts(self, given: Given, only: Set[str] | None = None) -> tuple[Facts, tuple[ColumnReport, ...]]:
        """Return what a list states, of some fields or of all, and what each of its columns gives."""
        vocabulary, headers = self.law.vocabulary, intake.read_headers(self.law.catalogs)
        if isinstance(given, pd.DataFrame | RawList):
            reports = intake.report_columns(given, vocabulary, headers, self.mapping)
            asked = reports if only is None else tuple(report.restricted(only) for report in reports)
            return intake.read_facts(given, asked, vocabulary, headers), reports
        # The models of a project take a tenth of a second to build, and a list needs none.
        from lianggao.project import project_facts

        return project_facts(given, vocabulary, headers), ()

    def findings(self, facts: Facts, numbers: Ints) -> tuple[GroupFinding, ...]:
        """Return what is found about several of these rows of a list; `numbers` are their places in it, from 0."""
        return findings_of_rows(facts, self.law, self.as_of, self.rooms, numbers)

    def _memory(self, rulebook: Rulebook) -> Memory:
        """Return what was answered before, by the tables of any rulebook or by another engine that is made for one."""
        key = 0 if self.engine == "tables" else id(rulebook.gates)
        _, memory = self._memories.get(key, (None, None))
        if memory is None or memory.is_full:
            memory = Memory(asker(self.engine, rulebook))
            # The gates are kept, so that their identity is not given to others.
            self._memories[key] = (rulebook.gates, memory)
        return memory

    def _doubts(self, facts: Facts) -> Notes:
        """Return what is doubtful about figures that were read well enough, of projects that are recognised."""
        energy = energy_notes(facts, self.law.catalogs, self.electricity_factor)
        return energy + plausibility_notes(facts, self.law.catalogs)


def _with_cells(screening: Screening, raw: RawList) -> Screening:
    """Name the cell of every note that is about one."""
    known = replace(screening.facts, notes=intake.placed(screening.facts.notes, raw, screening.reports))
    return replace(screening, facts=known, display=replace(screening.display, facts=known))


def _fingerprint(raw: RawList | None, frame: pd.DataFrame) -> Callable[[], str]:
    """Return what gives the SHA-256 of a file as it is now, or of a frame once it is asked for."""
    if raw is None or raw.path is None:
        return lambda: sha256(frame.to_csv(index=False).encode()).hexdigest()
    return fingerprint_of(raw.path)


def fingerprint_of(path: Path) -> Callable[[], str]:
    """Return what gives the SHA-256 of a file as it is now."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return lambda: digest


def _frame(given: Given) -> pd.DataFrame:
    if isinstance(given, pd.DataFrame):
        # Shares the data, and keeps it as it is now whatever the caller does to the frame.
        return given.copy(deep=False)
    if isinstance(given, RawList):
        return given.frame
    return pd.DataFrame([project.stated() for project in given])
