"""How typed cells become text: every digit that there is, and none more."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianggao.intake.values import cell_text, digits_lost, number_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12533.05, "12533.05"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e16, "10000000000000000"),
        (5e-7, "0.0000005"),
        (float("nan"), ""),
        (float("inf"), "inf"),
        (610, "610"),
        ("0610", "0610"),
        (False, "否"),
        (datetime(2022, 6, 30), "2022-06-30"),
        (date(2022, 6, 30), "2022-06-30"),
        (None, ""),
    ],
)
def test_a_value_becomes_the_text_a_person_would_write(value: object, text: str) -> None:
    assert cell_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_from_its_text(value: float) -> None:
    text = number_text(value)
    assert float(text) == value
    assert "e" not in text.lower()


def test_only_numbers_beyond_fifteen_digits_have_lost_any() -> None:
    assert digits_lost(10**15)
    assert digits_lost(9.14100001234568e17)
    assert not digits_lost(999_999_999_999_999)
    assert not digits_lost("914100001234568123")
    assert not digits_lost(float("inf"))
