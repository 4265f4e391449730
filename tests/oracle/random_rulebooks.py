"""Draw random rulebooks: axes, clauses of nested conditions, and what is left open for a few projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, nextafter

import numpy as np
from hypothesis import strategies as st

from lianggao.tables import (
    Above,
    All,
    AnyOf,
    AtLeast,
    ChoiceAxis,
    Clause,
    Condition,
    Known,
    Member,
    Not,
    QuantityAxis,
    Regions,
    Table,
    compile_table,
    cut,
)
from oracle.worlds import Open, Value, numbers_around

THRESHOLDS = (-1e9, -5.0, 0.0, 5e-324, 1.0, nextafter(1.0, inf), 10000.0, 50000.0, 1e15, 1e300)
"""Equal, adjacent, negative, tiny and huge ones meet by chance; `at_least` and `above` share the same pool."""

PRECEDENCE = ("first", "second", "third")
OTHERWISE = "none"
Axis = ChoiceAxis | QuantityAxis


@dataclass(frozen=True)
class Case:
    """A random rulebook with the knowledge of a few projects."""

    axes: tuple[Axis, ...]
    clauses: tuple[Clause, ...]
    precedence: tuple[str, ...]
    projects: tuple[Open, ...]

    @property
    def regions(self) -> dict[str, Regions]:
        """Cut the axes."""
        return cut(self.axes, [clause.condition for clause in self.clauses])

    @property
    def table(self) -> Table:
        """Compile the clauses."""
        return compile_table(self.regions, self.clauses, self.precedence, OTHERWISE)

    def left(self, project: Open) -> Open:
        """Return a project's values on the axes that the table uses."""
        return {axis: project[axis] for axis in self.table.axes}


def knowledge(regions: Mapping[str, Regions], projects: Sequence[Open]) -> dict[str, Known]:
    """Bring the values left into the form that a lookup takes: per axis, the regions that hold one of them."""
    return {
        name: Known.of_rows(np.array([_touched(found, project[name]) for project in projects]))
        for name, found in regions.items()
    }


def region_of(regions: Regions, value: Value) -> int:
    """Return the region of one value."""
    if isinstance(value, str):
        assert isinstance(regions.axis, ChoiceAxis)
        return regions.region_of[regions.axis.domain.index(value)]
    return int(regions.find(np.array([value]))[0])


def _touched(regions: Regions, values: Sequence[Value]) -> list[bool]:
    touched = {region_of(regions, value) for value in values}
    return [region in touched for region in range(len(regions))]


def conditions(axes: Sequence[Axis], thresholds: Sequence[float]) -> st.SearchStrategy[Condition]:
    """Draw a nested condition over the axes, empty `all` and `any` and strangers to a domain included."""
    tests: list[st.SearchStrategy[Condition]] = []
    for axis in axes:
        if isinstance(axis, ChoiceAxis):
            values = st.frozensets(st.sampled_from((*axis.domain, "stranger")), max_size=len(axis.domain))
            tests.append(st.builds(Member, st.just(axis.name), values))
        else:
            tests += [st.builds(test, st.just(axis.name), st.sampled_from(thresholds)) for test in (AtLeast, Above)]
    return st.recursive(
        st.one_of(tests),
        lambda part: st.one_of(
            st.builds(All, st.lists(part, max_size=3).map(tuple)),
            st.builds(AnyOf, st.lists(part, max_size=3).map(tuple)),
            st.builds(Not, part),
        ),
        max_leaves=8,
    )


@st.composite
def axes_drawn(draw: st.DrawFn) -> tuple[Axis, ...]:
    """Draw one to four axes; quantities are on one of two scales, so that some share their cuts."""
    found: list[Axis] = []
    for name in "abcd"[: draw(st.integers(1, 4))]:
        if draw(st.booleans()):
            found.append(ChoiceAxis(name, tuple(f"{name}{i}" for i in range(draw(st.integers(2, 5))))))
        else:
            found.append(QuantityAxis(name, draw(st.sampled_from(("tce", "kwh")))))
    return tuple(found)


@st.composite
def cases(draw: st.DrawFn, projects: int = 4) -> Case:
    """Draw a rulebook and what is left open for some projects."""
    axes = draw(axes_drawn())
    thresholds = draw(st.lists(st.sampled_from(THRESHOLDS), min_size=1, max_size=3))
    outcomes = st.sampled_from((*PRECEDENCE, None))
    written = draw(st.lists(st.tuples(conditions(axes, thresholds), outcomes), min_size=1, max_size=5))
    clauses = tuple(Clause(f"rule{i}", condition, given) for i, (condition, given) in enumerate(written))
    left = st.fixed_dictionaries({axis.name: _left(axis, numbers_around(thresholds)) for axis in axes})
    return Case(
        axes,
        clauses,
        tuple(draw(st.permutations(PRECEDENCE))),
        tuple(draw(st.lists(left, min_size=1, max_size=projects))),
    )


def _left(axis: Axis, numbers: Sequence[float]) -> st.SearchStrategy[Sequence[Value]]:
    """Draw a blank, one value, an interval of numbers, or a scattered few."""
    every: Sequence[Value] = axis.domain if isinstance(axis, ChoiceAxis) else numbers
    ends = st.tuples(*[st.integers(0, len(every) - 1)] * 2).map(sorted)
    return st.one_of(
        st.just(every),
        st.sampled_from(every).map(lambda value: (value,)),
        ends.map(lambda pair: every[pair[0] : pair[1] + 1]),
        st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True),
    )
