"""Rows that a finding may name together are never looked at apart, and looking in turns finds what one look finds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao import screen, screen_parts
from lianggao.screening.groups.apart import apart

ROWS = st.lists(st.tuples(*[st.integers(0, 5)] * 3), max_size=25)


@given(ROWS, st.integers(1, 9))
def test_whatever_shares_a_key_stays_together(rows: list[tuple[int, int, int]], most: int) -> None:
    keys = [np.array([row[at] for row in rows], dtype=np.uint64) for at in range(3)]
    groups = [group.tolist() for group in apart(keys, most)]
    assert sorted(place for group in groups for place in group) == list(range(len(rows)))
    assert all(group == sorted(group) for group in groups)
    turn = {place: at for at, group in enumerate(groups) for place in group}
    for one in range(len(rows)):
        for other in range(one):
            if any(a == b > 0 for a, b in zip(rows[one], rows[other], strict=True)):
                assert turn[one] == turn[other]


@given(st.lists(st.integers(1, 50), max_size=60), st.integers(1, 9))
def test_no_turn_is_longer_than_it_has_to_be(numbers: list[int], most: int) -> None:
    groups = apart([np.array(numbers, dtype=np.uint64)], most)
    largest = max((numbers.count(number) for number in numbers), default=0)
    assert all(len(group) < most + largest for group in groups)


@pytest.mark.parametrize("rows", [7, 40])
def test_looking_in_turns_finds_the_same_in_the_same_order(tmp_path: Path, rows: int) -> None:
    chance = np.random.default_rng(3)
    codes = ["2509-320193-89-01-544060", "2411-130202-89-01-637015", *[""] * 12]
    listed = pd.DataFrame(
        {
            "项目名称": [f"熟料{at}线" for at in chance.integers(0, 9, 300)],
            "建设单位": [f"第{at}公司" if at else "" for at in chance.integers(0, 70, 300)],
            "统一社会信用代码": chance.choice(["", "", "91410423MAK2PDF88M", "91411000MA40000012"], 300),
            "项目代码": chance.choice(codes, 300),
            "建设地点": chance.choice(["禹州市古城镇1号", "禹州市2号", "宛城区"], 300),
            "行业代码": "3011",
            "主要产品及规模": "水泥熟料5500吨/日",
            "等价值（吨标准煤）": chance.choice(["20000", "30000", ""], 300),
        }
    )
    listed.to_csv(tmp_path / "list.csv", index=False)
    whole = screen(tmp_path / "list.csv", as_of="2022-06-30")
    assert {group.kind for group in whole.groups} == {"duplicate", "split"}
    parts = list(screen_parts(tmp_path / "list.csv", rows=rows, as_of="2022-06-30"))
    assert len(parts) > 5
    found = {group: None for part in parts for group in part.groups}
    assert sorted(found, key=str) == sorted(whole.groups, key=str)
    for part in parts:
        own = [
            group for group in whole.groups if any(part.before < row <= part.before + len(part) for row in group.rows)
        ]
        assert list(part.groups) == own
