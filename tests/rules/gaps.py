"""What a suite still lacks: for every rule, the cases that its own condition and its document's dates call for.

Each gap is one line of text that names the field, the value or the day. Nothing here judges whether a case is right;
that is what screening it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import UnionType

import numpy as np

from lianggao.audit.cases import Case, ScreenedCases, Suite, Variant
from lianggao.audit.cases.models import Expect, Key, Value
from lianggao.rulebook import Law
from lianggao.rulebook.axes import cut_all
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.law import LawRule
from lianggao.rulebook.resolve import GATE_AXIS, NOT_APPLICABLE
from lianggao.tables import Above, All, AtLeast, ChoiceAxis, Clause, Condition, Member, compile_table
from lianggao.tables.conditions import axes_of, tests_of

STEP = 0.01


def gaps_of(rule: LawRule, law: Law, suite: Suite, screened: ScreenedCases) -> list[str]:
    """Return everything that the suite of a rule lacks; `screened` has its cases."""
    whole = All((law.reach(rule), rule.condition))
    return [
        *threshold_gaps(rule.condition, suite),
        *value_gaps(rule.condition, whole, law, suite),
        *turn_gaps(whole, suite),
        *blank_gaps(whole, suite),
        *gate_gaps(rule.condition, suite, screened),
        *date_gaps(rule, law, suite),
    ]


def threshold_gaps(condition: Condition, suite: Suite) -> Iterator[str]:
    """Yield each threshold without three cases that differ in nothing but lying just below, on and just above it."""
    limits = dict.fromkeys(test for test in tests_of(condition) if isinstance(test, AtLeast | Above))
    for test in limits:
        turns = (True, False) if isinstance(test, AtLeast) else (False, True)
        if turns not in set(_turns_at(test.axis, test.threshold, suite)):
            yield f"no cases just below, on and just above {test.axis} {test.threshold:.10g} where the finding turns"


def _turns_at(axis: str, threshold: float, suite: Suite) -> Iterator[tuple[bool, bool]]:
    # Below nothing there is nothing.
    points = [max(round(threshold - STEP, 2), 0), threshold, round(threshold + STEP, 2)]
    for found in _differing(axis, suite).values():
        if all(point in found for point in points):
            below, on, above = (found[point] for point in points)
            yield below != on, on != above


def value_gaps(condition: Condition, whole: Condition, law: Law, suite: Suite) -> Iterator[str]:
    """Yield each value that the condition names, and each kind of stranger to it, without a deciding case."""
    table = compile_table(regions := cut_all([whole], law.vocabulary, law.gates), [Clause("rule", whole)], (), "")
    named = {axis: set[str]() for axis in table.axes}
    for test in tests_of(condition):
        if isinstance(test, Member):
            named[test.axis] |= test.values
    for place, axis in enumerate(table.axes):
        region = regions[axis]
        if axis.startswith(GATE_AXIS) or not isinstance(region.axis, ChoiceAxis):
            continue
        never = set(suite.never.get(axis, {}))
        yield from (f"`never` names {axis}={v}, which the condition does not" for v in never - named[axis])
        held = {variant.given.get(axis) for variant in suite.variants if variant.case.expect != "impossible"}
        yield from (f"`never` names {axis}={v}, with which a case may hold" for v in never & held)
        for at in range(len(region)):
            holds = bool(np.take(table.holds[0], at, axis=place).any())
            members = set(region.members(at))
            for values in [{value} for value in members & named[axis]] or [members]:
                expect: Expect = "certain" if holds and not values & never else "impossible"
                if not any(v.given.get(axis) in values for v in _expecting(expect, suite)):
                    yield f"no {expect} case with {axis}={'|'.join(sorted(values)[:5])}"


def turn_gaps(whole: Condition, suite: Suite) -> Iterator[str]:
    """Yield each choice that no two cases, one certain and one impossible, differ in alone."""
    for axis in _fields(whole, Member):
        if not any({"certain", "impossible"} <= set(found.values()) for found in _differing(axis, suite).values()):
            yield f"no two cases, certain and impossible, that differ in {axis} alone"


def blank_gaps(whole: Condition, suite: Suite) -> Iterator[str]:
    """Yield each field without a case that leaves it blank and depends on it."""
    for axis in _fields(whole, Member | AtLeast | Above):
        if not any(axis not in v.given and axis in v.case.depends_on for v in suite.variants):
            yield f"no possible case that leaves {axis} blank and depends on it"


def gate_gaps(condition: Condition, suite: Suite, screened: ScreenedCases) -> Iterator[str]:
    """Yield each earlier gate without cases where its outcome is certain, open, and certainly another."""
    for test in tests_of(condition):
        if not isinstance(test, Member) or not test.axis.startswith(GATE_AXIS):
            continue
        gate = test.axis.removeprefix(GATE_AXIS)
        reached = [screened[v].outcomes(gate) for v in _expecting("certain", suite)]
        missed = [screened[v].outcomes(gate) for v in _expecting("impossible", suite)]
        for outcome in sorted(test.values):
            if frozenset({outcome}) not in reached:
                yield f"no certain case where gate {gate} is certainly {outcome}"
        if not any(gate in v.case.depends_on for v in suite.variants):
            yield f"no possible case where gate {gate} is open"
        if not any(not left & test.values and left != {NOT_APPLICABLE} for left in missed):
            yield f"no impossible case where gate {gate} applies and is certainly another than {sorted(test.values)}"


def asks_gates(condition: Condition) -> bool:
    """Return whether a condition asks for the outcome of a gate."""
    return any(axis.startswith(GATE_AXIS) for axis in axes_of(condition))


def date_gaps(rule: LawRule, law: Law, suite: Suite) -> Iterator[str]:
    """Yield each edge of the time in force on which no project is screened that is certain in between."""
    days = dict(_edges(rule, law))
    projects: dict[Key, dict[date, Variant[Case]]] = {}
    for variant in suite.variants:
        when = PartialDate.parse(variant.case.as_of)
        if when.first == when.last:
            projects.setdefault(variant.key, {})[when.first] = variant
    lacking = [[_edge(first, last, found, days) for first, last in days] for found in projects.values()]
    best = min(lacking, key=lambda gaps: sum(gap is not None for gap in gaps))
    yield from (gap for gap in best if gap)


Span = tuple[date, date]


def _edge(first: date, last: date, found: Mapping[date, Variant[Case]], days: Mapping[Span, Expect]) -> str | None:
    expect = days[first, last]
    for day, variant in found.items():
        doubted = any(name.startswith(IN_FORCE) for name in variant.case.depends_on)
        if first <= day <= last and variant.case.expect == expect and doubted == (expect == "possible"):
            return None
    return f"no {expect} case on {first}" + (f" or a day until {last}" if last > first else "")


def _edges(rule: LawRule, law: Law) -> Iterator[tuple[Span, Expect]]:
    """Yield the days, or spans of days, at which the time in force begins and ends, and what is expected there."""
    source, day = law.sources[rule.rule.document], timedelta(days=1)
    periods = [source.effective, *([rule.rule.effective] if rule.rule.effective else [])]
    start = max(PartialDate.parse(period.from_) for period in periods)
    yield (start.first - day, start.first - day), "impossible"
    if start.first < start.last:
        yield (start.first, start.last - day), "possible"
    yield (start.last, start.last), "certain"
    # The last day surely in force, and the first day surely no longer.
    ends = [(to.first, to.last + day) for to in (PartialDate.parse(p.to) for p in periods if p.to)]
    later = [s for s in law.sources.values() if source.id in s.supersedes]
    ends += [(new.first - day, new.last) for new in (PartialDate.parse(s.effective.from_) for s in later)]
    if ends:
        last, gone = min(ends)
        yield (last, last), "certain"
        if gone - last > day:
            yield (last + day, gone - day), "possible"
        yield (gone, gone), "impossible"


def _fields(condition: Condition, kinds: type | UnionType) -> list[str]:
    mentioned = {test.axis for test in tests_of(condition) if isinstance(test, kinds)}
    return [axis for axis in axes_of(condition) if axis in mentioned and not axis.startswith(GATE_AXIS)]


def _expecting(expect: Expect, suite: Suite) -> Iterable[Variant[Case]]:
    return (variant for variant in suite.variants if variant.case.expect == expect)


def _differing(axis: str, suite: Suite) -> dict[Key, dict[Value, Expect]]:
    """Gather the cases that differ in one field alone: what each value of it leads to."""
    found: dict[Key, dict[Value, Expect]] = {}
    for variant in suite.variants:
        if axis in variant.given:
            others = variant.key_without(axis)
            found.setdefault((*others, ("as_of", variant.case.as_of)), {})[variant.given[axis]] = variant.case.expect
    return found
