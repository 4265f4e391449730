"""Whether a condition holds in some possible world.

A world is impossible where an earlier gate would have an outcome that its rules never give, where a quantity is
negative, or where two quantities contradict a bound of the vocabulary (当量值 above 等价值). What is not known to be
impossible counts as possible, so that nothing is called idle or unreachable that may matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lianggao.rulebook import Law
from lianggao.rulebook.axes import cut_all
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Condition, Member, QuantityAxis, Regions
from lianggao.tables.conditions import axes_of
from lianggao.tables.known import Bools
from lianggao.tables.table import evaluate
from lianggao.vocabulary import Bound, Vocabulary

Outcomes = Mapping[str, frozenset[str]]
"""Per gate, the outcomes that its rules can give."""


@dataclass(frozen=True)
class Chain:
    """A quantity that is never above another, directly or by way of others, wherever all the tests pass."""

    part: str
    whole: str
    where: tuple[Member, ...] = ()


def satisfiable(condition: Condition, law: Law, outcomes: Outcomes) -> bool:
    """Return whether the condition holds in some possible world."""
    axes = axes_of(condition)
    chains = [
        chain
        for chain in chains_of(law)
        if {chain.part, chain.whole, *(test.axis for test in chain.where)} <= set(axes)
    ]
    tests = [test for chain in chains for test in chain.where]
    regions = cut_all([condition, *tests], law.vocabulary, law.gates)
    held = evaluate(condition, axes, regions)
    if not held.any():
        return False
    for at, axis in enumerate(axes):
        held = held & _along(_open(axis, regions[axis], outcomes), at, len(axes))
    for chain in chains:
        held = held & ~_broken(chain, axes, regions)
    return bool(held.any())


def _open(axis: str, regions: Regions, outcomes: Outcomes) -> Bools:
    """Return which regions of an axis can come about at all."""
    if axis.startswith(GATE_AXIS):
        return regions.passing(Member(axis, outcomes[axis.removeprefix(GATE_AXIS)]))
    if isinstance(regions.axis, QuantityAxis):
        return np.array([regions.bounds(region)[1] > 0 for region in range(len(regions))])
    return np.ones(len(regions), dtype=bool)


def _broken(chain: Chain, axes: Sequence[str], regions: Mapping[str, Regions]) -> Bools:
    """Return the worlds in which all values of the part's region are above all of the whole's."""
    part, whole = regions[chain.part], regions[chain.whole]
    low = np.array([part.bounds(region)[0] for region in range(len(part))])
    beyond = np.array([whole.bounds(region)[1] for region in range(len(whole))])
    at = axes.index(chain.part), axes.index(chain.whole)
    above = low[:, None] >= beyond[None, :] if at[0] < at[1] else low[None, :] >= beyond[:, None]
    shape = [1] * len(axes)
    shape[at[0]], shape[at[1]] = len(part), len(whole)
    broken: Bools = above.reshape(shape)
    for test in chain.where:
        broken = broken & _along(regions[test.axis].passing(test), axes.index(test.axis), len(axes))
    return broken


def _along(regions: Bools, at: int, axes: int) -> Bools:
    shape = [1] * axes
    shape[at] = -1
    return regions.reshape(shape)


@lru_cache(maxsize=4)
def chains_of(law: Law) -> tuple[Chain, ...]:
    """Return every bound of the vocabulary and everything that follows from several of them."""
    bounds: dict[str, list[tuple[Bound, tuple[Member, ...]]]] = {}
    for field in law.vocabulary.fields.values():
        for bound in field.never_above:
            bounds.setdefault(field.name, []).append((bound, _where(bound, law.vocabulary)))
    return tuple(dict.fromkeys(chain for part in bounds for chain in _from(part, Chain(part, part), bounds, {part})))


def _from(
    part: str, chain: Chain, bounds: Mapping[str, list[tuple[Bound, tuple[Member, ...]]]], met: set[str]
) -> Iterator[Chain]:
    for bound, where in bounds.get(chain.whole, ()):
        if bound.quantity not in met:
            tests = tuple(dict.fromkeys((*chain.where, *where)))
            longer = Chain(part, bound.quantity, tests)
            yield longer
            yield from _from(part, longer, bounds, met | {bound.quantity})


def _where(bound: Bound, vocabulary: Vocabulary) -> tuple[Member, ...]:
    if not bound.field:
        return ()
    field = vocabulary[bound.field]
    if field.derived_from:
        values = frozenset(base for base, value in field.of_base.items() if value == bound.value)
        return (Member(field.derived_from, values),)
    return (Member(field.name, frozenset({bound.value})),)
