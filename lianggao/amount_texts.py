"""Numbers and intervals by column, as Arrow keeps texts: those that `screening.wording` gives for single ones."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lianggao import text_columns
from lianggao.coded_texts import TEXT
from lianggao.text_columns import UNSTATED, Bools, Floats, arrow

Texts: TypeAlias = pa.LargeStringArray

# Powers of ten that are floats, none of them rounded.
_POWERS = np.array([float(10**power) for power in range(23)])


def joined(*parts: Texts | str) -> Texts:
    """Put texts one after the other, row by row; a plain text stands in every row. One part has to be a column."""
    whole = [pa.scalar(part, TEXT) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*whole, pa.scalar("", TEXT))


def numbers(values: Floats) -> Texts:
    """Write each number as `wording.number` does: every digit that it has, without exponent or trailing zeros.

    >>> numbers(np.array([50000.0, 1e-7])).to_pylist()
    ['50000', '0.0000001']
    """
    return arrow(text_columns.numbers(values))


def intervals(low: Floats, high: Floats, unit: str, unstated: str = UNSTATED) -> Texts:
    """Write closed intervals of a quantity as `wording.interval` does; `unstated` is for those open at both ends.

    >>> intervals(np.array([48000.0, 5.0, 0.0]), np.array([52000.0, np.inf, np.inf]), "吨").to_pylist()
    ['48000—52000吨', '不低于5吨', '未填报']
    """
    return arrow(text_columns.intervals(low, high, unit, unstated))


def rounded_intervals(low: Floats, high: Floats, unit: str) -> Texts:
    """Write computed intervals as `wording.rounded` does, with six digits and 约 where that is not all of it.

    >>> rounded_intervals(np.array([1.6, 101.333333333]), np.array([1.6, 101.333333333]), "千克标准煤/吨").to_pylist()
    ['1.6千克标准煤/吨', '约101.333千克标准煤/吨']
    """
    least, most = six_digits(low), six_digits(high)
    texts = text_columns.intervals(least, most, unit)
    changed = (least != low) | (most != high)
    return arrow(text_columns.joined(text_columns.chosen(["", "约"], changed), texts) if changed.any() else texts)


def six_digits(values: Floats) -> Floats:
    """Return each number to six significant digits, `float(f"{value:.6g}")`, halves to the even digit.

    All is exact: a number is rounded by what it is, not by what a product of it is rounded to.
    """
    done, size = values.copy(), np.abs(values)
    for way, those in ((_down, (size >= 1e-17) & (size < 1e6)), (_up, (size >= 1e6) & (size < 1e20))):
        if those.any():
            done[those] = np.copysign(way(size[those]), values[those])
    rest = np.isfinite(size) & (size != 0) & ~((size >= 1e-17) & (size < 1e20))
    done[rest] = [float(f"{value:.6g}") for value in values[rest].tolist()]
    return done


def _down(values: Floats) -> Floats:
    """Round numbers up to 999 999; a power of ten is exact, and so is a product with its own rounding error."""
    scale = _POWERS[5 - _exponent(values).clip(-17, 5)]
    product = values * scale
    whole = np.floor(product)
    over = (product - whole - 0.5) + _error(values, scale, product)
    done: Floats = (whole + _upwards(over, whole)) / scale
    return done


def _up(values: Floats) -> Floats:
    """Round greater numbers to tens, hundreds, …; a remainder is exact."""
    scale = _POWERS[_exponent(values).clip(6, 19) - 5]
    rest = np.fmod(values, scale)
    whole = (values - rest) / scale
    done: Floats = (whole + _upwards(rest - scale / 2, whole)) * scale
    return done


def _exponent(values: Floats) -> npt.NDArray[np.int64]:
    """Return the power of ten; what is so near to one that the logarithm is off comes out as that power anyway."""
    return np.floor(np.log10(values)).astype(np.int64)


def _upwards(over: Floats, whole: Floats) -> Bools:
    """Return what is to be rounded up: more than half, and half of an odd number."""
    upwards: Bools = (over > 0) | ((over == 0) & (whole % 2 == 1))
    return upwards


def _error(one: Floats, other: Floats, product: Floats) -> Floats:
    """Return what a product of floats was rounded off by (Dekker): each is split in halves whose products are exact."""
    (a, b), (c, d) = _halves(one), _halves(other)
    return ((a * c - product) + a * d + b * c) + b * d


def _halves(values: Floats) -> tuple[Floats, Floats]:
    shifted = values * 134217729.0  # 2**27 + 1
    high = shifted - (shifted - values)
    return high, values - high
