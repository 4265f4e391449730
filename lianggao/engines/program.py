"""A table's rules as a program for an inference engine: conclusions, each from a box of marks.

A mark says that some region in a set is not ruled out on one axis. What follows from marks is that a clause may hold,
that it may fail, or that an outcome may stand; that a clause is certain is said by the silence of its "may fail".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lianggao.engines.boxes import Box, failing, holding, join, meet
from lianggao.tables import Clause, Condition, Regions, Table

Kind = Literal["holds", "fails", "outcome"]


class Conclusion(NamedTuple):
    """What a rule of the program concludes: a clause may hold or fail, or an outcome may stand."""

    kind: Kind
    name: str


class Mark(NamedTuple):
    """An axis and a set of its regions."""

    axis: str
    regions: frozenset[int]


@dataclass(frozen=True)
class Step:
    """One rule of the program: all marks of the box are needed."""

    conclusion: Conclusion
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Program:
    """The steps of one table, and every mark that some step needs."""

    steps: tuple[Step, ...]
    marks: tuple[Mark, ...]


def program_of(table: Table, clauses: Sequence[Clause], regions: Mapping[str, Regions]) -> Program:
    """Translate a table's clauses; precedence and "otherwise" become boxes like everything else."""
    steps = []
    for clause in clauses:
        steps += _steps(Conclusion("holds", clause.name), holding(clause.condition, regions))
        steps += _steps(Conclusion("fails", clause.name), failing(clause.condition, regions))
    earlier: list[Condition] = []
    for outcome in table.outcomes:
        own = [clause.condition for clause in clauses if clause.outcome == outcome]
        given = join(box for condition in own for box in holding(condition, regions))
        unbeaten = [failing(condition, regions) for condition in earlier]
        # The last outcome stands wherever no other does, even if some rule concludes it.
        last = outcome == table.outcomes[-1]
        steps += _steps(Conclusion("outcome", outcome), meet(unbeaten if last else [given, *unbeaten]))
        earlier += own
    return Program(tuple(steps), tuple(dict.fromkeys(mark for step in steps for mark in step.marks)))


def _steps(conclusion: Conclusion, boxes: Sequence[Box]) -> list[Step]:
    return [Step(conclusion, tuple(Mark(axis, allowed) for axis, allowed in box.items())) for box in boxes]
