"""Every way bureaus write a figure, each with an interval worked by hand and the rule that must have read it."""

from __future__ import annotations

import math

import pytest

from lianggao.quantities import read_quantity

INF = math.inf
MU = 2000 / 3  # square metres

ENERGY = [
    ("5.2万吨标准煤", 52000, 52000, "number-with-unit"),
    ("约3000吨标煤", 2700, 3300, "about"),
    ("不高于1万", 0, 10000, "bound"),
    ("4.8—5.2万", 48000, 52000, "range"),
    ("五万吨", 50000, 50000, "number-with-unit"),
    ("十万吨", 100000, 100000, "number-with-unit"),
    ("三千余吨", 3000, 4000, "and-more"),
    ("十几万吨", 100000, 200000, "and-more"),
    ("二十多万吨", 200000, 300000, "and-more"),
    ("万余吨", 10000, 20000, "and-more"),
    ("3000吨左右", 2700, 3300, "about"),
    ("近万吨", 9000, 10000, "nearly"),
    ("超万吨", 10000, INF, "bound"),
    ("数千吨", 1000, 10000, "order-of-magnitude"),
    ("几万吨", 10000, 100000, "order-of-magnitude"),
    ("数十万吨", 100000, 1000000, "order-of-magnitude"),
    ("上万吨", 10000, INF, "order-of-magnitude"),
    ("12,533.05", 12533.05, 12533.05, "bare-number"),
    ("１２５３３．０５", 12533.05, 12533.05, "bare-number"),
    ("１２，５３３．０５", 12533.05, 12533.05, "bare-number"),
    ("8661.09tce/a", 8661.09, 8661.09, "number-with-unit"),
    ("5000吨/年", 5000, 5000, "number-with-unit"),
    ("5000吨标准煤每年", 5000, 5000, "number-with-unit"),
    ("每年5000吨标准煤", 5000, 5000, "number-with-unit"),
    ("5.2万吨标准煤当量", 52000, 52000, "number-with-unit"),
    ("年综合能耗3.5万吨标煤", 35000, 35000, "number-with-unit"),
    ("年综合能耗约为3.5万吨标煤", 31500, 38500, "about"),
    ("<1000", 0, 1000, "bound"),
    ("≥5万", 50000, INF, "bound"),
    ("1000-5000tce", 1000, 5000, "range"),
    ("1万~2万吨", 10000, 20000, "range"),
    ("1至2万吨", 10000, 20000, "range"),
    ("1.5 万 吨", 15000, 15000, "number-with-unit"),
    ("5.2\n万吨标准煤", 52000, 52000, "number-with-unit"),
    ("0", 0, 0, "bare-number"),
    ("0吨", 0, 0, "number-with-unit"),
    ("零", 0, 0, "bare-number"),
]
OTHERS = [
    ("1亿千瓦时", "electricity", "", 1e8, 1e8, "number-with-unit"),
    ("1.2亿kWh", "electricity", "万千瓦时", 1.2e8, 1.2e8, "number-with-unit"),
    ("50MW·h", "electricity", "", 50000, 50000, "number-with-unit"),
    ("年用电量1200万千瓦时", "electricity", "", 1.2e7, 1.2e7, "number-with-unit"),
    ("100亩", "area", "平方米", 100 * MU, 100 * MU, "number-with-unit"),
    ("约100亩", "area", "", 60000, 220000 / 3, "about"),
    ("6.67公顷", "area", "亩", 66700, 66700, "number-with-unit"),
    ("3.2km²", "area", "", 3.2e6, 3.2e6, "number-with-unit"),
    ("500㎡", "area", "亩", 500, 500, "number-with-unit"),
    ("1.2亿元", "money", "万元", 12000, 12000, "number-with-unit"),
    ("12000万元", "money", "亿元", 12000, 12000, "number-with-unit"),
    ("人民币5亿元", "money", "万元", 50000, 50000, "number-with-unit"),
    ("5亿元（人民币）", "money", "", 50000, 50000, "number-with-unit"),
    ("￥5000万元", "money", "", 5000, 5000, "number-with-unit"),
]
UNKNOWN = [
    ("12 533.05", "spaced-digits"),
    ("5,2万", "unclear-separator"),
    ("1.234.567", "unclear-separator"),
    ("5.2.1", "unclear-separator"),
    ("1e4", "exponent"),
    ("1.2E+4吨", "exponent"),
    ("2023-06", "unreadable-quantity"),
    ("2023-2025", "date-like"),
    ("2023年", "unreadable-quantity"),
    ("2023年5000吨", "unreadable-quantity"),
    ("0371-65712345", "unreadable-quantity"),
    ("138-0013-8000", "unreadable-quantity"),
    ("50%", "other-kind-of-unit"),
    ("50％", "other-kind-of-unit"),
    ("万吨", "unreadable-quantity"),
    ("约0", "unreadable-quantity"),
    ("<0", "unreadable-quantity"),
    ("几五万吨", "unreadable-quantity"),
    ("2-5三千吨", "unreadable-quantity"),
    ("1期-", "unreadable-quantity"),
    (",5000", "unreadable-quantity"),
    ("5000,", "unreadable-quantity"),
    ("5000吨6000吨", "unreadable-quantity"),
    ("10吨、20吨", "several-quantities"),
    ("0.16吨标准煤/吨", "per-unit"),
    ("2400t/d", "per-day"),
    ("每天2400吨", "per-day"),
    ("2400吨每天", "per-day"),
    ("200吨/月", "per-month"),
    ("10t/h", "per-hour"),
    ("10吨/小时", "per-hour"),
]


