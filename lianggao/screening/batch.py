"""The projects of a list that are screened by one rulebook, and what each gate says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, TypeVar

import numpy as np

from lianggao.facts import Facts
from lianggao.rulebook import Rulebook
from lianggao.rulebook.models import Trust
from lianggao.rulebook.requirements import Check
from lianggao.screening.gates import (
    CATALOG,
    Answers,
    DisagreementError,
    Part,
    PatternFailedError,
    ask_gates,
    look_up,
)
from lianggao.screening.knowledge import Patterns, knowledge_of
from lianggao.screening.memory import Memory
from lianggao.screening.situations import Situations
from lianggao.screening.trust import below, trust_of
from lianggao.tables import Table
from lianggao.tables.known import Bools, Ints

T = TypeVar("T")
Tracer = Callable[[Table, Patterns, int], Iterable[Any]]


@dataclass(frozen=True)
class Batch:
    """`rows` are places in the list and `situation` the situation of each; all else has one place per situation.

    `first` is one project of each situation, as a place in `rows`.
    """

    rulebook: Rulebook
    rows: Ints
    situation: Ints
    first: Ints
    answers: Answers
    floor: Trust
    memory: Memory
    _kept: dict[object, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def projects(self) -> Ints:
        """Return how many projects are in each situation."""
        return np.bincount(self.situation, minlength=len(self.first))

    @property
    def tracer(self) -> Tracer | None:
        """Return what says how an answer was inferred; only an engine that infers can."""
        return getattr(self.memory.ask, "trace", None)

    def ask(self) -> None:
        """Ask the deciding tables of all gates and requirements."""
        for answer in self.answers.values():
            assert answer.decided

    def decided(self, gate: str) -> Ints:
        """Return a gate's outcome as a place in its outcomes, or -1 where it is undetermined."""
        return self.kept(("decided", gate), lambda: self._decided(gate))

    def _decided(self, gate: str) -> Ints:
        part = self.answers[gate].decided
        outcomes = part.answer.outcomes
        only = np.where(outcomes.sum(axis=1) == 1, outcomes.argmax(axis=1), -1)
        return np.where(self.below_floor(gate), -1, only[part.patterns.of_row])

    def trust(self, gate: str) -> Ints:
        """Return a gate's trust, as a place in TRUSTS."""
        return self.kept(("trust", gate), lambda: trust_of(gate, self.answers, self.trust))

    def below_floor(self, gate: str) -> Bools:
        """Return where a gate's trust is less than the floor asks for."""
        return self.kept(("below", gate), lambda: below(self.trust(gate), self.floor))

    def once(self, part: Part, pattern: int, key: object, make: Callable[[], T]) -> T:
        """Return what was made before of a table's pattern, for this part of the list or another, or make it."""
        return self.memory.of(part.table).once((key, int(part.place[pattern])), make)

    def each(self, part: Part, key: object, make: Callable[[int], T]) -> list[T]:
        """Return what is made of every pattern of a part, each once."""
        return [self.once(part, pattern, key, partial(make, pattern)) for pattern in range(len(part.patterns))]

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """Return what was made before of the situations of this batch, or make it."""
        if key not in self._kept:
            self._kept[key] = make()
        found: T = self._kept[key]
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
        """Return the pattern of a situation in a gate's deciding table."""
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


def work(facts: Facts, rows: Ints, rulebook: Rulebook, floor: Trust, memory: Memory | None = None) -> Batch:
    """Screen some projects of a list by a rulebook; `memory` has the engine, the tables where it is not given."""
    memory = memory or Memory(look_up)
    own = facts if len(rows) == facts.rows else facts.take(rows)
    situations = Situations.of(knowledge_of(own, rulebook), len(rows))
    try:
        answers = ask_gates(rulebook, situations.knowledge, len(situations), memory)
    except (DisagreementError, PatternFailedError) as failed:
        failed.row = int(situations.first[failed.row])
        raise
    return Batch(rulebook, rows, situations.of_project, situations.first, answers, floor, memory)
