"""Multiply a column of figures as decimals are multiplied: 4.99999 times 10000 is 49999.9, as a person works it out.

A float of at most fifteen digits is one decimal only, so that its whole number of steps and a power of ten are exact,
and one product or quotient of exact floats is rounded once, to the float nearest to the true result.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_DECIMALS = 7
_DIGITS = 1e15
# Whole numbers up to this are floats each.
_WHOLE = 2**53
# Between these Arrow writes the shortest text of a float, and without an exponent.
_SMALL, _LARGE = 1e-6, 1e10


def times(number: float, factor: Fraction) -> float:
    """Multiply one figure.

    >>> times(4.99999, Fraction(10000))
    49999.9
    """
    return float(Fraction(Decimal(repr(number))) * factor)


def all_times(numbers: Floats, factor: Fraction) -> Floats:
    """Multiply figures, finite and never negative, each as `times` does.

    >>> all_times(np.array([4.99999, 1.1, 0.0]), Fraction(2000, 3)).tolist()
    [3333.326666666667, 733.3333333333334, 0.0]
    """
    if factor == 1:
        return numbers
    results, left = np.zeros(len(numbers)), np.arange(len(numbers))
    for decimals in range(_DECIMALS):
        if not len(left):
            return results
        some, power = numbers[left], 10.0**decimals
        steps = np.rint(some * power)
        worth = factor / 10**decimals
        exact = (steps / power == some) & _is_exact(steps, worth)
        done = left[exact]
        results[done] = steps[exact] * float(worth.numerator) / float(worth.denominator) + 0.0
        left = left[~exact]
    results[left] = _rest(numbers[left], factor)
    return results


def _is_exact(steps: Floats, worth: Fraction) -> Bools:
    """Return where steps times worth is rounded no more than once."""
    up, down = worth.numerator, worth.denominator
    if int(float(up)) != up or int(float(down)) != down:
        return np.zeros(len(steps), dtype=bool)
    most = min(_DIGITS, _WHOLE // up) if down > 1 and up > 1 else _DIGITS
    return np.asarray(steps < most)


def _rest(numbers: Floats, factor: Fraction) -> Floats:
    """Multiply figures of many digits: a power of ten moves the point in their texts, else each is worked out alone."""
    power = _power_of_ten(factor)
    plain = np.zeros(len(numbers), dtype=bool) if power is None else (numbers > _SMALL) & (numbers < _LARGE)
    results = np.empty(len(numbers))
    if plain.any():
        texts = pc.cast(pa.array(numbers[plain]), pa.large_string())
        moved = pc.binary_join_element_wise(
            texts, pa.scalar(f"e{power}", pa.large_string()), pa.scalar("", pa.large_string())
        )
        results[plain] = pc.cast(moved, pa.float64()).to_numpy()
    results[~plain] = [times(number, factor) for number in numbers[~plain].tolist()]
    return results


def _power_of_ten(factor: Fraction) -> int | None:
    digits = str(max(factor.numerator, factor.denominator))
    if 1 not in (factor.numerator, factor.denominator) or digits.strip("0") != "1":
        return None
    return (len(digits) - 1) * (1 if factor.denominator == 1 else -1)
