"""The same question asked the slow way: every project screened by itself under both laws, compared in plain Python."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import pandas as pd
import pytest
from edits import AS_OF, CARVE_OUT, ITEM, LINE, REPORTED, edited

from benchmarks.lists import make_list
from lianggao import Law, Project, ProjectScreening, screen_project
from lianggao.audit.impact import Impact, impact_of
from lianggao.rulebook.models import Trust

FEW, MANY = 16, 300
"""Rows of an ordinary run, all of an industry that the changes are about, and of a deep one, of any industry."""

COLUMNS = {
    "项目名称": "project_name",
    "行业代码": "industry_code",
    "主要产品及规模": "products",
    "主要生产工艺": "process",
    "建设地点": "place",
    "项目阶段": "stage",
    "建设性质": "construction_nature",
    "年综合能源消费量（等价值，吨标准煤）": "energy_equivalent_tce",
    "年综合能源消费量（当量值，吨标准煤）": "energy_calorific_tce",
    "年用电量（万千瓦时）": "electricity_kwh",
}
UNITS = {
    "energy_equivalent_tce": "吨标准煤",
    "energy_calorific_tce": "吨标准煤",
    "electricity_kwh": "万千瓦时",
}


SHOWN = {"undecided": "undetermined"}
"""What the status of a requirement is called where it stands beside the outcomes of gates."""


class Said(NamedTuple):
    """What one law says of one project, as far as a move is told by it."""

    outcomes: dict[str, frozenset[str]]
    decided: dict[str, str]
    reviews: dict[str, str]
    missing: dict[str, frozenset[str]]


def said_by(result: ProjectScreening) -> Said:
    """Take apart what was said at every gate, and of every requirement as at a gate."""
    asked: dict[str, set[str]] = {gate.gate: set() for gate in result.gates}
    for fact in result.missing:
        asked[fact.gate].add(fact.field)
    asked |= {check.check: {fact.field for fact in check.missing} for check in result.checks}
    not_bound = dict.fromkeys(result.inapplicable, "not_applicable")
    outcomes = {gate.gate: frozenset(gate.outcomes) for gate in result.gates}
    outcomes |= {check.check: frozenset(check.outcomes) for check in result.checks}
    decided = {gate.gate: gate.outcome for gate in result.gates}
    decided |= {check.check: SHOWN.get(check.status, check.status) for check in result.checks}
    return Said(
        outcomes | {check: frozenset([said]) for check, said in not_bound.items()},
        decided | not_bound,
        {department.department: department.review for department in result.departments},
        {gate: frozenset(asked.get(gate, ())) for gate in (*outcomes, *not_bound)},
    )


@pytest.fixture(scope="module", params=[FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def projects(request: pytest.FixtureRequest) -> list[Project]:
    frame = make_list(MANY, seed=23).rename(columns=COLUMNS)[list(COLUMNS.values())]
    if request.param == FEW:
        frame = frame[frame["industry_code"].isin(["3031", "3089"])].head(FEW)
    return [Project(**{name: _written(name, cell) for name, cell in row.items() if cell}) for row in _rows(frame)]


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in frame.to_dict("records")]


def _written(name: str, cell: str) -> str:
    return cell if name not in UNITS or cell.endswith("煤") else cell + UNITS[name]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """Return a law with several changes at once."""
    return edited(tmp_path_factory.mktemp("law"), LINE, CARVE_OUT, ITEM, REPORTED)


@pytest.fixture(scope="module", params=["recalled", "reprint"])
def trust(request: pytest.FixtureRequest) -> Trust:
    found: Trust = request.param
    return found


@pytest.fixture(scope="module")
def both(projects: list[Project], law: Law, other: Law, trust: Trust) -> list[tuple[Said, Said]]:
    """Return what each law says of each project by itself."""

    def alone(one: Project, by: Law) -> Said:
        return said_by(screen_project(one, as_of=AS_OF, trust=trust, law=by))

    return [(alone(one, law), alone(one, other)) for one in projects]


@pytest.fixture(scope="module")
def impact(projects: list[Project], law: Law, other: Law, trust: Trust) -> Impact:
    return impact_of(law, other, projects, as_of=AS_OF, trust=trust)


def test_exactly_those_rows_move_whose_own_screenings_differ(impact: Impact, both: list[tuple[Said, Said]]) -> None:
    expected = [row for row, (old, new) in enumerate(both, start=1) if old != new]
    assert len(expected) > 3
    assert list(impact.moved) == expected


def test_every_cell_counts_the_projects_and_has_the_rows_that_moved(
    impact: Impact, both: list[tuple[Said, Said]]
) -> None:
    for gate in impact.gates:
        pairs = [(old.decided[gate.gate], new.decided[gate.gate]) for old, new in both]
        assert {(cell.old, cell.new): cell.projects for cell in gate.cells} == Counter(pairs)
        moved = [
            old.outcomes[gate.gate] != new.outcomes[gate.gate] or old.decided[gate.gate] != new.decided[gate.gate]
            for old, new in both
        ]
        for cell in gate.cells:
            rows = [at + 1 for at, pair in enumerate(pairs) if pair == (cell.old, cell.new) and moved[at]]
            assert list(cell.rows) == rows


def test_every_moved_project_is_told_as_its_own_screenings_tell_it(
    impact: Impact, both: list[tuple[Said, Said]]
) -> None:
    for one in impact.projects:
        old, new = both[one.row - 1]
        told = {gate.gate: (frozenset(gate.old.outcomes), frozenset(gate.new.outcomes)) for gate in one.gates}
        assert told == {
            gate: (old.outcomes[gate], new.outcomes[gate])
            for gate in new.outcomes
            if (old.outcomes[gate], old.decided[gate]) != (new.outcomes[gate], new.decided[gate])
        }
        departments = {each.department: (each.old, each.new) for each in one.departments}
        assert departments == {
            name: (old.reviews[name], new.reviews[name])
            for name in new.reviews
            if old.reviews[name] != new.reviews[name]
        }
        missing = {
            each.gate: ({fact.field for fact in each.added}, {fact.field for fact in each.removed})
            for each in one.missing
        }
        assert missing == {
            gate: (set(new.missing[gate] - old.missing[gate]), set(old.missing[gate] - new.missing[gate]))
            for gate in new.missing
            if new.missing[gate] != old.missing[gate]
        }


def test_what_is_announced_is_what_the_screenings_show(impact: Impact, both: list[tuple[Said, Said]]) -> None:
    changes = impact.compared.changes()
    for row, (old, new) in enumerate(both, start=1):
        gates, departments = changes.get(row, ({}, {}))
        assert set(gates) == {
            gate
            for gate in new.outcomes
            if (old.outcomes[gate], old.decided[gate]) != (new.outcomes[gate], new.decided[gate])
        }
        assert {name: (one[0], other[0]) for name, (one, other) in departments.items()} == {
            name: (old.reviews[name], new.reviews[name])
            for name in new.reviews
            if old.reviews[name] != new.reviews[name]
        }


def test_the_order_of_the_list_and_repeated_rows_change_nothing(
    impact: Impact, projects: list[Project], law: Law, other: Law, trust: Trust
) -> None:
    turned = impact_of(law, other, [*projects[::-1], *projects], as_of=AS_OF, trust=trust)
    last = len(projects)
    mirrored = sorted(last + 1 - row for row in impact.moved)
    assert list(turned.moved) == [*mirrored, *(last + row for row in impact.moved)]
    for row in impact.moved:
        expected = impact.project(row).model_dump(exclude={"row"})
        assert turned.project(last + 1 - row).model_dump(exclude={"row"}) == expected
        assert turned.project(last + row).model_dump(exclude={"row"}) == expected
