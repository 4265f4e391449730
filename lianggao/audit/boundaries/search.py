"""Find a project, with as few facts as possible, that leads to what is wanted: a rule that certainly holds, or fails.

Facts are added one by one, always one that the wanted thing still waits for, and taken back where they can't lead to
it; at the end every fact that is not needed is dropped. What is not found this way no project reaches, since one value
of every kind is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lianggao.audit.boundaries.amounts import just_above, just_below, plain
from lianggao.audit.boundaries.reading import Project, Reading, Stated
from lianggao.tables import All, Condition, Member
from lianggao.tables.conditions import tests_of
from lianggao.vocabulary import Field

Values = Callable[[str], Sequence[Stated]]


@dataclass(frozen=True, eq=False)
class Goal:
    """A condition must certainly hold (or fail, if not `wanted`) for a project with these further facts."""

    reading: Reading
    condition: Condition
    wanted: bool = True
    fixed: Project = field(default_factory=dict)

    def met(self, project: Project) -> bool | None:
        """Return whether a project meets the goal, or None where that depends on what it leaves blank."""
        known = self.reading.known({**project, **self.fixed})
        if known is None:
            return False
        truths = self.reading.truths(self.condition, known)
        return None if len(truths) == 2 else self.wanted in truths

    def waits_for(self, project: Project) -> Iterator[str]:
        """Yield the fields on which it depends, first things first."""
        known = self.reading.known({**project, **self.fixed})
        assert known is not None
        yield from self.reading.open_facts(self.condition, known)


def find(goals: Sequence[Goal], values: Values, like: Project) -> dict[str, Stated] | None:
    """Return the facts of a project that meets all goals, or None; facts of `like` are tried first."""
    found = _extended({}, goals, values, like)
    if found is None:
        return None
    for name in reversed(list(found)):
        fewer = {other: value for other, value in found.items() if other != name}
        if all(goal.met(fewer) for goal in goals):
            found = fewer
    return found


def some(goal: Goal) -> dict[str, Stated] | None:
    """Return the facts of any project that meets one goal, or None."""
    behind = goal.reading.conditions_behind(goal.condition)
    return find([goal], values_of(goal.reading.law.vocabulary.fields, behind), {})


def _extended(
    project: dict[str, Stated], goals: Sequence[Goal], values: Values, like: Project
) -> dict[str, Stated] | None:
    met = []
    for goal in goals:
        met.append(goal.met(project))
        if met[-1] is False:
            return None
    if all(met):
        return project
    goal = goals[met.index(None)]
    name = next((name for name in goal.waits_for(project) if name not in project), None)
    if name is None:
        return None
    for value in sorted(values(name), key=lambda value: value != like.get(name)):
        found = _extended({**project, name: value}, goals, values, like)
        if found is not None:
            return found
    return None


def values_of(fields: Mapping[str, Field], conditions: Sequence[Condition]) -> Values:
    """Return what tells the values of every field that are worth trying under some conditions.

    Of a choice, that is one value of every kind that the conditions, or bounds of quantities, tell apart; of a
    quantity, a number between each two thresholds, the highest first, and then the thresholds and their neighbours.
    """
    tests = [*(test for condition in conditions for test in tests_of(condition)), *_bounds(fields)]
    known: dict[str, tuple[Stated, ...]] = {}

    def values(name: str) -> tuple[Stated, ...]:
        if name not in known:
            own = [test for test in tests if test.axis == name]
            if fields[name].kind == "quantity":
                known[name] = tuple(_numbers(sorted({t.threshold for t in own if not isinstance(t, Member)})))
            else:
                known[name] = tuple(kind[0] for kind in kinds_of(fields[name], All(tuple(own))))
        return known[name]

    return values


def _bounds(fields: Mapping[str, Field]) -> Iterator[Member]:
    """Yield the tests on which bounds of quantities depend."""
    for bound in (bound for known in fields.values() for bound in known.never_above if bound.field):
        asked = fields[bound.field]
        values = {base for base, value in asked.of_base.items() if value == bound.value} or {bound.value}
        yield Member(asked.derived_from or asked.name, frozenset(values))


def kinds_of(field: Field, condition: Condition) -> list[tuple[str, ...]]:
    """Return the values of a choice, those together that a condition does not tell apart."""
    sets = [test.values for test in tests_of(condition) if isinstance(test, Member) and test.axis == field.name]
    kinds: dict[tuple[bool, ...], list[str]] = {}
    for value in field.values:
        kinds.setdefault(tuple(value in known for known in sets), []).append(value)
    return [tuple(kind) for kind in kinds.values()]


def _numbers(thresholds: Sequence[float]) -> Iterator[Stated]:
    if not thresholds:
        yield 1
        return
    inner = [thresholds[-1] * 2, *((a + b) / 2 for a, b in reversed(list(pairwise(thresholds)))), thresholds[0] / 2]
    near = (number for t in thresholds for number in (t, just_below(t), just_above(t)))
    yield from dict.fromkeys(plain(number) for number in (*inner, *near) if number >= 0)
