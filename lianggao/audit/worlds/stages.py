"""The worlds of one table of a gate: what several rulebooks conclude in each, over facts and earlier outcomes.

An earlier gate is one axis, `gate:catalog`, whose places are tuples of outcomes, one per rulebook: a project has one
outcome by each of them. `possible` leaves out the combinations that no facts lead to, found by joining what every gate
on the way allows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from lianggao.audit.worlds.bounds import bound_relations, doubt_relations, fitting
from lianggao.audit.worlds.cuts import Cuts, GateClauses
from lianggao.audit.worlds.relations import Eliminated, Relation, completed, eliminate
from lianggao.rulebook.requirements import is_requirement
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import AnyOf, Clause, Condition, Member, QuantityAxis
from lianggao.tables.conditions import Test, axes_of
from lianggao.tables.known import Bools
from lianggao.tables.table import truth

Outcomes = tuple[str, ...]
"""One outcome per rulebook."""


@dataclass(frozen=True, eq=False)
class Stage:
    """One table of a gate over its own axes. `outcome[b]` and `holds[b]` are what rulebook b says in every world.

    `labels` are the places of the axes of earlier gates; `outcome` holds places in `outcomes` and is empty for a table
    that only follows.
    """

    gate: str
    cuts: Cuts
    axes: tuple[str, ...]
    labels: Mapping[str, tuple[Outcomes, ...]]
    possible: Bools
    eliminated: tuple[Eliminated, ...]
    outcomes: tuple[str, ...]
    outcome: tuple[npt.NDArray[np.int16], ...]
    clauses: tuple[Mapping[str, Clause], ...]

    def size(self, axis: str) -> int:
        """Return how many places an axis has."""
        return len(self.labels[axis]) if axis in self.labels else len(self.cuts.regions[axis])

    @cached_property
    def ordered(self) -> frozenset[str]:
        """Return the axes of quantities, whose places stand in order."""
        quantities = (axis for axis in self.axes if axis not in self.labels)
        return frozenset(a for a in quantities if isinstance(self.cuts.regions[a].axis, QuantityAxis))

    def holds(self, book: int, name: str) -> Bools:
        """Return in which worlds a clause holds by a rulebook; nowhere, if it has no such clause."""
        clause = self.clauses[book].get(name)
        if clause is None:
            return np.zeros(self.possible.shape, dtype=bool)
        return np.broadcast_to(self._truth(book, clause.condition), self.possible.shape)

    def whole(self, world: Mapping[str, int]) -> dict[str, int]:
        """Return a possible world of this stage with the places of all facts that its earlier gates rest on."""
        return completed(world, self.eliminated)

    def _truth(self, book: int, condition: Condition) -> Bools:
        return truth(condition, lambda test: _passing(test, book, self.axes, self.labels, self.cuts))


@dataclass(eq=False)
class Stages:
    """Makes the stages of rulebooks when they are asked for, each once."""

    cuts: Cuts
    _made: dict[tuple[str, str], Stage] = field(default_factory=dict)

    def decide(self, gate: str) -> Stage:
        """Return the worlds in which a gate's outcome is decided. Raises TooLargeError."""
        return self._once(gate, "decide")

    def follow(self, gate: str) -> Stage:
        """Return the worlds in which what follows from a gate is told. Raises TooLargeError."""
        return self._once(gate, "follow")

    def joint(self, gate: str) -> Stage:
        """Return the worlds of both, for what one rulebook decides and another lets follow. Raises TooLargeError."""
        return self._once(gate, "joint")

    def _once(self, gate: str, part: str) -> Stage:
        if (gate, part) not in self._made:
            self._made[gate, part] = self._make(gate, part)
        return self._made[gate, part]

    def _make(self, gate: str, part: str) -> Stage:
        own = self.cuts.clauses[gate]
        clauses = [_clauses_of(one, part) for one in own]
        axes = tuple(dict.fromkeys(a for each in clauses for c in each for a in axes_of(c.condition)))
        relations, labels = self._earlier(axes)
        sizes = {name: len(regions) for name, regions in self.cuts.regions.items()}
        sizes |= {axis: len(places) for axis, places in labels.items()}
        touched = {*axes, *(axis for relation in relations for axis in relation.axes)}
        relations += fitting(self._bounds, sorted(touched))
        possible, eliminated = eliminate(relations, axes, sizes)
        every = (*(o for one in own for o in (*one.outcomes, one.otherwise) if o), NOT_APPLICABLE)
        outcomes = tuple(dict.fromkeys(every)) if part == "decide" else ()
        stage = Stage(
            gate,
            self.cuts,
            axes,
            labels,
            possible,
            tuple(eliminated),
            outcomes,
            (),
            tuple({c.name: c for c in each} for each in clauses),
        )
        if part != "decide":
            return stage
        found = tuple(_outcome(stage, book, one) for book, one in enumerate(own))
        return replace(stage, outcome=found)

    def _earlier(self, axes: Sequence[str]) -> tuple[list[Relation], dict[str, tuple[Outcomes, ...]]]:
        """Return what all earlier gates on the way allow, and the places of their axes."""
        relations, labels = [], dict[str, tuple[Outcomes, ...]]()
        left = [axis.removeprefix(GATE_AXIS) for axis in axes if axis.startswith(GATE_AXIS)]
        while left:
            gate = left.pop()
            if GATE_AXIS + gate in labels:
                continue
            relation, labels[GATE_AXIS + gate] = self._reach(gate)
            relations.append(relation)
            left += [axis.removeprefix(GATE_AXIS) for axis in relation.axes[:-1] if axis.startswith(GATE_AXIS)]
        return relations, labels

    def _reach(self, gate: str) -> tuple[Relation, tuple[Outcomes, ...]]:
        """Return which worlds of a gate lead to which outcomes, one per rulebook, as its own last axis."""
        stage = self.decide(gate)
        codes = np.zeros(stage.possible.shape, dtype=np.int32)
        for found in stage.outcome:
            codes = codes * len(stage.outcomes) + found
        seen = np.flatnonzero(np.bincount(codes[stage.possible]))
        # The new axis stands first in memory, so that it is filled world after world.
        reached = np.empty((len(seen), *codes.shape), dtype=bool)
        for at, code in enumerate(seen):
            np.logical_and(codes == code, stage.possible, out=reached[at, ...])
        axes = (*stage.axes, GATE_AXIS + gate)
        return Relation(axes, np.moveaxis(reached, 0, -1)), tuple(_taken_apart(int(code), stage) for code in seen)

    @cached_property
    def _bounds(self) -> list[Relation]:
        return [*bound_relations(self.cuts), *doubt_relations(self.cuts)]


