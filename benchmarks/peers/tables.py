"""lianggao's own tables on the same projects and gates, three-valued as always: every axis happens to be known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from benchmarks.known import Column, Content, Verdicts
from benchmarks.stages import certain_of, judge_gates, outcome_of
from lianggao.facts import Facts, Span
from lianggao.tables import Known


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project; the facts are as intake and recognition leave them."""
    facts = facts_of(rules, known)

    def judge() -> Verdicts:
        batch = judge_gates(facts, rules.rulebook)
        outcomes = [outcome_of(batch, gate.axis) for gate in rules.gates]
        holds = [certain_of(batch, gate.axis, clause) for gate in rules.gates for clause in gate.clauses]
        return Verdicts(outcomes, holds)

    return judge


def facts_of(rules: Content, known: Mapping[str, Column]) -> Facts:
    """Return facts in which every choice is one value and every quantity one number."""
    choices, quantities = {}, {}
    for axis, column in known.items():
        if domain := rules.domain(axis):
            choices[axis] = Known(np.eye(len(domain), dtype=bool), column.astype(np.int64))
        else:
            quantities[axis] = Span(column, column)
    return Facts(len(next(iter(known.values()))), choices=choices, quantities=quantities)
