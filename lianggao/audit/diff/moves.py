"""What moves at one gate: outcomes, departments and rules, each with the worlds in which it moves.

A department is `not_required`, `possible` or `required` by each law; a rule `holds` or is `silent`. A rule that decides
is looked at only where the outcome stays, since elsewhere the outcome says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from lianggao.audit.diff.model import Direction
from lianggao.audit.worlds.stages import Stage
from lianggao.rulebook import Rulebook
from lianggao.rulebook.compile import STRENGTHS, joined_by
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.tables.known import Bools

DEPARTMENT = "department:"
REVIEWS = ("not_required", "possible", "required")
HELD: tuple[str, ...] = ("silent", "holds")
Kind = Literal["outcome", "department", "rule"]


@dataclass(frozen=True, eq=False)
class Moved:
    """`wanted` are the worlds of the stage in which `subject` goes from `old` to `new`."""

    stage: Stage
    kind: Kind
    subject: str
    old: str
    new: str
    direction: Direction
    wanted: Bools


def moved_outcomes(stage: Stage) -> Iterator[Moved]:
    """Yield every pair of outcomes that differ in some possible world."""
    burdens = burdens_of(stage.cuts.books, stage.gate)
    before, after = stage.outcome
    for old, new in _pairs(before, after, stage.possible):
        names = stage.outcomes[old], stage.outcomes[new]
        wanted = stage.possible & (before == old) & (after == new)
        yield Moved(stage, "outcome", stage.gate, *names, _direction(*(burdens.get(name) for name in names)), wanted)


def burdens_of(books: Sequence[Rulebook], gate: str) -> dict[str, int]:
    """Return how much each outcome asks of a project, as the last rulebook says; what does not apply asks nothing."""
    found = {NOT_APPLICABLE: 0}
    for book in books:
        if gate in book.law.gates:
            known = book.law.gates[gate]
            found |= {o.id: o.burden for o in (*known.outcomes, known.otherwise) if o.burden is not None}
    return found


def subjects_of(stage: Stage) -> set[str]:
    """Return the departments and rules that the clauses of a stage are about."""
    names = {name for each in stage.clauses for name in each if name != NOT_APPLICABLE}
    return {name.split(":", 2)[2] if name.startswith(DEPARTMENT) else name for name in names}


def moved_departments(stage: Stage) -> Iterator[Moved]:
    """Yield every department whose part in the review differs in some possible world."""
    names = {name.split(":", 2)[2] for each in stage.clauses for name in each if name.startswith(DEPARTMENT)}
    for department in sorted(names):
        before, after = (_review(stage, book, department) for book in (0, 1))
        for old, new in _pairs(before, after, stage.possible):
            wanted = stage.possible & (before == old) & (after == new)
            yield Moved(stage, "department", department, REVIEWS[old], REVIEWS[new], _direction(old, new), wanted)


def _review(stage: Stage, book: int, department: str) -> npt.NDArray[np.int16]:
    found = np.zeros(stage.possible.shape, dtype=np.int16)
    for strength in reversed(STRENGTHS):
        found[stage.holds(book, joined_by(department, strength))] = REVIEWS.index(strength)
    return found


def moved_rules(stage: Stage) -> Iterator[Moved]:
    """Yield every rule that holds in other possible worlds than before while the outcome stays."""
    ids = {
        name for each in stage.clauses for name in each if name != NOT_APPLICABLE and not name.startswith(DEPARTMENT)
    }
    stays = stage.possible if not stage.outcome else stage.possible & (stage.outcome[0] == stage.outcome[1])
    for id in sorted(ids):
        before, after = (stage.holds(book, id).astype(np.int16) for book in (0, 1))
        for old, new in _pairs(before, after, stays):
            direction: Direction = "neither" if stage.outcome else _direction(old, new)
            wanted = stays & (before == old) & (after == new)
            yield Moved(stage, "rule", id, HELD[old], HELD[new], direction, wanted)


def _pairs(before: npt.NDArray[np.int16], after: npt.NDArray[np.int16], possible: Bools) -> list[tuple[int, int]]:
    differ = possible & (before != after)
    if not differ.any():
        return []
    old, new = before[differ], after[differ]
    met = np.zeros((old.max() + 1, new.max() + 1), dtype=bool)
    met[old, new] = True
    return [(int(one), int(other)) for one, other in np.argwhere(met)]


def _direction(old: int | None, new: int | None) -> Direction:
    if old is None or new is None or old == new:
        return "neither"
    return "stricter" if new > old else "looser"
