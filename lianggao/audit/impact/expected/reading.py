"""Read announced moves and find the project of each; mistakes are collected with their places and raised together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lianggao.audit.impact.compare import Change
from lianggao.audit.impact.expected.models import OR, Move, Moves
from lianggao.audit.impact.expected.names import Names
from lianggao.audit.impact.model import Impact
from lianggao.errors import Fault, Hint, InputError, Place, fault
from lianggao.rulebook.parse import parse
from lianggao.rulebook.yaml_reader import Document, Path_, read_yaml
from lianggao.screening.departments import REVIEWS

Source = str | os.PathLike[str] | Mapping[str, Any]


@dataclass(frozen=True)
class Announced:
    """What is announced of one project: gates and departments, each from what to what."""

    gates: Mapping[str, Change]
    departments: Mapping[str, Change]


def read_moves(source: Source, impact: Impact) -> dict[int, Announced]:
    """Return the announced moves by row. `source` is a file, or its plain data.

    Raises InputError with every fault: unknown gates, outcomes, departments and projects, names that several projects
    have, moves that can't be read, and projects announced twice.
    """
    document = _document(source)
    content, faults = parse(Moves, document)
    faults = [_ours(found) for found in faults]
    found: dict[int, Announced] = {}
    if content:
        check = _Check(document, impact)
        found = check.all(content)
        faults += check.faults
    if faults:
        raise InputError(sorted(dict.fromkeys(faults), key=lambda one: (one.place.line, one.place.column)))
    return found


def _document(source: Source) -> Document:
    if isinstance(source, Mapping):
        whole: dict[Path_, Place] = {(): Place("expected")}
        return Document("expected", source, dict(whole), dict(whole))
    if not Path(source).is_file():
        raise InputError([fault("file-missing", value=source)])
    return read_yaml(Path(source), Path(source).as_posix())


def _ours(found: Fault) -> Fault:
    """Point at the page about these files, not at the one about rule files."""
    return fault("wrong-in-moves", found.place, **dict(found.words)) if found.code == "wrong-value" else found


class _Check:
    """Gathers the faults of one file."""

    def __init__(self, document: Document, impact: Impact) -> None:
        self.faults: list[Fault] = []
        self._document, self._names = document, Names.of(impact)
        self._outcomes = {gate.gate: gate.outcomes for gate in impact.gates}
        self._departments = list(impact.compared.departments)

    def all(self, content: Moves) -> dict[int, Announced]:
        """Return the moves by row, as far as they have no fault."""
        found: dict[int, Announced] = {}
        for at, move in enumerate(content.moves):
            path = ("moves", at)
            self._moves(move, path)
            row = self._row(move, path)
            if row is not None and row in found:
                self._wrong("announced-twice", path, value=self._names.shown(row))
            elif row is not None:
                found[row] = Announced(move.gates, move.departments)
        return found

    def _moves(self, move: Move, path: Path_) -> None:
        if not move.gates and not move.departments:
            self._wrong("nothing-announced", path)
        for gate, change in move.gates.items():
            at = (*path, "gates", gate)
            if self._among("unknown-gate", gate, self._outcomes, at, key=True):
                for name in (*change[0], *change[1]):
                    self._among("unknown-outcome", name, self._outcomes[gate], at, gate=gate)
        for department, change in move.departments.items():
            at = (*path, "departments", department)
            if self._among("unknown-department", department, self._departments, at, key=True):
                for side in change:
                    self._among("stranger-in-enum", OR.join(side), REVIEWS, at, field="review")

    def _row(self, move: Move, path: Path_) -> int | None:
        """Return the row that a move is about, or None where that can't be told."""
        if move.row is not None:
            return self._by_row(move.row, move.project, path)
        if move.project is not None:
            return self._by_name(move.project, (*path, "project"))
        self._wrong("move-without-project", path)
        return None

    def _by_row(self, row: int, name: str | None, path: Path_) -> int | None:
        if row > self._names.rows:
            self._wrong("row-unknown", (*path, "row"), value=row, rows=self._names.rows)
            return None
        if name is not None and not self._names.has(row, name):
            self._wrong("row-of-another", (*path, "project"), value=name, row=row, name=self._names.shown(row))
            return None
        return row

    def _by_name(self, name: str, path: Path_) -> int | None:
        rows = self._names.rows_of(name)
        if not rows:
            self._wrong("project-unknown", path, value=name, hint=Hint.nearest(name, self._names.moved))
        elif len(rows) > 1:
            shown = ", ".join(map(str, rows[:8])) + (" …" if len(rows) > 8 else "")
            self._wrong("project-ambiguous", path, value=name, rows=shown)
        return rows[0] if len(rows) == 1 else None

    def _among(self, code: str, name: str, known: Iterable[str], path: Path_, key: bool = False, **words: str) -> bool:
        names = list(known)
        if name not in names:
            self._wrong(code, path, key, value=name, hint=Hint.nearest(name, names), **words)
        return name in names

    def _wrong(self, code: str, path: Path_, key: bool = False, **words: object) -> None:
        self.faults.append(fault(code, self._document.place(path, key), **words))
