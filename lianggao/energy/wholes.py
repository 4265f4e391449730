"""Decimal numbers by column, as whole numbers of a small unit, so that sums and comparisons are exact.

A float is taken for the decimal that it was written as. The whole numbers are 64 bits wide where they fit, which those
of a list do; the others are Python's own, by the same operations.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import polars as pl

from lianggao.facts import Floats, Span
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen, column, joined, numbers, only

Wholes = npt.NDArray[Any]

MOST = 9
"""Decimal places up to which numbers may be 64 bits wide."""
# Two decimals of at most 15 digits are never the same float, so the shorter of them is what was written.
_DIGITS = 1e15
_ROOM = Context(prec=2000)
_UNITS = 10 ** np.arange(19)
_POWERS = _UNITS.astype(np.float64)


class Ends(NamedTuple):
    """Closed intervals in units; where `endless` there is no upper end and `high` means nothing."""

    low: Wholes
    high: Wholes
    endless: Bools

    @property
    def point(self) -> Bools:
        """Return where the two ends are the same."""
        return ~self.endless if self.high is self.low else (self.low == self.high) & ~self.endless

    def take(self, at: Ints) -> Ends:
        """Return some of them."""
        low = self.low[at]
        return Ends(low, low if self.high is self.low else self.high[at], self.endless[at])


def places_of(columns: Sequence[Floats], rows: int) -> Ints:
    """Return with how many decimal places all of a row's numbers can be written, -1 where it takes more than `MOST`."""
    places, left = np.full(rows, -1, dtype=np.int64), np.arange(rows)
    for many in range(MOST + 1):
        fits = np.ones(len(left), dtype=bool)
        for ends in columns:
            part = ends[left] if len(left) < rows else ends
            whole = np.rint(part * _POWERS[many])
            fits &= (whole / _POWERS[many] == part) & (whole < _DIGITS)
        places[left[fits]] = many
        left = left[~fits]
        if not len(left):
            break
    return places


def finite(span: Span) -> list[Floats]:
    """Return both ends of a span, one where they are the same in every row; zero stands for what is not stated."""
    if span.high is span.low:
        return [span.low]
    high = np.where(np.isfinite(span.high), span.high, 0.0)
    return [span.low] if np.array_equal(span.low, high) else [span.low, high]


def wholes(span: Span, ends: Sequence[Floats], places: Ints, times: int, *, wide: bool) -> Ends:
    """Return a span in units of `10**-places`, the places of each row, times a number; what is not stated is nothing.

    `ends` are its `finite` ends. `wide` makes numbers of Python's own.
    """
    low, *other = ((_wide if wide else _narrow)(end, places) * times for end in ends)
    return Ends(low, other[0] if other else low, np.isinf(span.high) & (span.low > 0))


def fits_narrow(greatest: Floats, places: Ints, fine: int) -> Bools:
    """Return where numbers up to so many tonnes, with so many more decimal places, are 64 bits wide and have room.

    Comparing and writing multiply by up to twenty, and a hundredth that is shown has no more than 15 digits.
    """
    fits = (places >= 0) & (places + fine <= 18) & (greatest < 1e12)
    return fits & (greatest * _POWERS[np.where(fits, places + fine, 0)] < 4e17)


def wide_places(columns: Sequence[Floats], rows: int) -> Ints:
    """Return with how many decimal places all numbers of all rows can be written, for every row the same."""
    every = (Decimal(repr(number)).as_tuple().exponent for column in columns for number in column.tolist())
    return np.full(rows, max([0, *(-int(exponent) for exponent in every)]), dtype=np.int64)


def _narrow(numbers: Floats, places: Ints) -> Wholes:
    return np.rint(numbers * _POWERS[places]).astype(np.int64)


def _wide(numbers: Floats, places: Ints) -> Wholes:
    pairs = zip(numbers.tolist(), places.tolist(), strict=True)
    return np.array([int(Decimal(repr(number)).scaleb(many, _ROOM)) for number, many in pairs] + [None], object)[:-1]


def hundredths(values: Wholes, places: Ints) -> pl.Series:
    """Write numbers in units of `10**-places` to the hundredth, halves away from zero, without trailing zeros.

    >>> hundredths(np.array([4825_805, 30_000, 5]), np.array([3, 3, 3])).to_list()
    ['4825.81', '30', '0.01']
    """
    unit = 10 ** (places - 2).astype(object) if values.dtype == object else _UNITS[places - 2]
    return of_hundredths((2 * values + unit) // (2 * unit))


def of_hundredths(values: Wholes) -> pl.Series:
    """Write numbers that are given in hundredths, without trailing zeros."""
    if values.dtype == object:
        return column([_written(*divmod(value, 100)) for value in values.tolist()])
    # Of up to 15 digits a hundredth is the float that is written so.
    return numbers(values / 100)


def _written(whole: int, rest: int) -> str:
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def shown(ends: Ends, places: Ints) -> pl.Series:
    """Write intervals to the hundredth.

    >>> shown(Ends(np.array([500, 500]), np.array([700, 0]), np.array([False, True])), np.array([2, 2])).to_list()
    ['5—7', '不低于5']
    """
    first, between = hundredths(ends.low, places), ~ends.point & ~ends.endless
    if ends.point.all():
        return first
    last = only(hundredths(ends.high, places), between)
    return joined(chosen(["", "不低于"], ends.endless), first, chosen(["", "—"], between), last)


def percent(part: Wholes, whole: Wholes) -> Wholes:
    """Return what part one number is of another in hundredths of a per cent, halves away from zero.

    The digits come one by one, as multiplying first would be too wide.
    """
    found, rest = part // whole, part % whole
    for _ in range(4):
        found, rest = found * 10 + rest * 10 // whole, rest * 10 % whole
    done: Wholes = found + (2 * rest >= whole)
    return done
