"""The rules run by durable-rules one project at a time, in the narrow way of use in which it is exact.

What passes a test is worked out outside by column, so that a fact holds marks alone; one fact for every layer of gates,
the outcomes of one layer among the marks of the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from benchmarks.known import Column, Content, Gate, Verdicts
from lianggao.engines.boxes import holding
from lianggao.engines.quiet import Rule, Rulesets
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Condition
from lianggao.tables.conditions import axes_of

Mark = tuple[str, frozenset[int]]
"""An axis and the regions of it that pass."""


@dataclass
class Layer:
    """Clauses that need no outcome of this layer, by number, and the gates that they decide."""

    clauses: dict[int, Condition] = field(default_factory=dict)
    gates: list[tuple[int, Gate, range]] = field(default_factory=list)


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project."""
    layers = _layers(rules)
    rulesets = [Rulesets(f"layer {at}", _rules(layer, rules)) for at, layer in enumerate(layers)]
    marks = _marks(rules)
    of_outcome = {
        gate.axis: [_of_outcome(gate, at, marks, rules) for at in range(len(gate.outcomes))] for gate in rules.gates
    }
    rows = len(next(iter(known.values())))

    def judge() -> Verdicts:
        outcomes = np.zeros((len(rules.gates), rows), dtype=np.uint8)
        holds = np.zeros((sum(len(gate.clauses) for gate in rules.gates), rows), dtype=bool)
        facts = [mark for mark in marks if not mark[0].startswith(GATE_AXIS)]
        passing = np.stack([_passing(mark, known[mark[0]], rules) for mark in facts], axis=1)
        names = np.array([_name(mark) for mark in facts], dtype=object)
        for row in range(rows):
            held, fired = list(names[passing[row]]), set[int]()
            for layer, ruleset in zip(layers, rulesets, strict=True):
                fired |= {int(name) for name in ruleset.fire(held)}
                for place, gate, numbers in layer.gates:
                    outcomes[place, row] = _outcome(gate, numbers, fired)
                    held += of_outcome[gate.axis][outcomes[place, row]]
            holds[list(fired), row] = True
        return Verdicts(list(outcomes), list(holds))

    return judge


def _layers(rules: Content) -> list[Layer]:
    """Put each gate into the first layer in which all that its rules need is known."""
    layers: list[Layer] = []
    known: dict[str, int] = {}
    number = 0

    def first(conditions: Sequence[Condition]) -> Layer:
        needed = [known[axis] + 1 for c in conditions for axis in axes_of(c) if axis.startswith(GATE_AXIS)]
        at = max(needed, default=0)
        layers.extend(Layer() for _ in range(at + 1 - len(layers)))
        return layers[at]

    for place, gate in enumerate(rules.gates):
        layer = first([rule.condition for rule in gate.rules])
        layer.gates.append((place, gate, range(number, number + len(gate.rules))))
        known[gate.axis] = layers.index(layer)
        for clause in gate.clauses:
            own = layer if clause.outcome else first([clause.condition])
            own.clauses[number] = clause.condition
            number += 1
    return layers


def _rules(layer: Layer, rules: Content) -> list[Rule]:
    """Return a rule for every box of every clause, so that a rule is marks joined by "and"."""
    regions = rules.rulebook.regions
    boxes = [(number, box) for number, condition in layer.clauses.items() for box in holding(condition, regions)]
    return [(str(number), [_name(mark) for mark in box.items()]) for number, box in boxes]


def _marks(rules: Content) -> list[Mark]:
    boxes = (box for condition in rules.conditions for box in holding(condition, rules.rulebook.regions))
    return list(dict.fromkeys(mark for box in boxes for mark in box.items()))


def _passing(mark: Mark, column: Column, rules: Content) -> Column:
    axis, allowed = mark
    regions = rules.rulebook.regions[axis]
    found = np.asarray(regions.region_of)[column] if rules.domain(axis) else regions.find(column)
    return np.isin(found, list(allowed))


def _of_outcome(gate: Gate, outcome: int, marks: Sequence[Mark], rules: Content) -> list[str]:
    if gate.axis not in rules.rulebook.regions:
        return []
    region = rules.rulebook.regions[gate.axis].region_of[outcome]
    return [_name(mark) for mark in marks if mark[0] == gate.axis and region in mark[1]]


def _outcome(gate: Gate, numbers: range, fired: set[int]) -> int:
    concluded = {rule.outcome for number, rule in zip(numbers, gate.rules, strict=True) if number in fired}
    return next((at for at, outcome in enumerate(gate.outcomes[:-1]) if outcome in concluded), len(gate.outcomes) - 1)


def _name(mark: Mark) -> str:
    return f"{mark[0]} in {sorted(mark[1])}"
