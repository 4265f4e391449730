"""A decision table: for every world of its axes, the outcome and the clauses that hold.

Compiling evaluates each clause once over all worlds by broadcasting. Looking up joins, axis by axis, the worlds that
each distinct set of regions leaves open; what is true in some of them is possible, what is false in none is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
import numpy.typing as npt

from lianggao.tables.conditions import All, AnyOf, Condition, Not, Test, axes_of
from lianggao.tables.known import Bools, Known
from lianggao.tables.merged import Merged
from lianggao.tables.regions import Regions, cut

MAX_CELLS = 2**22
"""A table with more worlds than this is refused: it could be neither checked nor compared in reasonable time."""


@dataclass(frozen=True)
class Clause:
    """One rule as a table sees it: a name, a condition and, for rules that decide, an outcome."""

    name: str
    condition: Condition
    outcome: str | None = None


class TooManyWorldsError(Exception):
    """A table would need more than `MAX_CELLS` worlds; `clause` and `axes` say which clause asks for most of them."""

    def __init__(self, cells: int, clause: str, axes: tuple[str, ...]) -> None:
        super().__init__(f"{cells} worlds; clause {clause} uses {', '.join(axes)}")
        self.cells, self.clause, self.axes = cells, clause, axes


@dataclass(frozen=True)
class Answer:
    """What a lookup found, one row per project: outcomes possible, clauses possible, clauses certain."""

    outcomes: Bools
    possible: Bools
    certain: Bools


@dataclass(frozen=True)
class Table:
    """Conclusions over all worlds: `outcome` has one dimension per axis, `holds` one more in front for the clauses."""

    axes: tuple[str, ...]
    outcomes: tuple[str, ...]
    clauses: tuple[str, ...]
    outcome: npt.NDArray[np.int16]
    holds: Bools

    def look_up(self, knowledge: Mapping[str, Known], projects: int) -> Answer:
        """Answer for every project from what is known on each axis."""
        found = self.merged.joined([knowledge[axis] for axis in self.axes], projects)
        o, c = len(self.outcomes), len(self.clauses)
        return Answer(found[:, :o], found[:, o : o + c], ~found[:, o + c :])

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Return the place of each clause."""
        return {name: place for place, name in enumerate(self.clauses)}

    @cached_property
    def merged(self) -> Merged:
        """Return where each outcome stands, each clause holds and each does not."""
        return Merged.of(np.concatenate([self._one_hot, self.holds, ~self.holds]))

    @cached_property
    def merged_outcomes(self) -> Merged:
        """Return where each outcome stands, with the regions merged that no outcome tells apart."""
        return Merged.of(self._one_hot)

    @property
    def _one_hot(self) -> Bools:
        ranks = np.arange(len(self.outcomes)).reshape(-1, *[1] * self.outcome.ndim)
        return np.asarray(self.outcome[None, ...] == ranks)


def compile_table(
    regions: Mapping[str, Regions], clauses: Sequence[Clause], outcomes: Sequence[str], otherwise: str
) -> Table:
    """Evaluate the clauses in every world of the axes they use.

    `outcomes` are in order of precedence: in a world where clauses with different outcomes hold, the earlier outcome
    stands; where none holds, `otherwise` does. Raises TooManyWorldsError above MAX_CELLS.
    """
    check_size(regions, clauses)
    axes = _axes_of_all(clauses)
    shape = tuple(len(regions[axis]) for axis in axes)
    every = (*outcomes, otherwise)
    outcome = np.full(shape, len(every) - 1, dtype=np.int16)
    holds = np.empty((len(clauses), *shape), dtype=bool)
    for i, clause in enumerate(clauses):
        holds[i] = np.broadcast_to(evaluate(clause.condition, axes, regions), shape)
    for rank in reversed(range(len(outcomes))):
        for i, clause in enumerate(clauses):
            if clause.outcome == outcomes[rank]:
                outcome[holds[i]] = rank
    return Table(axes, every, tuple(c.name for c in clauses), outcome, holds)


def check_size(regions: Mapping[str, Regions], clauses: Sequence[Clause]) -> None:
    """Raise TooManyWorldsError where a table of the clauses would have more than MAX_CELLS worlds."""
    cells = prod(len(regions[axis]) for axis in _axes_of_all(clauses))
    if cells > MAX_CELLS:
        raise _blame(cells, clauses, regions)


def evaluate(condition: Condition, axes: Sequence[str], regions: Mapping[str, Regions]) -> Bools:
    """Return where the condition holds, as an array that broadcasts over the worlds of `axes`."""

    def passing(test: Test) -> Bools:
        shape = [1] * len(axes)
        shape[axes.index(test.axis)] = -1
        return regions[test.axis].passing(test).reshape(shape)

    found = truth(condition, passing)
    # A condition without any test has no shape of its own.
    return found if found.ndim else found.reshape([1] * len(axes))


def truth(condition: Condition, passing: Callable[[Test], Bools]) -> Bools:
    """Return where the condition holds, given where each of its tests passes; all arrays broadcast together."""
    if isinstance(condition, All | AnyOf):
        every = isinstance(condition, All)
        whole: Bools = np.array(every)
        for part in condition.parts:
            held = truth(part, passing)
            whole = whole & held if every else whole | held
        return whole
    if isinstance(condition, Not):
        return ~truth(condition.part, passing)
    return passing(condition)


def _axes_of_all(clauses: Sequence[Clause]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(axis for clause in clauses for axis in axes_of(clause.condition)))


def regions_alone(condition: Condition, regions: Mapping[str, Regions]) -> dict[str, int]:
    """Return into how many regions a condition by itself would cut each axis that it uses, most first."""
    own = cut([regions[axis].axis for axis in axes_of(condition)], [condition])
    return dict(sorted(((axis, len(found)) for axis, found in own.items()), key=lambda pair: -pair[1]))


def _blame(cells: int, clauses: Sequence[Clause], regions: Mapping[str, Regions]) -> TooManyWorldsError:
    alone = {clause.name: regions_alone(clause.condition, regions) for clause in clauses}
    worst = max(alone, key=lambda name: prod(alone[name].values()))
    return TooManyWorldsError(cells, worst, tuple(alone[worst]))
