"""Build facts by hand and screen them, so that a test states exactly what is known and nothing is recognised.

`{"activity": "coking", "energy_equivalent_tce": (48000, 52000)}` leaves every other fact blank; a list of values is a
choice still open between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lianggao.facts import Facts, Span
from lianggao.rulebook import Law
from lianggao.rulebook.models import Trust
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.batch import Batch, work
from lianggao.screening.dating import dating_of
from lianggao.screening.departments import REVIEWS, review_codes
from lianggao.screening.display import Display
from lianggao.screening.gates import look_up
from lianggao.screening.memory import Memory
from lianggao.screening.narrowing import narrow
from lianggao.tables import Known

Stated = Mapping[str, Any]

XUCHANG, NANYANG, ELSEWHERE = "411081", "411302", "outside_henan"
"""禹州市, in the key region; 宛城区, outside it; anywhere outside Henan."""

BASE: Stated = {"county": XUCHANG, "stage": "proposed", "construction_nature": "new_build"}
CLINKER: Stated = {**BASE, "activity": "cement_clinker"}


def facts_of(law: Law, projects: Sequence[Stated]) -> Facts:
    """Return the facts frame of projects stated by hand."""
    known = law.vocabulary.fields
    assert not {name for project in projects for name in project} - set(known)
    choices = {
        field.name: Known.of_rows(np.array([_open(p.get(field.name), list(field.values)) for p in projects]))
        for field in known.values()
        if field.kind in ("enumeration", "reading") and projects
    }
    quantities = {
        field.name: Span(*np.array([_ends(p.get(field.name)) for p in projects], dtype=float).T)
        for field in known.values()
        if field.kind == "quantity" and projects
    }
    dates = pd.Series([p.get("decision_date", "") for p in projects], dtype="str")
    return Facts(len(projects), {"decision_date": dates}, choices, quantities)


def _open(stated: Any, values: Sequence[str]) -> list[bool]:
    left = values if stated is None else [stated] if isinstance(stated, str) else stated
    assert set(left) <= set(values), left
    return [value in left for value in values]


def _ends(stated: Any) -> tuple[float, float]:
    return (0.0, np.inf) if stated is None else stated if isinstance(stated, tuple) else (stated, stated)


def screen_stated(
    law: Law, projects: Sequence[Stated], as_of: str | None = "2022-06-30", trust: Trust = "recalled"
) -> Screening:
    """Screen projects stated by hand, without reading a list and without recognition."""
    stated = facts_of(law, projects)
    known = narrow(stated, law.vocabulary)
    dating = dating_of(known, as_of)
    memory = Memory(look_up)
    batches = tuple(work(known, rows, book, trust, memory) for book, rows in dating.batches(law))
    return Screening(law, known, Display(law.vocabulary, stated, known), dating, batches, trust, lambda: "")


def screen_one(
    law: Law, project: Stated, as_of: str | None = "2022-06-30", trust: Trust = "recalled"
) -> ProjectScreening:
    """Screen one project stated by hand."""
    return screen_stated(law, [project], as_of, trust).project(1)


def outcomes(result: ProjectScreening, gate: str = "catalog") -> set[str]:
    """Return the outcomes of a gate that are still possible."""
    return set(result.gate(gate).outcomes)


def statuses(result: ProjectScreening) -> dict[str, str]:
    """Return whether each rule found holds for certain or may hold."""
    return {finding.rule: finding.status for finding in result.findings}


def reviews(result: ProjectScreening) -> dict[str, str]:
    """Return each department's review."""
    return {department.department: department.review for department in result.departments}


@dataclass(frozen=True)
class Said:
    """What the tables say of one project, without the sentences, which take most of the time to make."""

    outcomes: Mapping[str, set[str]]
    statuses: Mapping[str, str]
    reviews: Mapping[str, str]


def said_of(screening: Screening, row: int) -> Said:
    """Return what the tables say of a project; rows count from 1."""
    batch, at = screening.batch_of(row)
    left = {gate: set(batch.open_outcomes(gate, _pattern(batch, gate, at))) for gate in batch.answers}
    found = {}
    for rule in batch.rulebook.rules:
        clause = batch.answers[rule.rule.gate].clause(rule.id)
        assert clause is not None
        if clause[0][at]:
            found[rule.id] = "certain" if clause[1][at] else "possible"
    departments = batch.rulebook.law.vocabulary.departments
    return Said(left, found, {d: REVIEWS[int(review_codes(batch, d)[at])] for d in departments})


def _pattern(batch: Batch, gate: str, at: int) -> int:
    return int(batch.answers[gate].decided.patterns.of_row[at])
