"""Cut each axis where some condition cuts it, so that one region holds all values that no condition can tell apart.

A choice axis groups its values by the tests they pass; a quantity axis is cut at its thresholds. Axes that bound each
other (等价值 is never below 当量值) share their cuts, so that a bound on one reads as a region of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf, nextafter

import numpy as np
import numpy.typing as npt

from lianggao.tables.conditions import Above, AtLeast, Condition, Member, Test, distinct_tests

# Up to so many cuts it is faster to compare with each than to search.
_FEW = 12


@dataclass(frozen=True, slots=True)
class ChoiceAxis:
    """An axis whose value is exactly one of `domain`."""

    name: str
    domain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityAxis:
    """An axis whose value is a number; axes of one `scale` share their cuts."""

    name: str
    scale: str


Axis = ChoiceAxis | QuantityAxis


@dataclass(frozen=True)
class Regions:
    """The regions of one axis.

    For a choice axis `region_of` gives each value's region; for a quantity, `starts` are the first numbers of the
    second, third, … region, so that there is one region more than starts.
    """

    axis: Axis
    region_of: tuple[int, ...] = ()
    starts: tuple[float, ...] = ()

    def __hash__(self) -> int:
        # Without the values of the axis, which are many: the regions tell axes of one name apart.
        return hash((self.axis.name, self.region_of, self.starts))

    @cached_property
    def _of_value(self) -> Mapping[str, int]:
        assert isinstance(self.axis, ChoiceAxis)
        return dict(zip(self.axis.domain, self.region_of, strict=True))

    def __len__(self) -> int:
        if isinstance(self.axis, ChoiceAxis):
            return max(self.region_of, default=-1) + 1
        return len(self.starts) + 1

    def members(self, region: int) -> tuple[str, ...]:
        """Return the values of a choice axis that share `region`."""
        assert isinstance(self.axis, ChoiceAxis)
        return tuple(v for v, r in zip(self.axis.domain, self.region_of, strict=True) if r == region)

    def bounds(self, region: int) -> tuple[float, float]:
        """Return the first number of a quantity's region and the first number beyond it."""
        edges = (-inf, *self.starts, inf)
        return edges[region], edges[region + 1]

    def find(self, numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Return the region of each number."""
        return self.find_small(numbers).astype(np.int64)

    def find_small(self, numbers: npt.NDArray[np.float64]) -> npt.NDArray[np.int16]:
        """Return the region of each number in as little room as a long list needs."""
        if len(self.starts) > _FEW:
            return np.searchsorted(np.asarray(self.starts), numbers, side="right").astype(np.int16)
        found = np.zeros(len(numbers), dtype=np.int16)
        for start in self.starts:
            # What is no number at all comes last, as it does where numbers are in order.
            found += ~(numbers < start)
        return found

    def passing(self, test: Test) -> npt.NDArray[np.bool_]:
        """Return, per region, whether its values pass `test`."""
        if isinstance(test, Member):
            assert isinstance(self.axis, ChoiceAxis)
            passed = np.zeros(len(self), dtype=bool)
            passed[[self._of_value[value] for value in test.values if value in self._of_value]] = True
            return passed
        first = np.asarray((-inf, *self.starts))
        return first >= start_of(test)


def start_of(test: AtLeast | Above) -> float:
    """Return the first number that passes: the threshold itself, or the float just after it."""
    return test.threshold if isinstance(test, AtLeast) else nextafter(test.threshold, inf)


def cut(axes: Sequence[Axis], conditions: Iterable[Condition]) -> dict[str, Regions]:
    """Return the regions of every axis under all the conditions together.

    >>> energy, kind = QuantityAxis("energy", "tce"), ChoiceAxis("kind", ("a", "b", "c"))
    >>> regions = cut([energy, kind], [AtLeast("energy", 10000.0), Member("kind", frozenset({"a"}))])
    >>> len(regions["energy"]), regions["kind"].region_of
    (2, (0, 1, 1))
    """
    scale_of = {axis.name: axis.scale for axis in axes if isinstance(axis, QuantityAxis)}
    starts: dict[str, set[float]] = {scale: set() for scale in scale_of.values()}
    sets: dict[str, list[frozenset[str]]] = {axis.name: [] for axis in axes}
    for test in dict.fromkeys(test for condition in conditions for test in distinct_tests(condition)):
        if isinstance(test, Member):
            sets[test.axis].append(test.values)
        else:
            starts[scale_of[test.axis]].add(start_of(test))
    return {
        axis.name: Regions(axis, starts=tuple(sorted(starts[axis.scale])))
        if isinstance(axis, QuantityAxis)
        else Regions(axis, region_of=_grouped(axis.domain, tuple(dict.fromkeys(sets[axis.name]))))
        for axis in axes
    }


@lru_cache(maxsize=2**12)
def _grouped(domain: tuple[str, ...], sets: tuple[frozenset[str], ...]) -> tuple[int, ...]:
    seen: dict[tuple[bool, ...], int] = {}
    return tuple(seen.setdefault(tuple(value in s for s in sets), len(seen)) for value in domain)
