"""Numbers that stand for what repeats: the same as plain Python gives, whatever the way they are found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.tables.numbering import combined, numbered

KEYS = st.lists(st.integers(0, 30), max_size=30)


@pytest.mark.parametrize("room", [None, 31, 2**40])
@given(keys=KEYS)
def test_distinct_numbers_come_in_order_with_their_places(keys: list[int], room: int | None) -> None:
    found, index = numbered(np.array(keys, dtype=np.int64), room)
    assert found.tolist() == sorted(set(keys))
    assert found[index].tolist() == keys


@pytest.mark.parametrize("room", [31, 2**40])
@given(rows=st.lists(st.tuples(*[st.integers(0, 30)] * 3), max_size=30))
def test_combinations_are_numbered_in_the_order_met(rows: list[tuple[int, int, int]], room: int) -> None:
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    numbers, first = combined([(column, room) for column in columns], len(rows))
    met = list(dict.fromkeys(rows))
    assert numbers.tolist() == [met.index(row) for row in rows]
    assert first.tolist() == [rows.index(row) for row in met]


def test_without_a_column_every_row_is_the_same() -> None:
    numbers, first = combined([], 3)
    assert (numbers.tolist(), first.tolist()) == ([0, 0, 0], [0])
