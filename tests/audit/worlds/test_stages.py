"""The worlds of every gate against projects that are in them.

Whatever a project's facts are, its world is possible, and the arrays say of it what the rule files say, read by the
oracle, and what screening it says. Vague dates are worked out by trying days on which the texts may have begun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest
from building import said_of
from oracle.consistent import consistent
from oracle.written import Calendar, Situation, WrittenLaw, days_of

import lianggao
from lianggao.audit.worlds import Stage, common_cuts, worlds_by_gate
from lianggao.audit.worlds.cuts import BOOK
from lianggao.audit.worlds.relations import TooLargeError
from lianggao.project import Project
from lianggao.rulebook import Law, load_rulebook
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.requirements import is_requirement
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import QuantityAxis

SURE = ("2022-12-31", "2024-06-30", "2025-10-01")
"""Days on which no date on file leaves open what is in force."""

PAIRS = (
    ("2021-12-15",),
    ("2023-07-01",),
    ("2021-06-01", "2021-12-15"),
    ("2021-12-10", "2021-12-20"),
    ("2022-03-01", "2022-09-01"),
    ("2022-12-31", "2024-06-30"),
    ("2023-03-01", "2023-09-01"),
    ("2025-10-01", "2016-06-01"),
    ("2024-06-30", "2022-12-31"),
)
REVIEWS = ("not_required", "possible", "required")


@dataclass(frozen=True)
class Known:
    """A project of which everything is known: its facts, its earlier outcomes, and the days that vague dates mean."""

    project: Mapping[str, Any]
    outcomes: Mapping[str, tuple[str, ...]]
    calendars: Sequence[Calendar] = ()

    def world(self, stage: Stage) -> tuple[int, ...]:
        """Return the world of a stage that the project is in."""
        return tuple(self._place(stage, axis) for axis in stage.axes)

    def _place(self, stage: Stage, axis: str) -> int:
        if axis.startswith(GATE_AXIS):
            return stage.labels[axis].index(self.outcomes[axis.removeprefix(GATE_AXIS)])
        regions = stage.cuts.regions[axis]
        if isinstance(regions.axis, QuantityAxis):
            return int(regions.find(np.array([self.project[axis]]))[0])
        value = self._doubt(axis.removeprefix(IN_FORCE)) if axis.startswith(IN_FORCE) else self.project[axis]
        return regions.region_of[regions.axis.domain.index(value)]

    def _doubt(self, text: str) -> str:
        """Say whether a text that a doubt is about has begun, or whether a rule's own period covers the day."""
        name, _, book = text.partition(BOOK)
        calendar = self.calendars[int(book or 0)]
        period = calendar.law.periods[name]
        begun = calendar.starts[name] <= calendar.day
        ended = "/" in name and period["to"] and calendar.day > calendar.ends[name]
        return "yes" if begun and not ended else "no"


class Arrays:
    """The stages of rulebooks of some days, with every clause's worlds worked out once."""

    def __init__(self, law: Law, days: Sequence[str]) -> None:
        cuts = common_cuts([load_rulebook(day, law) for day in days])
        self.stages, self.gates = worlds_by_gate(cuts), cuts.gates
        self.holds = cache(lambda stage, book, name: stage.holds(book, name))

    def of(self, gate: str) -> tuple[Stage, Stage]:
        """Return both stages of a gate."""
        return self.stages[gate].decide(gate), self.stages[gate].follow(gate)

    def joint(self, gate: str) -> tuple[Stage, ...]:
        """Return the worlds of both tables together, unless they are too many."""
        with suppress(TooLargeError):
            return (self.stages[gate].joint(gate),)
        return ()

    def held(self, stage: Stage, book: int, at: tuple[int, ...]) -> set[str]:
        """Return the clauses that hold in a world."""
        return {name for name in stage.clauses[book] if self.holds(stage, book, name)[at]}


def calendars(written: WrittenLaw, days: Sequence[str], rng: Random) -> list[Calendar]:
    """Return one calendar per day, with the same vague dates turned into the same days."""

    def some_day(text: str) -> Any:
        first, last = days_of(text)
        return first.fromordinal(rng.randint(first.toordinal(), last.toordinal()))

    starts = {id: some_day(period["from"]) for id, period in written.periods.items()}
    ends = {id: some_day(period["to"]) for id, period in written.periods.items() if period["to"]}
    return [Calendar(written, days_of(day)[0], starts, ends) for day in days]


