"""Joining and eliminating relations against trying every world, and filling eliminated axes in again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import DEEP

from lianggao.audit.worlds.relations import (
    MOST_CELLS,
    Relation,
    TooLargeError,
    completed,
    eliminate,
    joined,
    spread,
)

NAMES = "abcde"


@dataclass(frozen=True)
class Case:
    """Some relations between axes, and the axes asked about, in an order of their own."""

    relations: tuple[Relation, ...]
    keep: tuple[str, ...]
    sizes: Mapping[str, int]

    def worlds(self) -> Iterator[dict[str, int]]:
        """Yield every world of all axes that all relations allow."""
        for places in product(*(range(size) for size in self.sizes.values())):
            world = dict(zip(self.sizes, places, strict=True))
            if allowed(world, self.relations):
                yield world


def allowed(world: Mapping[str, int], relations: Sequence[Relation]) -> bool:
    return all(bool(r.allowed[tuple(world[axis] for axis in r.axes)]) for r in relations)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    sizes = {name: draw(st.integers(1, 4)) for name in NAMES[: draw(st.integers(1, 5))]}
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    some = st.lists(st.sampled_from(list(sizes)), unique=True, max_size=3)
    relations = []
    for axes in draw(st.lists(some, max_size=5)):
        shape = tuple(sizes[axis] for axis in axes)
        relations.append(Relation(tuple(axes), np.asarray(rng.random(shape) < draw(st.sampled_from((0.3, 0.7, 0.95))))))
    keep = draw(st.permutations(list(sizes)))[: draw(st.integers(0, len(sizes)))]
    return Case(tuple(relations), tuple(keep), sizes)


def check(case: Case) -> None:
    found, eliminated = eliminate(case.relations, case.keep, case.sizes)
    truth = np.zeros(tuple(case.sizes[axis] for axis in case.keep), dtype=bool)
    for world in case.worlds():
        truth[tuple(world[axis] for axis in case.keep)] = True
    assert np.array_equal(found, truth)
    for places in np.argwhere(found):
        kept = dict(zip(case.keep, (int(place) for place in places), strict=True))
        whole = completed(kept, eliminated)
        assert whole.items() >= kept.items()
        assert allowed(whole, [r for r in case.relations if set(r.axes) <= set(whole)])
        assert {axis for relation in case.relations for axis in relation.axes} <= set(whole)


@given(cases())
def test_eliminating_agrees_with_trying_every_world(case: Case) -> None:
    check(case)


@pytest.mark.slow
@given(cases())
@DEEP
def test_eliminating_agrees_with_trying_every_world_in_many_cases(case: Case) -> None:
    check(case)


@given(cases())
def test_joining_is_what_every_relation_allows(case: Case) -> None:
    axes = tuple(case.sizes)
    truth = np.zeros(tuple(case.sizes.values()), dtype=bool)
    for world in case.worlds():
        truth[tuple(world.values())] = True
    assert np.array_equal(joined(case.relations, axes, case.sizes), truth)


def test_spreading_puts_each_axis_in_its_place() -> None:
    own = np.arange(6).reshape(2, 3) % 2 == 0
    wide = spread(own, ("b", "a"), ("a", "c", "b"))
    assert wide.shape == (3, 1, 2)
    assert all(wide[a, 0, b] == own[b, a] for a in range(3) for b in range(2))


def test_a_join_beyond_all_bounds_is_refused_and_names_its_axes() -> None:
    sizes = {"a": MOST_CELLS, "b": 2}
    with pytest.raises(TooLargeError) as caught:
        joined([], ("a", "b"), sizes)
    assert (caught.value.axes, caught.value.cells) == (("a", "b"), 2 * MOST_CELLS)
