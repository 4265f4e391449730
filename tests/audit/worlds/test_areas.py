"""Areas hold the wanted worlds and no other possible one, and what they say of themselves is just that."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np
import pytest
from oracle.areas import Value, within
from oracle.copies import edited

from lianggao.audit.worlds import Stage, common_cuts, worlds_of
from lianggao.audit.worlds.areas import areas_of
from lianggao.audit.worlds.limits import Limit
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.tables import QuantityAxis
from lianggao.tables.known import Bools

GATES = ("catalog", "energy_review", "joint_review", "ledger")


class Said(NamedTuple):
    """What an area says of itself, asked for once."""

    limits: tuple[Limit, ...]
    exceptions: tuple[Limit, ...]
    held: Bools


def values_of(stage: Stage, world: tuple[int, ...]) -> dict[str, Value]:
    """Return a value of every axis in a world."""
    return {axis: _value(stage, axis, place) for axis, place in zip(stage.axes, world, strict=True)}


def _value(stage: Stage, axis: str, place: int) -> Value:
    if axis in stage.labels:
        return stage.labels[axis][place]
    regions = stage.cuts.regions[axis]
    if isinstance(regions.axis, QuantityAxis):
        return max(regions.bounds(place)[0], 0.0)
    return regions.members(place)[0]


def check(stage: Stage, wanted: Bools, rng: Random) -> None:
    areas = [Said(area.limits, area.exceptions, area.within()) for area in areas_of(stage, wanted)]
    held = np.zeros(wanted.shape, dtype=bool)
    for area in areas:
        held |= area.held
    assert np.array_equal(held & stage.possible, wanted & stage.possible)
    tests = [within(area) for area in areas]
    worlds = [tuple(map(int, at)) for at in np.argwhere(stage.possible)]
    for world in rng.sample(worlds, min(len(worlds), 150)):
        values = values_of(stage, world)
        assert any(test(values) for test in tests) == bool(wanted[world])
        assert all(test(values) == bool(area.held[world]) for test, area in zip(tests, areas, strict=True))


@pytest.mark.parametrize("gate", GATES)
def test_the_worlds_of_an_outcome_are_those_that_its_areas_say(law: Law, gate: str) -> None:
    rng = Random(1)
    stage = worlds_of(common_cuts([load_rulebook("2022-12-31", law), load_rulebook("2024-06-30", law)])).decide(gate)
    for place in range(len(stage.outcomes)):
        before, after = (found == place for found in stage.outcome)
        check(stage, np.asarray(after & stage.possible), rng)
        check(stage, np.asarray(before & ~after & stage.possible), rng)


@pytest.mark.parametrize("gate", GATES)
def test_worlds_that_no_rule_draws_are_held_as_well(law: Law, gate: str) -> None:
    rng = Random(2)
    stage = worlds_of(common_cuts([load_rulebook("2022-12-31", law)])).decide(gate)
    for _ in range(3):
        sides = [rng.sample(range(stage.size(axis)), rng.randint(1, stage.size(axis))) for axis in stage.axes]
        wanted = np.zeros(stage.possible.shape, dtype=bool)
        wanted[np.ix_(*sides)] = True
        check(stage, wanted & stage.possible, rng)
        check(stage, ~wanted & stage.possible, rng)


@pytest.fixture(scope="module")
def either(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Return a gate that advises a review unless the energy lies between two lines and the stage is one."""
    rule = "rules/xuchang-signing-review-2022/candidate-contract.yaml"
    when = """
  any:
    - all:
        - {field: energy_equivalent_tce, at_least: 10000}
        - {field: energy_equivalent_tce, less_than: 50000}
    - {field: stage, is: signing}"""
    edits = {rule: [("\n  all:\n    - {field: stage, is: signing}", when)]}
    folder = edited(tmp_path_factory.mktemp("law"), edits)
    return worlds_of(common_cuts([load_rulebook("2022-12-31", load_law(folder))])).decide("signing_review")


def test_a_quantity_between_two_lines_is_never_said_by_what_it_is_not(either: Stage) -> None:
    # Neither below 10 000 nor from 50 000 on is one stretch: as an exception it would be said as everything.
    wanted = either.holds(0, "xuchang-signing-review-2022/candidate-contract") & either.possible
    check(either, wanted, Random(3))
    for area in areas_of(either, wanted):
        for limit in (*area.limits, *area.exceptions):
            assert limit.values or limit.low is not None or limit.high is not None


def test_a_carve_out_is_said_as_an_exception(law: Law) -> None:
    stage = worlds_of(common_cuts([load_rulebook("2022-12-31", law)])).decide("catalog")
    (area,) = areas_of(stage, stage.holds(0, "henan-catalog-2021/class-one") & stage.possible)
    assert {limit.axis for limit in area.limits} == {"county", "activity", "energy_equivalent_tce"}
    assert {limit.axis: set(limit.values) for limit in area.exceptions} == {
        "construction_nature": {"technical_retrofit", "reconstruction"},
        "main_process_changed": {"no"},
        "capacity_added": {"no"},
    }


def test_everything_is_one_area_without_limits(law: Law) -> None:
    stage = worlds_of(common_cuts([load_rulebook("2022-12-31", law)])).decide("catalog")
    (area,) = areas_of(stage, stage.possible)
    assert (area.limits, area.exceptions, area.text) == ((), (), "一切情形")


def test_no_world_is_no_area(law: Law) -> None:
    stage = worlds_of(common_cuts([load_rulebook("2022-12-31", law)])).decide("catalog")
    assert areas_of(stage, np.zeros_like(stage.possible)) == []
