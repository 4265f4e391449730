"""Columns of texts that repeat: the texts row by row are those of plain Python lists, however they are kept."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from lianggao.coded_texts import TEXT, Coded
from lianggao.screening.coded import categories, listed, narrowed, stacked, written

LISTS = st.lists(st.text("甲乙丙", max_size=2), min_size=1, max_size=9)


def column(texts: list[str]) -> Coded:
    return written(texts, np.arange(len(texts)))


@given(st.lists(LISTS, min_size=1, max_size=4))
def test_parts_are_put_together_where_their_rows_are(parts: list[list[str]]) -> None:
    rows = sum(map(len, parts)) + 1
    order = np.random.default_rng(len(parts)).permutation(rows)
    places = np.split(order[1:], np.cumsum([len(part) for part in parts])[:-1])
    expected = [""] * rows
    for own, texts in zip(places, parts, strict=True):
        for place, text in zip(own.tolist(), texts, strict=True):
            expected[place] = text
    pairs = [(own, narrowed(column(texts))) for own, texts in zip(places, parts, strict=True)]
    whole = stacked(pairs, rows)
    assert whole.spread().to_pylist() == expected
    assert list(categories(whole)) == expected


def test_parts_of_few_texts_may_have_many_together() -> None:
    """Each fits numbers up to 127, all of them do not."""
    texts = [[f"{part}之{at}" for at in range(100)] for part in range(4)]
    pairs = [(np.arange(100) * 4 + part, narrowed(column(own))) for part, own in enumerate(texts)]
    assert {own.codes.dtype for _, own in pairs} == {np.dtype(np.int8)}
    assert stacked(pairs, 400).spread().to_pylist() == [text for at in zip(*texts, strict=True) for text in at]


@given(st.sampled_from((0, 1, 127, 128, 129, 40000)))
def test_narrowed_places_point_at_the_same_texts(many: int) -> None:
    whole = Coded(np.arange(many), pa.array([str(at) for at in range(many)], TEXT))
    assert narrowed(whole).spread().equals(whole.spread())


@given(st.lists(st.tuples(*[st.text("甲乙", max_size=1)] * 3), min_size=1, max_size=8))
def test_texts_side_by_side_leave_out_those_that_are_empty(rows: list[tuple[str, ...]]) -> None:
    found = listed([narrowed(column(list(texts))) for texts in zip(*rows, strict=True)], "；")
    assert found.spread().to_pylist() == ["；".join(filter(None, row)) for row in rows]
