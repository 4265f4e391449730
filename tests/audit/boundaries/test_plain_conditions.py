"""The second opinion says of a condition what trying every value says."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.worlds import Value, World, holds

from lianggao.audit.boundaries.leaves import answered, leaves_of
from lianggao.audit.boundaries.plain import Left, depends, truths
from lianggao.tables import Above, All, AnyOf, AtLeast, Condition, Member, Not
from lianggao.tables import conditions as written

LETTERS = ("a", "b", "c")
NUMBERS = (0.0, 4.99, 5.0, 5.01, 8.0, 9.0)
AXES = ("one", "two", "energy", "coal")

choices = st.builds(Member, st.sampled_from(AXES[:2]), st.frozensets(st.sampled_from(LETTERS), min_size=1, max_size=2))
amounts = st.builds(AtLeast, st.sampled_from(AXES[2:]), st.sampled_from((5.0, 8.0)))
excesses = st.builds(Above, st.sampled_from(AXES[2:]), st.sampled_from((5.0, 8.0)))


def _nested(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(AnyOf, several), st.builds(Not, parts))


conditions = st.recursive(st.one_of(choices, amounts, excesses), _nested, max_leaves=7)
sets = st.frozensets(st.sampled_from(LETTERS), min_size=1)
spans = st.tuples(st.sampled_from(NUMBERS), st.sampled_from(NUMBERS)).map(lambda pair: (min(pair), max(pair)))
knowledge = st.fixed_dictionaries({"one": sets, "two": sets, "energy": spans, "coal": spans})


def worlds(known: dict[str, Left]) -> list[World]:
    """Return every way in which what is left may turn out."""
    values: list[list[Value]] = []
    for left in known.values():
        span = [n for n in NUMBERS if left[0] <= n <= left[1]] if isinstance(left, tuple) else None
        values.append(sorted(left) if span is None else list[Value](span))
    return [dict(zip(known, world, strict=True)) for world in product(*values)]


@settings(max_examples=200)
@given(conditions, knowledge)
def test_a_condition_can_hold_or_fail_as_some_world_says(condition: Condition, known: dict[str, Left]) -> None:
    assert truths(condition, known) == {holds(condition, world) for world in worlds(known)}


@settings(max_examples=200)
@given(conditions, knowledge, st.sampled_from(AXES))
def test_it_depends_on_an_axis_that_alone_makes_a_difference(
    condition: Condition, known: dict[str, Left], axis: str
) -> None:
    seen: dict[tuple[tuple[str, Value], ...], set[bool]] = {}
    for world in worlds(known):
        others = tuple((name, value) for name, value in world.items() if name != axis)
        seen.setdefault(others, set()).add(holds(condition, world))
    assert depends(condition, known, axis) == any(len(said) == 2 for said in seen.values())


@given(conditions, st.data())
def test_a_test_answered_as_it_comes_out_changes_nothing(condition: Condition, data: st.DataObject) -> None:
    everything: dict[str, Left] = {
        "one": frozenset(LETTERS),
        "two": frozenset(LETTERS),
        "energy": (0, 9),
        "coal": (0, 9),
    }
    world = data.draw(st.sampled_from(worlds(everything)))
    place, test = data.draw(st.sampled_from(leaves_of(condition)))
    assert holds(answered(condition, place, holds(test, world)), world) == holds(condition, world)
    assert len(list(written.tests_of(answered(condition, place, True)))) == len(list(written.tests_of(condition))) - 1
