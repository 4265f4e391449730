"""What all parts of making one suite share: the rule, the law of the day, a usual project, and what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lianggao.audit.boundaries.drafts import Drafts
from lianggao.audit.boundaries.leaves import answered, leaves_of
from lianggao.audit.boundaries.naming import Namer
from lianggao.audit.boundaries.reading import Project, Reading, Stated
from lianggao.audit.boundaries.search import Goal, Values, find, some, values_of
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.requirements import Check
from lianggao.tables import All, Condition
from lianggao.tables.conditions import Test


@dataclass(frozen=True, eq=False)
class Turn:
    """What a pair of cases for a test of a field shares; the finding turns on that field, which it leaves blank.

    `holding` and `failing` are the field's value on either side, `held` whether the rule holds where the test does.
    """

    place: int
    test: Test
    shared: Project
    holding: Stated
    failing: Stated
    held: bool


@dataclass(eq=False)
class Work:
    """One suite in the making. `usual` is a project for which the rule holds on the day; `others` are other days.

    `turns` are the pairs of fields, `pairs` names the tests that a pair shows, in order; `omitted` says what no case
    shows, and why.
    """

    rule: LawRule
    reading: Reading
    usual: Project
    others: tuple[Reading, ...]
    drafts: Drafts
    turns: list[Turn] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)
    never: dict[str, dict[str, str]] = field(default_factory=dict)
    omitted: list[str] = field(default_factory=list)

    @property
    def law(self) -> Law:
        """Return the law."""
        return self.reading.law

    @property
    def checked(self) -> bool:
        """Return whether the rule is that of a requirement."""
        return isinstance(self.law.gates[self.rule.rule.gate], Check)

    @property
    def day(self) -> str:
        """Return the day of all cases but those of dates."""
        return self.reading.day

    @cached_property
    def condition(self) -> Condition:
        """Return the rule's whole condition on the day."""
        return self.reading.tree(self.rule)

    @cached_property
    def leaves(self) -> Sequence[tuple[int, Test]]:
        """Return the elementary tests of the condition and their places."""
        return leaves_of(self.condition)

    @cached_property
    def values(self) -> Values:
        """Return what tells the values of a field that are worth trying."""
        return values_of(self.law.vocabulary.fields, self.reading.conditions_behind(self.condition))

    @cached_property
    def namer(self) -> Namer:
        """Return what names facts."""
        return Namer(self.law, self.reading.conditions_behind(self.condition))

    def find(self, *goals: Goal) -> dict[str, Stated] | None:
        """Return a project that meets all goals and is as usual as can be, or None."""
        return find(goals, self.values, self.usual)

    def goal(self, wanted: bool, fixed: Project | None = None, leaf: tuple[int, bool] | None = None) -> Goal:
        """Return the goal that the rule holds, or fails, for these further facts; with the test at a place answered."""
        condition = answered(self.condition, *leaf) if leaf else self.condition
        return Goal(self.reading, condition, wanted, fixed or {})

    def passing(self, test: Test, fixed: Project | None = None, wanted: bool = True) -> Goal:
        """Return the goal that a test passes, or not, for these further facts."""
        return Goal(self.reading, test, wanted, fixed or {})

    def elsewhere(self, fixed: Project, *tests: Test) -> tuple[str, Project] | None:
        """Return another day on which the rule holds for some project with these facts that passes these tests."""
        for reading in self.others:
            whole = All((reading.tree(self.rule), *tests))
            found = some(Goal(reading, whole, fixed=fixed))
            if found is not None:
                return reading.day, {**found, **fixed}
        return None

    def omit(self, test: Test) -> None:
        """Note that no pair of cases shows a test, or one of several that are alike."""
        alike = sum(other == test for _, other in self.leaves) > 1
        where = "（条件中不止一处，此处）" if alike else ""
        self.omitted.append(f"{self.namer.test(test)}{where}：其他条件之下，只变这一项不会使结论改变")
