"""The law of every day that is asked for, read once, and the day on which most of a rule can be shown."""

from __future__ import annotations

from collections.abc import Iterable

from lianggao.audit.boundaries.drafts import Drafts
from lianggao.audit.boundaries.reading import Reading
from lianggao.audit.boundaries.search import Goal, some
from lianggao.audit.boundaries.work import Work
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Member
from lianggao.tables.conditions import axes_of, tests_of


class Readings:
    """The law of each day."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self._on: dict[str, Reading] = {}
        self._reached: dict[tuple[str, Member], bool] = {}

    def on(self, day: str) -> Reading:
        """Return the law of a day. Raises LawError where it can't be compiled."""
        if day not in self._on:
            self._on[day] = Reading(self.law, day)
        return self._on[day]

    def begin(self, rule: LawRule, days: Iterable[str]) -> Work | None:
        """Begin a suite on the first of the days that show most, if the rule holds on some of them."""
        every = sorted((self.on(day) for day in days), key=lambda reading: self._hidden(reading, rule))
        for at, reading in enumerate(every):
            usual = some(Goal(reading, reading.tree(rule)))
            if usual is not None:
                return Work(rule, reading, usual, tuple(every[at + 1 :]), Drafts(self.law))
        return None

    def _hidden(self, reading: Reading, rule: LawRule) -> tuple[int, bool]:
        """Return how many outcomes that a rule asks for nothing certainly has, and whether a date is in doubt."""
        condition = reading.tree(rule)
        asked = [test for test in tests_of(condition) if isinstance(test, Member) and test.axis.startswith(GATE_AXIS)]
        wanted = {Member(test.axis, frozenset({outcome})) for test in asked for outcome in test.values}
        behind = reading.conditions_behind(condition)
        doubted = any(axis.startswith(IN_FORCE) for part in behind for axis in axes_of(part))
        return sum(not self._reaches(reading, outcome) for outcome in wanted), doubted

    def _reaches(self, reading: Reading, outcome: Member) -> bool:
        key = (reading.day, outcome)
        if key not in self._reached:
            self._reached[key] = some(Goal(reading, outcome)) is not None
        return self._reached[key]
