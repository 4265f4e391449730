"""The rules as one SQL query for DuckDB: every distinct test a column, every clause one, `case` for the outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import duckdb
import pyarrow as pa

from benchmarks.known import Column, Content, Gate, Verdicts, fold
from benchmarks.peers.masks import frame_of
from lianggao.tables import AtLeast, Clause, Condition, Member
from lianggao.tables.conditions import Test, tests_of


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project in a table of DuckDB's own, choices as enums."""
    connection = duckdb.connect()
    frame = frame_of(rules, known)
    connection.register("given", pa.Table.from_pandas(frame.assign(row=range(len(frame)))))
    connection.execute(f"create table known as select row, {_columns_of(rules, known)} from given")
    query = _query(rules)

    def judge() -> Verdicts:
        # Several threads give a long result in an order of their own.
        rows, *columns = connection.execute(query).fetchnumpy().values()
        return Verdicts(columns[: len(rules.gates)], columns[len(rules.gates) :], rows)

    return judge


def _columns_of(rules: Content, known: Mapping[str, Column]) -> str:
    kinds = {axis: f"::enum({', '.join(map(_text, rules.domain(axis)))})" for axis in known if rules.domain(axis)}
    return ", ".join(f"{_name(axis)}{kinds.get(axis, '')} as {_name(axis)}" for axis in known)


def _query(rules: Content) -> str:
    steps, names, tests = ["step_0 as (select * from known)"], [], dict[Test, str]()

    def step(columns: Sequence[str]) -> None:
        steps.append(f"step_{len(steps)} as (select {', '.join(['*', *columns])} from step_{len(steps) - 1})")

    def add(clauses: Sequence[Clause], own: Sequence[str]) -> None:
        fresh = dict.fromkeys(test for clause in clauses for test in tests_of(clause.condition) if test not in tests)
        tests.update({test: f"test_{len(tests) + at}" for at, test in enumerate(fresh)})
        step([f"{_test(test)} as {tests[test]}" for test in fresh])
        step([f"{_sql(clause.condition, tests)} as {name}" for clause, name in zip(clauses, own, strict=True)])

    for gate in rules.gates:
        own = [_name(f"{gate.axis}/{at}") for at in range(len(gate.clauses))]
        add(gate.rules, own[: len(gate.rules)])
        step([f"{_outcome(gate, own)} as {_name(gate.axis)}"])
        add(gate.others, own[len(gate.rules) :])
        names += own
    outcomes = [f"enum_code({_name(gate.axis)})" for gate in rules.gates]
    return f"with {', '.join(steps)} select row, {', '.join([*outcomes, *names])} from step_{len(steps) - 1}"


def _outcome(gate: Gate, own: Sequence[str]) -> str:
    chosen = _text(gate.outcomes[-1])
    for outcome in reversed(gate.outcomes[:-1]):
        if rules := gate.deciding(outcome):
            chosen = f"case when {' or '.join(own[at] for at in rules)} then {_text(outcome)} else {chosen} end"
    return f"({chosen})::enum({', '.join(map(_text, gate.outcomes))})"


def _test(test: Test) -> str:
    if isinstance(test, Member):
        return f"{_name(test.axis)} in ({', '.join(map(_text, sorted(test.values)))})"
    return f"{_name(test.axis)} {'>=' if isinstance(test, AtLeast) else '>'} {test.threshold!r}::double"


def _sql(condition: Condition, tests: Mapping[Test, str]) -> str:
    def every(parts: list[str]) -> str:
        return f"({' and '.join(parts)})" if parts else "true"

    def some(parts: list[str]) -> str:
        return f"({' or '.join(parts)})" if parts else "false"

    return fold(condition, tests.__getitem__, every, some, lambda part: f"(not {part})")


def _name(axis: str) -> str:
    return f'"{axis}"'


def _text(value: str) -> str:
    return f"'{value}'"
