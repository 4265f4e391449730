"""Boxes hold every wanted world and no other possible one, in sides that can be said.

No box is there for nothing, and no value of a choice.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import DEEP

from lianggao.audit.worlds.boxes import Box, fewest_boxes
from lianggao.tables.known import Bools

NAMES = "abcdef"


@dataclass(frozen=True)
class Case:
    """Worlds, some of them possible and some of those wanted, over axes of which some are ordered."""

    wanted: Bools
    possible: Bools
    ordered: frozenset[str]

    @property
    def axes(self) -> tuple[str, ...]:
        return tuple(NAMES[: self.wanted.ndim])

    @property
    def boxes(self) -> list[Box]:
        return fewest_boxes(self.wanted, self.possible, self.axes, self.ordered)

    def within(self, box: Box) -> Bools:
        """Return the worlds of a box, place by place."""
        worlds = np.ndindex(*self.wanted.shape)
        held = [all(at[self.axes.index(axis)] in places for axis, places in box.items()) for at in worlds]
        return np.array(held, dtype=bool).reshape(self.wanted.shape)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw up to four axes of up to five places; worlds alone, or unions of boxes, which is what rules make."""
    shape = tuple(draw(st.lists(st.integers(1, 5), max_size=4)))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    possible = rng.random(shape) < draw(st.sampled_from((0.0, 0.5, 0.9, 1.0)))
    if draw(st.booleans()):
        wanted = rng.random(shape) < draw(st.sampled_from((0.1, 0.5, 0.9)))
    else:
        wanted = np.zeros(shape, dtype=bool)
        for _ in range(draw(st.integers(0, 3))):
            wanted[np.ix_(*(np.flatnonzero(rng.random(size) < 0.6) for size in shape))] = True
    ordered = draw(st.sets(st.sampled_from(NAMES[: len(shape)]))) if shape else set()
    return Case(np.asarray(wanted & possible), np.asarray(possible), frozenset(ordered))


def check(case: Case) -> None:
    held = [case.within(box) for box in case.boxes]
    together = np.logical_or.reduce(held) if held else np.zeros(case.wanted.shape, dtype=bool)
    assert np.array_equal(together & case.possible, case.wanted)
    for at, own in enumerate(held):
        others = [other for place, other in enumerate(held) if place != at]
        alone = own & case.wanted & ~np.logical_or.reduce(others) if others else own & case.wanted
        assert alone.any()
    for at, box in enumerate(case.boxes):
        for axis, places in box.items():
            others = np.logical_or.reduce([*held[:at], *held[at + 1 :], ~case.wanted])
            own = np.moveaxis(held[at] & ~others, case.axes.index(axis), 0)
            assert axis in case.ordered or all(own[place].any() for place in places)
            size = case.wanted.shape[case.axes.index(axis)]
            assert 0 < len(places) < size
            assert list(places) == sorted(set(places))
            assert axis not in case.ordered or places[-1] - places[0] == len(places) - 1


@given(cases())
def test_boxes_hold_the_wanted_worlds_and_no_other_possible_one(case: Case) -> None:
    check(case)


@pytest.mark.slow
@given(cases())
@DEEP
def test_boxes_hold_the_wanted_worlds_in_many_cases(case: Case) -> None:
    check(case)


@given(cases())
def test_the_same_worlds_give_the_same_boxes(case: Case) -> None:
    assert case.boxes == case.boxes


@given(cases(), st.integers(1, 3))
def test_with_fewer_boxes_allowed_they_still_hold_nothing_unwanted(case: Case, most: int) -> None:
    boxes = fewest_boxes(case.wanted, case.possible, case.axes, case.ordered, most)
    assert len(boxes) <= most
    assert not any((case.within(box) & case.possible & ~case.wanted).any() for box in boxes)


def test_a_side_that_the_impossible_worlds_leave_open_is_not_said() -> None:
    possible = np.array([[True, False], [True, True]])
    assert fewest_boxes(np.array([[True, False], [False, False]]), possible, ("a", "b"), ()) == [{"a": (0,)}]


def test_one_box_that_holds_everything_has_no_side() -> None:
    every = np.ones((3, 2), dtype=bool)
    assert fewest_boxes(every, every, ("a", "b"), ("a",)) == [{}]


def test_nothing_wanted_is_no_box() -> None:
    assert fewest_boxes(np.zeros((3, 2), dtype=bool), np.ones((3, 2), dtype=bool), ("a", "b"), ()) == []


def test_the_two_ends_of_a_quantity_are_two_boxes() -> None:
    wanted = np.array([True, False, True])
    assert fewest_boxes(wanted, np.ones(3, dtype=bool), ("a",), {"a"}) == [{"a": (0,)}, {"a": (2,)}]
    assert fewest_boxes(wanted, np.ones(3, dtype=bool), ("a",), ()) == [{"a": (0, 2)}]
