"""The thresholds that the rulebook in force cuts quantities at, and which rules use each of them.

Nothing here is a number of our own: a line is a test of a quantity in some rule's condition. A rule counts for a
project only where it may hold for it as it stands, or would with the figure in question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from lianggao.facts import Facts, Span
from lianggao.rulebook import LawRule, Rulebook
from lianggao.rulebook.requirements import Check
from lianggao.screening.gates import GateAnswer, ask_gates, look_up
from lianggao.screening.knowledge import knowledge_of
from lianggao.screening.memory import Memory
from lianggao.screening.sensitivity import BASES, UNSTATED
from lianggao.tables import Above, AtLeast
from lianggao.tables.conditions import tests_of
from lianggao.tables.known import Bools, Ints


class Line(NamedTuple):
    """A threshold of `field`, reached at `threshold` or, where `beyond`, only above it.

    `figure` is the field whose figure is compared with it: the field itself, or one of unstated basis.
    """

    field: str
    threshold: float
    beyond: bool
    figure: str

    def under(self, highs: Span) -> Bools:
        """Return where a figure certainly stays under the line."""
        return highs.high <= self.threshold if self.beyond else highs.high < self.threshold

    def reaches(self, number: object) -> bool:
        """Return whether a number reaches the line."""
        return bool(number > self.threshold if self.beyond else number >= self.threshold)  # type: ignore[operator]


@dataclass(frozen=True)
class Lines:
    """All lines of the versions of the law that a list is screened by; `of_row` is the version of each row."""

    rulebooks: tuple[Rulebook, ...]
    of_row: Ints
    rules: tuple[Mapping[Line, tuple[LawRule, ...]], ...]

    @property
    def every(self) -> list[Line]:
        """Return every line of every version, once."""
        return sorted({line for rules in self.rules for line in rules})

    def where(self, line: Line, rows: Ints) -> Bools:
        """Return which of some rows have a version of the law with a line."""
        return np.array([line in rules for rules in self.rules], dtype=bool)[self.of_row[rows]]

    def rules_of(self, line: Line, rows: Ints) -> list[LawRule]:
        """Return the rules that use a line in the versions of some rows, in an order that is not that of the rows."""
        versions = (self.rules[version].get(line, ()) for version in set(self.of_row[rows].tolist()))
        found = sorted(versions, key=lambda rules: [rule.id for rule in rules])
        return list({rule.id: rule for rules in found for rule in rules}.values())


def lines_of(batches: Sequence[tuple[Rulebook, Ints]], rows: int) -> Lines:
    """Return the lines that apply to a list of `rows` rows."""
    of_row = np.zeros(rows, dtype=np.int64)
    for version, (_, own) in enumerate(batches):
        of_row[own] = version
    return Lines(tuple(book for book, _ in batches), of_row, tuple(_rules(book) for book, _ in batches))


def _rules(rulebook: Rulebook) -> dict[Line, tuple[LawRule, ...]]:
    found: dict[Line, dict[str, LawRule]] = {}
    for rule in (rule for rule in rulebook.rules if not isinstance(rulebook.law.gates[rule.rule.gate], Check)):
        for test in tests_of(rulebook.conditions[rule.id]):
            if isinstance(test, AtLeast | Above):
                for figure in (test.axis, *([UNSTATED] if test.axis in BASES else [])):
                    line = Line(test.axis, test.threshold, isinstance(test, Above), figure)
                    found.setdefault(line, {})[rule.id] = rule
    return {line: tuple(rules.values()) for line, rules in found.items()}


class Asked(NamedTuple):
    """A line, some rows, and the figure that each of them is to be looked at with."""

    line: Line
    rows: Ints
    low: float
    high: float


def telling_rules(known: Facts, lines: Lines, asked: Sequence[Asked]) -> list[list[LawRule]]:
    """Return, for each that is asked, the rules using the line that may hold for a row as it is or with the figure."""
    if not asked:
        return []
    rows = np.concatenate([each.rows for each in asked])
    part = np.repeat(np.arange(len(asked)), [len(each.rows) for each in asked])
    may: dict[str, Bools] = {}
    memory = Memory(look_up)
    for version, rulebook in enumerate(lines.rulebooks):
        own = np.flatnonzero(lines.of_row[rows] == version)
        if not len(own):
            continue
        facts = known.take(rows[own])
        for each in (facts, _with(facts, part[own], asked)):
            answers = ask_gates(rulebook, knowledge_of(each, rulebook), len(own), memory, checks=False)
            for id in {rule.id for rules in lines.rules[version].values() for rule in rules}:
                may.setdefault(id, np.zeros(len(rows), dtype=bool))[own] |= _possible(answers, id)
    holding = {id: set(part[where].tolist()) for id, where in may.items()}
    return [
        [rule for rule in lines.rules_of(each.line, each.rows) if at in holding.get(rule.id, ())]
        for at, each in enumerate(asked)
    ]


def _with(facts: Facts, part: Ints, asked: Sequence[Asked]) -> Facts:
    spans = {}
    for field in {each.line.field for each in asked}:
        own = np.array([each.line.field == field for each in asked])[part]
        span = facts.span(field)
        low, high = (np.array(ends)[part] for ends in ([e.low for e in asked], [e.high for e in asked]))
        spans[field] = Span(np.where(own, low, span.low), np.where(own, high, span.high))
    return facts.adding(quantities=spans)


def _possible(answers: Mapping[str, GateAnswer], rule: str) -> Bools:
    found = (answer.clause(rule) for answer in answers.values())
    return next(clause[0] for clause in found if clause is not None)
