"""What to ask for so that a computed field becomes known, and what no answer would change."""

from __future__ import annotations

import pytest
from desk import LATE, Desk

from lianggao.computing import not_on_file, open_inputs

UNIT = "unit_energy_kgce_per_t"
CLINKER: dict[str, object] = {"activity": "cement_clinker"}


def asked(desk: Desk, name: str, on: str = LATE, **stated: object) -> tuple[str, ...]:
    return open_inputs(name, 0, desk.compute(desk.facts(**stated), on), desk.vocabulary, desk.catalogs)


def missing(desk: Desk, name: str, on: str = LATE, **stated: object) -> str:
    return not_on_file(name, 0, desk.compute(desk.facts(**stated), on), desk.vocabulary, desk.catalogs)


def test_a_clinker_project_is_asked_for_the_figure_first_and_then_for_what_gives_it(desk: Desk) -> None:
    for name in ("benchmark_ratio", "baseline_ratio", "limit_1_ratio", "limit_3_ratio", "unit_energy"):
        assert asked(desk, name, **CLINKER) == (UNIT, "energy_calorific_tce", "output_t")
        assert asked(desk, name, output_t=5.0, **CLINKER) == (UNIT, "energy_calorific_tce")
        assert asked(desk, name, unit_energy_kgce_per_t=(90.0, 120.0), output_t=5.0, **CLINKER) == (
            UNIT,
            "energy_calorific_tce",
        )
        assert asked(desk, name, unit_energy_kgce_per_t=100.0, **CLINKER) == ()
        assert missing(desk, name, **CLINKER) == ""


def test_an_open_product_is_asked_for_first(desk: Desk) -> None:
    assert asked(desk, "benchmark_ratio", activity="coking") == (
        "efficiency_item",
        UNIT,
        "energy_calorific_tce",
        "output_t",
    )
    # With several units the product alone; the rest depends on it.
    assert asked(desk, "benchmark_ratio") == ("efficiency_item",)
    assert asked(desk, "benchmark_value", activity="coking") == ()  # both are 110
    assert asked(desk, "baseline_value", activity="coking") == ("efficiency_item",)
    assert asked(desk, "limit_3_ratio", activity="corundum") == ("limit_item",)


def test_nothing_is_asked_where_no_answer_helps(desk: Desk) -> None:
    for item, phrase in (
        ("copper_from_concentrate", "标杆水平数值存疑，不作比较"),
        ("methanol_lignite", "标杆水平数值存疑，不作比较"),
        ("converter", "标杆水平不是正数，不作比较"),
        ("refining", "该产品的计量单位未见或没有对应的填报项，不作比较"),
    ):
        assert asked(desk, "benchmark_ratio", efficiency_item=item) == ()
        assert missing(desk, "benchmark_ratio", efficiency_item=item) == phrase
    assert asked(desk, "benchmark_ratio", efficiency_item="none") == ()
    assert missing(desk, "benchmark_ratio", efficiency_item="none") == "该产品的标杆水平未收录"


def test_a_limit_that_has_not_begun_is_not_asked_for(desk: Desk) -> None:
    assert asked(desk, "limit_3_ratio", "2022-10-31", **CLINKER) == ()
    assert missing(desk, "limit_3_ratio", "2022-10-31", **CLINKER) == "该日期的限额标准未收录"
    assert missing(desk, "limit_3_ratio", "2022-11-01", **CLINKER) == ""
    assert missing(desk, "limit_1_ratio", limit_item="flat_glass_to_500") == "该产品的限额1级未列数值"
    assert missing(desk, "limit_1_ratio", limit_item=["methanol_lignite", "none"]) == "限额1级数值存疑，不作比较"
    assert missing(desk, "limit_1_ratio", limit_item=["methanol_lignite", "clinker"]) == ""


@pytest.mark.parametrize(
    ("name", "stated", "expected"),
    [
        ("plot_ratio", {}, ("plot_ratio", "floor_area_m2", "land_m2")),
        ("plot_ratio", {"land_m2": 5.0}, ("plot_ratio", "floor_area_m2")),
        ("plot_ratio", {"plot_ratio": 1.0}, ()),
        ("coal_substitution_ratio", {}, ("coal_substituted_t", "coal_added_t", "coal_k1", "coal_k2")),
        ("coal_substitution_ratio", {"coal_k1": 1.2, "coal_added_t": 9.0}, ("coal_substituted_t", "coal_k2")),
        (
            "energy_right_ratio",
            {"energy_right_a_tce": 9.0, "energy_right_b": 0.3, "energy_right_c": 1.0},
            ("energy_right_traded_tce", "energy_average"),
        ),
        (
            "energy_right_c",
            {"energy_calorific_tce": 9.0},
            ("energy_right_c", "added_value_wan_yuan"),
        ),
        ("replacement_ratio", {"added_output_t": 9.0}, ("replacement_ratio", "replaced_t")),
        (
            "replacement_ratio",
            {},
            ("replacement_ratio", "replaced_t", "added_output_t", "replaced_cases", "added_output_cases"),
        ),
        ("energy_room_share", {}, ("added_energy_equivalent_tce", "energy_room_tce")),
        ("land_m2", {}, ("land_m2",)),
        ("land_m2", {"land_m2": 5.0}, ()),
    ],
)
def test_inputs_are_asked_for_down_to_what_a_person_states(
    desk: Desk, name: str, stated: dict[str, object], expected: tuple[str, ...]
) -> None:
    assert asked(desk, name, **stated) == expected
    assert missing(desk, name, **stated) == ""


def test_answering_what_is_asked_makes_it_known(desk: Desk) -> None:
    for name in ("plot_ratio", "tax_per_mu", "unit_energy_kgce_per_m2"):
        direct, *inputs = asked(desk, name)
        assert direct == name
        for answers in ([direct], inputs):
            low, high = desk.ends(name, **dict.fromkeys(answers, 2.0))
            assert low == high
    for name in ("coal_substitution_ratio", "coal_equal_ratio", "energy_room_share"):
        low, high = desk.ends(name, **dict.fromkeys(asked(desk, name), 2.0))
        assert low == high
    low, high = desk.ends("benchmark_ratio", **CLINKER, energy_calorific_tce=5.0, output_t=7.0)
    assert low == high