def _clauses_of(own: GateClauses, part: str) -> tuple[Clause, ...]:
    if part != "joint":
        return own.decide if part == "decide" else own.follow
    found: dict[str, Clause] = {}
    for clause in (*own.decide, *own.follow):
        known = found.get(clause.name)
        condition = AnyOf((known.condition, clause.condition)) if known else clause.condition
        found[clause.name] = Clause(clause.name, condition)
    return tuple(found.values())


def worlds_of(cuts: Cuts) -> Stages:
    """Return the worlds of every gate of rulebooks that were cut together."""
    return Stages(cuts)


class WorldsByGate(dict[str, Stages]):
    """The worlds of procedures together, and of each requirement on which none builds apart from all others.

    What requirements tell apart is much, and of no matter to the procedures. Only gates that are asked for have any.
    """

    def __init__(self, cuts: Cuts) -> None:
        super().__init__()
        self._cuts = cuts
        self._procedures = cuts.lineage(*(gate for gate in cuts.gates if not is_requirement(gate)))

    def __missing__(self, gate: str) -> Stages:
        shared = gate in self._procedures
        worlds = worlds_of(self._cuts.within(self._procedures if shared else self._cuts.lineage(gate)))
        self.update(dict.fromkeys(self._procedures if shared else (gate,), worlds))
        return worlds


def worlds_by_gate(cuts: Cuts) -> WorldsByGate:
    """Return the worlds of every gate."""
    return WorldsByGate(cuts)


def _taken_apart(code: int, stage: Stage) -> Outcomes:
    found = []
    for _ in stage.outcome:
        code, at = divmod(code, len(stage.outcomes))
        found.append(stage.outcomes[at])
    return tuple(reversed(found))


def _outcome(stage: Stage, book: int, clauses: GateClauses) -> npt.NDArray[np.int16]:
    """Return the outcome of every world: the first by precedence of those whose clauses hold."""
    place = {name: at for at, name in enumerate(stage.outcomes)}
    otherwise = clauses.otherwise or NOT_APPLICABLE
    found = np.full(stage.possible.shape, place[otherwise], dtype=np.int16)
    for outcome in reversed(clauses.outcomes):
        for clause in clauses.decide:
            if clause.outcome == outcome:
                np.copyto(found, place[outcome], where=stage.holds(book, clause.name))
    return found


def _passing(
    test: Test, book: int, axes: Sequence[str], labels: Mapping[str, tuple[Outcomes, ...]], cuts: Cuts
) -> Bools:
    shape = [1] * len(axes)
    shape[axes.index(test.axis)] = -1
    if test.axis in labels:
        assert isinstance(test, Member)
        return np.array([places[book] in test.values for places in labels[test.axis]]).reshape(shape)
    return cuts.regions[test.axis].passing(test).reshape(shape)
