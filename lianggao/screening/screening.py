"""A screened list: the same rows, each with its verdict, as columns or project by project.

`screen_facts` runs the stages one after the other; nothing of a later stage reaches an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from lianggao.computing import compute
from lianggao.errors import EngineError, InputError, fault
from lianggao.facts import Facts, Note
from lianggao.frames import Framed
from lianggao.intake.columns import ColumnReport
from lianggao.intake.raw import ListNote, RawList
from lianggao.noting import LateNotes
from lianggao.recognition import recognise
from lianggao.rulebook import Law, Rulebook
from lianggao.rulebook.models import Trust
from lianggao.screening.batch import Batch, work
from lianggao.screening.columns import columns_of
from lianggao.screening.dating import Dating, dating_of
from lianggao.screening.display import Display
from lianggao.screening.gates import DisagreementError, PatternFailedError, look_up
from lianggao.screening.group import sentences_of
from lianggao.screening.groups import GroupFinding, Room, group_findings, just_under_notes, with_rooms
from lianggao.screening.memory import Memory
from lianggao.screening.narrowing import narrow
from lianggao.screening.project import project_screening
from lianggao.screening.result import EngineName, ProjectScreening, Stamp
from lianggao.screening.sensitivity import basis_notes
from lianggao.screening.summary import Summary, summary_of
from lianggao.tables.known import Ints
from lianggao.version import __version__


@dataclass(frozen=True)
class Screening:
    """The result for a list: `given` are its rows, `columns` what is appended, `project(row)` one project in full.

    A part of a longer list has `before` rows in front of it; rows are called by their numbers in the whole list.
    """

    law: Law
    facts: Facts
    display: Display
    dating: Dating
    batches: tuple[Batch, ...]
    trust_floor: Trust
    fingerprint: Callable[[], str]
    """Gives the SHA-256 of the input, worked out only where a stamp asks for it."""
    engine: EngineName = "tables"
    groups: tuple[GroupFinding, ...] = ()
    """What was found about several rows together: the same project twice, one in parts, an energy room passed."""
    given: pd.DataFrame = field(default_factory=pd.DataFrame)
    raw: RawList | None = None
    """The list as it was written, where it came from a file."""
    reports: tuple[ColumnReport, ...] = ()
    """What each column gives, one report per header of the list."""
    before: int = 0
    framed: Framed | None = None
    """The frame as it was given, where it is none of pandas."""

    def __len__(self) -> int:
        return self.facts.rows

    @property
    def list_notes(self) -> tuple[ListNote, ...]:
        """Return what was noticed about the list as a whole while it was read, such as blank rows left out."""
        return self.raw.notes if self.raw else ()

    def columns(self, lang: str = "zh") -> pd.DataFrame:
        """Return the appended columns, one row per project in the order given; `lang` is `zh` or `en`."""
        return columns_of(self.batches, self.display, self.law, lang, self._told_of_groups)

    def table(self, lang: str = "zh") -> Any:
        """Return the rows as given with the columns appended, as a frame of the kind that was given, else of pandas.

        A pandas frame and an Arrow table keep both of two columns of one name; elsewhere the appended one ends in `_1`.
        """
        if self.framed:
            return self.framed.with_columns(self.columns(lang))
        added = self.columns(lang).set_axis(self.given.index)
        return pd.concat([self.given, added], axis=1)

    def project(self, row: int) -> ProjectScreening:
        """Return everything about one project; rows count from 1. Raises InputError."""
        if not self.before < row <= self.before + len(self):
            raise InputError([fault("row-unknown", value=row, rows=self.before + len(self))])
        batch, at = self.batch_of(row)
        found = project_screening(batch, self.display, row - 1 - self.before, at, self.groups_of(row), self.stamp(row))
        return found.model_copy(update={"row": row}) if self.before else found

    def groups_of(self, row: int) -> tuple[GroupFinding, ...]:
        """Return what was found about groups that a project is in; rows count from 1."""
        return self._groups_by_row.get(row, ())

    @cached_property
    def _groups_by_row(self) -> dict[int, tuple[GroupFinding, ...]]:
        found: dict[int, tuple[GroupFinding, ...]] = {}
        for group in self.groups:
            for row in group.rows:
                if self.before < row <= self.before + len(self):
                    found[row] = (*found.get(row, ()), group)
        return found

    @property
    def _told_of_groups(self) -> dict[int, str]:
        """Return, per row from 0 in this part, what was found about it and others."""
        told = ((row - 1 - self.before, text) for row, text in sentences_of(self.groups).items())
        return {row: text for row, text in told if 0 <= row < len(self)}

    def batch_of(self, row: int) -> tuple[Batch, int]:
        """Return the batch of a project and its situation in it; rows count from 1."""
        at = row - 1 - self.before
        batch = self.batches[self._batch_of_row[at]]
        return batch, int(batch.situation[np.searchsorted(batch.rows, at)])

    def projects(self) -> Iterator[ProjectScreening]:
        """Yield every project in the order given."""
        return (self.project(row) for row in range(self.before + 1, self.before + len(self) + 1))

    def stamp(self, row: int) -> Stamp:
        """Return what one project's result rests on; rows count from 1."""
        when, source = self.dating.dates[self.dating.of_row[row - 1 - self.before]]
        return Stamp(
            tool=f"lianggao {__version__}",
            engine=self.engine,
            rulebook=self.batch_of(row)[0].rulebook.id,
            overlays=tuple(f"{overlay.id} {overlay.title}" for overlay in self.law.overlays),
            law_sha256=self.law.digest,
            as_of=str(when),
            as_of_from=source,
            trust_floor=self.trust_floor,
            input_sha256=self.input_sha256,
        )

    @cached_property
    def input_sha256(self) -> str:
        """Return the SHA-256 of the input."""
        return self.fingerprint()

    def summary(self) -> Summary:
        """Return the counts, and which column, if filled, would settle how many projects."""
        return summary_of(self.batches, len(self))

    @cached_property
    def _batch_of_row(self) -> Ints:
        found = np.zeros(len(self), dtype=np.int64)
        for at, batch in enumerate(self.batches):
            found[batch.rows] = at
        return found


