"""Cells with several figures: shares and other quantities, one quantity in two units, phases, money of two kinds."""

from __future__ import annotations

import math

import pytest

from lianggao.quantities import Reading, read_quantity

INF = math.inf


def area(text: str) -> Reading:
    return read_quantity(text, "area", "平方米", field="land_m2")


def money(text: str) -> Reading:
    return read_quantity(text, "money", "万元", field="investment_wan_yuan")


def codes(reading: Reading) -> set[str]:
    return {note.code for note in reading.notes} - {"unit-beats-header", "approximate"}


@pytest.mark.parametrize(
    "text",
    [
        "占地面积30亩，建筑面积5万平方米",
        "建筑面积5万平方米，占地面积30亩",
        "总用地30亩、总建筑面积50000㎡",
        "30亩，建筑面积5万平方米",
        "30亩（其中一期20亩）",
        "占地30亩，其中建设用地25亩",
        "项目占地30亩（一期20亩，二期10亩）",
    ],
)
def test_the_part_that_the_column_means_is_taken(text: str) -> None:
    reading = area(text)
    assert (reading.low, reading.high, reading.rule) == (20000, 20000, "whole")
    assert codes(reading) == {"rest-left-out"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("建筑面积5万平方米", "other-quantity"),
        ("新增30亩", "other-quantity"),
        ("一期30亩", "other-quantity"),
        ("其中30亩", "other-quantity"),
        ("30亩（20亩）", "several-quantities"),
        ("30亩，20亩", "several-quantities"),
        ("30亩（其中40亩耕地）", "unreadable-quantity"),
        ("30亩，其中一期40亩", "several-quantities"),
        ("占地30亩，用地40亩", "several-quantities"),
        ("30亩，占地40亩", "several-quantities"),
        ("建筑面积5万平方米，30亩", "several-quantities"),
        ("30，建筑面积5万平方米", "several-quantities"),
    ],
)
def test_what_the_column_means_is_not_guessed(text: str, code: str) -> None:
    assert not area(text).known
    assert codes(area(text)) == {code}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("30亩（20000平方米）", 20000, 20000),
        ("30亩/20000㎡", 20000, 20000),
        ("30亩，合2公顷", 20000, 20000),
        ("100亩（66667平方米）", 200000 / 3, 66667),
        ("66667平方米（约100亩）", 66667, 66667),
        ("100亩（6.67公顷）", 200000 / 3, 66700),
        ("20-40亩（20000平方米）", 20000, 20000),
    ],
)
def test_one_quantity_in_two_units_is_what_both_allow(text: str, low: float, high: float) -> None:
    reading = area(text)
    assert (reading.low, reading.high, reading.rule) == (low, high, "two-units")
    assert codes(reading) == {"units-agree"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("100亩（10万平方米）", "units-disagree"),
        # 100亩 is 66666.67㎡ give or take half a 亩, 333.33㎡; 67000 is the edge.
        ("100亩（66999平方米）", "units-agree"),
        ("100亩（67001平方米）", "units-disagree"),
        ("100.0亩（66999平方米）", "units-disagree"),
        ("100亩，合6.5公顷", "units-disagree"),
    ],
)
def test_two_units_agree_within_rounding_and_no_further(text: str, code: str) -> None:
    reading = area(text)
    assert codes(reading) == {code}
    assert reading.known == (code == "units-agree")


def test_phases_are_added_only_if_they_are_numbered_without_a_gap() -> None:
    two = money("一期2亿元，二期3亿元")
    assert (two.low, two.high, two.rule) == (50000, 50000, "sum")
    assert codes(two) == {"phases-added"}
    three = money("一期2亿元，二期约3亿元；三期1亿元")
    assert (three.low, three.high) == (57000, 63000)
    assert (area("一期20亩、二期10亩").low, area("1期20亩、2期10亩").low) == (20000, 20000)
    for text in (
        "一期2亿元，三期3亿元",
        "二期2亿元，一期3亿元",
        "二期2亿元，三期3亿元",
        "一期2亿元，二期500万美元",
        "一期2亿元，二期超过3亿元",
        "一、二期共5亿元",
        "一期2亿元，二期3",
        "一期2亿元",
        "本期2亿元",
    ):
        assert not money(text).known
        assert money(text).notes


def test_foreign_money_is_never_turned_into_yuan() -> None:
    for text in ("500万美元", "约500万美元", "500万美元（含设备投资100万美元）"):
        assert codes(money(text)) == {"foreign-currency"}
    share = money("5亿元（含外资1000万美元）")
    assert (share.low, share.high, share.rule) == (50000, 50000, "whole")
    again = money("5亿元（约7000万美元）")
    assert (again.low, again.high, codes(again)) == (50000, 50000, {"rest-left-out"})
    stated = money("5000万美元（约3.5亿元人民币）")
    assert (stated.low, stated.high, codes(stated)) == (31500, 38500, {"rest-left-out"})


def test_a_total_with_its_share_of_fixed_assets_is_the_total() -> None:
    reading = money("总投资1.2亿元，其中固定资产投资1亿元")
    assert (reading.low, reading.high, reading.rule) == (12000, 12000, "whole")
    assert not money("固定资产投资1亿元").known
    assert money("总投资5000万元，占地30亩").low == 5000
    assert read_quantity("总投资5000万元，占地30亩", "area").low == 20000
