"""Judge a condition by what is left of each axis, in plain Python.

Of a choice, the values not ruled out are left; of a quantity, a closed interval. A condition holds, does not, or is
open; where it is open, the first open test is answered both ways, and so on, until every way ends. Nothing here cuts
regions or reads tables, so that it can stand beside them as a second opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf, nextafter

from lianggao.tables import All, AnyOf, AtLeast, Condition, Member, Not
from lianggao.tables.conditions import Test, tests_of

Left = frozenset[str] | tuple[float, float]
Knowledge = Mapping[str, Left]


def passes(test: Test, left: Left) -> bool | None:
    """Return whether all that is left passes a test, or None where some of it does.

    >>> passes(AtLeast("energy", 5.0), (5.0, 8.0)), passes(AtLeast("energy", 5.0), (0.0, 5.0))
    (True, None)
    """
    if isinstance(test, Member):
        assert isinstance(left, frozenset)
        return True if left <= test.values else None if left & test.values else False
    assert isinstance(left, tuple)
    low, high = left
    if isinstance(test, AtLeast):
        return True if low >= test.threshold else None if high >= test.threshold else False
    return True if low > test.threshold else None if high > test.threshold else False


def split(test: Test, left: Left) -> tuple[Left, Left]:
    """Take what is left apart: what passes the test, and what does not."""
    if isinstance(test, Member):
        assert isinstance(left, frozenset)
        return left & test.values, left - test.values
    assert isinstance(left, tuple)
    low, high = left
    if isinstance(test, AtLeast):
        return (test.threshold, high), (low, nextafter(test.threshold, -inf))
    return (nextafter(test.threshold, inf), high), (low, test.threshold)


def holds(condition: Condition, known: Knowledge) -> bool | None:
    """Return whether a condition holds whatever else comes out, or None where its tests alone don't tell."""
    if isinstance(condition, All | AnyOf):
        every = isinstance(condition, All)
        whole: bool | None = every
        for part in condition.parts:
            held = holds(part, known)
            if held is (not every):
                return held
            if held is None:
                whole = None
        return whole
    if isinstance(condition, Not):
        held = holds(condition.part, known)
        return None if held is None else not held
    return passes(condition, known[condition.axis])


def open_tests(condition: Condition, known: Knowledge) -> Iterator[Test]:
    """Yield the open tests of the parts that are open, left to right."""
    if holds(condition, known) is not None:
        return
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from open_tests(part, known)
    elif isinstance(condition, Not):
        yield from open_tests(condition.part, known)
    else:
        yield condition


def truths(condition: Condition, known: Knowledge) -> frozenset[bool]:
    """Return whether the condition can hold, and whether it can fail."""
    held = holds(condition, known)
    if held is not None:
        return frozenset({held})
    test = next(open_tests(condition, known))
    found = frozenset[bool]()
    for part in split(test, known[test.axis]):
        found |= truths(condition, {**known, test.axis: part})
        if len(found) == 2:
            break
    return found


def depends(condition: Condition, known: Knowledge, axis: str) -> bool:
    """Return whether, with all else the same, what an axis turns out to be can make the difference."""
    first, *others = _cells(condition, axis, known[axis])
    return any(_differ(condition, known, axis, first, other) for other in others)


def _cells(condition: Condition, axis: str, left: Left) -> list[Left]:
    """Take what is left of an axis apart, so that no test of the condition divides a part."""
    cells = [left]
    for test in tests_of(condition):
        if test.axis == axis:
            cells = [p for c in cells for p in (split(test, c) if passes(test, c) is None else (c,))]
    return cells


def _differ(condition: Condition, known: Knowledge, axis: str, one: Left, other: Left) -> bool:
    sides = [{**known, axis: part} for part in (one, other)]
    held = [holds(condition, side) for side in sides]
    if None not in held:
        return held[0] != held[1]
    test = next(open_tests(condition, sides[held.index(None)]))
    ways = ({**known, test.axis: part} for part in split(test, known[test.axis]))
    return any(_differ(condition, way, axis, one, other) for way in ways)
