"""A column of figures is multiplied as decimals are, whatever the factor; the oracle is exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lianggao.quantities.exact import all_times
from lianggao.quantities.units import UNITS

WORTH = sorted({worth for units in UNITS.values() for worth in units.values() if worth})
FACTORS = st.one_of(
    st.sampled_from(WORTH),
    st.integers(-8, 8).map(lambda power: Fraction(10) ** power),
    st.fractions(Fraction(1, 10**6), 10**9),
)
FIGURES = st.one_of(
    st.floats(0, 1e100),
    st.integers(0, 10**17).map(float),
    st.decimals(0, 10**9, places=4, allow_nan=False).map(float),
    st.sampled_from([0.0, 5e-324, 1e15, 999999999999999.0, 99999999999999.98, 0.1 + 0.2, 4.99999]),
)


@given(st.lists(FIGURES, max_size=20), FACTORS)
def test_each_product_is_the_float_nearest_to_that_of_the_decimals(figures: list[float], factor: Fraction) -> None:
    expected = [float(Fraction(Decimal(repr(figure))) * factor) for figure in figures]
    assert all_times(np.array(figures), factor).tolist() == expected


def test_many_figures_of_many_digits_move_their_point_without_rounding_twice() -> None:
    figures = np.random.default_rng(3).random(2000) * 10.0 ** np.arange(2000).clip(max=9)
    expected = [float(Decimal(repr(figure)) * 10000) for figure in figures.tolist()]
    assert all_times(figures, Fraction(10000)).tolist() == expected
