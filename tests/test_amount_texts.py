"""Numbers and intervals written by column: each text is what the writer of single ones gives."""

from __future__ import annotations

from math import inf, nextafter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.amount_texts import UNSTATED, intervals, numbers, rounded_intervals, six_digits
from lianggao.intake.values import number_text
from lianggao.screening import wording

# Every float; what people write; halves of the sixth digit; and what lies just beside a power of ten.
ANY = st.floats(min_value=0, allow_nan=False, allow_infinity=False)
WRITTEN = st.builds(lambda digits, places: digits / 10**places, st.integers(0, 10**8), st.integers(0, 9))
HALVES = st.builds(lambda d, p: float(f"{10 * d + 5}e{p}"), st.integers(10**5, 10**6), st.integers(-25, 25))
BESIDE = st.builds(lambda p, to: nextafter(float(f"1e{p}"), to), st.integers(-25, 25), st.sampled_from([0.0, inf]))
NUMBERS = st.one_of(ANY, WRITTEN, HALVES, BESIDE)
ENDS = st.one_of(
    NUMBERS.map(lambda end: (end, end)),
    st.tuples(NUMBERS, st.one_of(NUMBERS, st.just(inf))).map(lambda ends: (min(ends), max(ends))),
    NUMBERS.map(lambda end: (0.0, end)),
    st.just((0.0, inf)),
)


@given(st.lists(NUMBERS, max_size=20))
def test_a_column_of_numbers(values: list[float]) -> None:
    texts = numbers(np.array(values, dtype=float)).to_pylist()
    assert texts == [wording.number(value) for value in values] == [number_text(value) for value in values]


@given(st.lists(ENDS, max_size=20), st.sampled_from(["", "吨标准煤"]))
def test_columns_of_intervals(ends: list[tuple[float, float]], unit: str) -> None:
    low, high = (np.array([pair[end] for pair in ends], dtype=float) for end in (0, 1))
    assert intervals(low, high, unit).to_pylist() == [wording.interval(*pair, unit) for pair in ends]
    assert rounded_intervals(low, high, unit).to_pylist() == [wording.rounded(*pair, unit) for pair in ends]


@given(st.lists(st.one_of(NUMBERS, NUMBERS.map(lambda value: -value)), max_size=20))
def test_six_digits(values: list[float]) -> None:
    assert six_digits(np.array(values, dtype=float)).tolist() == [float(f"{value:.6g}") for value in values]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (100000.5, "100000"),  # half way, and the even digit is below
        (100001.5, "100002"),
        (1234565.0, "1234560"),
        (2.000005, "2"),  # the float lies below what was written
        (999999.9999999995, "1000000"),
        (9007199254740994.0, "9007200000000000"),
    ],
)
def test_halves_by_hand(value: float, text: str) -> None:
    assert rounded_intervals(np.array([value]), np.array([value]), "").to_pylist() == [f"约{text}"]


def test_what_is_open_at_both_ends_is_called_the_same_everywhere() -> None:
    assert UNSTATED == wording.UNSTATED
