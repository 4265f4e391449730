"""The closed set of conditions that a table understands.

A condition is a tree of `All`, `AnyOf` and `Not` over three tests of one axis: `Member`, `AtLeast` and `Above`.
Everything a rule file can say is brought into this form first; cutting, compiling and comparing know no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """The axis has one of `values`."""

    axis: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The quantity on the axis is `threshold` or more."""

    axis: str
    threshold: float


@dataclass(frozen=True, slots=True)
class Above:
    """The quantity on the axis is more than `threshold`."""

    axis: str
    threshold: float


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no parts, always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; with no parts, never true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


Test = Member | AtLeast | Above
Condition = Test | All | AnyOf | Not

ALWAYS = All(())
NEVER = AnyOf(())


def tests_of(condition: Condition) -> Iterator[Test]:
    """Yield every test of an axis in the tree, left to right.

    >>> [t.axis for t in tests_of(All((AtLeast("e", 5.0), Not(Member("kind", frozenset({"a"}))))))]
    ['e', 'kind']
    """
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from tests_of(part)
    elif isinstance(condition, Not):
        yield from tests_of(condition.part)
    else:
        yield condition


def axes_of(condition: Condition) -> tuple[str, ...]:
    """Return the axes that the condition mentions, in order of first mention."""
    return tuple(dict.fromkeys(test.axis for test in tests_of(condition)))