def check(law: Law, written: WrittenLaw, days: Sequence[str], projects: int, seed: int) -> None:
    arrays, rng = Arrays(law, days), Random(seed)
    own = {gate: {id: r for id, r in written.rules.items() if r["gate"] == gate} for gate in arrays.gates}
    for project in consistent([written], projects, seed):
        sides = calendars(written, days, rng)
        truth = [Situation(calendar, project) for calendar in sides]
        outcomes = {gate: tuple(one.outcome(gate) for one in truth) for gate in arrays.gates}
        known = Known(project, outcomes, sides)
        for gate in arrays.gates:
            for stage in (*arrays.of(gate), *arrays.joint(gate)):
                at = known.world(stage)
                assert stage.possible[at], (gate, project)
                for book, one in enumerate(truth):
                    if stage.outcome:
                        assert stage.outcomes[stage.outcome[book][at]] == outcomes[gate][book], (gate, project)
                    held = arrays.held(stage, book, at)
                    rules = stage.clauses[book].keys() & written.rules.keys()
                    assert held & rules == {id for id in rules if one.holds(id)}, (gate, project)
                    if stage in arrays.joint(gate):
                        reviews = {name: one.department(name, own[gate]) for name in law.vocabulary.departments}
                        assert {**dict.fromkeys(reviews, REVIEWS[0]), **reviews_of(held)} == reviews


def reviews_of(clauses: set[str]) -> dict[str, str]:
    """Return each department's part in the review by the clauses that hold."""
    found: dict[str, str] = {}
    for _, strength, name in (clause.split(":") for clause in clauses if clause.startswith("department:")):
        found[name] = max(strength, found.get(name, REVIEWS[0]), key=REVIEWS.index)
    return found


@pytest.mark.parametrize("days", [*((day,) for day in SURE), *PAIRS], ids="→".join)
def test_the_arrays_say_of_a_project_what_the_rule_files_say(
    law: Law, written: WrittenLaw, days: tuple[str, ...]
) -> None:
    check(law, written, days, 60, 1)


@pytest.mark.slow
@pytest.mark.parametrize("days", [*((day,) for day in SURE), *PAIRS], ids="→".join)
def test_the_arrays_say_of_many_projects_what_the_rule_files_say(
    law: Law, written: WrittenLaw, days: tuple[str, ...]
) -> None:
    check(law, written, days, 3000, 2)


@pytest.mark.parametrize("days", [(SURE[0],), (SURE[1],), (SURE[0], SURE[1]), (SURE[2], SURE[0])], ids="→".join)
def test_the_arrays_say_of_a_project_what_screening_says(law: Law, written: WrittenLaw, days: tuple[str, ...]) -> None:
    arrays, projects = Arrays(law, days), consistent([written], 120, 3)
    known_rules = {rule.id: rule.rule.gate for rule in law.rules}
    given = [Project(**project) for project in projects]
    screenings = [lianggao.screen(given, as_of=day) for day in days]
    for row, project in enumerate(projects, start=1):
        said = [said_of(screening, row) for screening in screenings]
        # A figure drawn at random need not be what follows from others, so that requirements may stay open.
        gates = [gate for gate in arrays.gates if not is_requirement(gate)]
        assert all(len(one.outcomes[gate]) == 1 for one in said for gate in gates)
        outcomes = {gate: tuple(next(iter(one.outcomes[gate])) for one in said) for gate in gates}
        known = Known(project, outcomes)
        held: list[set[str]] = [set() for _ in days]
        for gate in gates:
            for stage in arrays.of(gate):
                at = known.world(stage)
                assert stage.possible[at]
                told = tuple(stage.outcomes[found[at]] for found in stage.outcome)
                assert told == (outcomes[gate] if stage.outcome else ())
                for book in range(len(days)):
                    held[book] |= arrays.held(stage, book, at)
        for clauses, one in zip(held, said, strict=True):
            own = {name: status for name, status in one.statuses.items() if known_rules[name] in gates}
            assert {name: "certain" for name in clauses if "/" in name} == own
            assert {**dict.fromkeys(one.reviews, REVIEWS[0]), **reviews_of(clauses)} == one.reviews


