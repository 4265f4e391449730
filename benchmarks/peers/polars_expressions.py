"""The rules as polars expressions in one lazy query, over columns of text or over codes with each text judged once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import and_, or_

import polars as pl

from benchmarks.known import Column, Content, Gate, Verdicts, fold
from lianggao.tables import AtLeast, Clause, Condition, Member
from lianggao.tables.conditions import Test, tests_of

ByTest = Callable[[Member], pl.Expr]


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project by its texts."""
    frame = _coded(rules, known).with_columns(pl.col(pl.Enum).cast(pl.String))
    return lambda: _judge(rules, frame, lambda test: pl.col(test.axis).is_in(sorted(test.values)))


def prepare_coded(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every distinct text once and reads the answers by code."""
    frame = _coded(rules, known)

    def passing(test: Member) -> pl.Expr:
        answers = pl.Series([value in test.values for value in rules.domain(test.axis)])
        return pl.lit(answers).gather(pl.col(test.axis).to_physical())

    return lambda: _judge(rules, frame, passing)


def _coded(rules: Content, known: Mapping[str, Column]) -> pl.DataFrame:
    columns = []
    for axis, column in known.items():
        domain = rules.domain(axis)
        texts = pl.Series(list(domain))[column.astype("int64")].cast(pl.Enum(domain)) if domain else pl.Series(column)
        columns.append(texts.alias(axis))
    return pl.DataFrame(columns)


def _judge(rules: Content, frame: pl.DataFrame, member: ByTest) -> Verdicts:
    tests = Tests(member)
    query, holds = frame.lazy(), []
    for gate in rules.gates:
        query = query.with_columns(tests.new(gate.rules))
        own = [f"{gate.axis}/{at}" for at in range(len(gate.clauses))]
        first = zip(own, gate.rules, strict=False)
        query = query.with_columns(tests.expression(rule.condition).alias(name) for name, rule in first)
        query = query.with_columns(_outcome(gate, own))
        query = query.with_columns(tests.new(gate.others))
        rest = zip(own[len(gate.rules) :], gate.others, strict=True)
        query = query.with_columns(tests.expression(clause.condition).alias(name) for name, clause in rest)
        holds += own
    found = query.select(*(pl.col(gate.axis).to_physical() for gate in rules.gates), *holds).collect()
    columns = [column.to_numpy() for column in found]
    return Verdicts(columns[: len(rules.gates)], columns[len(rules.gates) :])


def _outcome(gate: Gate, own: list[str]) -> pl.Expr:
    """Return the outcome as a text, or as its code where texts are coded: an Enum is both."""
    kind, chosen = pl.Enum(gate.outcomes), pl.lit(gate.outcomes[-1])
    for outcome in reversed(gate.outcomes[:-1]):
        if rules := gate.deciding(outcome):
            chosen = pl.when(pl.any_horizontal(own[at] for at in rules)).then(pl.lit(outcome)).otherwise(chosen)
    return chosen.cast(kind).alias(gate.axis)


class Tests:
    """Every distinct test as a column of its own, so that it is done once however many rules ask it."""

    def __init__(self, member: ByTest) -> None:
        self._member, self._names = member, dict[Test, str]()

    def new(self, clauses: Sequence[Clause]) -> list[pl.Expr]:
        """Return the columns of tests that no clause has asked before."""
        found = dict.fromkeys(test for clause in clauses for test in tests_of(clause.condition))
        fresh = [test for test in found if test not in self._names]
        self._names |= {test: f"test {len(self._names) + at}" for at, test in enumerate(fresh)}
        return [self._column(test).alias(self._names[test]) for test in fresh]

    def _column(self, test: Test) -> pl.Expr:
        if isinstance(test, Member):
            return self._member(test)
        column = pl.col(test.axis)
        return column >= test.threshold if isinstance(test, AtLeast) else column > test.threshold

    def expression(self, condition: Condition) -> pl.Expr:
        """Return a condition over the columns of its tests."""

        def every(parts: list[pl.Expr]) -> pl.Expr:
            return reduce(and_, parts) if parts else pl.lit(True)

        def some(parts: list[pl.Expr]) -> pl.Expr:
            return reduce(or_, parts) if parts else pl.lit(False)

        return fold(condition, lambda test: pl.col(self._names[test]), every, some, lambda part: ~part)
