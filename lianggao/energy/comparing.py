"""Hold a stated energy figure against sums of amounts: agreeing, differing, or not to be compared.

等价值 and 当量值 never stand in for each other. A sum by 当量值 is only a lower bound of 等价值, and inputs are only an
upper bound of the consumption of a project that turns energy into energy.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lianggao.energy.sums import Sum, all_shown, gap, rounded, shown

FIGURES = ("energy_calorific_tce", "energy_equivalent_tce", "energy_unstated_tce")
WITHIN = Decimal("0.05")
_OWN = {"energy_calorific_tce": ("当量值",), "energy_equivalent_tce": ("等价值",)}
_ALL = ("当量值", "等价值")


class Conversion(NamedTuple):
    """All sums of a row on one basis, from the least up; `how` ends in the basis."""

    how: str
    sums: Sequence[Sum]

    @property
    def basis(self) -> str:
        """Return `当量值` or `等价值`."""
        return self.how[-3:]

    @property
    def text(self) -> str:
        """Return what the amounts come to, in words."""
        return f"{self.how}{all_shown(self.sums)}"


class Comparison(NamedTuple):
    """The nearest sum and how far off it is; `short` says that the sum is the smaller."""

    code: str
    text: str
    short: bool


def compare(
    figure: str, low: Decimal, high: Decimal, conversions: Sequence[Conversion], turns: bool
) -> Comparison | None:
    """Compare a stated figure with the nearest sum on its basis; None where they can't be compared.

    `turns` says that the project may turn energy into energy.
    """
    bases = _OWN.get(figure, _ALL)
    own = [each for each in conversions if each.basis in bases]
    only_a_bound = figure != FIGURES[0] and not any(each.basis == "等价值" for each in own)
    # Without a factor for 等价值 there is still one thing to say: 当量值 alone may be too much already.
    every = [(gap(found, low, high), each.basis, found) for each in own or conversions for found in each.sums]
    off, basis, found = min(every, key=lambda each: abs(each[0]))
    if abs(off) <= WITHIN:
        return None if only_a_bound and not own else Comparison("energy-agrees", _agrees(basis, found, off), off < 0)
    if (off < 0 and only_a_bound) or (off > 0 and turns):
        return None
    return Comparison("energy-differs", _differs(basis, found, off), off < 0)


def _agrees(basis: str, found: Sum, off: Decimal) -> str:
    return f"与折算的{_named(basis, found)}{_by(off)}，相差在5%以内"


def _differs(basis: str, found: Sum, off: Decimal) -> str:
    return f"与折算值相差超过5%，最接近的是{_named(basis, found)}{_by(off)}"


def _named(basis: str, found: Sum) -> str:
    return f"{basis}{shown(found.low, found.high)}吨标准煤" + (f"（{found.chosen}）" if found.chosen else "")


def _by(off: Decimal) -> str:
    if not off:
        return "，折算值与填报值一致"
    if not off.is_finite():
        return "，填报值为0"
    return f"，折算值比填报值{'高' if off > 0 else '低'}{rounded(abs(off) * 100) or '0'}%"
