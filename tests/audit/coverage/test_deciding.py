"""Where a test decides is what plain three-valued enumeration says."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lianggao.audit.coverage.deciding import decided
from lianggao.tables import All, AnyOf, ChoiceAxis, Condition, Known, Member, Not, cut
from lianggao.tables.conditions import tests_of as elementary

VALUES = ("a", "b", "c")
AXES = ("p", "q", "r")

members = st.builds(Member, st.sampled_from(AXES), st.frozensets(st.sampled_from(VALUES), min_size=1, max_size=2))
conditions = st.recursive(
    members,
    lambda parts: st.one_of(
        st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, parts),
    ),
    max_leaves=6,
)
open_values = st.sets(st.sampled_from(VALUES), min_size=1)


def kleene(condition: Condition, values: dict[Member, bool | None]) -> bool | None:
    """Evaluate with strong Kleene logic: None is "not known"."""
    if isinstance(condition, Not):
        inner = kleene(condition.part, values)
        return None if inner is None else not inner
    if isinstance(condition, Member):
        return values[condition]
    assert isinstance(condition, All | AnyOf)
    parts = [kleene(part, values) for part in condition.parts]
    stop = isinstance(condition, AnyOf)
    if stop in parts:
        return stop
    return None if None in parts else not stop


@given(conditions, st.fixed_dictionaries(dict.fromkeys(AXES, open_values)))
def test_a_test_decides_where_turning_it_turns_the_rule(condition: Condition, known: dict[str, set[str]]) -> None:
    regions = cut([ChoiceAxis(axis, VALUES) for axis in AXES], [condition])
    held = {}
    for axis, values in known.items():
        row = np.zeros(len(regions[axis]), dtype=bool)
        for value in values:
            row[regions[axis].region_of[VALUES.index(value)]] = True
        held[axis] = Known(row[None, :], np.zeros(1, dtype=np.int64))
    # What is left open is left open by region: values that no test tells apart are one.
    left = {axis: {v for v in VALUES if held[axis].sets[0][regions[axis].region_of[VALUES.index(v)]]} for axis in AXES}
    tests = list(dict.fromkeys(test for test in elementary(condition) if isinstance(test, Member)))
    values: dict[Member, bool | None] = {}
    for test in tests:
        passes = {value in test.values for value in left[test.axis]}
        values[test] = passes.pop() if len(passes) == 1 else None
    for test in tests:
        found = decided(condition, test, regions, held, 1)
        with_true, with_false = (kleene(condition, {**values, test: fixed}) for fixed in (True, False))
        decides = None not in (with_true, with_false) and with_true != with_false
        assert bool(found.true[0]) == (decides and values[test] is True)
        assert bool(found.false[0]) == (decides and values[test] is False)
        if decides and values[test] is not None:
            assert bool(found.holds[0]) == kleene(condition, values)


def test_every_assignment_of_a_conjunction_is_told_apart() -> None:
    a, b = (Member(axis, frozenset({"a"})) for axis in ("p", "q"))
    regions = cut([ChoiceAxis("p", ("a", "b")), ChoiceAxis("q", ("a", "b"))], [All((a, b))])
    rows = list(product((0, 1), repeat=2))
    eye = np.eye(2, dtype=bool)
    held = {axis: Known(eye, np.array([row[at] for row in rows])) for at, axis in enumerate(("p", "q"))}
    found = decided(All((a, b)), a, regions, held, 4)
    # "p" decides exactly where "q" holds.
    assert found.true.tolist() == [True, False, False, False]
    assert found.false.tolist() == [False, False, True, False]
