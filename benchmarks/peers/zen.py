"""The rules as an expression node of GoRules ZEN, asked one project at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import numpy as np

from benchmarks.known import Column, Content, Gate, Verdicts, fold, worlds_of
from lianggao.tables import AtLeast, Condition, Member
from lianggao.tables.conditions import Test


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project, given as a dictionary."""
    from zen import ZenEngine

    decision = ZenEngine().create_decision(json.dumps(_graph(rules)))
    records = worlds_of(known, rules, len(next(iter(known.values()))))

    def judge() -> Verdicts:
        results = [decision.evaluate(record)["result"] for record in records]
        outcomes = [[g.outcomes.index(r[_key(g.axis)]) for r in results] for g in rules.gates]
        holds = [[r[_clause(g, at)] for r in results] for g in rules.gates for at in range(len(g.clauses))]
        return Verdicts([np.array(column) for column in outcomes], [np.array(column) for column in holds])

    return judge


def _graph(rules: Content) -> dict[str, object]:
    expressions = []
    for gate in rules.gates:
        written = [_expression(clause.condition) for clause in gate.clauses]
        own = [(_clause(gate, at), text) for at, text in enumerate(written)]
        expressions += [*own[: len(gate.rules)], (_key(gate.axis), _outcome(gate)), *own[len(gate.rules) :]]
    content = [{"id": str(at), "key": key, "value": value} for at, (key, value) in enumerate(expressions)]
    kinds = {"in": "inputNode", "rules": "expressionNode", "out": "outputNode"}
    nodes = [{"id": id, "name": id, "type": kind, "position": {"x": 0, "y": 0}} for id, kind in kinds.items()]
    nodes[1]["content"] = {"expressions": content, "passThrough": False}
    edges = [("in", "rules"), ("rules", "out")]
    return {
        "nodes": nodes,
        "edges": [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in edges],
    }


def _outcome(gate: Gate) -> str:
    chosen = json.dumps(gate.outcomes[-1])
    for outcome in reversed(gate.outcomes[:-1]):
        if rules := gate.deciding(outcome):
            given = " or ".join(f"$.{_clause(gate, at)}" for at in rules)
            chosen = f"({given}) ? {json.dumps(outcome)} : ({chosen})"
    return chosen


def _expression(condition: Condition) -> str:
    def passing(test: Test) -> str:
        # The outcome of an earlier gate is a result of this node, not a fact.
        name = f"$.{_key(test.axis)}" if ":" in test.axis else test.axis
        if isinstance(test, Member):
            return f"({name} in {json.dumps(sorted(test.values))})"
        return f"({name} {'>=' if isinstance(test, AtLeast) else '>'} {test.threshold!r})"

    def every(parts: list[str]) -> str:
        return f"({' and '.join(parts)})" if parts else "true"

    def some(parts: list[str]) -> str:
        return f"({' or '.join(parts)})" if parts else "false"

    return fold(condition, passing, every, some, lambda part: f"(not {part})")


def _key(axis: str) -> str:
    return axis.replace(":", "_")


def _clause(gate: Gate, at: int) -> str:
    return f"{_key(gate.axis)}_{at}"
