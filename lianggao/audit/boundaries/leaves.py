"""The elementary tests of a condition, by their place in it, and the condition with one of them answered."""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.rulebook.force import IN_FORCE
from lianggao.tables import All, AnyOf, Condition, Not
from lianggao.tables.conditions import ALWAYS, NEVER, Test, tests_of


def leaves_of(condition: Condition) -> list[tuple[int, Test]]:
    """Return every test but those of dates, with its place in the order of `tests_of`."""
    return [(at, test) for at, test in enumerate(tests_of(condition)) if not test.axis.startswith(IN_FORCE)]


def answered(condition: Condition, place: int, answer: bool) -> Condition:
    """Return the condition with the test at one place answered, whatever the others say."""
    return _answered(condition, iter(range(place + 1)), ALWAYS if answer else NEVER, place)


def _answered(condition: Condition, places: Iterator[int], answer: Condition, wanted: int) -> Condition:
    if isinstance(condition, All | AnyOf):
        parts = tuple(_answered(part, places, answer, wanted) for part in condition.parts)
        return All(parts) if isinstance(condition, All) else AnyOf(parts)
    if isinstance(condition, Not):
        return Not(_answered(condition.part, places, answer, wanted))
    return answer if next(places, -1) == wanted else condition
