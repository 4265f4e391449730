"""Text fields kept by their distinct texts read as the columns they stand for."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from lianggao.coded_texts import Coded, Combinations, Texts, coded

TEXTS = st.lists(st.sampled_from(["", "水泥", "焦炭", "a", "\n"]), min_size=1, max_size=12)


@given(TEXTS)
def test_a_coded_column_is_the_column(texts: list[str]) -> None:
    column = Coded.of(pd.Series(texts, dtype="str"))
    assert column.series().tolist() == texts
    assert len(set(column.texts.to_pylist())) == len(column.texts)


def test_what_is_missing_is_blank() -> None:
    assert Coded.of(pd.Series(["a", None], dtype="str")).series().tolist() == ["a", ""]


def test_fields_are_columns_and_coded_alike() -> None:
    kept = pd.Series(["x", "y"], dtype="str")
    texts = Texts({"products": Coded.of(pd.Series(["b", "b"], dtype="str")), "owner": kept})
    assert {name: list(column) for name, column in texts.items()} == {"products": ["b", "b"], "owner": ["x", "y"]}
    owner = texts.coded("owner")
    assert owner is not None
    assert owner.series().tolist() == ["x", "y"]
    assert texts.coded("process") is None
    assert coded({"owner": kept}, "place") is None
    assert "process" not in texts


@given(st.lists(st.tuples(*[st.sampled_from(["", "a", "b"])] * 2, st.booleans()), min_size=1, max_size=12))
def test_combinations_are_those_of_the_rows_that_count(rows: list[tuple[str, str, bool]]) -> None:
    columns = [Coded.of(pd.Series([row[at] for row in rows], dtype="str")) for at in (0, 1)]
    where = np.array([row[2] for row in rows])
    found = Combinations.of([columns[0], None, columns[1]], len(rows), where)
    expected = [(one, "", other) for one, other, counts in rows if counts]
    assert [found.texts[at] for at in found.of_row.tolist()] == expected
    assert list(found.texts) == list(dict.fromkeys(expected))
