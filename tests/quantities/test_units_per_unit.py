"""Units per another unit, shares and ratios, each worked by hand; and none of them in a column of another kind."""

from __future__ import annotations

import math

import pytest

from lianggao.quantities import find_unit, read_quantity

INF = math.inf

PER_UNIT = [
    ("110kgce/t", "kgce_per_t", 110),
    ("110千克标准煤/吨", "kgce_per_t", 110),
    ("110公斤标煤/吨", "kgce_per_t", 110),
    ("0.11吨标准煤/吨", "kgce_per_t", 110),
    ("0.11tce/t", "kgce_per_t", 110),
    ("110000gce/t", "kgce_per_t", 110),
    ("４．５ｋｇｃｅ／㎡", "kgce_per_m2", 4.5),
    ("4.5千克标准煤/平方米", "kgce_per_m2", 4.5),
    ("12kgce/重箱", "kgce_per_case", 12),
    ("12千克标准煤/重量箱", "kgce_per_case", 12),
    ("590kgoe/t", "kgoe_per_t", 590),
    ("590千克标准油/吨", "kgoe_per_t", 590),
    ("13350kWh/t", "kwh_per_t", 13350),
    ("1.335万千瓦时/吨", "kwh_per_t", 13350),
    ("13350度/吨", "kwh_per_t", 13350),
    ("285gce/kWh", "gce_per_kwh", 285),
    ("285克标准煤/千瓦时", "gce_per_kwh", 285),
    ("285克/千瓦时", "gce_per_kwh", 285),
    ("285g/kWh", "gce_per_kwh", 285),
    ("0.285kgce/kWh", "gce_per_kwh", 285),
    ("0.5吨标准煤/万元", "energy_per_value", 0.5),
    ("0.5tce/万元", "energy_per_value", 0.5),
    ("0.5万吨标准煤/亿元", "energy_per_value", 0.5),
    ("500千克标准煤/万元", "energy_per_value", 0.5),
    ("300万元/亩", "money_per_area", 300),
    ("4500万元/公顷", "money_per_area", 300),
    ("4500元/平方米", "money_per_area", 300),
    ("45亿元/平方公里", "money_per_area", 300),
    ("450万元/千平方米", "money_per_area", 300),
    ("500万重箱", "cases", 5_000_000),
    ("500万重量箱/年", "cases", 5_000_000),
    ("6000万块", "bricks", 60_000_000),
    ("0.6亿块标砖", "bricks", 60_000_000),
    ("6000万块（折标砖）/年", "bricks", 60_000_000),
    ("35%", "percent", 35),
    ("35％", "percent", 35),
    ("120%", "number", 1.2),
    ("1.2", "number", 1.2),
]
BOUNDED = [
    ("不低于1.2", "number", "plot_ratio", 1.2, INF),
    ("≥1.0", "number", "plot_ratio", 1, INF),
    ("容积率1.2", "number", "plot_ratio", 1.2, 1.2),
    ("1.0-1.5", "number", "plot_ratio", 1, 1.5),
    ("不超过7%", "percent", "office_land_share", 0, 7),
    ("30-40%", "percent", "building_coefficient", 30, 40),
    ("约110kgce/t", "kgce_per_t", "", 99, 121),
    ("2:1", "number", "replacement_ratio", 2, 2),
    ("2：1", "number", "replacement_ratio", 2, 2),
    ("1.25:1", "number", "replacement_ratio", 1.25, 1.25),
    ("1.5∶1", "number", "replacement_ratio", 1.5, 1.5),
    ("2比1", "number", "replacement_ratio", 2, 2),
    ("不低于1.25:1", "number", "replacement_ratio", 1.25, INF),
    ("1.25:1~1.5:1", "number", "replacement_ratio", 1.25, 1.5),
    ("125%", "number", "replacement_ratio", 1.25, 1.25),
    ("1.25", "number", "replacement_ratio", 1.25, 1.25),
    ("15万元/亩·年", "money_per_area", "tax_per_mu", 15, 15),
    ("15万元/亩/年", "money_per_area", "tax_per_mu", 15, 15),
    ("5亿元/年", "money", "annual_output_wan_yuan", 50000, 50000),
    ("1000万平方米/年", "area", "output_m2", 1e7, 1e7),
    ("30万吨/年", "mass", "replaced_t", 300000, 300000),
    ("固定资产投资4亿元", "money", "fixed_investment_wan_yuan", 40000, 40000),
]
UNKNOWN = [
    ("110kgce/t", "energy", "", "per-unit"),
    ("300万元/亩", "money", "", "per-unit"),
    ("300万元/亩", "area", "", "per-unit"),
    ("285g/kWh", "electricity", "", "per-unit"),
    ("110千克标准煤", "kgce_per_t", "", "other-kind-of-unit"),
    ("300万元", "money_per_area", "", "other-kind-of-unit"),
    ("110kgce/m²", "kgce_per_t", "", "other-kind-of-unit"),
    ("7.5kgoe/t", "kgce_per_t", "", "other-kind-of-unit"),
    ("110克/吨", "kgce_per_t", "", "unreadable-quantity"),
    ("110千克/吨", "kgce_per_t", "", "per-unit"),
    ("35%", "mass", "", "other-kind-of-unit"),
    ("35%", "kgce_per_t", "", "other-kind-of-unit"),
    ("1:1.25", "number", "replacement_ratio", "unreadable-quantity"),
    ("1:0", "number", "replacement_ratio", "unreadable-quantity"),
    ("2:1", "number", "plot_ratio", "unreadable-quantity"),
    ("2:1", "mass", "", "unreadable-quantity"),
    ("300万美元/亩", "money_per_area", "", "per-unit"),
    ("总投资5亿元，其中固定资产投资4亿元", "money", "fixed_investment_wan_yuan", "several-quantities"),
    ("总投资5亿元", "money", "fixed_investment_wan_yuan", "other-quantity"),
    ("固定资产投资4亿元", "money", "investment_wan_yuan", "other-quantity"),
    ("5亿元/年", "money", "investment_wan_yuan", "unreadable-quantity"),
    ("300万元/亩/年", "money_per_area", "investment_per_mu", "unreadable-quantity"),
    ("100亩/年", "area", "land_m2", "unreadable-quantity"),
    ("120吨/年", "mass", "converter_t", "unreadable-quantity"),
    ("120吨/天", "mass", "replaced_t", "per-day"),
]


