"""The rulebook run by durable-rules: the same tables' rules, chained stage by stage by an inference engine.

A stage's fact holds the marks of what is known, earlier gates' outcomes among them; its rules conclude what may hold,
what may fail and which outcomes may stand, and those go into the next stage. The engine never compares a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lianggao.engines.program import Conclusion, Kind, Mark, Program, Step, program_of
from lianggao.engines.quiet import Rulesets
from lianggao.errors import EngineError
from lianggao.rulebook import Rulebook
from lianggao.screening.gates import PatternFailedError
from lianggao.screening.knowledge import Patterns
from lianggao.tables import Answer, Known, Table
from lianggao.tables.known import Bools


@dataclass(frozen=True)
class Firing:
    """One rule of the engine that fired: what it consumed and what it asserted."""

    conclusion: Conclusion
    consumed: tuple[Mark, ...]

    @property
    def kind(self) -> Kind:
        """Return whether a clause may hold, may fail, or an outcome may stand."""
        return self.conclusion.kind

    @property
    def name(self) -> str:
        """Return the clause or outcome."""
        return self.conclusion.name


class DurableEngine:
    """A rulebook translated once. Raises InputError where durable-rules can't be used, EngineError where it fails."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._stages: dict[int, _Stage] = {}
        for tables in rulebook.gates:
            for table, clauses in (
                (tables.decide, tables.deciding_clauses),
                (tables.follow, tables.following_clauses),
            ):
                program = program_of(table, clauses, rulebook.regions)
                self._stages[id(table)] = _Stage(f"{tables.gate.id}-{len(self._stages)}", table, program)

    def __call__(self, table: Table, patterns: Patterns) -> Answer:
        """Return what the rules of a table conclude for every pattern."""
        return self._stages[id(table)].answer(patterns)

    def trace(self, table: Table, patterns: Patterns, pattern: int) -> tuple[Firing, ...]:
        """Return every rule that fires for one pattern, in the order of the program."""
        return self._stages[id(table)].trace(patterns, pattern)


class _Stage:
    """One table's program, its rules registered under the numbers of its steps."""

    def __init__(self, name: str, table: Table, program: Program) -> None:
        self._table, self._program = table, program
        self._marks = {mark: str(at) for at, mark in enumerate(program.marks)}
        rules = [(str(at), [self._marks[m] for m in step.marks]) for at, step in enumerate(program.steps)]
        self._rulesets = Rulesets(name, rules)
        self._columns = {conclusion: at for at, conclusion in enumerate(self._conclusions())}

    def _conclusions(self) -> list[Conclusion]:
        outcomes = [Conclusion("outcome", name) for name in self._table.outcomes]
        holds = [Conclusion("holds", name) for name in self._table.clauses]
        return outcomes + holds + [Conclusion("fails", name) for name in self._table.clauses]

    def answer(self, patterns: Patterns) -> Answer:
        found = np.zeros((len(patterns), len(self._columns)), dtype=bool)
        for pattern, row in enumerate(self._known(patterns.held, len(patterns))):
            try:
                steps = self._fire(row)
            except EngineError as error:
                raise PatternFailedError(patterns, pattern, error.render()) from error
            for step in steps:
                found[pattern, self._columns[step.conclusion]] = True
        o, c = len(self._table.outcomes), len(self._table.clauses)
        return Answer(found[:, :o], found[:, o : o + c], ~found[:, o + c :])

    def trace(self, patterns: Patterns, pattern: int) -> tuple[Firing, ...]:
        only = np.array([pattern], dtype=np.int64)
        [row] = self._known({axis: known.take(only) for axis, known in patterns.held.items()}, 1)
        return tuple(Firing(step.conclusion, step.marks) for step in self._fire(row))

    def _fire(self, row: Bools) -> list[Step]:
        fired = self._rulesets.fire(name for name, on in zip(self._marks.values(), row, strict=True) if on)
        return [step for at, step in enumerate(self._program.steps) if str(at) in fired]

    def _known(self, held: Mapping[str, Known], patterns: int) -> Bools:
        """Return, per pattern and mark, whether some region of the mark is not ruled out."""
        columns = [_possible(held[mark.axis], mark) for mark in self._program.marks]
        return np.stack(columns, axis=1) if columns else np.zeros((patterns, 0), dtype=bool)


def _possible(known: Known, mark: Mark) -> Bools:
    some = np.any(known.sets[:, sorted(mark.regions)], axis=1)
    return np.asarray(some[known.index])
