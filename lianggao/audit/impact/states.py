"""What a screened list says, as one number per project and question, so that two laws are compared column by column.

The numbers of both laws come from one codebook: the same number is the same outcomes, or the same facts asked for.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

import numpy as np

from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening import Screening
from lianggao.screening.departments import review_codes
from lianggao.screening.gates import GateAnswer
from lianggao.screening.missing import facts_together
from lianggao.tables import Known
from lianggao.tables.known import Bools, Ints

K = TypeVar("K", bound=Hashable)
UNDETERMINED = "undetermined"


class State(NamedTuple):
    """The outcomes that a gate leaves; `withheld` where one is left that rests on texts below the trust floor."""

    outcomes: tuple[str, ...]
    withheld: bool = False

    @property
    def decided(self) -> str:
        """Return the outcome, or `undetermined`."""
        return self.outcomes[0] if len(self.outcomes) == 1 and not self.withheld else UNDETERMINED

    @property
    def names(self) -> tuple[str, ...]:
        """Return the outcomes as a move is written; a withheld one stands beside `undetermined`."""
        return (*self.outcomes, UNDETERMINED) if self.withheld else self.outcomes


class Codebook(Generic[K]):
    """Numbers things as they are met."""

    def __init__(self) -> None:
        self._codes: dict[K, int] = {}

    def code(self, thing: K) -> int:
        """Return the number of a thing."""
        return self._codes.setdefault(thing, len(self._codes))

    @property
    def things(self) -> list[K]:
        """Return all things, each at the place of its number."""
        return list(self._codes)


def gate_states(screening: Screening, gate: str, order: list[str], codes: Codebook[State]) -> Ints:
    """Return every project's state at a gate; `order` has the outcomes of both laws. No such gate: not applicable."""
    found = np.full(len(screening), codes.code(State((NOT_APPLICABLE,))), dtype=np.int64)
    for batch in screening.batches:
        if gate in batch.answers:
            part = batch.answers[gate].decided
            left = Known.of_rows(part.answer.outcomes)
            sets = [_in_order(part.table.outcomes, row, order) for row in left.sets]
            firm = np.array([codes.code(State(names)) for names in sets])
            held = np.array([codes.code(State(names, len(names) == 1)) for names in sets])
            of_row = left.index[part.patterns.of_row]
            found[batch.rows] = np.where(batch.below_floor(gate), held[of_row], firm[of_row])[batch.situation]
    return found


def _in_order(outcomes: tuple[str, ...], left: Bools, order: list[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name, on in zip(outcomes, left, strict=True) if on), key=order.index))


def asked(screening: Screening, gate: str, codes: Codebook[frozenset[str]]) -> Ints:
    """Return which facts every project is asked for at a gate: those of `missing_of`, in no order."""
    found = np.full(len(screening), codes.code(frozenset()), dtype=np.int64)
    for batch in screening.batches:
        if gate in batch.answers and batch.answers[gate].decided.table.axes:
            answer = batch.answers[gate]
            wanted, axes = Known.of_rows(_wanted(answer)), answer.decided.table.axes
            each = np.array(
                [codes.code(frozenset(a for a, on in zip(axes, row, strict=True) if on)) for row in wanted.sets]
            )
            found[batch.rows] = each[wanted.index[answer.decided.patterns.of_row]][batch.situation]
    return found


def _wanted(answer: GateAnswer) -> Bools:
    """Return, per pattern and axis of the deciding table, whether the fact is asked for."""
    part, axes = answer.decided, list(answer.decided.table.axes)
    wanted = np.zeros((len(part.patterns), len(axes)), dtype=bool)
    for s in answer.slices:
        wanted[:, axes.index(s.axis)] = s.gain > 0
    only_together = np.flatnonzero(~wanted.any(axis=1) & (part.answer.outcomes.sum(axis=1) > 1))
    if len(only_together):
        for axis, matters in facts_together(part.table, part.patterns.held, only_together).items():
            wanted[only_together, axes.index(axis)] = matters
    return wanted


def reviews(screening: Screening, department: str) -> Ints:
    """Return every project's review by a department, as a place in REVIEWS; one that a law lacks is not required."""
    found = np.zeros(len(screening), dtype=np.int64)
    for batch in screening.batches:
        found[batch.rows] = review_codes(batch, department)[batch.situation]
    return found
