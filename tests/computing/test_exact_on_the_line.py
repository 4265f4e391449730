"""Figures as a person writes them give the number a person works out, and stand on a line exactly or not at all."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np

from lianggao.computing.intervals import ratio, rounded
from lianggao.facts import Span


def exact(values: list[str]) -> Span:
    floats = np.array([float(text) for text in values])
    return Span(floats, floats)


def test_every_quotient_of_decimals_that_ends_is_that_decimal() -> None:
    tops = [f"{n}{point}" for n in range(1, 60) for point in ("", ".1", ".25", ".7", ".35")]
    bottoms = ["1", "2", "4", "5", "8", "16", "25", "0.5", "0.25", "1.6", "0.8", "3.2", "0.125", "12.5"]
    pairs = list(product(tops, bottoms))
    found = ratio([exact([a for a, _ in pairs])], [exact([b for _, b in pairs])], Fraction(1), len(pairs))
    assert found.low.tolist() == [float(Fraction(a) / Fraction(b)) for a, b in pairs]
    assert found.low.tolist() == found.high.tolist()


def test_on_below_and_above_a_line_are_told_apart_as_fractions_tell_them() -> None:
    lines = ["0.1", "0.3", "0.7", "1.1", "1.15", "1.25", "1.5", "3.7", "4.6", "9.5", "13.5", "107", "2300"]
    outputs = ["3", "7", "11", "1300", "999", "1234567", "2.6", "0.3", "86.4"]
    steps = ["0", "0.001", "-0.001"]
    cases = list(product(lines, outputs, steps))
    used = [Fraction(line) * Fraction(output) * (1 + Fraction(step)) for line, output, step in cases]
    written = [str(float(amount)) for amount in used]
    found = ratio([exact(written)], [exact([output for _, output, _ in cases])], Fraction(1), len(cases)).low
    signs = np.sign(found - np.array([float(line) for line, _, _ in cases])).tolist()
    assert signs == [0.0 if step == "0" else (-1.0 if step.startswith("-") else 1.0) for _, _, step in cases]


def test_the_factor_of_a_mu_is_exact() -> None:
    land = [str(mu * 2000 / 3) for mu in (15, 30, 45, 150)]
    yuan = [str(mu * 350) for mu in (15, 30, 45, 150)]
    assert ratio([exact(yuan)], [exact(land)], Fraction(2000, 3), 4).low.tolist() == [350.0] * 4


def test_rounding_keeps_twelve_digits_at_every_size() -> None:
    numbers = [float(f"1.23456789012e{power}") for power in range(-10, 34)]
    assert rounded(np.array(numbers)).tolist() == numbers
    longer = [float(f"1.234567890124e{power}") for power in range(-10, 34)]
    assert rounded(np.array(longer)).tolist() == numbers
    assert rounded(np.array([0.0, np.inf, 999999999999.9])).tolist() == [0.0, np.inf, 1e12]


def test_figures_beyond_all_floats_do_not_break() -> None:
    huge = Span(np.array([1e300]), np.array([1e300]))
    found = ratio([huge, huge], [Span(np.array([1e-300]), np.array([1.0]))], Fraction(1000), 1)
    assert found.low[0] > 1e300
    assert found.high[0] == np.inf
    assert ratio([huge], [huge, huge], Fraction(1, 3), 1).low.tolist() == [0.0]
