"""The closed set of conditions that a table understands.

A condition is a tree of `All`, `AnyOf` and `Not` over three tests of one axis: `Member`, `AtLeast` and `Above`.
Everything a rule file can say is brought into this form first; cutting, compiling and comparing know no other. Trees
share their parts, which remember what was asked of them: the law of one date is nearly that of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any


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


class _Tree:
    """A condition made of others."""

    @cached_property
    def distinct(self) -> tuple[Test, ...]:
        """Return the tests in the tree, each once, in order of first mention."""
        return tuple({test: None for part in _parts(self) for test in distinct_tests(part)})

    @cached_property
    def axes(self) -> tuple[str, ...]:
        """Return the axes that the tree mentions, in order of first mention."""
        return tuple(dict.fromkeys(axis for part in _parts(self) for axis in axes_of(part)))

    @cached_property
    def _hashed(self) -> int:
        return hash((type(self), _parts(self)))

    def __hash__(self) -> int:
        return self._hashed

    def __getstate__(self) -> Mapping[str, Any]:
        # In another process texts hash otherwise, so that what is remembered stays behind.
        return {name: value for name, value in self.__dict__.items() if name in ("part", "parts")}


@dataclass(frozen=True)
class All(_Tree):
    """Every part holds; with no parts, always true."""

    parts: tuple[Condition, ...]

    __hash__ = _Tree.__hash__


@dataclass(frozen=True)
class AnyOf(_Tree):
    """Some part holds; with no parts, never true."""

    parts: tuple[Condition, ...]

    __hash__ = _Tree.__hash__


@dataclass(frozen=True)
class Not(_Tree):
    """The part does not hold."""

    part: Condition

    __hash__ = _Tree.__hash__


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
    return condition.axes if isinstance(condition, _Tree) else (condition.axis,)


def distinct_tests(condition: Condition) -> tuple[Test, ...]:
    """Return the tests in the tree, each once, in order of first mention."""
    return condition.distinct if isinstance(condition, _Tree) else (condition,)


def _parts(tree: _Tree) -> tuple[Condition, ...]:
    if isinstance(tree, Not):
        return (tree.part,)
    assert isinstance(tree, All | AnyOf)
    return tree.parts
