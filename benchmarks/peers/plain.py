"""The rules one project at a time in plain Python: the oracle of the tests, and what a first draft would be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from benchmarks.known import Column, Content, Verdicts, worlds_of
from lianggao.tables import All, AnyOf, AtLeast, Condition, Member, Not


def prepare(rules: Content, known: Mapping[str, Column]) -> Callable[[], Verdicts]:
    """Return a call that judges every project."""
    records = worlds_of(known, rules, len(next(iter(known.values()))))

    def judge() -> Verdicts:
        outcomes, holds = [], []
        for record in records:
            world, fired = dict(record), []
            for gate in rules.gates:
                own = [_holds(rule.condition, world) for rule in gate.rules]
                place = next((i for i, o in enumerate(gate.outcomes[:-1]) if any(own[c] for c in gate.deciding(o))), -1)
                world[gate.axis] = gate.outcomes[place]
                fired += own + [_holds(clause.condition, world) for clause in gate.others]
            outcomes.append([gate.outcomes.index(str(world[gate.axis])) for gate in rules.gates])
            holds.append(fired)
        return Verdicts(list(np.array(outcomes, dtype=np.uint8).T), list(np.array(holds, dtype=bool).T))

    return judge


def _holds(condition: Condition, world: Mapping[str, str | float]) -> bool:
    if isinstance(condition, All):
        return all(_holds(part, world) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return any(_holds(part, world) for part in condition.parts)
    if isinstance(condition, Not):
        return not _holds(condition.part, world)
    if isinstance(condition, Member):
        return world.get(condition.axis) in condition.values
    number = float(world[condition.axis])
    return number >= condition.threshold if isinstance(condition, AtLeast) else number > condition.threshold
