"""Cutting: one region holds exactly the values that no condition can tell apart, and every boundary is cut."""

from __future__ import annotations

from itertools import combinations
from math import inf, nextafter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from oracle.random_rulebooks import THRESHOLDS, Case, cases, region_of
from oracle.worlds import holds, numbers_around

from lianggao.tables import Above, All, AtLeast, ChoiceAxis, Member, Not, QuantityAxis, conditions, cut

ENERGY = QuantityAxis("energy", "tce")


def cutting(case: Case, axis: ChoiceAxis | QuantityAxis) -> list[conditions.Test]:
    """Return the tests that cut an axis: its own, and those of quantities on the same scale."""
    scale_of = {a.name: a.scale for a in case.axes if isinstance(a, QuantityAxis)}
    return [
        test
        for clause in case.clauses
        for test in conditions.tests_of(clause.condition)
        if test.axis == axis.name or (isinstance(axis, QuantityAxis) and scale_of.get(test.axis) == axis.scale)
    ]


@given(cases())
def test_two_values_share_a_region_exactly_where_every_condition_treats_them_alike(case: Case) -> None:
    for axis in case.axes:
        seen, regions = cutting(case, axis), case.regions[axis.name]
        values = axis.domain if isinstance(axis, ChoiceAxis) else numbers_around(THRESHOLDS)
        for one, other in combinations(values, 2):
            alike = all(holds(test, {test.axis: one}) == holds(test, {test.axis: other}) for test in seen)
            assert (region_of(regions, one) == region_of(regions, other)) == alike


@given(cases())
def test_no_region_is_empty(case: Case) -> None:
    for axis in case.axes:
        regions = case.regions[axis.name]
        values = axis.domain if isinstance(axis, ChoiceAxis) else numbers_around(THRESHOLDS)
        assert {region_of(regions, value) for value in values} == set(range(len(regions)))


@given(st.sampled_from(THRESHOLDS))
def test_at_least_cuts_just_below_its_threshold_and_above_cuts_just_after(threshold: float) -> None:
    before, at, after = nextafter(threshold, -inf), threshold, nextafter(threshold, inf)
    least = cut([ENERGY], [AtLeast("energy", threshold)])["energy"]
    above = cut([ENERGY], [Above("energy", threshold)])["energy"]
    both = cut([ENERGY], [All((AtLeast("energy", threshold), Not(Above("energy", threshold))))])["energy"]
    numbers = np.array([before, at, after])
    assert least.find(numbers).tolist() == [0, 1, 1]
    assert above.find(numbers).tolist() == [0, 0, 1]
    assert both.find(numbers).tolist() == [0, 1, 2]


@given(st.lists(st.sampled_from(THRESHOLDS), min_size=1), st.integers(0, 30))
def test_a_number_is_found_after_all_cuts_that_it_reaches(thresholds: list[float], more: int) -> None:
    every = [*thresholds, *(1e6 + at for at in range(more))]
    regions = cut([ENERGY], [AtLeast("energy", threshold) for threshold in every])["energy"]
    numbers = [*numbers_around(every), inf]
    expected = [sum(number >= threshold for threshold in set(every)) for number in numbers]
    assert regions.find(np.array(numbers)).tolist() == expected


def test_the_bounds_of_regions_follow_one_another_without_gap() -> None:
    regions = cut([ENERGY], [AtLeast("energy", 10000.0), Above("energy", 50000.0)])["energy"]
    after = nextafter(50000.0, inf)
    assert [regions.bounds(r) for r in range(3)] == [(-inf, 10000.0), (10000.0, after), (after, inf)]


def test_quantities_on_one_scale_share_their_cuts_and_others_do_not() -> None:
    axes = [ENERGY, QuantityAxis("calorific", "tce"), QuantityAxis("power", "kwh")]
    regions = cut(axes, [AtLeast("energy", 10000.0), AtLeast("calorific", 1000.0), AtLeast("power", 5e6)])
    assert regions["energy"].starts == regions["calorific"].starts == (1000.0, 10000.0)
    assert regions["power"].starts == (5e6,)


def test_the_members_of_a_region_are_its_values() -> None:
    kind = ChoiceAxis("kind", ("a", "b", "c"))
    regions = cut([kind], [Member("kind", frozenset({"b"}))])["kind"]
    assert [regions.members(r) for r in range(len(regions))] == [("a", "c"), ("b",)]


def test_an_axis_that_no_condition_mentions_has_one_region() -> None:
    regions = cut([ENERGY, ChoiceAxis("kind", ("a", "b"))], [])
    assert (len(regions["energy"]), len(regions["kind"])) == (1, 1)
