"""The rules as variables of OpenFisca-core with vectorised formulas, on a simulation built from arrays.

OpenFisca holds numbers in 32 bits, which is enough for figures in tonnes but not for any number near a threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from benchmarks.known import Column, Content, Gate, Verdicts, fold
from benchmarks.peers.masks import outcome_of
from lianggao.tables import AtLeast, Condition, Member
from lianggao.tables.conditions import Test

PERIOD = "2024"
Ask = Callable[[str], Any]
Formula = Callable[[Ask, int], Any]


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project, choices as Enum variables compared value by value, as documented."""
    return _prepared(rules, known, enums=True)


def prepare_codes(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project, choices as whole numbers tested by `numpy.isin`."""
    return _prepared(rules, known, enums=False)


def _prepared(rules: Content, known: Mapping[str, Column], enums: bool) -> Callable[[], Verdicts]:
    from openfisca_core.entities import Entity
    from openfisca_core.indexed_enums import Enum, EnumArray
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    project = Entity("project", "projects", "project", "one project")
    system, given = TaxBenefitSystem([project]), dict(known)
    kinds: dict[str, Any] = {}
    for axis in known if enums else ():
        if domain := rules.domain(axis):
            kinds[axis] = Enum(_key(axis), {f"v_{value}": value for value in domain})
            given[axis] = EnumArray(known[axis].astype(np.uint8), kinds[axis])
    for axis in known:
        own = {"possible_values": kinds[axis], "default_value": next(iter(kinds[axis]))} if axis in kinds else {}
        number = int if rules.domain(axis) else float
        system.add_variable(_variable(project, axis, {"value_type": Enum if axis in kinds else number, **own}))
    for gate in rules.gates:
        for at, clause in enumerate(gate.clauses):
            formula = _of_clause(clause.condition, rules, kinds)
            system.add_variable(_variable(project, _clause(gate, at), {"value_type": bool}, formula))
        system.add_variable(_variable(project, gate.axis, {"value_type": int}, _of_gate(gate)))

    def judge() -> Verdicts:
        simulation = SimulationBuilder().build_default_simulation(system, len(next(iter(known.values()))))
        for axis, column in given.items():
            simulation.set_input(_key(axis), PERIOD, column)
        outcomes = [simulation.calculate(_key(gate.axis), PERIOD) for gate in rules.gates]
        clauses = [_clause(gate, at) for gate in rules.gates for at in range(len(gate.clauses))]
        return Verdicts(outcomes, [simulation.calculate(name, PERIOD) for name in clauses])

    return judge


def _variable(entity: Any, name: str, own: dict[str, Any], formula: Formula | None = None) -> type:
    from openfisca_core.periods import DateUnit
    from openfisca_core.variables import Variable

    def calculate(projects: Any, period: Any) -> Any:
        assert formula
        return formula(lambda axis: projects(_key(axis), period), projects.count)

    every: dict[str, Any] = {**own, "entity": entity, "definition_period": DateUnit.YEAR, "label": name}
    return type(_key(name), (Variable,), {**every, "formula": calculate} if formula else every)


def _of_gate(gate: Gate) -> Formula:
    return lambda ask, rows: outcome_of(gate, [ask(_clause(gate, at)) for at in range(len(gate.rules))], rows)


def _of_clause(condition: Condition, rules: Content, kinds: Mapping[str, Any]) -> Formula:
    def formula(ask: Ask, rows: int) -> Any:
        def passing(test: Test) -> Any:
            if isinstance(test, Member) and test.axis in kinds:
                column, kind = ask(test.axis), kinds[test.axis]
                return np.logical_or.reduce([column == kind[f"v_{value}"] for value in sorted(test.values)])
            if isinstance(test, Member):
                domain = rules.domain(test.axis)
                return np.isin(ask(test.axis), [at for at, value in enumerate(domain) if value in test.values])
            return ask(test.axis) >= test.threshold if isinstance(test, AtLeast) else ask(test.axis) > test.threshold

        def every(parts: list[Any]) -> Any:
            return np.logical_and.reduce(parts) if parts else np.ones(rows, dtype=bool)

        def some(parts: list[Any]) -> Any:
            return np.logical_or.reduce(parts) if parts else np.zeros(rows, dtype=bool)

        return fold(condition, passing, every, some, np.logical_not)

    return formula


def _key(axis: str) -> str:
    return axis.replace(":", "_")


def _clause(gate: Gate, at: int) -> str:
    return f"{_key(gate.axis)}_{at}"
