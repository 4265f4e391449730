"""Boxes: what holds and what fails never meet and together are all worlds; meeting and joining are "and" and "or"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from oracle.random_rulebooks import Case, cases

from lianggao.engines.boxes import EVERYWHERE, Box, failing, holding, join, meet
from lianggao.tables import All, AnyOf, Not, Regions
from lianggao.tables.table import evaluate

World = Mapping[str, int]
SIZES = {"a": 2, "b": 3, "c": 4}


def inside(boxes: Sequence[Box], world: World) -> bool:
    """Return whether a world lies in one of the boxes."""
    return any(all(world[axis] in allowed for axis, allowed in box.items()) for box in boxes)


def worlds(sizes: Mapping[str, int]) -> list[World]:
    """Return every choice of one region per axis."""
    return [dict(zip(sizes, places, strict=True)) for places in product(*(range(size) for size in sizes.values()))]


def boxes(many: int = 4) -> st.SearchStrategy[tuple[Box, ...]]:
    """Draw a union of boxes, none of them empty."""
    sides = {axis: st.frozensets(st.sampled_from(range(size)), min_size=1) for axis, size in SIZES.items()}
    box: st.SearchStrategy[Box] = st.fixed_dictionaries({}, optional=sides)
    return st.lists(box, max_size=many).map(tuple)


def sizes_of(regions: Mapping[str, Regions]) -> dict[str, int]:
    return {axis: len(found) for axis, found in regions.items()}


@given(cases())
def test_a_condition_holds_in_its_boxes_and_fails_in_the_others_and_nowhere_both(case: Case) -> None:
    regions, sizes = case.regions, sizes_of(case.regions)
    axes = tuple(sizes)
    for clause in case.clauses:
        holds, fails = holding(clause.condition, regions), failing(clause.condition, regions)
        true = evaluate(clause.condition, axes, regions)
        for world in worlds(sizes):
            place = tuple(min(world[axis], true.shape[at] - 1) for at, axis in enumerate(axes))
            assert inside(holds, world) == true[place]
            assert inside(fails, world) == (not true[place])


@given(cases())
def test_not_swaps_the_two(case: Case) -> None:
    for clause in case.clauses:
        assert holding(Not(clause.condition), case.regions) == failing(clause.condition, case.regions)
        assert failing(Not(clause.condition), case.regions) == holding(clause.condition, case.regions)


@given(cases())
def test_no_box_is_empty_and_no_box_names_an_axis_that_it_leaves_free(case: Case) -> None:
    sizes = sizes_of(case.regions)
    for clause in case.clauses:
        for box in (*holding(clause.condition, case.regions), *failing(clause.condition, case.regions)):
            assert all(len(allowed) > 0 for allowed in box.values())
            assert all(allowed <= set(range(sizes[axis])) for axis, allowed in box.items())


@given(boxes(), boxes())
def test_meeting_is_and_joining_is_or(one: tuple[Box, ...], other: tuple[Box, ...]) -> None:
    both, either = meet([one, other]), join([*one, *other])
    for world in worlds(SIZES):
        assert inside(both, world) == (inside(one, world) and inside(other, world))
        assert inside(either, world) == (inside(one, world) or inside(other, world))


@given(boxes(8))
def test_joining_keeps_no_box_within_another(drawn: tuple[Box, ...]) -> None:
    kept = join(drawn)
    assert join(kept) == kept
    for at, box in enumerate(kept):
        # A box that holds every world of a further box would be the greater one.
        assert not any(
            all(axis in box and box[axis] <= allowed for axis, allowed in other.items())
            for place, other in enumerate(kept)
            if place != at
        )


@given(boxes())
def test_everywhere_and_nowhere_are_neutral(drawn: tuple[Box, ...]) -> None:
    assert meet([drawn, EVERYWHERE]) == meet([EVERYWHERE, drawn]) == join(drawn)
    assert meet([drawn, ()]) == meet([(), drawn]) == ()
    assert join([*drawn, *EVERYWHERE]) == EVERYWHERE
    assert meet([]) == EVERYWHERE
    assert join([]) == ()


def test_empty_all_and_any() -> None:
    assert holding(All(()), {}) == failing(AnyOf(()), {}) == EVERYWHERE
    assert holding(AnyOf(()), {}) == failing(All(()), {}) == ()
