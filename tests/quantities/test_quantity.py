"""What the quantity reader promises, worked by hand: every unit, bound and range of real cells, and what it refuses."""

from __future__ import annotations

import math

import pytest

from lianggao.quantities import Reading, read_quantity

INF = math.inf


def interval(text: str, scale: str = "energy", unit: str = "") -> tuple[float, float]:
    reading = read_quantity(text, scale, unit)
    return reading.low, reading.high


def codes(text: str, scale: str = "energy", unit: str = "") -> list[str]:
    return [note.code for note in read_quantity(text, scale, unit).notes]


@pytest.mark.parametrize(
    ("text", "scale", "unit", "value"),
    [
        ("12533.05", "energy", "", 12533.05),
        ("5.2万吨标准煤", "energy", "", 52000),
        ("5.2", "energy", "万吨标准煤", 52000),
        ("5.2万", "energy", "吨标准煤", 52000),
        ("4.99999万", "energy", "", 49999.9),
        ("4.99999", "energy", "万吨标准煤", 49999.9),
        ("1,234,567", "energy", "tce", 1234567),
        ("５２０００吨标煤", "energy", "", 52000),
        ("9000 kgce", "energy", "", 9),
        ("9000千克标准煤", "energy", "吨标准煤", 9),
        ("5.2万tce/a", "energy", "", 52000),
        ("年综合能耗：5.2万吨标准煤", "energy", "", 52000),
        ("五万", "energy", "", 50000),
        ("三万五千吨标准煤", "energy", "", 35000),
        ("4820.49", "electricity", "万千瓦时", 48204900),
        ("1200万度", "electricity", "", 12000000),
        ("3亿千瓦时", "electricity", "", 3e8),
        ("五千瓦时", "electricity", "", 5),
        ("25MWh", "electricity", "", 25000),
        ("5 kW·h", "electricity", "", 5),
        ("24万吨/年", "mass", "", 240000),
        ("5千克", "mass", "", 0.005),
        ("5千吨", "mass", "", 5000),
        ("240", "volume", "万立方米", 2400000),
        ("240万Nm³", "volume", "", 2400000),
        ("3㎥", "volume", "", 3),
        ("300万方", "volume", "", 3000000),
        ("6000", "money", "", 6000),
        ("9亿元", "money", "", 90000),
        ("9亿", "money", "", 90000),
        ("80万元", "money", "万元", 80),
        ("120000元", "money", "", 12),
        ("1", "money", "亿元", 10000),
        ("占地1630平方米", "area", "", 1630),
        ("3亩", "area", "", 2000),
        ("30", "area", "亩", 20000),
        ("1.5公顷", "area", "", 15000),
        ("2平方公里", "area", "", 2e6),
        ("6500㎡", "area", "", 6500),
        ("0", "energy", "", 0),
        ("5.2\n万吨标准煤", "energy", "", 52000),
    ],
)
def test_a_number_with_or_without_unit_is_a_point(text: str, scale: str, unit: str, value: float) -> None:
    assert interval(text, scale, unit) == (value, value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("不高于1万吨标准煤", 0, 10000),
        ("≤5000", 0, 5000),
        ("＜1万吨标煤", 0, 10000),
        ("不足1万吨标准煤", 0, 10000),
        ("5000吨标准煤以内", 0, 5000),
        ("5000吨标准煤以下", 0, 5000),
        ("不低于5万吨标准煤", 50000, INF),
        ("≥5万", 50000, INF),
        ("5万吨标准煤及以上", 50000, INF),
        ("1万吨标准煤（含）以上", 10000, INF),
        ("超过5万吨标准煤", 50000, INF),
        ("4.8—5.2万", 48000, 52000),
        ("4.8-5.2万吨标准煤", 48000, 52000),
        ("4.8万~5.2万", 48000, 52000),
        ("4.8万吨标准煤至5.2万吨标准煤", 48000, 52000),
        ("8000吨标准煤-1.2万吨标准煤", 8000, 12000),
        ("48000-52000", 48000, 52000),
        ("约3000吨标煤", 2700, 3300),
        ("3000吨标煤左右", 2700, 3300),
        ("近3万吨标准煤", 27000, 30000),
        ("3000余吨标准煤", 3000, 4000),
        ("3500多吨标准煤", 3500, 3600),
        ("5.2万余吨标准煤", 52000, 53000),
        ("三千余吨标煤", 3000, 4000),
        ("十余万吨标准煤", 100000, 200000),
        ("约4.8-5.2万", 43200, 57200),
    ],
)
def test_bounds_ranges_and_round_numbers_are_intervals(text: str, low: float, high: float) -> None:
    assert interval(text) == (low, high)