def test_a_text_of_unknown_day_that_had_begun_has_still_begun_later(law: Law) -> None:
    stage = Arrays(law, ("2022-03-01", "2022-09-01")).stages["signing_review"].decide("signing_review")
    pair = [f"in_force:xuchang-signing-review-2022{BOOK}{book}" for book in (0, 1)]
    assert set(pair) <= set(stage.axes)
    others = tuple(at for at, axis in enumerate(stage.axes) if axis not in pair)
    possible = stage.possible.any(axis=others)
    if stage.axes.index(pair[0]) > stage.axes.index(pair[1]):
        possible = possible.T
    before, after = ([stage.cuts.regions[axis].members(at) for at in (0, 1)].index(("yes",)) for axis in pair)
    assert not possible[before, 1 - after]
    assert possible.sum() == 3


def test_of_two_dates_that_overlap_neither_is_taken_to_be_later(law: Law) -> None:
    # Some day of 2022 may lie after some day of June 2022, so that a text may have begun on the first alone.
    stage = Arrays(law, ("2022", "2022-06")).stages["signing_review"].decide("signing_review")
    rule = "xuchang-signing-review-2022/candidate-contract"
    assert (stage.possible & stage.holds(0, rule) & ~stage.holds(1, rule)).any()
    assert (stage.possible & ~stage.holds(0, rule) & stage.holds(1, rule)).any()


def test_a_rule_that_may_have_ended_has_not_ended_before(law: Law) -> None:
    # checklist-key-region-coal-earlier ends some day of 2023.
    stage = Arrays(law, ("2023-03-01", "2023-09-01")).stages["national"].follow("national")
    rule = "mee-source-control-2021/checklist-key-region-coal-earlier"
    before, after = stage.holds(0, rule), stage.holds(1, rule)
    assert (stage.possible & before & after).any()
    assert (stage.possible & before & ~after).any()
    assert not (stage.possible & after & ~before).any()


def test_calorific_energy_above_equivalent_is_possible_only_where_power_is_sold(law: Law) -> None:
    stage = Arrays(law, (SURE[0],)).stages["action_plan"].decide("action_plan")
    assert {"energy_calorific_tce", "energy_equivalent_tce", "activity"} <= set(stage.axes)
    axis = stage.axes.index("activity")
    for region in range(stage.size("activity")):
        members = stage.cuts.regions["activity"].members(region)
        possible = np.take(stage.possible, region, axis=axis)
        names = [name for name in stage.axes if name != "activity"]
        calorific, equivalent = names.index("energy_calorific_tce"), names.index("energy_equivalent_tce")
        pairs = possible.any(axis=tuple(at for at in range(possible.ndim) if at not in (calorific, equivalent)))
        pairs = pairs if calorific < equivalent else pairs.T
        above = np.tril(pairs, -1).any()
        assert above == any(law.vocabulary["exports_power"].of_base[member] == "yes" for member in members)


def test_every_possible_world_is_completed_to_one_in_which_the_earlier_gates_agree(law: Law) -> None:
    stages = Arrays(law, (SURE[0], SURE[1])).stages["signing_review"]
    rng = np.random.default_rng(0)
    for gate in ("joint_review", "ledger", "signing_review"):
        stage = stages.decide(gate)
        worlds = np.argwhere(stage.possible)
        for at in worlds[rng.choice(len(worlds), 60, replace=False)]:
            whole = stage.whole(dict(zip(stage.axes, map(int, at), strict=True)))
            for axis in (axis for axis in whole if axis.startswith(GATE_AXIS)):
                earlier = stages.decide(axis.removeprefix(GATE_AXIS))
                place = tuple(whole[name] for name in earlier.axes)
                assert earlier.possible[place]
                said = tuple(earlier.outcomes[found[place]] for found in earlier.outcome)
                assert stage.labels[axis][whole[axis]] == said