class Prepared(NamedTuple):
    """The facts of a list before a table is asked: as recognised, with all that follows from them, and their dates."""

    stated: Facts
    known: Facts
    dating: Dating


def prepared(
    facts: Facts,
    law: Law,
    as_of: str | date | None,
    doubts: Callable[[Facts], Iterable[Note]] = lambda _: (),
    rooms: Sequence[Room] = (),
) -> Prepared:
    """Recognise the projects of a facts frame, and work out what follows from what is stated. Raises InputError.

    `doubts` gives the notes on recognised facts that need more than the cells, such as energy held against amounts;
    `rooms` are the energy rooms given beside the list.
    """
    stated = recognise(facts, law.catalogs)
    stated = with_rooms(stated.adding(notes=LateNotes(partial(doubts, stated))), rooms)
    known = narrow(stated, law.vocabulary)
    dating = dating_of(known, as_of)
    known = compute(known, law.vocabulary, law.catalogs, [when for when, _ in dating.dates], dating.of_row)
    return Prepared(stated, known, dating)


def screen_prepared(
    facts: Prepared,
    law: Law,
    trust: Trust = "recalled",
    fingerprint: Callable[[], str] = lambda: "",
    progress: Callable[[Ints], None] | None = None,
    engine: EngineName = "tables",
    memory: Callable[[Rulebook], Memory] = lambda _: Memory(look_up),
    rooms: Sequence[Room] = (),
    groups: Sequence[GroupFinding] | None = None,
) -> Screening:
    """Ask the tables about a list. `progress` is told the rows of each version of the law when they are done.

    `memory` gives what the engine answered for each rulebook so far; `engine` is its name. `groups` are the findings
    about several rows where they are known already, as of a part of a longer list.
    Raises LawError where the law can't be compiled, EngineError where an engine fails or two disagree.
    """
    stated, known, dating = facts
    display = Display(law.vocabulary, stated, known)
    batches = []
    for rulebook, rows in dating.batches(law):
        try:
            batches.append(work(known, rows.astype(np.int64), rulebook, trust, memory(rulebook)))
        except DisagreementError as found:
            raise _disagreement(found, rulebook, int(rows[found.row]), display) from found
        except PatternFailedError as failed:
            row = int(rows[failed.row])
            name = display.values(row).get("project_name", "")
            raise EngineError([fault("engine-failed-at", row=row + 1, name=name, what=failed)]) from failed
        if progress:
            progress(rows)
    versions = [(batch.rulebook, batch.rows) for batch in batches]
    near, either = partial(just_under_notes, stated, known, versions), partial(basis_notes, stated, law.vocabulary)
    known = known.adding(notes=LateNotes(near) + LateNotes(lambda: either(versions)))
    together = group_findings(stated, known, versions, rooms) if groups is None else tuple(groups)
    display = replace(display, facts=known)
    return Screening(law, known, display, dating, tuple(batches), trust, fingerprint, engine, together)


def screen_facts(facts: Facts, law: Law, as_of: str | date | None = None) -> Screening:
    """Screen a facts frame. Raises what `prepared` and `screen_prepared` raise."""
    return screen_prepared(prepared(facts, law, as_of), law)


def findings_of_rows(
    facts: Facts, law: Law, as_of: str | date | None, rooms: Sequence[Room], numbers: Ints
) -> tuple[GroupFinding, ...]:
    """Return the findings about several rows among some rows of a list; `numbers` are their places in it, from 0."""
    stated, known, dating = prepared(facts, law, as_of, rooms=rooms)
    versions = [(rulebook, rows.astype(np.int64)) for rulebook, rows in dating.batches(law)]
    return group_findings(stated, known, versions, rooms, numbers)


def _disagreement(found: DisagreementError, rulebook: Rulebook, row: int, display: Display) -> EngineError:
    """Name the project, its facts and what each engine says of it."""
    tables = next(t for t in rulebook.gates if found.table in (t.decide, t.follow))
    facts = "; ".join(f"{name}={text}" for name, text in display.values(row).items())
    read, inferred = found.said
    what = fault("engines-differ", gate=tables.gate.id, row=row + 1, facts=facts, tables=read, durable=inferred)
    return EngineError([what], found.trace)
