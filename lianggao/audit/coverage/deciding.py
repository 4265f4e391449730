"""Where a single test of a rule's condition decides: the rule turns with it, everything else left as it is.

Truth has three values here, as two arrays over patterns of knowledge: may hold, may fail. Tests of one axis are turned
one at a time (masking MC/DC), since no project can turn them all independently.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from lianggao.tables import All, AnyOf, Condition, Known, Not, Regions
from lianggao.tables.conditions import Test
from lianggao.tables.known import Bools, Ints

Truth = tuple[Bools, Bools]
"""May hold, may fail: one place per pattern."""


@dataclass(frozen=True, eq=False)
class Decided:
    """One test over all patterns: where it is surely true or false and decides, and what the rule then is."""

    true: Bools
    false: Bools
    holds: Bools


def decided(
    condition: Condition, test: Test, regions: Mapping[str, Regions], held: Mapping[str, Known], patterns: int
) -> Decided:
    """Return where a test of a condition decides it, for patterns of knowledge on its axes."""

    def value(other: Test) -> Truth:
        return truth_of(other, regions, held)

    may, fail = value(test)
    turned = [_sure(_truth(condition, _with(test, fixed, value, patterns)), patterns) for fixed in (True, False)]
    with_true, with_false = turned
    decides = (with_true * with_false) < 0
    true: Bools = np.asarray(decides & may & ~fail)
    false: Bools = np.asarray(decides & fail & ~may)
    holds: Bools = np.where(true, with_true > 0, with_false > 0)
    return Decided(true, false, holds)


def truth_of(test: Test, regions: Mapping[str, Regions], held: Mapping[str, Known]) -> Truth:
    """Return the truth of one test for every pattern."""
    known, passing = held[test.axis], regions[test.axis].passing(test)
    may: Bools = np.asarray((known.sets & passing).any(axis=1))
    fail: Bools = np.asarray((known.sets & ~passing).any(axis=1))
    return may[known.index], fail[known.index]


def _with(test: Test, fixed: bool, value: Callable[[Test], Truth], patterns: int) -> Callable[[Test], Truth]:
    sure = np.full(patterns, fixed), np.full(patterns, not fixed)
    return lambda other: sure if other == test else value(other)


def _truth(condition: Condition, value: Callable[[Test], Truth]) -> Truth:
    if isinstance(condition, Not):
        may, fail = _truth(condition.part, value)
        return fail, may
    if not isinstance(condition, All | AnyOf):
        return value(condition)
    every = isinstance(condition, All)
    whole: Truth = np.array(every), np.array(not every)
    for part in condition.parts:
        one, other = whole, _truth(part, value)
        whole = (one[0] & other[0], one[1] | other[1]) if every else (one[0] | other[0], one[1] & other[1])
    return whole


def _sure(truth: Truth, patterns: int) -> Ints:
    """Return 1 where the rule surely holds, -1 where it surely fails, 0 where it may do either."""
    may, fail = (np.broadcast_to(each, patterns) for each in truth)
    return np.where(may & ~fail, 1, np.where(fail & ~may, -1, 0))
