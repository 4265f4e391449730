"""Coverage of conditions: for every rule and test, a project for each value and the pair that shows it turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from lianggao.audit.coverage.deciding import decided, truth_of
from lianggao.audit.coverage.model import TestCoverage
from lianggao.audit.coverage.wording import test_words
from lianggao.rulebook import LawRule, Rulebook
from lianggao.screening.gates import Part
from lianggao.tables.conditions import Test, tests_of

KEPT = 200
"""So many projects of each value are kept for choosing a pair."""


@dataclass(frozen=True, eq=False)
class _Sight:
    """A project in which a test decided: its name, what the rule was, and how its other tests stood."""

    name: str
    holds: bool
    others: tuple[tuple[bool, bool], ...]


@dataclass(eq=False)
class SeenRule:
    """What was seen of one rule's tests, true first, then false."""

    rule: LawRule
    sights: dict[Test, tuple[list[_Sight], list[_Sight]]] = field(init=False)

    def __post_init__(self) -> None:
        self.sights = {test: ([], []) for test in tests_of(self.rule.condition)}

    def add(self, part: Part, book: Rulebook, names: Sequence[str]) -> None:
        """Take in what the patterns of a table show; `names` has one name per pattern."""
        held, count = part.patterns.held, len(part.patterns)
        tests = list(self.sights)
        stands = [truth_of(test, book.regions, held) for test in tests]
        for test in tests:
            found = decided(book.conditions[self.rule.id], test, book.regions, held, count)
            for kept, places in zip(self.sights[test], (found.true, found.false), strict=True):
                for at in np.flatnonzero(places)[: KEPT - len(kept)].tolist():
                    others = tuple((bool(may[at]), bool(fail[at])) for may, fail in stands)
                    kept.append(_Sight(names[at], bool(found.holds[at]), others))

    def tests(self, book: Rulebook) -> tuple[TestCoverage, ...]:
        """Return what was seen, test by test."""
        return tuple(_coverage(test, sights, book) for test, sights in self.sights.items())


def _coverage(test: Test, sights: tuple[list[_Sight], list[_Sight]], book: Rulebook) -> TestCoverage:
    true, false = sights
    return TestCoverage(
        text=test_words(test, book),
        axis=test.axis,
        true=true[0].name if true else None,
        false=false[0].name if false else None,
        pair=_pair(true, false),
    )


def _pair(true: list[_Sight], false: list[_Sight]) -> tuple[str, str] | None:
    """Return the two projects between which the rule turns and that differ least in the rule's other tests."""
    best: tuple[int, tuple[str, str]] | None = None
    for one in true:
        for other in (sight for sight in false if sight.holds != one.holds):
            differ = sum(mine != theirs for mine, theirs in zip(one.others, other.others, strict=True))
            if best is None or differ < best[0]:
                best = differ, (one.name, other.name)
            if differ <= 1:
                return one.name, other.name
    return best[1] if best else None
