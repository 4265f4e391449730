"""Gather what projects put to the test, screening by screening, and sum it up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lianggao.audit.coverage.conditions import SeenRule
from lianggao.audit.coverage.model import Coverage, RuleCoverage
from lianggao.audit.coverage.places import law_coverage
from lianggao.audit.coverage.visited import SeenBook
from lianggao.audit.worlds.relations import TooLargeError
from lianggao.rulebook import Law
from lianggao.screening import Screening
from lianggao.screening.batch import Batch
from lianggao.screening.gates import GateAnswer, Part


@dataclass(eq=False)
class Seen:
    """Everything seen so far under one law."""

    law: Law
    rules: dict[str, SeenRule] = field(default_factory=dict)
    books: dict[int, SeenBook] = field(default_factory=dict)
    """By the identity of the tables, which rulebooks of dates between which nothing changes share."""
    not_measured: dict[str, None] = field(default_factory=dict)
    projects: int = 0

    def add(self, screening: Screening, names: Sequence[str]) -> None:
        """Take in a screened list; `names` has one name per project."""
        self.projects += len(screening)
        for batch in screening.batches:
            key = id(batch.rulebook.gates)
            if key not in self.books:
                self.books[key] = SeenBook.of(batch.rulebook)
            book = self.books[key]
            book.projects += len(batch.rows)
            for gate, answer in batch.answers.items():
                self._gate(gate, answer, batch, book, names)

    def coverage(self) -> Coverage:
        """Return what was seen: the rules by id, and the gates of every version of the law, most projects first.

        The worlds never visited are told for the first version only.
        """
        some = next(iter(self.books.values())).book if self.books else None
        rules = [
            RuleCoverage(rule=id, title=seen.rule.rule.title, tests=seen.tests(some))
            for id, seen in sorted(self.rules.items())
            if some is not None
        ]
        books = sorted(self.books.values(), key=lambda book: (-book.projects, book.book.as_of))
        gates = [book.gate(gate, told=book is books[0]) for book in books for gate in book.visited]
        return Coverage(
            projects=self.projects,
            rules=tuple(rules),
            gates=tuple(gates),
            not_measured=tuple(self.not_measured),
            documents=law_coverage(self.law),
        )

    def _gate(self, gate: str, answer: GateAnswer, batch: Batch, book: SeenBook, names: Sequence[str]) -> None:
        try:
            book.add(gate, answer.decided)
        except TooLargeError as error:
            self.not_measured[f"{gate}：情形太多（{error.cells}）"] = None
        for part, rules in ((answer.decided, answer.tables.deciding), (answer.followed, answer.tables.following)):
            called = _names(part, batch, names)
            for rule in rules:
                self.rules.setdefault(rule.id, SeenRule(rule)).add(part, batch.rulebook, called)


def coverage_of(law: Law, screened: Iterable[tuple[Screening, Sequence[str]]]) -> Coverage:
    """Return what screened lists cover, each with the names of its projects."""
    seen = Seen(law)
    for screening, names in screened:
        seen.add(screening, names)
    return seen.coverage()


def _names(part: Part, batch: Batch, names: Sequence[str]) -> list[str]:
    """Return the name of the first project of each pattern."""
    return [names[batch.rows[batch.first[row]]] for row in part.patterns.first_row.tolist()]
