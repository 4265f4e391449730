"""The rules as masks over whole columns, in NumPy or pandas: each test once, each shared part of a condition once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import and_, or_
from typing import Any, Protocol

import numpy as np
import pandas as pd

from benchmarks.known import Column, Content, Gate, Verdicts, fold
from lianggao.tables import AtLeast, Condition, Member
from lianggao.tables.conditions import Test


class Tests(Protocol):
    """Answers single tests over all projects, and takes in the outcome of a gate."""

    def passing(self, test: Test) -> Any:
        """Return where a test passes."""

    def add(self, gate: Gate, masks: list[Any]) -> Column:
        """Return the outcome of a gate whose rules hold where the masks say, and keep it as an axis."""


def judge(rules: Content, tests: Tests, rows: int) -> Verdicts:
    """Judge all projects gate by gate."""
    seen: dict[Condition, Any] = {}

    def mask(condition: Condition) -> Any:
        if condition not in seen:
            seen[condition] = fold(condition, passing, every, some, lambda part: ~part)
        return seen[condition]

    def passing(test: Test) -> Any:
        if test not in seen:
            seen[test] = tests.passing(test)
        return seen[test]

    def every(parts: list[Any]) -> Any:
        return reduce(and_, parts) if parts else np.ones(rows, dtype=bool)

    def some(parts: list[Any]) -> Any:
        return reduce(or_, parts) if parts else np.zeros(rows, dtype=bool)

    outcomes, holds = [], []
    for gate in rules.gates:
        own = [mask(rule.condition) for rule in gate.rules]
        outcomes.append(tests.add(gate, own))
        holds += own + [mask(clause.condition) for clause in gate.others]
    return Verdicts(outcomes, holds)


def outcome_of(gate: Gate, masks: list[Any], rows: int) -> Column:
    """Return the first outcome in order of precedence that some rule concludes."""
    found = np.full(rows, len(gate.outcomes) - 1, dtype=np.uint8)
    for place in reversed(range(len(gate.outcomes) - 1)):
        for at in gate.deciding(gate.outcomes[place]):
            found[np.asarray(masks[at])] = place
    return found


class Arrays:
    """NumPy: a choice is an array of codes, and a test of it a table of yes and no that is read by them."""

    def __init__(self, rules: Content, known: Mapping[str, Column]) -> None:
        self._rules, self._columns = rules, dict(known)

    def passing(self, test: Test) -> Any:
        column = self._columns[test.axis]
        if isinstance(test, Member):
            return np.array([value in test.values for value in self._rules.domain(test.axis)])[column]
        return column >= test.threshold if isinstance(test, AtLeast) else column > test.threshold

    def add(self, gate: Gate, masks: list[Any]) -> Column:
        found = outcome_of(gate, masks, len(next(iter(self._columns.values()))))
        self._columns[gate.axis] = found
        return found


class Frame:
    """pandas: a choice is a column of categories, a test of it `isin`."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame.copy(deep=False)

    def passing(self, test: Test) -> Any:
        column = self._frame[test.axis]
        if isinstance(test, Member):
            return column.isin(sorted(test.values))
        return column.ge(test.threshold) if isinstance(test, AtLeast) else column.gt(test.threshold)

    def add(self, gate: Gate, masks: list[Any]) -> Column:
        found = outcome_of(gate, masks, len(self._frame))
        self._frame[gate.axis] = pd.Categorical.from_codes(found, gate.outcomes)
        return found


def frame_of(rules: Content, known: Mapping[str, Column]) -> pd.DataFrame:
    """Return the projects as a frame: choices as categories, quantities as numbers."""
    columns = {}
    for axis, column in known.items():
        domain = rules.domain(axis)
        columns[axis] = pd.Categorical.from_codes(column.astype(np.int16), domain) if domain else column
    return pd.DataFrame(columns)


def prepare_numpy(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project with arrays."""
    rows = len(next(iter(known.values())))
    return lambda: judge(rules, Arrays(rules, known), rows)


def prepare_pandas(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project with columns of a frame."""
    frame = frame_of(rules, known)
    return lambda: judge(rules, Frame(frame), len(frame))
