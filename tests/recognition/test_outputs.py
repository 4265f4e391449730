"""What the texts of a project say of its output and its furnaces, worked by hand, and what is left unread."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from lianggao.facts import Facts, Span
from lianggao.recognition.outputs import read_outputs

Ends = dict[str, tuple[float, float]]


def read(products: str = "", content: str = "", **stated: float) -> Facts:
    texts = {"products": products, "content": content}
    spans = {name: Span(np.array([value]), np.array([value])) for name, value in stated.items()}
    series = {name: pd.Series([text], dtype="str") for name, text in texts.items()}
    return read_outputs(Facts(1, texts=series, quantities=spans))


def ends(facts: Facts, row: int = 0) -> Ends:
    return {n: (float(s.low[row]), float(s.high[row])) for n, s in facts.quantities.items() if s.stated[row]}


@pytest.mark.parametrize(
    ("text", "field", "low", "high"),
    [
        ("年产水泥熟料200万吨", "output_t", 2e6, 2e6),
        ("年产30万吨合成氨项目", "output_t", 3e5, 3e5),
        ("主要产品：焦炭，规模100万吨/年", "output_t", 1e6, 1e6),
        ("捣固焦炭96万吨/年", "output_t", 9.6e5, 9.6e5),
        ("氧化铝：80万吨/年", "output_t", 8e5, 8e5),
        ("电石 20万吨/a", "output_t", 2e5, 2e5),
        ("年产约10万吨电石", "output_t", 9e4, 1.1e5),
        ("年产10-12万吨电石", "output_t", 1e5, 1.2e5),
        ("年产1000万平方米陶瓷砖", "output_m2", 1e7, 1e7),
        ("年产600万重量箱浮法玻璃", "output_cases", 6e6, 6e6),
        ("年产1.2亿块标砖", "brick_output", 1.2e8, 1.2e8),
        ("年产烧结多孔砖6000万块（折标砖）", "brick_output", 6e7, 6e7),
    ],
)
def test_the_only_capacity_of_the_only_product_is_its_output(text: str, field: str, low: float, high: float) -> None:
    facts = read(text)
    assert ends(facts) == {field: (pytest.approx(low), pytest.approx(high))}
    assert [(note.row, note.field, note.code) for note in facts.notes] == [(0, field, "output-from-text")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "焦炭",
        "24万吨/年",
        "焦炭100万吨/年、甲醇10万吨/年",
        "焦炭、甲醇100万吨/年",
        "焦炭和甲醇100万吨/年",
        "焦炭 甲醇 100万吨/年",
        "年产白炭黑3万吨及水玻璃",
        "焦炭100万吨/年，副产焦油",
        "水泥、熟料各100万吨/年",
        "年产焦炭等100万吨",
        # Cement is more than the clinker in it.
        "年产水泥200万吨",
        "日产5000吨熟料",
        "熟料5000吨",
        "电石20万吨/年（新增）",
        "由15万吨/年扩大到36万吨/年电石",
        "现有电石20万吨/年",
        "淘汰年产20万吨电石生产线",
        # Pieces are bricks of standard size only where the text says so.
        "年产烧结砖6000万块",
        "年产手机6000万台",
        "2条生产线，年产标砖6000万块",
        "年用煤3万吨",
    ],
)
def test_what_may_mean_more_is_left_unread(text: str) -> None:
    facts = read(text)
    assert ends(facts) == {}
    assert facts.notes == ()


def test_output_is_read_from_the_products_alone() -> None:
    assert ends(read("", content="年产30万吨合成氨")) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1座1780m³高炉", {"blast_furnace_m3": 1780}),
        ("2座1260立方米高炉、1座100吨转炉", {"blast_furnace_m3": 1260, "converter_t": 100}),
        ("1200立方米高炉1座、1580m3高炉1座", {"blast_furnace_m3": 1200}),
        ("配套120t转炉2座", {"converter_t": 120}),
        ("1座120t电弧炉", {"arc_furnace_t": 120}),
        ("70吨电炉炼钢", {"arc_furnace_t": 70}),
    ],
)
def test_the_smallest_furnace_of_each_kind_is_read(text: str, expected: dict[str, float]) -> None:
    for given in ({"products": text}, {"content": text}):
        facts = read(**given)
        assert ends(facts) == {name: (value, value) for name, value in expected.items()}
        assert {(note.field, note.code) for note in facts.notes} == {(n, "equipment-from-text") for n in expected}


def test_the_smallest_counts_over_both_texts() -> None:
    assert ends(read("1座1780立方米高炉", "1座1080立方米高炉")) == {"blast_furnace_m3": (1080, 1080)}


@pytest.mark.parametrize(
    "text",
    [
        "2台30吨中频电炉",
        "2×12500kVA矿热炉",
        "矿热炉配套30吨电炉",
        "LF精炼炉、100吨电炉精炼",
        "现有1座1260立方米高炉，新建1座1780立方米高炉",
        "1座1780立方米高炉，置换1座1260立方米高炉",
        "高炉煤气10000立方米",
        "1座75t/h锅炉",
        "转炉钢100万吨/年",
    ],
)
def test_other_furnaces_and_other_times_are_left_unread(text: str) -> None:
    facts = read(content=text)
    assert ends(facts) == {}
    assert facts.notes == ()


def test_what_is_stated_stays() -> None:
    facts = read("年产30万吨合成氨", "1座1780m³高炉", output_t=5.0, blast_furnace_m3=9.0)
    assert ends(facts) == {"output_t": (5, 5), "blast_furnace_m3": (9, 9)}
    assert facts.notes == ()


def test_rows_with_the_same_text_are_read_alike_and_others_are_not_touched() -> None:
    products = pd.Series(["年产30万吨合成氨", "", "年产30万吨合成氨", "年产5万吨电石"], dtype="str")
    stated = Span(np.array([0, 7.0, 8.0, 0]), np.array([np.inf, 7.0, 8.0, np.inf]))
    given = Facts(4, texts={"products": products}, quantities={"output_t": stated})
    facts = read_outputs(given)
    assert facts.span("output_t").low.tolist() == [3e5, 7, 8, 5e4]
    assert [note.row for note in facts.notes] == [0, 3]
    # The frame that was handed in is not changed in place.
    assert stated.low.tolist() == [0, 7, 8, 0]
    assert read_outputs(Facts(2)).quantities == {}
    assert read_outputs(Facts(0, texts={"products": pd.Series([], dtype="str")})).rows == 0
