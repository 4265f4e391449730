"""Every formula once with figures worked by hand, on the line and beside it, and with what is not known."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import pytest
from desk import Desk

from lianggao.computing.formulas import formulas_of

# field, what is stated, both ends
BY_HAND = [
    ("unit_energy_kgce_per_t", {"energy_calorific_tce": 27, "output_t": 2000}, 13.5),
    ("unit_energy_kgce_per_m2", {"energy_calorific_tce": 40_000, "output_m2": 10_000_000}, 4),
    ("unit_energy_kgce_per_case", {"energy_calorific_tce": 57_000, "output_cases": 6_000_000}, 9.5),
    ("unit_electricity_kwh_per_t", {"electricity_kwh": 1_300_000_000, "output_t": 100_000}, 13_000),
    ("coal_substitution_due_t", {"coal_added_t": 10_000, "coal_k1": 1.2, "coal_k2": 1.5}, 18_000),
    (
        "coal_substitution_ratio",
        {"coal_substituted_t": 18_000, "coal_added_t": 10_000, "coal_k1": 1.2, "coal_k2": 1.5},
        1,
    ),
    ("coal_equal_ratio", {"coal_substituted_t": 9_999, "coal_added_t": 10_000}, 0.9999),
    (
        "energy_right_due_tce",
        {"energy_right_a_tce": 20_000, "energy_right_b": 0.3, "energy_right_c": 0.8, "energy_average": 0.6},
        8_000,
    ),
    ("energy_right_ratio", {"energy_right_traded_tce": 6_000, "energy_right_due_tce": 8_000}, 0.75),
    ("energy_room_share", {"added_energy_equivalent_tce": 30_000, "energy_room_tce": 40_000}, 0.75),
    ("plot_ratio", {"floor_area_m2": 30_000, "land_m2": 25_000}, 1.2),
    ("building_coefficient", {"footprint_m2": 12_000, "land_m2": 30_000}, 40),
    ("office_land_share", {"office_land_m2": 2_100, "land_m2": 30_000}, 7),
    ("investment_per_mu", {"fixed_investment_wan_yuan": 15_000, "land_m2": 20_000}, 500),
    ("output_per_mu", {"annual_output_wan_yuan": 9_000, "land_m2": 20_000}, 300),
    ("tax_per_mu", {"annual_tax_wan_yuan": 450, "land_m2": 20_000}, 15),
]


@pytest.mark.parametrize(("field", "stated", "value"), BY_HAND)
def test_a_formula_gives_what_is_worked_by_hand(desk: Desk, field: str, stated: dict[str, float], value: float) -> None:
    assert desk.ends(field, **stated) == (value, value)


def test_every_formula_is_worked_by_hand_above_or_below(desk: Desk) -> None:
    assert formulas_of(desk.catalogs).keys() == {field for field, *_ in BY_HAND} | {
        "energy_right_c",
        "replacement_ratio",
    }


def test_a_mu_is_two_thousand_thirds_of_a_square_metre(desk: Desk) -> None:
    (formula,) = formulas_of(desk.catalogs)["tax_per_mu"]
    assert formula.factor == Fraction(2000, 3)


def test_value_energy_lies_between_both_bases(desk: Desk) -> None:
    stated = {"added_value_wan_yuan": 20_000}
    both = desk.ends("energy_right_c", energy_calorific_tce=10_000, energy_equivalent_tce=16_000, **stated)
    assert both == (0.5, 0.8)
    assert desk.ends("energy_right_c", energy_calorific_tce=10_000, **stated) == (0.5, inf)
    assert desk.ends("energy_right_c", energy_equivalent_tce=16_000, **stated) == (0, 0.8)
    # A project that sells power may use less by 等价值; either basis may be meant.
    assert desk.ends("energy_right_c", energy_calorific_tce=16_000, energy_equivalent_tce=10_000, **stated) == (
        0.5,
        0.8,
    )


def test_replacement_is_worked_in_tonnes_or_in_cases(desk: Desk) -> None:
    assert desk.ends("replacement_ratio", replaced_t=125, added_output_t=100) == (1.25, 1.25)
    assert desk.ends("replacement_ratio", replaced_cases=110, added_output_cases=100) == (1.1, 1.1)
    both = {"replaced_t": 125, "added_output_t": 100, "replaced_cases": 110, "added_output_cases": 100}
    assert desk.ends("replacement_ratio", **both) == (1.1, 1.25)
    assert desk.ends("replacement_ratio", replaced_t=125, added_output_cases=100) == (0, inf)


def test_a_new_build_adds_all_its_output_and_an_expansion_at_most_that(desk: Desk) -> None:
    planned = {"replaced_t": 125, "output_t": 100}
    for nature in ("new_build", "relocation"):
        assert desk.ends("replacement_ratio", construction_nature=nature, **planned) == (1.25, 1.25)
    assert desk.ends("added_output_t", construction_nature="expansion", **planned) == (0, 100)
    assert desk.ends("replacement_ratio", construction_nature="expansion", **planned) == (1.25, inf)
    assert desk.ends("replacement_ratio", construction_nature="expansion", added_output_t=50, **planned) == (2.5, 2.5)
    assert desk.ends("replacement_ratio", **planned) == (1.25, inf)


def test_the_coefficient_b_is_never_assumed(desk: Desk) -> None:
    stated = {"energy_right_a_tce": 20_000, "energy_right_c": 0.8, "energy_average": 0.6}
    assert desk.ends("energy_right_due_tce", **stated) == (0, inf)
    assert desk.ends("energy_right_b", **stated) == (0, inf)
    assert desk.ends("energy_right_due_tce", energy_right_b=(0.3, 1), **stated) == (8_000, 26666.6666667)


def test_intervals_reach_as_far_as_their_inputs(desk: Desk) -> None:
    assert desk.ends("plot_ratio", floor_area_m2=(10, 20), land_m2=(5, 8)) == (1.25, 4)
    assert desk.ends("plot_ratio", floor_area_m2=(10, inf), land_m2=(5, 8)) == (1.25, inf)
    assert desk.ends("plot_ratio", floor_area_m2=(10, 20), land_m2=(5, inf)) == (0, 4)
    assert desk.ends("plot_ratio", floor_area_m2=10, land_m2=(0, 8)) == (1.25, inf)
    assert desk.ends("plot_ratio", floor_area_m2=10) == (0, inf)
    assert desk.ends("plot_ratio", land_m2=10) == (0, inf)


def test_nothing_over_nothing_is_not_known_and_nothing_of_something_is_nothing(desk: Desk) -> None:
    assert desk.ends("coal_equal_ratio", coal_substituted_t=0, coal_added_t=0) == (0, inf)
    assert desk.ends("coal_equal_ratio", coal_substituted_t=0, coal_added_t=5) == (0, 0)
    assert desk.ends("coal_substitution_due_t", coal_added_t=0) == (0, 0)
    # What is due of nothing is nothing, and anything is enough for it.
    assert desk.ends("coal_substitution_ratio", coal_substituted_t=5, coal_added_t=0)[0] > 1


def test_added_coal_is_at_most_all_coal(desk: Desk) -> None:
    assert desk.ends("coal_added_t", coal_t=100) == (0, 100)
    assert desk.ends("coal_added_t", coal_t=100, coal_added_t=40) == (40, 40)
    assert desk.ends("coal_equal_ratio", coal_t=100, coal_substituted_t=150) == (1.5, inf)
    wrong = desk.compute(desk.facts(coal_t=100, coal_added_t=140))
    assert (wrong.span("coal_t").high[0], *desk.ends("coal_added_t", coal_t=100, coal_added_t=140)) == (100, 140, 140)
    (note,) = wrong.notes
    assert (note.row, note.field, note.code) == (0, "coal_added_t", "added-contradiction")


def test_nothing_left_is_exceeded_by_whatever_is_added(desk: Desk) -> None:
    low, _ = desk.ends("energy_room_share", added_energy_equivalent_tce=5, energy_room_tce=0)
    assert low > 1
    assert desk.ends("energy_room_share", added_energy_equivalent_tce=0, energy_room_tce=0) == (0, inf)
