"""Which missing facts matter to a gate: along each axis still open, what every possible answer would leave.

A fact matters if some answer narrows the set of outcomes. Where none does alone, the facts on which the outcome
depends together are named instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Known, Table
from lianggao.tables.known import Bools, Ints

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Slices:
    """One axis of one gate. `leaves[p, r]` are the outcomes left if pattern p turned out to be in region r."""

    axis: str
    open: Bools
    leaves: Bools
    gain: Floats
    """0 where the fact does not matter, else up to 1 where any answer settles the outcome."""

    def at(self, patterns: Ints) -> Slices:
        """Return the slices of some patterns."""
        return Slices(self.axis, self.open[patterns], self.leaves[patterns], self.gain[patterns])


def slices_of(table: Table, knowledge: Mapping[str, Known], outcomes: Bools) -> list[Slices]:
    """Return one slice per axis of fact that is open in some pattern. `outcomes` are those possible now."""
    held = [knowledge[axis] for axis in table.axes]
    found = []
    for at, axis in enumerate(table.axes):
        opened = knowledge[axis].rows()
        if axis.startswith(GATE_AXIS) or not (opened.sum(axis=1) > 1).any():
            continue
        leaves = table.merged_outcomes.sliced(held, len(outcomes), at) & opened[:, :, None]
        found.append(Slices(axis, opened, leaves, _gain(opened, leaves, outcomes)))
    return found


def open_slices(table: Table, knowledge: Mapping[str, Known], outcomes: Bools) -> list[Slices]:
    """Return the slices of those patterns whose outcome is open; where it is not, no fact matters."""
    some = np.flatnonzero(outcomes.sum(axis=1) > 1)
    if not len(some):
        return []
    found = slices_of(table, {axis: knowledge[axis].take(some) for axis in table.axes}, outcomes[some])
    # Whoever is determined is given the place behind the last, which is empty.
    place = np.full(len(outcomes), len(some), dtype=np.int64)
    place[some] = np.arange(len(some))
    return [each.at(place) for each in grown(found, len(some), [], 1)]


def grown(slices: list[Slices], patterns: int, more: list[Slices], added: int) -> list[Slices]:
    """Return the slices of some patterns with those of others below them; an axis that one lacks matters to none."""
    shapes = {s.axis: s.leaves.shape[1:] for s in (*slices, *more)}
    parts = [({s.axis: s for s in slices}, patterns), ({s.axis: s for s in more}, added)]
    found = []
    for axis, shape in shapes.items():
        both = [named.get(axis) or _nothing(axis, size, shape) for named, size in parts]
        found.append(
            Slices(
                axis,
                np.concatenate([s.open for s in both]),
                np.concatenate([s.leaves for s in both]),
                np.concatenate([s.gain for s in both]),
            )
        )
    return found


def _nothing(axis: str, patterns: int, shape: tuple[int, ...]) -> Slices:
    leaves = np.zeros((patterns, *shape), dtype=bool)
    return Slices(axis, np.asarray(leaves.any(axis=2)), leaves, np.zeros(patterns))


def _gain(opened: Bools, leaves: Bools, outcomes: Bools) -> Floats:
    """Return the share of the doubt that an answer takes away, averaged over the answers that differ in effect.

    Regions that leave the same outcomes count once: cuts that other gates made on the axis have no say here.
    """
    now = outcomes.sum(axis=1).astype(float)
    sets = np.where(opened, leaves @ (1 << np.arange(leaves.shape[2], dtype=np.int64)), 0)
    sets.sort(axis=1)
    distinct = (sets > 0) & np.diff(sets, axis=1, prepend=0).astype(bool)
    size = np.array([code.bit_count() for code in range(1 << leaves.shape[2])])
    mean = np.where(distinct, size[sets], 0).sum(axis=1) / np.maximum(distinct.sum(axis=1), 1)
    return np.asarray(np.where(now > 1, (now - mean) / np.maximum(now - 1, 1), 0.0))


def depends_on(table: Table, knowledge: Mapping[str, Known], axis: str, patterns: int) -> Bools:
    """Return, per pattern, whether the outcome differs between two open worlds that differ on `axis` alone."""
    held = [knowledge[name] for name in table.axes]
    return table.merged_outcomes.differing(held, patterns, table.axes.index(axis))


def gates_telling(table: Table, knowledge: Mapping[str, Known], pattern: int) -> list[str]:
    """Return the axes of earlier gates on whose open outcomes the outcome of one pattern depends."""
    at = np.array([pattern])
    held = {axis: knowledge[axis].take(at) for axis in table.axes}
    earlier = (axis for axis in table.axes if axis.startswith(GATE_AXIS) and held[axis].sets[0].sum() > 1)
    return [axis for axis in earlier if depends_on(table, held, axis, 1)[0]]


def facts_together(table: Table, knowledge: Mapping[str, Known], rows: Ints) -> dict[str, Bools]:
    """Return, for patterns that no single fact narrows, the axes on which their outcome depends at all."""
    held = {axis: knowledge[axis].take(rows) for axis in table.axes}
    facts = (axis for axis in table.axes if not axis.startswith(GATE_AXIS))
    return {axis: depends_on(table, held, axis, len(rows)) for axis in facts}
