"""Statements that contradict each other: the later wins, equals both stay possible, and it is said."""

from __future__ import annotations

import pytest

from engines.test_session_telling import clinker, codes, fact, happens, sentences, session_of
from lianggao import Session

pytestmark = pytest.mark.usefixtures("durable")


def told(session: Session) -> list[str]:
    return [note.text for note in session.state.data_notes]


FIRST = fact("e1", "2022-03-01", "energy_equivalent_tce", "6万吨标准煤")


def test_the_later_statement_wins_whichever_came_first() -> None:
    later = fact("e2", "2022-04-01", "energy_equivalent_tce", 20000)
    for order in ([FIRST, later], [later, FIRST]):
        session = session_of([*clinker("2022-02-10"), *order])
        assert session.state.determination == "class_2"
        assert session.state.data_notes == ()


def test_two_statements_of_one_day_both_stay_possible() -> None:
    session = session_of([*clinker("2022-02-10", stage="拟建"), FIRST])
    arrival = session.tell(fact("e2", "2022-03-01", "energy_equivalent_tce", 20000))
    found = codes(arrival.consequences)
    assert found["gate-reopened", "catalog"] == "possible"
    assert found["fact-contradicted", "energy_equivalent_tce"] == "possible"
    assert sentences(arrival, "fact-contradicted") == [
        "年综合能源消费量（等价值）有互不一致的说法：6万吨标准煤（e1）、20000（e2），均计入"
    ]
    assert session.state.gate("catalog").outcomes == ("class_1", "class_2")
    assert "年综合能源消费量（等价值）有互不一致的说法（e1、e2），均计入" in told(session)
    agreed = session.tell(happens("w", "2022-05-01", "withdraw", of="e2"))
    assert codes(agreed.consequences)["fact-agreed", "energy_equivalent_tce"] == "certain"
    assert session.state.determination == "class_1"


def test_the_same_said_in_other_words_is_no_contradiction() -> None:
    session = session_of([*clinker("2022-02-10"), FIRST, fact("e2", "2022-03-01", "energy_equivalent_tce", 60000)])
    assert session.state.determination == "class_1"
    assert session.state.data_notes == ()


def test_two_products_leave_what_either_may_be() -> None:
    told = [fact("place", "2022-02-10", "place", "许昌市禹州市"), fact("e1", "2022-03", "products", "水泥熟料")]
    session = session_of([*told, fact("e2", "2022-03-15", "products", "电解铝")])
    assert session.state.facts["activity"] == "水泥熟料及熟料水泥联产或电解铝"
    assert session.state.facts["products"] == "水泥熟料；或：电解铝"
    assert session.state.gate("national").outcomes == ("in_scope",)


def test_contradictions_beyond_count_leave_the_field_unknown_and_say_so() -> None:
    many = [fact(f"{field}{n}", "2022-03-01", field, n) for field in ("coal_t", "gas_m3") for n in range(1, 21)]
    session = session_of([*many, fact("e", "2022-03-01", "electricity_kwh", 5)])
    assert session.state.facts == {
        "decision_date": "2022-03-01",
        "electricity_kwh": "5千瓦时",
        "coal_t": "1—20吨",
        "coal_added_t": "不高于20吨（由其他数值推定）",
    }
    assert "年用天然气量的说法过多，按未填处理" in told(session)


def test_milestones_of_two_dates_are_noted() -> None:
    session = session_of([happens("a", "2022-03-01", "signed"), happens("b", "2022-03-02", "signed")])
    assert "签约有不同的日期（a、b），均计入" in told(session)
    assert session.state.facts["stage"] == "拟建"


def test_an_approval_refused_and_given_on_one_day_stays_open() -> None:
    reviews = [happens(id, "2022-03-01", "eia", approved=id == "a") for id in ("a", "b")]
    session = session_of([*clinker("2022-02-10"), happens("s", "2022-04-01", "construction_started"), *reviews])
    assert "eia_done" not in session.state.facts
    assert codes(session.standing)["built-undated", "eia_done"] == "possible"
    assert codes(session.standing)["fact-contradicted", "eia_done"] == "possible"


def test_what_has_no_effect_is_among_the_data_notes() -> None:
    session = session_of([FIRST, happens("w", "2022-05-01", "withdraw", of="e9")])
    assert "w 要撤回的 e9 尚未收到" in told(session)
    session.tell(fact("e9", "2022-04-01", "coal_t", 9))
    assert not [note for note in session.state.data_notes if "e9" in note.text]
    assert "coal_t" not in session.state.facts
