"""What is known depends on which events were told and not on their order, and the tables say the same of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.test_session_telling import Told, clinker, fact, happens, session_of
from lianggao import Project, screen_project
from lianggao.engines.following.consequences import standing
from lianggao.engines.following.judging import Judge
from lianggao.engines.following.reading import event_of
from lianggao.engines.following.state import state_of
from lianggao.engines.following.subjects import subjects_of
from lianggao.rulebook import Law
from lianggao.screening import ProjectScreening

pytestmark = pytest.mark.usefixtures("durable")

few, many = settings(max_examples=6), settings(max_examples=25)

IDS = [f"e{n}" for n in range(8)]
DATES = ["2021", "2022", "2022-03", "2022-03-01", "2022-03-02", "2022-09-30", "2023-07-01", "2024-01-05", "2025-10"]
VALUES = {
    "products": ["水泥熟料", "电解铝", "烧结砖"],
    "place": ["许昌市禹州市", "南阳市", "河北省石家庄市"],
    "stage": ["拟签约", "在建", "说不清"],
    "construction_nature": ["新建", "技术改造"],
    "energy_equivalent_tce": [60000, "1.2万吨标准煤", (4000, 55000)],
    "energy_calorific_tce": [800, 20000],
    "eia_done": ["是", "否"],
    "energy_review_done": ["已取得", "no"],
}


def _event(id: str) -> st.SearchStrategy[Told]:
    at, of = st.sampled_from(DATES), st.sampled_from(IDS)
    stated = st.sampled_from([(field, value) for field, values in VALUES.items() for value in values])
    return st.one_of(
        st.builds(lambda at, one: fact(id, at, *one), at, stated),
        st.builds(lambda at, event: happens(id, at, event), at, st.sampled_from(MILESTONES)),
        st.builds(lambda at, yes: happens(id, at, "energy_review", passed=yes), at, st.booleans()),
        st.builds(lambda at, yes: happens(id, at, "eia", approved=yes), at, st.booleans()),
        st.builds(lambda at, of: happens(id, at, "withdraw", of=of), at, of),
        st.builds(lambda at, of, dated: happens(id, at, "correct", of=of, dated=dated), at, of, at),
        st.builds(lambda at, of, one: happens(id, at, "correct", of=of, field=one[0], value=one[1]), at, of, stated),
        st.builds(lambda at, of, yes: happens(id, at, "correct", of=of, approved=yes), at, of, st.booleans()),
    )


MILESTONES = ["signed", "construction_started", "production_started"]
event_sets = st.integers(1, len(IDS)).flatmap(lambda n: st.tuples(*(_event(id) for id in IDS[:n]))).map(list)
orders = event_sets.flatmap(lambda told: st.tuples(st.just(told), st.permutations(told)))


def check(told: tuple[list[Told], Sequence[Told]], as_of: str | None) -> None:
    one, other = (session_of(order, as_of) for order in told)
    assert one.state == other.state
    assert one.standing == other.standing


@few
@given(orders, st.sampled_from([None, "2022-12-31"]))
def test_any_order_gives_the_same_state_and_the_same_conclusions(
    told: tuple[list[Told], Sequence[Told]], as_of: str | None
) -> None:
    check(told, as_of)


@pytest.mark.slow
@settings(max_examples=400, derandomize=False)
@given(orders, st.sampled_from([None, "2022-12-31"]))
def test_the_same_on_many_more_events(told: tuple[list[Told], Sequence[Told]], as_of: str | None) -> None:
    check(told, as_of)


@many
@given(told=orders)
def test_any_order_gives_the_same_state_without_the_arrivals(law: Law, told: tuple[list[Told], Sequence[Told]]) -> None:
    judge = Judge(law, None)
    states = [state_of({one["id"]: event_of(one) for one in order}, judge) for order in told]
    assert states[0] == states[1]
    assert standing(subjects_of(states[0], law)) == standing(subjects_of(states[1], law))


@few
@given(event_sets)
def test_withdrawing_everything_gives_the_blank_state(told: list[Told]) -> None:
    blank = session_of([], "2022-12-31")
    withdrawals = [happens(f"w-{one['id']}", "2026-01-01", "withdraw", of=one["id"]) for one in told]
    session = session_of([*told, *withdrawals], "2022-12-31")
    # What referred to nothing at all refers to nothing still, but is not in force and so not noted.
    assert session.state == blank.state
    assert session.standing == blank.standing


@many
@given(st.dictionaries(st.sampled_from(sorted(VALUES)), st.integers(0, 2)), st.sampled_from(DATES), st.data())
def test_the_tables_say_the_same_of_the_equivalent_project(
    law: Law, chosen: dict[str, int], at: str, data: st.DataObject
) -> None:
    stated: dict[str, Any] = {field: VALUES[field][n % len(VALUES[field])] for field, n in chosen.items()}
    as_of = data.draw(st.sampled_from([None, "2022-12-31", "2023"]))
    told = {field: event_of(fact(field, at, field, value)) for field, value in stated.items()}
    found = state_of(told, Judge(law, as_of)).screening
    _same(found, screen_project(Project(**stated, decision_date=at if stated else None), as_of=as_of))


def test_the_tables_say_the_same_of_what_milestones_tell() -> None:
    told = [
        *clinker("2022-02-10", energy_equivalent_tce=60000, energy_calorific_tce=55000),
        happens("a", "2022-03-01", "signed"),
        happens("b", "2022-04-01", "energy_review", passed=True),
        happens("c", "2022-05-01", "construction_started"),
        happens("d", "2022-05-09", "eia", approved=False),
    ]
    project = Project(
        products="水泥熟料5000吨/日",
        place="许昌市禹州市",
        construction_nature="新建",
        energy_equivalent_tce=60000,
        energy_calorific_tce=55000,
        stage="under_construction",
        energy_review_done="yes",
        eia_done="no",
        decision_date="2022-05-09",
    )
    found, expected = session_of(told, None).state, screen_project(project)
    assert found.gate("ledger").outcome == "stop_and_rectify"
    _same(found, expected)


OTHER: Any = {"trace": True, "stamp": {"engine", "input_sha256"}}


def _same(found: ProjectScreening, expected: ProjectScreening) -> None:
    one, other = (screening.model_dump(exclude=OTHER) for screening in (found, expected))
    assert one.keys() == other.keys()
    for part, value in other.items():
        assert one[part] == value, part
