"""What texts on products and content say of capacity, worked by hand, and what they say that is none."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.quantities import read_capacities

Row = tuple[int, float, float, str, str, str, str]


def rows(text: str) -> list[Row]:
    return [
        (c.count, c.each.low, c.amount.low, c.unit, c.per, c.change, c.what)
        for c in read_capacities(text)
        if c.each.low == c.each.high
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("2×4500吨/天", (2, 4500, 9000, "t", "day", "", "")),
        ("2400t/d", (1, 2400, 2400, "t", "day", "", "")),
        ("日产5500吨新型干法水泥熟料", (1, 5500, 5500, "t", "day", "", "新型干法水泥熟料")),
        ("年产24万吨", (1, 240000, 240000, "t", "year", "", "")),
        ("24万吨/年", (1, 240000, 240000, "t", "year", "", "")),
        ("年产水泥熟料200万吨", (1, 2e6, 2e6, "t", "year", "", "水泥熟料")),
        ("1260立方米高炉", (1, 1260, 1260, "m3", "", "", "高炉")),
        ("2座1260m³高炉", (2, 1260, 2520, "m3", "", "", "高炉")),
        ("１２６０㎥高炉", (1, 1260, 1260, "m3", "", "", "高炉")),
        ("1×100吨转炉", (1, 100, 100, "t", "", "", "转炉")),
        ("2×60万千瓦", (2, 6e5, 1.2e6, "kW", "", "", "")),
        ("2台60万千瓦机组", (2, 6e5, 1.2e6, "kW", "", "", "机组")),
        ("100MW", (1, 1e5, 1e5, "kW", "", "", "")),
        ("10GW单晶硅", (1, 1e7, 1e7, "kW", "", "", "单晶硅")),
        ("矿热炉2×33000kVA", (2, 33000, 66000, "kVA", "", "", "矿热炉")),
        ("年产2.4亿块烧结标准砖", (1, 2.4e8, 2.4e8, "piece", "year", "", "烧结标准砖")),
        ("60万重量箱", (1, 6e5, 6e5, "weight_case", "", "", "")),
        ("5000t/d熟料线两条", (2, 5000, 10000, "t", "day", "", "熟料")),
        ("建设2条年产10万吨生产线", (2, 1e5, 2e5, "t", "year", "", "")),
        ("2条生产线，年产共10万吨", (1, 1e5, 1e5, "t", "year", "total", "")),
        ("干混砂浆30万吨/年", (1, 3e5, 3e5, "t", "year", "", "干混砂浆")),
        ("6000吨", (1, 6000, 6000, "t", "", "", "")),
        ("电池级碳酸锂6000吨", (1, 6000, 6000, "t", "", "", "电池级碳酸锂")),
        ("负极材料3万吨/年（新增）", (1, 30000, 30000, "t", "year", "added", "负极材料")),
        ("年产100万平方米钢化玻璃", (1, 1e6, 1e6, "m2", "year", "", "钢化玻璃")),
        ("年产白酒5000千升", (1, 5000, 5000, "kL", "year", "", "白酒")),
        ("总投资5亿元建设年产五十万吨焦炭项目", (1, 5e5, 5e5, "t", "year", "", "焦炭")),
        ("75t/h锅炉", (1, 75, 75, "t", "hour", "", "锅炉")),
    ],
)
def test_a_capacity_is_read_with_its_count_period_and_product(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    ["由15万吨/年扩大到36万吨/年", "年产能由15万吨提升至36万吨", "由15万吨扩大到36万吨/年", "15万吨/年扩建至36万吨/年"],
)
def test_what_becomes_larger_has_a_before_and_an_after(text: str) -> None:
    assert [row[1:6] for row in rows(text)] == [
        (150000, 150000, "t", "year", "from"),
        (360000, 360000, "t", "year", "total"),
    ]


def test_an_addition_is_told_from_the_total() -> None:
    assert [(row[1], row[5]) for row in rows("新增10万吨/年，总产能达到36万吨/年")] == [
        (100000, "added"),
        (360000, "total"),
    ]


def test_a_vague_capacity_is_an_interval() -> None:
    (about,) = read_capacities("年产约10万吨再生铝")
    assert (*about.amount, about.rule, about.text) == (90000, 110000, "about", "年产约10万吨")
    (ranged,) = read_capacities("年产10-12万吨再生铝")
    assert (*ranged.amount, ranged.rule) == (100000, 120000, "range")
    (more,) = read_capacities("年产30多万吨")
    assert (*more.amount, more.rule) == (300000, 400000, "and-more")
    (bound,) = read_capacities("2条不低于5000t/d熟料线")
    assert (*bound.amount, bound.rule) == (10000, math.inf, "bound")


@pytest.mark.parametrize(
    "text",
    [
        "总投资1.2亿元",
        "占地100亩，建筑面积5万平方米",
        "郏县堂街镇士庄村村东2000米",
        "2023年5月1日",
        "豫环办函〔2021〕65号",
        "13800138000",
        "年用电量200万千瓦时",
        "年综合能耗5000吨标准煤",
        "新增能耗1万吨标煤、3000tce",
        "年用煤3万吨",
        "年消耗石灰石100万吨",
        "外购焦炭10万吨/年",
        "地上3层，温度1200℃，负荷率80%",
        "年碳排放15245.26吨CO2",
        "废水排放100吨/天",
        "年产生废渣100吨",
        "年产值5亿元",
        "单位产品综合能耗不高于0.16吨标准煤/吨",
        "500千伏送出工程",
        "变压器2×800kVA",
        "淘汰年产10万吨生产线",
        "库存3000吨",
        "1.2.3吨",
        "12,34吨",
        "",
    ],
)
def test_what_is_no_capacity_is_not_taken_for_one(text: str) -> None:
    assert read_capacities(text) == ()


def test_a_paragraph_gives_its_capacities_in_order_with_their_places() -> None:
    text = "项目总投资5亿元，占地100亩。建设１条日产5500吨熟料线，配套2×4.5MW余热发电机组；年用电量2亿千瓦时。"
    found = read_capacities(text)
    assert [(c.amount.low, c.unit, c.per) for c in found] == [(5500, "t", "day"), (9000, "kW", "")]
    assert found[0].text == "１条日产5500吨"
    assert all(text[c.start : c.start + len(c.text)] == c.text for c in found)


SIGNS = list("0123456789.,，×xX*/-~年日产能由到万亿吨t天d座条约近（）")
PIECES = st.sampled_from([*SIGNS, "吨标准煤", "m³", "高炉", "扩大到", "千瓦", "MW"])


@given(st.text(max_size=40) | st.lists(PIECES, max_size=14).map("".join))
def test_any_text_gives_well_formed_capacities(text: str) -> None:
    for c in read_capacities(text):
        assert 0 <= c.each.low <= c.each.high
        assert c.count >= 1
        assert c.amount.low == pytest.approx(c.count * c.each.low)
        assert c.text == text[c.start : c.start + len(c.text)]
        assert any(char.isdigit() or char in "一二两三四五六七八九十百千万亿" for char in c.text)


@pytest.mark.parametrize(
    "piece",
    ["9", "1,", "万", "2×", "1×1", "年产", "由15万吨/年扩大到", "5万吨/年，", "1-", " ", "1 x ", "约", "年产钢"],
)
def test_a_text_of_a_hundred_thousand_characters_is_read_in_linear_time(piece: str) -> None:
    start = time.perf_counter()
    read_capacities(piece * (100_000 // len(piece)))
    assert time.perf_counter() - start < 10