@pytest.mark.parametrize(
    "text", ["", " ", "--", "-", "—", "/", "无", "暂无", "不涉及", "N/A", "待定", "未知", "\u3000", "\n"]
)
def test_a_blank_marker_is_unknown_without_a_note_and_never_zero(text: str) -> None:
    assert read_quantity(text, "energy") == Reading()


@pytest.mark.parametrize(
    "text",
    [
        "2×4500吨/天",
        "日产5500吨",
        "2400t/d",
        "由15万吨/年扩大到36万吨/年",
        "12,34吨",
        "1,2345",
        "1 234吨",
        "1  234吨",
        "0111",
        "5.",
        ".5",
        "1.2.3",
        "①5000吨",
        "5²吨",
        "½吨",
        "٣٠吨",
        "㊀万吨",
        "一万五",
        "三五千吨",
        "三百五千吨",
        "三万五万吨",
        "二〇二一",
        "4.8万吨-5.2",
        "3吨5",
        "吨",
        "万",
        "约",
        "5.2万千瓦",
        "0.16吨标准煤/吨",
        "不低于4万吨以下",
        "5000吨（含税）",
        "=1+1",
    ],
)
def test_what_is_not_entirely_understood_is_unknown(text: str) -> None:
    for scale in ("energy", "mass", "money"):
        reading = read_quantity(text, scale)
        assert not reading.known
        assert reading.notes


@pytest.mark.parametrize(
    ("text", "scale", "unit", "code"),
    [
        ("5.2万", "energy", "万吨标准煤", "scale-unclear"),
        ("五万", "energy", "万吨标准煤", "scale-unclear"),
        ("5吨标煤-6kgce", "energy", "", "two-units"),
        ("5万千瓦时", "energy", "吨标准煤", "other-kind-of-unit"),
        ("5万吨标准煤", "mass", "吨", "other-kind-of-unit"),
        ("5.2万吨", "energy", "", "other-kind-of-unit"),
        ("3000万美元", "money", "万元", "foreign-currency"),
        ("-5吨", "mass", "", "negative-quantity"),
        ("9.14E+17", "mass", "", "exponent"),
        ("1.2e4", "energy", "", "exponent"),
        ("5.2-4.8万", "energy", "", "range-reversed"),
        ("5000-1万吨", "mass", "", "range-reversed"),
        ("情况说明" * 100, "energy", "", "too-long"),
        ("9" * 190, "energy", "万吨标准煤", None),
        ("约五万余人", "energy", "", "unreadable-quantity"),
    ],
)
def test_the_reason_for_an_unknown_has_a_code(text: str, scale: str, unit: str, code: str | None) -> None:
    assert codes(text, scale, unit) == ([code] if code else [])
    assert read_quantity(text, scale, unit).known == (code is None)


def test_a_unit_in_the_cell_beats_the_header_and_says_so() -> None:
    reading = read_quantity("52000吨标准煤", "energy", "万吨标准煤")
    assert (reading.low, reading.unit) == (52000, "吨标准煤")
    assert reading.notes[0].code == "unit-beats-header"
    assert reading.notes[0].text == "“52000吨标准煤”的单位与表头单位“万吨标准煤”不同，以单元格为准"


def test_the_same_unit_with_another_scale_word_is_no_conflict() -> None:
    assert codes("5.2万吨标准煤", unit="吨标准煤") == []
    assert codes("5.2万吨标准煤", unit="万吨标准煤") == []
    assert interval("5.2万吨标准煤", unit="万吨标准煤") == (52000, 52000)


def test_tonnes_are_those_of_standard_coal_only_under_a_header_that_says_so() -> None:
    assert interval("3000余吨", unit="吨标准煤") == (3000, 4000)
    assert codes("3000余吨", unit="吨标准煤") == ["unit-completed", "approximate"]
    assert not read_quantity("3000余吨", "energy").known


def test_an_unknown_header_unit_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="`万美元` is not a unit of money"):
        read_quantity("5", "money", "万美元")
