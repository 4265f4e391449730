"""Cases for every test of an earlier gate: its outcome is certainly each one named, certainly another, and open.

The pair of such a test differs, where that can be, in one fact that only the earlier gate asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from lianggao.audit.boundaries.reading import Project
from lianggao.audit.boundaries.work import Work
from lianggao.rulebook.axes import outcomes_of
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import Member
from lianggao.tables.conditions import axes_of

Sides = tuple[Project, Project]


def add_gates(work: Work) -> None:
    """Add the cases of all tests of earlier gates."""
    for place, test in work.leaves:
        if isinstance(test, Member) and test.axis.startswith(GATE_AXIS):
            _Gate(work, place, test).add()


class _Gate:
    """One test of an earlier gate."""

    def __init__(self, work: Work, place: int, test: Member) -> None:
        self._work, self._place, self._test = work, place, test
        self._gate = test.axis.removeprefix(GATE_AXIS)
        outcomes = outcomes_of(work.law.gates[self._gate])
        self._named = tuple(outcome for outcome in outcomes if outcome in test.values)
        # A gate that does not apply comes last: it says less of the rule than another outcome.
        self._others = tuple(sorted((o for o in outcomes if o not in test.values), key=lambda o: o == NOT_APPLICABLE))

    def add(self) -> None:
        """Add a pair, an open case, and a case for each further outcome."""
        work = self._work
        held = next((held for held in (True, False) if self._sides(held)), None)
        if held is None:
            work.omit(self._test)
            return
        sides = self._pair(held) or self._sides(held)
        assert sides is not None
        work.pairs.append(work.namer.test(self._test))
        for side in sides:
            self._add(side, len(work.pairs))
        self._add_open(*sides)
        for outcome in self._named:
            project = self._with(outcome, held)
            if project is None:
                work.omitted.append(f"{work.namer.gate(self._gate, outcome)}：{work.day}没有项目由此使结论确定")
            else:
                self._add(project)
        for project in (self._with(outcome, not held) for outcome in self._others):
            if project is not None:
                self._add(project)

    def _with(self, outcome: str, wanted: bool) -> Project | None:
        """Return a project with one outcome for which the test alone makes the rule hold, or fail."""
        flipped = (self._place, outcome not in self._named)
        work, exactly = self._work, Member(self._test.axis, frozenset({outcome}))
        return work.find(work.goal(wanted), work.passing(exactly), work.goal(not wanted, leaf=flipped))

    def _sides(self, held: bool) -> Sides | None:
        """Return two projects on either side of the test; the rule holds for the first."""
        on = (self._with(outcome, held) for outcome in self._named)
        off = (self._with(outcome, not held) for outcome in self._others)
        passing = next((p for p in on if p is not None), None)
        failing = next((p for p in off if p is not None), None) if passing is not None else None
        if passing is None or failing is None:
            return None
        return (passing, failing) if held else (failing, passing)

    def _pair(self, held: bool) -> Sides | None:
        """Return such projects that differ in one fact alone, if possible in one that the rule does not ask for."""
        for axis in self._fields():
            values = sorted(self._work.values(axis), key=lambda value: value != self._work.usual.get(axis))
            for one, other in permutations(values, 2):
                on, off = {axis: one}, {axis: other}
                goals = [
                    self._work.goal(held, on),
                    self._work.passing(self._test, on),
                    self._work.goal(not held, off),
                    self._work.passing(self._test, off, wanted=False),
                    self._work.goal(not held, on, (self._place, False)),
                    self._work.goal(held, off, (self._place, True)),
                ]
                shared = self._work.find(*goals)
                if shared is not None:
                    sides = {**shared, **on}, {**shared, **off}
                    return sides if held else (sides[1], sides[0])
        return None

    def _fields(self) -> Iterator[str]:
        """Yield the fields behind the gate, first those that the rule does not ask for itself."""
        behind = self._work.reading.conditions_behind(self._test)
        fields = dict.fromkeys(axis for condition in behind for axis in axes_of(condition))
        own = set(axes_of(self._work.condition))
        known = [name for name in fields if name in self._work.law.vocabulary.fields]
        yield from sorted(known, key=lambda name: name in own)

    def _add_open(self, one: Project, other: Project) -> None:
        work = self._work
        shared = {name: value for name, value in one.items() if other.get(name) == value}
        status, depends = work.reading.finding(work.rule, shared)
        if status == "possible" and self._gate in depends:
            blank = [work.namer.blank(name) for name in one if name not in shared]
            work.drafts.add("，".join([work.namer.open_gate(self._gate), *blank]), work.day, shared)
        else:
            work.omitted.append(f"{work.namer.open_gate(self._gate)}：没有找到由此使结论未定的项目")

    def _add(self, project: Project, pair: int = 0) -> None:
        work = self._work
        known = work.reading.known(project)
        assert known is not None
        outcomes = work.reading.outcomes(self._gate, known)
        says = [work.namer.gate(self._gate, next(iter(outcomes)))] if len(outcomes) == 1 else []
        facts = work.namer.facts(project, work.usual)
        name = "，".join([*says, *([facts] if facts else [])])
        work.drafts.add(name, work.day, project, pair)