@pytest.mark.parametrize(("text", "low", "high", "rule"), ENERGY)
def test_an_energy_cell_is_read_by_the_rule_it_is_written_by(text: str, low: float, high: float, rule: str) -> None:
    reading = read_quantity(text, "energy", "吨标准煤")
    assert (reading.low, reading.high, reading.rule) == (low, high, rule)


@pytest.mark.parametrize(("text", "scale", "unit", "low", "high", "rule"), OTHERS)
def test_other_quantities_are_read_alike(text: str, scale: str, unit: str, low: float, high: float, rule: str) -> None:
    reading = read_quantity(text, scale, unit)
    assert (reading.low, reading.high) == pytest.approx((low, high), rel=1e-15)
    assert reading.rule == rule


@pytest.mark.parametrize(("text", "code"), UNKNOWN)
def test_what_is_open_is_unknown_and_says_why(text: str, code: str) -> None:
    reading = read_quantity(text, "energy", "吨标准煤")
    assert not reading.known
    assert reading.rule == ""
    assert [note.code for note in reading.notes] == [code]


def test_a_quantity_per_month_says_that_the_days_are_not_stated() -> None:
    (note,) = read_quantity("200万千瓦时/月", "electricity").notes
    assert note.code == "per-month"
    assert note.text == "“200万千瓦时/月”是每月的数量，运行天数未注明，不折算为全年，按未填处理"


@pytest.mark.parametrize("text", ["日耗煤20吨", "日均耗煤20吨", "每日用煤20吨"])
def test_a_period_before_the_figure_counts_too(text: str) -> None:
    assert [note.code for note in read_quantity(text, "mass", "吨", field="coal_t").notes] == ["per-day"]


def test_a_label_of_coal_says_nothing_of_coke() -> None:
    assert read_quantity("用煤500吨", "mass", field="coal_t").low == 500
    for field in ("coke_t", "oil_t", "steam_t", ""):
        reading = read_quantity("用煤500吨", "mass", field=field)
        assert (reading.known, [note.code for note in reading.notes]) == (False, ["other-quantity"])


def test_only_the_words_of_the_field_state_a_zero() -> None:
    zero = read_quantity(" 不涉及 ", "mass", "万吨", zero_when={"不涉及"})
    assert (zero.low, zero.high, zero.rule) == (0, 0, "zero-word")
    assert [note.code for note in zero.notes] == ["zero-stated"]
    for text in ("无", "暂无", "--", "/", "", "不涉及煤"):
        assert not read_quantity(text, "mass", "万吨", zero_when={"不涉及"}).known
    assert not read_quantity("不涉及", "mass", "万吨").known
