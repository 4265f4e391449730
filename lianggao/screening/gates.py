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
from lianggao.screening.knowledge import Patterns
from lianggao.screening.memory import AskedTable, Memory
from lianggao.screening.missing import Slices
from lianggao.tables import Answer, Known, Table
from lianggao.tables.known import Bools, Ints

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
    """One table asked: `answer` has one place per pattern of what is known on the table's axes.

    `place` is where the memory has each pattern.
    """

    table: Table
    patterns: Patterns
    answer: Answer
    place: Ints


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
    def asked(self) -> AskedTable:
        """Return all that the deciding table was asked so far."""
        return self.memory.of(self.decided.table)

    @cached_property
    def slices(self) -> list[Slices]:
        """Return what each answer to a missing fact would leave, per pattern whose outcome is open."""
        return [slices.at(self.decided.place) for slices in self.asked.slices()]

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
        return dict(zip(reach.clauses, self.asked.reached(reach)[self.decided.place].T, strict=True))

    @property
    def parts(self) -> tuple[Part, Part]:
        """Return both tables' answers, the deciding one first."""
        return self.decided, self.followed

    def part_of(self, clause: str) -> tuple[Part, int] | None:
        """Return the part that has a rule's clause and the clause's place in it, or None."""
        return next(self._parts_of(clause), None)

    def clause(self, name: str) -> tuple[Bools, Bools] | None:
        """Return, per situation, whether a clause is possible and whether it is certain; None if there is none.

        A department may be called by rules of both tables: it joins where either calls it.
        """
        found = list(self._parts_of(name))
        if not found:
            return None
        possible = [part.answer.possible[:, at][part.patterns.of_row] for part, at in found]
        certain = [part.answer.certain[:, at][part.patterns.of_row] for part, at in found]
        return np.logical_or.reduce(possible), np.logical_or.reduce(certain)

    def _parts_of(self, clause: str) -> Iterator[tuple[Part, int]]:
        """Yield the parts that have a clause; a table that has it not is not asked."""
        if clause in self.tables.decide.place_of:
            yield self.decided, self.tables.decide.place_of[clause]
        if clause in self.tables.follow.place_of:
            yield self.followed, self.tables.follow.place_of[clause]


class Answers(Mapping[str, GateAnswer]):
    """The answers of all gates, in the order in which they build on each other, each worked out on first use."""

    def __init__(
        self, rulebook: Rulebook, knowledge: Mapping[str, Known], situations: int, memory: Memory, checks: bool
    ) -> None:
        self._tables = {t.gate.id: t for t in rulebook.gates if checks or not isinstance(t.gate, Check)}
        self._regions, self._knowledge = rulebook.regions, knowledge
        self._situations, self._memory = situations, memory
        self._numbers: dict[str, Ints] = {}
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
        numbers = {axis: self._on(axis) for axis in table.axes}
        return Part(table, *self._memory.of(table).asked(numbers, self._situations))

    def _on(self, axis: str) -> Ints:
        """Return the number of what each situation knows on an axis."""
        if axis not in self._numbers:
            sets = self._memory.sets(axis, len(self._regions[axis]))
            if axis in self._knowledge:
                self._numbers[axis] = sets.numbers(self._knowledge[axis])
            else:
                answer = self[axis.removeprefix(GATE_AXIS)]
                of_pattern = answer.asked.on_axis(self._regions[axis], sets)[answer.decided.place]
                self._numbers[axis] = of_pattern[answer.decided.patterns.of_row]
        return self._numbers[axis]


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
