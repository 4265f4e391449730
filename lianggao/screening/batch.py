"""The projects of a list that are screened by one rulebook, and what each gate says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import numpy as np

from lianggao.facts import Facts
from lianggao.rulebook import Rulebook
from lianggao.rulebook.models import Trust
from lianggao.rulebook.requirements import Check
from lianggao.screening.gates import CATALOG, Ask, GateAnswer, ask_gates, look_up
from lianggao.screening.knowledge import Patterns, knowledge_of
from lianggao.screening.trust import below, trust_of
from lianggao.tables import Table
from lianggao.tables.known import Bools, Ints

T = TypeVar("T")
Tracer = Callable[[Table, Patterns, int], Iterable[Any]]


@dataclass(frozen=True)
class Batch:
    """`rows` are places in the list; everything else has one place per project of the batch."""

    rulebook: Rulebook
    rows: Ints
    answers: Mapping[str, GateAnswer]
    trust: Mapping[str, Ints]
    below_floor: Mapping[str, Bools]
    tracer: Tracer | None = None
    memo: dict[object, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def decided(self) -> Mapping[str, Ints]:
        """Return each gate's outcome as a place in its outcomes, or -1 where it is undetermined."""
        found = {}
        for gate, answer in self.answers.items():
            outcomes = answer.decided.answer.outcomes
            only = np.where(outcomes.sum(axis=1) == 1, outcomes.argmax(axis=1), -1)
            found[gate] = np.where(self.below_floor[gate], -1, only[answer.decided.patterns.of_row])
        return found

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what was made before under this key, or make it: the same pattern is worked out once."""
        if key not in self.memo:
            self.memo[key] = make()
        found: T = self.memo[key]
        return found

    def gates(self) -> list[str]:
        """Return the gates as a reader wants them: the catalog first, then as they build on each other."""
        return sorted(self._of(checks=False), key=lambda gate: gate != CATALOG)

    def checks(self) -> list[str]:
        """Return the requirements that departments check, in the order of their ids."""
        return sorted(self._of(checks=True))

    def _of(self, checks: bool) -> list[str]:
        known = self.rulebook.law.gates
        return [gate for gate in self.answers if isinstance(known[gate], Check) == checks]

    def pattern(self, gate: str, at: int) -> int:
        """Return the pattern of the project at a place in a gate's deciding table."""
        return int(self.answers[gate].decided.patterns.of_row[at])

    def labels(self, gate: str) -> Mapping[str, str]:
        """Return the Chinese label of each outcome of a gate, and of `undetermined` and `not_applicable`."""
        known = self.rulebook.law.gates[gate]
        shared = self.rulebook.law.vocabulary.domains["outcome"]
        return {**shared, **{o.id: o.label for o in (*known.outcomes, known.otherwise)}}

    def open_outcomes(self, gate: str, pattern: int) -> tuple[str, ...]:
        """Return the outcomes still possible for a pattern of a gate's deciding table."""
        part = self.answers[gate].decided
        row = part.answer.outcomes[pattern]
        return tuple(name for name, on in zip(part.table.outcomes, row, strict=True) if on)


def work(facts: Facts, rows: Ints, rulebook: Rulebook, floor: Trust, asked: Ask = look_up) -> Batch:
    """Screen some projects of a list by a rulebook, with an engine."""
    answers = ask_gates(rulebook, knowledge_of(facts.take(rows), rulebook), len(rows), asked)
    trust = trust_of(answers)
    low = {gate: below(found, floor) for gate, found in trust.items()}
    # Only an engine that infers can say how.
    return Batch(rulebook, rows, answers, trust, low, getattr(asked, "trace", None))
