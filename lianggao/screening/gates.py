"""Ask every gate's tables: the outcomes of one are what is known on an axis of the next.

What nobody asks for is not worked out: the requirements of departments wait until a column or a project needs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lianggao.rulebook import GateTables, Rulebook
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.screening.knowledge import Patterns, regions_of
from lianggao.screening.memory import Memory
from lianggao.screening.missing import Slices
from lianggao.tables import Answer, Known, Table
from lianggao.tables.known import Bools

CATALOG = "catalog"
"""The gate whose outcome is the determination."""

LEDGER = "ledger"
"""The gate whose outcome is the disposition."""


class DisagreementError(Exception):
    """Two engines answered differently for one pattern: what each says, and the rules that the second fired.

    `row` is the first place that was asked about with this pattern.
    """

    def __init__(self, table: Table, patterns: Patterns, pattern: int, said: tuple[str, str], trace: str) -> None:
        super().__init__(f"{said[0]} / {said[1]}")
        self.table, self.row = table, int(patterns.first_row[pattern])
        self.said, self.trace = said, trace


class PatternFailedError(Exception):
    """An engine failed on one pattern; `row` is the first place that was asked about with it."""

    def __init__(self, patterns: Patterns, pattern: int, what: str) -> None:
        super().__init__(what)
        self.row = int(patterns.first_row[pattern])


def look_up(table: Table, patterns: Patterns) -> Answer:
    """Read the answers off the decision table."""
    return table.look_up(patterns.held, len(patterns))


@dataclass(frozen=True)
class Part:
    """One table asked: `answer` has one place per pattern of what is known on the table's axes."""

    table: Table
    patterns: Patterns
    answer: Answer


@dataclass(frozen=True)
class GateAnswer:
    """What one gate's two tables say."""

    tables: GateTables
    decided: Part
    follow: Callable[[], Part]
    memory: Memory

    @cached_property
    def followed(self) -> Part:
        """Return what the rules say that only follow from outcomes."""
        return self.follow()

    @property
    def slices(self) -> list[Slices]:
        """Return what each answer to a missing fact would leave, per pattern of the deciding table."""
        return self.memory.of(self.decided.table).slices()

    @property
    def applicable(self) -> Bools:
        """Return, per situation, whether the gate's documents may reach it."""
        outcomes = self.decided.answer.outcomes
        other = [name != NOT_APPLICABLE for name in self.decided.table.outcomes]
        reached = np.any(outcomes[:, other], axis=1)
        return np.asarray(reached[self.decided.patterns.of_row])

    @cached_property
    def searched(self) -> Mapping[str, Bools]:
        """Return, per document that can decide the gate and per pattern, whether it may reach the project."""
        reach = self.tables.reach
        return dict(zip(reach.clauses, self.memory.of(self.decided.table).reached(reach).T, strict=True))

    @property
    def parts(self) -> tuple[Part, Part]:
        """Return both tables' answers, the deciding one first."""
        return self.decided, self.followed

    def part_of(self, clause: str) -> tuple[Part, int] | None:
        """Return the part that has a rule's clause and the clause's place in it, or None."""
        for part in self.parts:
            if clause in part.table.clauses:
                return part, part.table.clauses.index(clause)
        return None

    def clause(self, name: str) -> tuple[Bools, Bools] | None:
        """Return, per situation, whether a clause is possible and whether it is certain; None if there is none.

        A department may be called by rules of both tables: it joins where either calls it.
        """
        found = [(part, part.table.clauses.index(name)) for part in self.parts if name in part.table.clauses]
        if not found:
            return None
        possible = [part.answer.possible[:, at][part.patterns.of_row] for part, at in found]
        certain = [part.answer.certain[:, at][part.patterns.of_row] for part, at in found]
        return np.logical_or.reduce(possible), np.logical_or.reduce(certain)


class Answers(Mapping[str, GateAnswer]):
    """The answers of all gates, in the order in which they build on each other, each worked out on first use."""

    def __init__(
        self, rulebook: Rulebook, knowledge: Mapping[str, Known], situations: int, memory: Memory, checks: bool
    ) -> None:
        self._tables = {t.gate.id: t for t in rulebook.gates if checks or not isinstance(t.gate, Check)}
        self._regions, self._known = rulebook.regions, dict(knowledge)
        self._situations, self._memory = situations, memory
        self._made: dict[str, GateAnswer] = {}

    def __getitem__(self, gate: str) -> GateAnswer:
        if gate not in self._made:
            tables = self._tables[gate]
            decided = self._ask(tables.decide)
            self._made[gate] = GateAnswer(tables, decided, lambda: self._ask(tables.follow), self._memory)
        return self._made[gate]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, gate: object) -> bool:
        return gate in self._tables

    def _ask(self, table: Table) -> Part:
        known = {axis: self._on(axis) for axis in table.axes}
        return Part(table, *self._memory.of(table).asked(known, self._situations))

    def _on(self, axis: str) -> Known:
        if axis not in self._known:
            part = self[axis.removeprefix(GATE_AXIS)].decided
            left = regions_of(Known.of_rows(part.answer.outcomes), self._regions[axis])
            self._known[axis] = Known(left.sets, left.index[part.patterns.of_row])
        return self._known[axis]


def ask_gates(
    rulebook: Rulebook,
    knowledge: Mapping[str, Known],
    situations: int,
    memory: Memory | None = None,
    checks: bool = True,
) -> Answers:
    """Return every gate's answer; with or without the requirements that departments check.

    `memory` has the engine, and what it answered for earlier parts of the list; without it the tables are asked. An
    engine other than the tables is asked everything at once, so that it fails or disagrees here or never.
    """
    memory = memory or Memory(look_up)
    answers = Answers(rulebook, knowledge, situations, memory, checks)
    if memory.ask is not look_up:
        for answer in list(answers.values()):
            assert answer.followed
    return answers
