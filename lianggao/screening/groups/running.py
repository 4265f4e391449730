"""Running totals of figures, exact as decimals are: 3333.3 + 3333.3 + 3333.4 is 10 000."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf, isinf
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lianggao.facts import Floats
from lianggao.tables.known import Bools

_PARTS = 10**6
# Below this a float is the one nearest to a number of millionths, and a sum of them is below 2**63.
_LARGEST_FIGURE, _LARGEST_SUM = 1e9, 9e12


class Running(NamedTuple):
    """The running totals of some figures in millionths, and from where on they have no upper end."""

    millionths: npt.NDArray[Any]
    unbounded: Bools

    @classmethod
    def of(cls, figures: Floats) -> Running:
        """Add up figures one by one.

        >>> Running.of(np.array([4166.23, 4359.12, 1474.65, inf])).beyond(9999.99).tolist()
        [False, False, True, True]
        """
        finite = np.isfinite(figures)
        return cls(_millionths(np.where(finite, figures, 0.0)).cumsum(), np.logical_or.accumulate(~finite))

    def beyond(self, limit: float) -> Bools:
        """Return where the total is above a limit."""
        if isinf(limit):
            return np.zeros(len(self.millionths), dtype=bool)
        [parts] = _millionths(np.array([limit])).tolist()
        return np.asarray(self.unbounded | np.asarray(self.millionths > parts, dtype=bool))

    @property
    def last(self) -> float:
        """Return the total of all."""
        [parts] = self.millionths[-1:].tolist()
        return inf if self.unbounded[-1] else float(Fraction(parts) / _PARTS)


def _millionths(figures: Floats) -> npt.NDArray[Any]:
    """Return figures in millionths, as integers where all of them are, else as fractions."""
    parts = np.rint(figures * _PARTS)
    if (parts / _PARTS == figures).all() and (figures < _LARGEST_FIGURE).all() and figures.sum() < _LARGEST_SUM:
        return parts.astype(np.int64)
    return np.array([Fraction(Decimal(repr(figure))) * _PARTS for figure in figures.tolist()], dtype=object)
