"""Knowledge as distinct sets and one index per project: gathering, spreading and choosing never lose anything."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lianggao.tables import Known
from lianggao.tables.known import Bools, Ints


@st.composite
def rows(draw: st.DrawFn) -> Bools:
    """Draw one set of regions per project, of up to twenty regions, so that more than one byte is packed."""
    regions = draw(st.integers(1, 20))
    line = st.lists(st.booleans(), min_size=regions, max_size=regions)
    return np.array(draw(st.lists(line, min_size=1, max_size=12)), dtype=bool)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Ints, Ints, int]:
    """Draw the first and last region of some projects, and how many regions there are."""
    regions = draw(st.integers(1, 20))
    ends = st.tuples(st.integers(0, regions - 1), st.integers(0, regions - 1)).map(sorted)
    low, high = zip(*draw(st.lists(ends, min_size=1, max_size=12)), strict=True)
    return np.array(low), np.array(high), regions


@given(rows())
def test_gathered_rows_spread_to_the_same_rows(given_rows: Bools) -> None:
    assert np.array_equal(Known.of_rows(given_rows).rows(), given_rows)


@given(rows())
def test_equal_sets_are_kept_once(given_rows: Bools) -> None:
    sets = [tuple(line) for line in Known.of_rows(given_rows).sets]
    assert len(set(sets)) == len(sets) == len({tuple(line) for line in given_rows})


@given(rows(), st.data())
def test_choosing_projects_chooses_their_rows_in_the_order_given(given_rows: Bools, data: st.DataObject) -> None:
    chosen = np.array(data.draw(st.lists(st.integers(0, len(given_rows) - 1), max_size=15)), dtype=np.int64)
    taken = Known.of_rows(given_rows).take(chosen)
    assert np.array_equal(taken.rows(), given_rows[chosen])
    assert len(taken.sets) == len({tuple(line) for line in given_rows[chosen]})


@given(ranges())
def test_a_range_holds_exactly_the_regions_between_its_ends(drawn: tuple[Ints, Ints, int]) -> None:
    low, high, regions = drawn
    expected = [[first <= region <= last for region in range(regions)] for first, last in zip(low, high, strict=True)]
    assert Known.of_ranges(low, high, regions).rows().tolist() == expected


@given(st.integers(150, 220), st.data())
def test_so_do_ranges_of_many_regions(regions: int, data: st.DataObject) -> None:
    """More regions than small numbers can pair."""
    ends = st.tuples(st.integers(0, regions - 1), st.integers(0, regions - 1)).map(sorted)
    low, high = map(np.array, zip(*data.draw(st.lists(ends, min_size=1, max_size=6)), strict=True))
    for kind in (np.int16, np.int64):
        first, last = Known.of_ranges(low.astype(kind), high.astype(kind), regions).ranges()
        assert (first.tolist(), last.tolist()) == (low.tolist(), high.tolist())


@given(ranges())
def test_ranges_are_read_back_from_their_sets(drawn: tuple[Ints, Ints, int]) -> None:
    low, high, regions = drawn
    first, last = Known.of_ranges(low, high, regions).ranges()
    assert (first.tolist(), last.tolist()) == (low.tolist(), high.tolist())


@given(rows())
def test_the_ends_of_any_set_are_its_first_and_last_region(given_rows: Bools) -> None:
    told = given_rows[given_rows.any(axis=1)]
    if not len(told):
        return
    first, last = Known.of_rows(told).ranges()
    expected = [(min(np.flatnonzero(line)), max(np.flatnonzero(line))) for line in told]
    assert list(zip(first, last, strict=True)) == expected


def test_a_constant_gives_every_project_the_same_set() -> None:
    assert Known.constant([True, False], 3).rows().tolist() == [[True, False]] * 3
