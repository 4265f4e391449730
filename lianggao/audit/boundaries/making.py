"""Make suites: gather the cases of each rule, let the screening say what comes of them, and hold that to a second
opinion in plain Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianggao.api import screen
from lianggao.audit.boundaries.blanks import add_blanks
from lianggao.audit.boundaries.choices import add_choices
from lianggao.audit.boundaries.dates import add_dates
from lianggao.audit.boundaries.days import days_in_force, edges_of, stretches_of
from lianggao.audit.boundaries.gates import add_gates
from lianggao.audit.boundaries.pairs import add_pairs
from lianggao.audit.boundaries.reading import Reading
from lianggao.audit.boundaries.readings import Readings
from lianggao.audit.boundaries.work import Work
from lianggao.audit.cases.models import Case, Expect, Suite
from lianggao.audit.cases.screened import Screened
from lianggao.errors import Fault, fault
from lianggao.project import Project
from lianggao.rulebook import Law, LawRule
from lianggao.rulebook.requirements import CheckStatus
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables.conditions import axes_of

Key = tuple[tuple[str, str | int | float], ...]
Found = tuple[Expect, frozenset[str], CheckStatus | None]
"""What a rule says, what that depends on, and of a requirement's rule what became of the requirement."""


class ContradictionError(Exception):
    """The screening and the second opinion differ on a project: a bug in one of them."""


@dataclass(frozen=True)
class Boundaries:
    """A suite, the tests that its pairs show, in order, and what no case shows."""

    suite: Suite
    pairs: tuple[str, ...]
    omitted: tuple[str, ...]


def boundaries_of(law: Law, rules: Iterable[LawRule]) -> tuple[dict[str, Boundaries], list[Fault]]:
    """Return the suite of each rule, and a fault for each that holds for no project while it is surely in force.

    Raises ContradictionError where the screening and the second opinion differ.

    >>> from lianggao import load_law
    >>> law = load_law()
    >>> found, _ = boundaries_of(law, [law.rule("energy-review-2016/provincial")])
    >>> [case.project for case in found["energy-review-2016/provincial"].suite.cases][1:3]
    [{'energy_calorific_tce': 4999.99}, {'energy_calorific_tce': 5000}]
    """
    readings, works, faults = Readings(law), list[Work](), list[Fault]()
    for rule in rules:
        work = _gathered(rule, readings)
        if work is None:
            faults.append(fault("no-boundaries", value=rule.id))
        else:
            works.append(work)
    screened = _screened(works, law)
    found = {}
    for work in works:
        cases = tuple(_cases(work, screened, readings))
        suite = Suite(rule=work.rule.id, never=work.never, cases=cases)
        found[work.rule.id] = Boundaries(suite, tuple(work.pairs), tuple(work.omitted))
    return found, faults


def _gathered(rule: LawRule, readings: Readings) -> Work | None:
    stretches = stretches_of(rule, readings.law)
    work = readings.begin(rule, days_in_force(stretches, readings.law))
    if work is not None:
        work.drafts.add("各项条件都满足", work.day, work.usual)
        add_pairs(work)
        add_gates(work)
        add_choices(work)
        add_blanks(work)
        edges = list(edges_of(stretches))
        add_dates(work, edges, {edge.day: readings.on(edge.day) for edge in edges})
    return work


def _screened(works: Sequence[Work], law: Law) -> Mapping[str, Mapping[Key, Screened]]:
    """Screen every project of every suite, all of one date in one call."""
    by_day: dict[str, dict[Key, Project]] = {}
    for draft in (draft for work in works for draft in work.drafts.all):
        for facts in draft.variants():
            by_day.setdefault(draft.day, {})[_key(facts)] = Project.of(facts)
    found: dict[str, Mapping[Key, Screened]] = {}
    for day, projects in by_day.items():
        screening = screen(list(projects.values()), as_of=day, law=law)
        found[day] = {key: Screened(screening, row) for row, key in enumerate(projects, start=1)}
    return found


def _cases(work: Work, screened: Mapping[str, Mapping[Key, Screened]], readings: Readings) -> Iterator[Case]:
    order = [axis.removeprefix(GATE_AXIS) for axis in axes_of(work.condition)]
    for draft, title in work.drafts.titles().items():
        found = set[Found]()
        for facts in draft.variants():
            finding = _screened_as(screened[draft.day][_key(facts)], work)
            second = _read_as(readings.on(draft.day), facts, work)
            if finding != second:
                what = f"{work.rule.id} on {draft.day}: {dict(facts)}: screened {finding}, by hand {second}"
                raise ContradictionError(what)
            found.add(finding)
        if len(found) > 1:
            raise ContradictionError(f"{work.rule.id}: {title}: the values of `each` differ")
        expect, depends, status = found.pop()
        yield Case(
            name=title,
            as_of=draft.day,
            each={draft.each[0]: draft.each[1]} if draft.each else {},
            project=dict(draft.project),
            expect=expect,
            status=status,
            depends_on=tuple(sorted(depends, key=lambda name: (name not in order, name))),
        )


def _screened_as(screened: Screened, work: Work) -> Found:
    return *screened.finding(work.rule.id), screened.status(work.rule.id) if work.checked else None


def _read_as(reading: Reading, facts: Mapping[str, str | int | float], work: Work) -> Found:
    return *reading.finding(work.rule, facts), reading.status(work.rule.id, facts) if work.checked else None


def _key(facts: Mapping[str, str | int | float]) -> Key:
    return tuple(sorted(facts.items()))
