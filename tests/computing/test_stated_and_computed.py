"""A field that is both stated and computed."""

from __future__ import annotations

from math import inf

from desk import Desk


def codes(desk: Desk, **stated: object) -> list[tuple[int, str, str]]:
    return [(note.row, note.field, note.code) for note in desk.compute(desk.facts(**stated)).notes]


def test_what_is_stated_stands_where_both_can_be(desk: Desk) -> None:
    stated = {"plot_ratio": (1.1, 1.3), "floor_area_m2": 12.0, "land_m2": 10.0}
    assert desk.ends("plot_ratio", **stated) == (1.1, 1.3)
    assert codes(desk, **stated) == []
    assert desk.ends("plot_ratio", plot_ratio=1.2, floor_area_m2=12.0) == (1.2, 1.2)


def test_figures_apart_leave_all_between_them(desk: Desk) -> None:
    stated = {"plot_ratio": 1.0, "floor_area_m2": 12.0, "land_m2": 10.0}
    assert desk.ends("plot_ratio", **stated) == (1, 1.2)
    facts = desk.compute(desk.facts(**stated))
    (note,) = facts.notes
    assert (note.row, note.field, note.code) == (0, "plot_ratio", "computed-differs")
    assert "填报为1，" in note.text
    assert "计算为1.2，" in note.text
    assert desk.ends("plot_ratio", plot_ratio=1.5, floor_area_m2=12.0, land_m2=10.0) == (1.2, 1.5)


def test_up_to_five_per_cent_apart_is_no_note(desk: Desk) -> None:
    land = {"land_m2": 10.0, "plot_ratio": 1.0}
    assert codes(desk, floor_area_m2=10.5, **land) == []
    assert desk.ends("plot_ratio", floor_area_m2=10.5, **land) == (1, 1.05)
    assert codes(desk, floor_area_m2=10.51, **land) == [(0, "plot_ratio", "computed-differs")]
    assert codes(desk, floor_area_m2=9.5, **land) == []
    assert codes(desk, floor_area_m2=9.49, **land) == [(0, "plot_ratio", "computed-differs")]
    # An interval is held against its nearer end.
    assert codes(desk, floor_area_m2=(10.4, 99.0), **land) == []
    assert codes(desk, plot_ratio=0.0, floor_area_m2=1.0, land_m2=10.0) == [(0, "plot_ratio", "computed-differs")]


def test_what_follows_counts_with_both(desk: Desk) -> None:
    stated = {"unit_energy_kgce_per_t": 98.0, "energy_calorific_tce": 210_000.0, "output_t": 2_000_000.0}
    assert desk.ends("unit_energy_kgce_per_t", **stated) == (98, 105)
    assert desk.ends("benchmark_ratio", activity="cement_clinker", **stated) == (0.98, 1.05)


def test_a_stated_ratio_stands_where_nothing_is_computed(desk: Desk) -> None:
    assert desk.ends("benchmark_ratio", benchmark_ratio=0.9) == (0.9, 0.9)
    both = {"activity": "cement_clinker", "benchmark_ratio": 0.9, "unit_energy_kgce_per_t": 120.0}
    assert desk.ends("benchmark_ratio", **both) == (0.9, 1.2)
    assert desk.ends("replacement_ratio", replacement_ratio=(1.25, inf)) == (1.25, inf)
