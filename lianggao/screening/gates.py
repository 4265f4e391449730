"""Ask every gate's tables, in order: the outcomes of one are what is known on an axis of the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lianggao.rulebook import GateTables, Rulebook
from lianggao.rulebook.requirements import Check
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.screening.knowledge import Patterns, patterns_of, regions_of
from lianggao.screening.missing import Slices, slices_of
from lianggao.tables import Answer, Known, Table
from lianggao.tables.known import Bools

CATALOG = "catalog"
"""The gate whose outcome is the determination."""

LEDGER = "ledger"
"""The gate whose outcome is the disposition."""


Ask = Callable[[Table, Patterns], Answer]
"""An engine: says what a table's rules hold for every pattern."""


class DisagreementError(Exception):
    """Two engines answered differently for one pattern: what each says, and the rules that the second fired."""

    def __init__(self, table: Table, patterns: Patterns, pattern: int, said: tuple[str, str], trace: str) -> None:
        super().__init__(f"{said[0]} / {said[1]}")
        self.table, self.row = table, int(patterns.first_row[pattern])
        self.said, self.trace = said, trace


class PatternFailedError(Exception):
    """An engine failed on one pattern; `row` is the first project that has it."""

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

    @classmethod
    def ask(cls, table: Table, knowledge: Mapping[str, Known], projects: int, asked: Ask) -> Part:
        """Ask about every pattern of a list."""
        patterns = patterns_of(knowledge, table.axes, projects)
        return cls(table, patterns, asked(table, patterns))


@dataclass(frozen=True)
class GateAnswer:
    """What one gate's two tables say."""

    tables: GateTables
    decided: Part
    followed: Part

    @cached_property
    def slices(self) -> list[Slices]:
        """Return what each answer to a missing fact would leave, per pattern of the deciding table."""
        return slices_of(self.decided.table, self.decided.patterns.held, self.decided.answer.outcomes)

    @property
    def applicable(self) -> Bools:
        """Return, per project, whether the gate's documents may reach it."""
        outcomes = self.decided.answer.outcomes
        other = [name != NOT_APPLICABLE for name in self.decided.table.outcomes]
        reached = np.any(outcomes[:, other], axis=1)
        return np.asarray(reached[self.decided.patterns.of_row])

    @cached_property
    def searched(self) -> Mapping[str, Bools]:
        """Return, per document that can decide the gate and per pattern, whether it may reach the project."""
        table, patterns = self.tables.reach, self.decided.patterns
        possible = table.look_up(patterns.held, len(patterns)).possible
        return dict(zip(table.clauses, possible.T, strict=True))

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
        """Return, per project, whether a clause is possible and whether it is certain; None if there is none.

        A department may be called by rules of both tables: it joins where either calls it.
        """
        found = [(part, part.table.clauses.index(name)) for part in self.parts if name in part.table.clauses]
        if not found:
            return None
        possible = [part.answer.possible[:, at][part.patterns.of_row] for part, at in found]
        certain = [part.answer.certain[:, at][part.patterns.of_row] for part, at in found]
        return np.logical_or.reduce(possible), np.logical_or.reduce(certain)


def ask_gates(
    rulebook: Rulebook, knowledge: Mapping[str, Known], projects: int, asked: Ask = look_up, checks: bool = True
) -> dict[str, GateAnswer]:
    """Return every gate's answer, as an engine gives it; with or without the requirements that departments check."""
    known = dict(knowledge)
    decided: dict[str, Part] = {}
    every = [tables for tables in rulebook.gates if checks or not isinstance(tables.gate, Check)]
    for tables in every:
        part = Part.ask(tables.decide, known, projects, asked)
        decided[tables.gate.id] = part
        axis = GATE_AXIS + tables.gate.id
        if axis in rulebook.regions:
            outcomes = Known.of_rows(part.answer.outcomes)
            left = regions_of(outcomes, rulebook.regions[axis])
            known[axis] = Known(left.sets, left.index[part.patterns.of_row])
    return {
        tables.gate.id: GateAnswer(tables, decided[tables.gate.id], Part.ask(tables.follow, known, projects, asked))
        for tables in every
    }
