"""Merged worlds say what plain Python finds by trying every world that is left open."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lianggao.tables import Known
from lianggao.tables.known import Bools
from lianggao.tables.merged import Merged


class Drawn(NamedTuple):
    """Planes over worlds, and for each project the regions left on each axis, perhaps none."""

    planes: Bools
    left: list[list[list[int]]]

    @property
    def knowledge(self) -> list[Known]:
        """Return what is known on each axis."""
        return [
            Known.of_rows(np.array([[r in own[axis] for r in range(size)] for own in self.left]))
            for axis, size in enumerate(self.planes.shape[1:])
        ]


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Draw up to 70 planes, more than a word has bits; few are distinct, so that regions are alike."""
    sizes = draw(st.lists(st.integers(1, 4), max_size=3))
    cells = int(np.prod(sizes))
    kinds = draw(st.lists(st.lists(st.booleans(), min_size=cells, max_size=cells), min_size=1, max_size=3))
    many = draw(st.sampled_from((1, 2, 8, 9, 64, 70)))
    planes = np.array([kinds[at * at % len(kinds)] for at in range(many)]).reshape(many, *sizes)
    own = st.tuples(*(st.lists(st.integers(0, size - 1), unique=True, max_size=size) for size in sizes))
    return Drawn(planes, [list(each) for each in draw(st.lists(own, min_size=1, max_size=5))])


def somewhere(planes: Bools, left: list[list[int]]) -> list[bool]:
    return [any(plane[world] for world in product(*left)) for plane in planes]


@given(drawn())
def test_a_plane_is_joined_where_some_open_world_has_it(given_worlds: Drawn) -> None:
    planes, left = given_worlds
    found = Merged.of(planes).joined(given_worlds.knowledge, len(left))
    assert found.tolist() == [somewhere(planes, own) for own in left]


@given(drawn())
def test_a_slice_is_what_each_answer_on_an_axis_would_leave(given_worlds: Drawn) -> None:
    planes, left = given_worlds
    for axis, size in enumerate(planes.shape[1:]):
        found = Merged.of(planes).sliced(given_worlds.knowledge, len(left), axis)
        answers = [[[*own[:axis], [region], *own[axis + 1 :]] for region in range(size)] for own in left]
        assert found.tolist() == [[somewhere(planes, each) for each in own] for own in answers]


@given(drawn())
def test_a_plane_differs_along_an_axis_where_two_open_worlds_differ_on_it_alone(given_worlds: Drawn) -> None:
    planes, left = given_worlds
    for axis in range(planes.ndim - 1):
        expected = []
        for own in left:
            rest = product(*(regions if at != axis else [0] for at, regions in enumerate(own)))
            along = [[(*w[:axis], region, *w[axis + 1 :]) for region in own[axis]] for w in rest]
            expected.append(any(len({bool(p[w]) for w in line}) > 1 for line in along for p in planes))
        assert Merged.of(planes).differing(given_worlds.knowledge, len(left), axis).tolist() == expected


@given(drawn())
def test_regions_are_merged_exactly_where_no_plane_tells_them_apart(given_worlds: Drawn) -> None:
    planes, merged = given_worlds.planes, Merged.of(given_worlds.planes)
    for axis, size in enumerate(planes.shape[1:]):
        parts = [planes.take(region, axis=axis + 1) for region in range(size)]
        alike = [[bool(np.array_equal(one, other)) for other in parts] for one in parts]
        assert (merged.place[axis][:, None] == merged.place[axis]).tolist() == alike
