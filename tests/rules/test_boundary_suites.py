"""The boundary suites kept beside those written by hand are as they are made today, and leave nothing out."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from gaps import gaps_of
from kept import HERE
from oracle.written import Calendar, Situation, WrittenLaw, days_of

from lianggao import load_law
from lianggao.audit.boundaries import BOUNDARIES, differing_files, texts_of
from lianggao.audit.boundaries.leaves import answered, leaves_of
from lianggao.audit.boundaries.naming import Namer
from lianggao.audit.boundaries.reading import Reading
from lianggao.audit.cases import Case, ScreenedCases, Suite, Variant, read_cases
from lianggao.audit.worlds import common_cuts, worlds_of
from lianggao.rulebook import load_rulebook
from lianggao.tables.conditions import axes_of

LAW = load_law()
RULES = sorted(rule.id for rule in LAW.rules)


@cache
def suites() -> dict[str, Suite]:
    """Return every boundary suite by its rule."""
    files = read_cases(sorted(HERE.rglob(f"*{BOUNDARIES}")))
    assert {Path(file.name): file.rule for file in files} == {HERE / (rule + BOUNDARIES): rule for rule in RULES}
    return {file.content.rule: file.content for file in files if isinstance(file.content, Suite)}


@cache
def screened() -> ScreenedCases:
    """Return the screening of all their cases."""
    return ScreenedCases(variant for suite in suites().values() for variant in suite.variants)


def case_of(rule: str, name: str) -> Case:
    """Return the one case with a name, its pairs and dates aside."""
    (found,) = (case for case in suites()[rule].cases if re.sub("（(对照|可能|确).*", "", case.name) == name)
    return found


def test_the_files_are_what_the_command_makes_today() -> None:
    assert not list(differing_files(texts_of(LAW), HERE))


@pytest.mark.parametrize("rule", RULES)
def test_a_boundary_suite_alone_leaves_nothing_out(rule: str) -> None:
    known = LAW.rule(rule)
    assert known is not None
    assert not gaps_of(known, LAW, suites()[rule], screened())


@pytest.mark.parametrize("rule", RULES)
def test_no_project_and_day_is_there_twice_and_no_fact_contradicts_another(rule: str) -> None:
    keys = [(variant.case.as_of, variant.key) for variant in suites()[rule].variants]
    assert len(keys) == len(set(keys))
    for variant in suites()[rule].variants:
        screening, row = screened()[variant].screening, screened()[variant].row
        refused = [n for n in screening.facts.notes if n.row == row - 1 and n.code == "energy-contradiction"]
        assert not refused, variant.name


def pairs_of(suite: Suite) -> Iterator[tuple[str, list[Case]]]:
    """Yield the cases of each pair by its number."""
    found: dict[str, list[Case]] = {}
    for case in suite.cases:
        for numbers in re.findall(r"对照([\d、]+)", case.name):
            for number in numbers.split("、"):
                found.setdefault(number, []).append(case)
    yield from found.items()


@pytest.mark.parametrize("rule", RULES)
def test_the_cases_of_a_pair_differ_in_one_fact_and_the_finding_turns(rule: str) -> None:
    pairs = list(pairs_of(suites()[rule]))
    assert [number for number, _ in sorted(pairs, key=lambda pair: int(pair[0]))] == [
        str(number) for number in range(1, len(pairs) + 1)
    ]
    for number, cases in pairs:
        assert {case.expect for case in cases} == {"certain", "impossible"}, number
        names = {name for case in cases for name in case.project}
        differing = [name for name in names if len({case.project.get(name) for case in cases}) > 1]
        assert len(differing) == 1, (number, differing)
        assert all(differing[0] in case.project for case in cases), number


@pytest.mark.parametrize("rule", RULES)
def test_no_test_can_be_answered_for_good_without_a_case_that_notices(rule: str) -> None:
    known = LAW.rule(rule)
    assert known is not None
    head = [line for line in (HERE / (rule + BOUNDARIES)).read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    day = suites()[rule].cases[0].as_of
    reading = Reading(LAW, day)
    condition = reading.tree(known)
    said = {"certain": {True}, "impossible": {False}, "possible": {True, False}}
    cases = [
        (reading.known({n: v for n, v in variant.given.items() if not isinstance(v, tuple)}) or {}, variant.case.expect)
        for variant in suites()[rule].variants
        if variant.case.as_of == day
    ]
    name, behind = (
        Namer(LAW, ()).test,
        {axis for part in reading.conditions_behind(condition)[1:] for axis in axes_of(part)},
    )
    for place, test in leaves_of(condition):
        noticed = [
            any(reading.truths(answered(condition, place, answer), facts) != said[expect] for facts, expect in cases)
            for answer in (True, False)
        ]
        # Where an earlier gate asks for the field too, it may shut out what the test, left out, would let in.
        enough = any(noticed) if test.axis in behind else all(noticed)
        assert enough or any(name(test) in line and "不会使结论改变" in line for line in head), (test, noticed)


@pytest.mark.parametrize("rule", [rule for rule in RULES if suites()[rule].never])
def test_what_is_never_reached_is_in_no_possible_world(rule: str) -> None:
    known = LAW.rule(rule)
    assert known is not None
    book = load_rulebook("2024-06-30", LAW)
    worlds = worlds_of(common_cuts([book]))
    stage = worlds.decide(known.rule.gate) if known.rule.conclude.outcome else worlds.follow(known.rule.gate)
    reached = stage.holds(0, rule) & stage.possible
    for field, values in suites()[rule].never.items():
        regions = stage.cuts.regions[field]
        by_place = reached.any(axis=tuple(at for at, axis in enumerate(stage.axes) if axis != field))
        for value in values:
            place = next(at for at in range(len(regions)) if value in regions.members(at))
            assert not by_place[place], value


TRIES, ROUNDS = 4, 40


def filled(variant: Variant[Case], written: WrittenLaw, draw: random.Random) -> dict[str, Any]:
    """Return the project with its blanks filled at random, quantities within what the vocabulary allows."""
    project: dict[str, Any] = dict(variant.given)
    numbers = [0.0, 400.0, 999.99, 3000.0, 9999.99, 10000.0, 30000.0, 49999.99, 50000.0, 90000.0, 6000000.0]
    for name, row in written.fields.items():
        if row["kind"] in ("enumeration", "reading"):
            project.setdefault(name, draw.choice(written.values(name)))
        elif row["kind"] == "quantity":
            project.setdefault(name, draw.choice(numbers))
    for _ in range(ROUNDS):
        broken = [(part, whole) for part, whole in bounds(project, written) if project[part] > project[whole]]
        if not broken:
            return project
        part, whole = draw.choice(broken)
        if part not in variant.given:
            project[part] = project[whole]
        elif whole not in variant.given:
            project[whole] = project[part]
    # What is stated excludes a choice that was drawn: draw another.
    return filled(variant, written, draw)


def bounds(project: Mapping[str, Any], written: WrittenLaw) -> Iterator[tuple[str, str]]:
    """Yield each quantity that is no greater than another for this project."""
    for name, row in written.fields.items():
        for bound in filter(None, row["never_above"].split(";")):
            whole, _, when = bound.strip().partition(" when ")
            field, _, value = when.partition("=")
            derived = field and written.fields[field]["derived_from"]
            if not field or (written.derived(field, project) if derived else project[field]) == value:
                yield name, whole


def calendar_of(day: str, written: WrittenLaw, draw: random.Random) -> Calendar:
    """Return the day, with any day in its month or year for what is dated no closer."""
    starts, ends = (
        {id: draw.choice(days_of(period[end])) for id, period in written.periods.items() if period[end]}
        for end in ("from", "to")
    )
    return Calendar(written, date.fromisoformat(day), starts, ends)


@pytest.mark.parametrize("rule", RULES)
def test_whatever_the_blanks_turn_out_to_be_the_written_law_agrees(rule: str, written: WrittenLaw) -> None:
    draw = random.Random(rule)
    for variant in suites()[rule].variants:
        for _ in range(TRIES if variant.case.expect != "possible" else 0):
            project = filled(variant, written, draw)
            situation = Situation(calendar_of(variant.case.as_of, written, draw), project)
            assert situation.holds(rule) == (variant.case.expect == "certain"), (variant.name, project)


# By hand from the documents: 附件1 第一类 5万吨标准煤及以上、第二类 1—5万吨；令2号 1万吨（当量值）及以上由省级审查；
# 令31号 自2025年9月1日，1万吨或煤炭1万吨；技术改造不涉及主体工程且不新增产能的不计入；会商联审针对拟建项目。
LINE = "年综合能源消费量（等价值）"
BASIS = "年综合能源消费量（当量值）"
BY_HAND: list[tuple[str, str, str, Mapping[str, Any]]] = [
    ("henan-catalog-2021/class-one", f"{LINE}略低于5万吨标准煤", "impossible", {"energy_equivalent_tce": 49999.99}),
    ("henan-catalog-2021/class-one", f"{LINE}刚好5万吨标准煤", "certain", {"energy_equivalent_tce": 50000}),
    ("henan-catalog-2021/class-two", f"{LINE}刚好5万吨标准煤", "impossible", {"energy_equivalent_tce": 50000}),
    ("henan-catalog-2021/class-two", f"{LINE}刚好1万吨标准煤", "certain", {"energy_equivalent_tce": 10000}),
    ("henan-catalog-2021/class-one", "所在县（市、区）为“河南省外”", "impossible", {"county": "outside_henan"}),
    ("henan-catalog-2021/retrofit-excluded", "是否新增产能为“是”", "impossible", {"capacity_added": "yes"}),
    ("energy-review-2016/provincial", f"{BASIS}刚好5000吨标准煤", "certain", {"energy_calorific_tce": 5000}),
    (
        "energy-carbon-review-2025/provincial",
        "年煤炭消费量（实物量）刚好1万吨，年综合能源消费量（当量值）5000吨标准煤",
        "certain",
        {"coal_t": 10000},
    ),
    ("henan-joint-review-2021/planned-listed", "项目阶段为“拟建”", "certain", {"stage": "proposed"}),
    ("henan-joint-review-2021/planned-listed", "项目阶段为“在建”", "impossible", {"stage": "under_construction"}),
]


@pytest.mark.parametrize(("rule", "name", "expect", "facts"), BY_HAND)
def test_some_cases_are_what_the_documents_say(rule: str, name: str, expect: str, facts: Mapping[str, Any]) -> None:
    case = case_of(rule, name)
    assert case.expect == expect
    assert facts.items() <= case.project.items()


def test_the_dates_of_an_energy_review_are_those_of_its_documents() -> None:
    dated = {case.as_of: case.expect for case in suites()["energy-review-2023/provincial"].cases}
    del dated["2023-06-01"]  # the day of all other cases
    assert dated == {"2023-05-31": "impossible", "2025-08-31": "certain", "2025-09-01": "impossible"}


def test_a_catalog_dated_to_the_month_and_replaced_within_a_year_is_in_doubt_in_both() -> None:
    cases = suites()["henan-catalog-2021/class-one"].cases
    found = {case.as_of: (case.expect, case.depends_on) for case in cases if case.as_of != "2021-12-31"}
    issued, revised = ("in_force:henan-catalog-2021",), ("in_force:henan-catalog-2023",)
    assert found == {
        "2021-11-30": ("impossible", ()),
        "2021-12-01": ("possible", issued),
        "2021-12-30": ("possible", issued),
        "2022-12-31": ("certain", ()),
        "2023-01-01": ("possible", revised),
        "2023-12-30": ("possible", revised),
        "2023-12-31": ("impossible", ()),
    }
