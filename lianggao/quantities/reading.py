"""What reading one cell gives: a closed interval, the unit it was read in, and what a person should know.

Unknown is `[0, inf]`: no field of the vocabulary can be negative.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Remark(NamedTuple):
    """One thing a person should know about a cell: a code that never changes and a Chinese sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity in the vocabulary's unit; `unit` is the one it was written in.

    `rule` is the code of the reading rule (docs/quantities.md), empty where nothing is known; `basis` is `calorific`
    or `equivalent` where the cell or its header says so.
    """

    low: float = 0.0
    high: float = math.inf
    unit: str = ""
    notes: tuple[Remark, ...] = ()
    rule: str = ""
    basis: str = ""

    @property
    def known(self) -> bool:
        """Return whether the cell states anything."""
        return self.low > 0 or self.high < math.inf


def unknown(code: str, text: str) -> Reading:
    """Return that nothing is known, and why."""
    return Reading(notes=(Remark(code, text),))


def nearest(value: Fraction) -> float:
    """Return the float nearest to an exact number, infinity where it is beyond all floats."""
    try:
        return float(value)
    except OverflowError:
        return math.inf
