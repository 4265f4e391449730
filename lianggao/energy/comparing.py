"""Hold stated energy figures against sums of amounts: agreeing, differing, or not to be compared.

等价值 and 当量值 never stand in for each other. A sum by 当量值 is only a lower bound of 等价值, and inputs are only an
upper bound of the consumption of a project that turns energy into energy.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lianggao.energy.sums import Conversion
from lianggao.energy.wholes import Ends, Wholes
from lianggao.tables.known import Bools, Ints

FIGURES = ("energy_calorific_tce", "energy_equivalent_tce", "energy_unstated_tce")
WITHIN = 20
"""A sum agrees with a figure from which it is no more than one part of so many (5 %) apart."""
# Quotients of 64-bit numbers are nearer to what they should be than this.
_HAIR = 1e-14
# Of gaps that are as many times the figure, 64 bits do not hold the hundredths of a per cent.
_FAR = 1e10
_OWN = {"energy_calorific_tce": ("当量值",), "energy_equivalent_tce": ("等价值",)}
_ALL = ("当量值", "等价值")


class Gap(NamedTuple):
    """How far sums lie above or below a stated figure, as `part` of its nearer end; `whole` is 0 above a stated 0.

    `part` is 0 where the two overlap. `conversion` and `way` say whose sum it is.
    """

    part: Wholes
    whole: Wholes
    above: Bools
    conversion: Ints
    way: Ints


class Compared(NamedTuple):
    """Where a figure agrees and where it differs, and from which sum; `unsure` is where that takes wider numbers."""

    agrees: Bools
    differs: Bools
    gap: Gap
    conversions: Sequence[Conversion]
    unsure: Bools


def compare(name: str, figure: Ends, conversions: Sequence[Conversion], turns: Bools) -> Compared:
    """Compare a stated figure with the nearest sum on its basis.

    `turns` says which projects may turn energy into energy.
    """
    own = [each for each in conversions if each.basis in _OWN.get(name, _ALL)]
    only_a_bound = name != FIGURES[0] and not any(each.basis == "等价值" for each in own)
    # Without a factor for 等价值 there is still one thing to say: 当量值 alone may be too much already.
    used = own or conversions
    gap, unsure = _nearest(figure, used)
    within = gap.part * WITHIN <= gap.whole
    agrees = within & (bool(own) or not only_a_bound)
    differs = ~within & ~(gap.above & turns) & (gap.above | (not only_a_bound))
    return Compared(agrees, differs, gap, used, unsure)


def _nearest(figure: Ends, conversions: Sequence[Conversion]) -> tuple[Gap, Bools]:
    """Return the least gap of all sums; of equal ones the first conversion's, and of its sums the first in order."""
    unsure = np.zeros(len(figure.low), dtype=bool)
    best: Gap | None = None
    for number, conversion in enumerate(conversions):
        for way in range(len(conversion.ways)):
            gap = _gap(figure, conversion.ways[way], number, way)
            if best is None:
                best = gap
                continue
            less, same, doubtful = _less(gap, best)
            unsure |= doubtful
            for other in range(way):
                mine = same & (best.conversion == number) & (best.way == other)
                if mine.any():
                    less |= mine & conversion.before(way, other)
            best = Gap(*(np.where(less, new, old) for new, old in zip(gap, best, strict=True)))
    assert best is not None, "rows without any amount are not compared"
    if best.part.dtype != object:
        unsure |= (best.whole > 0) & (best.part > _FAR * best.whole)
    return best, unsure


def _gap(figure: Ends, found: Ends, conversion: int, way: int) -> Gap:
    above = (found.low > figure.high) & ~figure.endless
    below = (found.high < figure.low) & ~found.endless
    part = np.where(above, found.low - figure.high, np.where(below, figure.low - found.high, 0))
    whole = np.where(above, figure.high, np.where(below, figure.low, 1))
    which = (np.full(len(above), number) for number in (conversion, way))
    return Gap(part, whole, above, *which)


def _less(one: Gap, other: Gap) -> tuple[Bools, Bools, Bools]:
    """Return where a gap is less than another, where they are the same, and where it takes wider numbers to say."""
    if one.part.dtype == object:
        left, right = one.part * other.whole, other.part * one.whole
        return left < right, left == right, np.zeros(len(left), dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        left, right = one.part / one.whole, other.part / other.whole
        near = np.abs(left - right) <= _HAIR * right
    alike = one.whole == other.whole
    same = alike & ((one.part == other.part) | (one.whole == 0))
    return np.where(alike, (one.part < other.part) & (one.whole != 0), left < right), same, near & ~alike
