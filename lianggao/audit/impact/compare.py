"""Two screenings of one list beside each other: which rows differ, and in what, found by comparing whole columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lianggao.audit.impact.states import Codebook, State, asked, gate_states, reviews
from lianggao.rulebook.axes import outcomes_of
from lianggao.screening import Screening
from lianggao.screening.departments import REVIEWS
from lianggao.screening.gates import CATALOG
from lianggao.tables.known import Bools, Ints

Change = tuple[tuple[str, ...], tuple[str, ...]]
"""What is left before and after."""


@dataclass(frozen=True, eq=False)
class GateColumns:
    """One gate: every project's state by each law as a place in `states`, and whether other facts are asked for."""

    order: tuple[str, ...]
    states: tuple[State, ...]
    old: Ints
    new: Ints
    asks_otherwise: Bools

    @property
    def moved(self) -> Bools:
        """Return where the state differs."""
        return np.asarray(self.old != self.new)


@dataclass(frozen=True, eq=False)
class Compared:
    """All gates and departments of either law, column by column, and the names of the projects."""

    gates: Mapping[str, GateColumns]
    departments: Mapping[str, tuple[Ints, Ints]]
    names: tuple[str, ...]

    @cached_property
    def moved(self) -> Ints:
        """Return the places of the projects that moved in anything, counted from 0."""
        found = self._announceable.copy()
        for gate in self.gates.values():
            found |= gate.asks_otherwise
        return np.flatnonzero(found)

    def changes(self) -> dict[int, tuple[dict[str, Change], dict[str, Change]]]:
        """Return, for every row (from 1) that moved at a gate or in a review, which gates and departments changed."""
        return {at + 1: (self._gates(at), self._departments(at)) for at in np.flatnonzero(self._announceable).tolist()}

    @property
    def _announceable(self) -> Bools:
        found = np.zeros(len(self.names), dtype=bool)
        for gate in self.gates.values():
            found |= gate.moved
        for old, new in self.departments.values():
            found |= old != new
        return found

    def _gates(self, at: int) -> dict[str, Change]:
        pairs = {name: (gate.states[gate.old[at]], gate.states[gate.new[at]]) for name, gate in self.gates.items()}
        return {name: (old.names, new.names) for name, (old, new) in pairs.items() if old != new}

    def _departments(self, at: int) -> dict[str, Change]:
        pairs = {name: (REVIEWS[old[at]], REVIEWS[new[at]]) for name, (old, new) in self.departments.items()}
        return {name: ((old,), (new,)) for name, (old, new) in pairs.items() if old != new}


def compare(old: Screening, new: Screening) -> Compared:
    """Compare two screenings of the same list."""
    both = (old, new)
    departments = dict.fromkeys(name for one in both[::-1] for name in one.law.vocabulary.departments)
    before, after = (screening.facts.text("project_name").tolist() for screening in both)
    return Compared(
        {gate: _columns(gate, old, new) for gate in gates_of(both)},
        {name: (reviews(old, name), reviews(new, name)) for name in departments},
        tuple(other or one for one, other in zip(before, after, strict=True)),
    )


def gates_of(both: tuple[Screening, Screening]) -> list[str]:
    """Return the gates of either law, the catalog first."""
    names = dict.fromkeys(name for screening in both[::-1] for name in screening.law.gates)
    return sorted(names, key=lambda name: name != CATALOG)


def _columns(gate: str, old: Screening, new: Screening) -> GateColumns:
    laws = [screening.law for screening in (new, old) if gate in screening.law.gates]
    # What does not apply comes last for a reader; it is no degree of anything.
    order = list(dict.fromkeys(name for law in laws for name in outcomes_of(law.gates[gate])[1:]))
    order.append(outcomes_of(laws[0].gates[gate])[0])
    states, facts = Codebook[State](), Codebook[frozenset[str]]()
    before, after = (gate_states(screening, gate, order, states) for screening in (old, new))
    asked_before, asked_after = (asked(screening, gate, facts) for screening in (old, new))
    return GateColumns(tuple(order), tuple(states.things), before, after, asked_before != asked_after)