@pytest.mark.parametrize(("text", "scale", "value"), PER_UNIT)
def test_a_unit_per_unit_is_read_exactly(text: str, scale: str, value: float) -> None:
    reading = read_quantity(text, scale)
    assert (reading.low, reading.high, reading.notes) == (value, value, ())


@pytest.mark.parametrize(("text", "scale", "field", "low", "high"), BOUNDED)
def test_ratios_shares_and_yearly_figures(text: str, scale: str, field: str, low: float, high: float) -> None:
    reading = read_quantity(text, scale, field=field)
    assert (reading.low, reading.high) == (low, high)


@pytest.mark.parametrize(("text", "scale", "field", "code"), UNKNOWN)
def test_a_figure_of_another_kind_is_unread_with_a_note(text: str, scale: str, field: str, code: str) -> None:
    reading = read_quantity(text, scale, field=field)
    assert not reading.known
    assert [note.code for note in reading.notes] == [code]


def test_a_header_counts_bare_figures_and_the_cell_beats_it() -> None:
    assert read_quantity("0.11", "kgce_per_t", "tce/t").low == 110
    assert read_quantity("4500", "money_per_area", "万元/公顷").low == 300
    assert read_quantity("125", "number", "%").low == 1.25
    reading = read_quantity("110kgce/t", "kgce_per_t", "tce/t")
    assert (reading.low, [note.code for note in reading.notes]) == (110, ["unit-beats-header"])
    assert [note.code for note in read_quantity("5万", "money_per_area", "万元/亩").notes] == ["scale-unclear"]


def test_a_unit_with_a_year_is_one_where_the_field_is_one_of_a_year() -> None:
    assert find_unit("万元/年", "money") is None
    assert find_unit("万元/年", "money", "annual_tax_wan_yuan") is not None
    assert find_unit("吨/年", "mass", "output_t") is not None
    assert find_unit("吨/年", "mass", "converter_t") is None
    for unit in ("kgce/t", "万元/亩", "%", "重箱"):
        assert find_unit(unit, "energy") != find_unit("tce", "energy")
        with pytest.raises(ValueError, match="is not a unit of energy"):
            read_quantity("1", "energy", unit)
