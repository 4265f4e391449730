"""Which events are in force and which statements hold: corrections, withdrawals, and what is said twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest

from engines.test_session_telling import Told, fact, happens
from lianggao.engines.following.reading import event_of
from lianggao.engines.following.settling import Settled, latest, settle
from lianggao.engines.following.statements import STAGES, current, statements_of
from lianggao.rulebook.dates import PartialDate

E1 = fact("e1", "2022-03-01", "coal_t", 100)


def settled(*events: Told) -> tuple[dict[str, Settled], list[str]]:
    """Settle events in every order, which must give the same."""
    read = [event_of(event) for event in events]
    found = [settle({event.id: event for event in order}) for order in permutations(read)]
    assert all(one == found[0] for one in found)
    return {one.id: one for one in found[0][0]}, found[0][1]


def values(one: Settled) -> list[Any]:
    return [says.value for says in one.says]  # type: ignore[union-attr]


def test_a_withdrawn_event_is_not_in_force() -> None:
    assert settled(E1, happens("w", "2022-04-01", "withdraw", of="e1")) == ({}, [])


def test_a_withdrawn_withdrawal_withdraws_nothing() -> None:
    w1, w2 = happens("w1", "2022-04-01", "withdraw", of="e1"), happens("w2", "2022-05-01", "withdraw", of="w1")
    assert set(settled(E1, w1, w2)[0]) == {"e1"}
    assert settled(E1, w1, w2, happens("w3", "2022-06-01", "withdraw", of="w2"))[0] == {}


@pytest.mark.parametrize("circle", [["w1"], ["w1", "w2"], ["w1", "w2", "w3"]])
def test_withdrawals_in_a_circle_have_no_effect_and_are_noted(circle: list[str]) -> None:
    of = dict(zip(circle, [*circle[1:], circle[0]], strict=True))
    found, notes = settled(E1, *(happens(id, "2022-04-01", "withdraw", of=of[id]) for id in circle))
    assert set(found) == {"e1"}
    assert notes == [f"{id} 与其他撤回互相撤回，不起作用" for id in circle]


def test_a_circle_broken_from_outside_is_none() -> None:
    w = [("w1", "w2"), ("w2", "w1"), ("w3", "w1"), ("w4", "e1")]
    found, notes = settled(E1, *(happens(id, "2022-04-01", "withdraw", of=of) for id, of in w))
    assert (found, notes) == ({}, [])


def test_a_correction_keeps_the_place_and_the_latest_counts() -> None:
    c1 = happens("c1", "2022-06-01", "correct", of="e1", value=200)
    c2 = happens("c2", "2022-05-01", "correct", of="e1", value=300, dated="2022-02-01")
    found, notes = settled(E1, c1, c2)
    assert values(found["e1"]) == [200]
    assert found["e1"].at == PartialDate.parse("2022-02-01")
    assert notes == []


def test_a_withdrawn_correction_corrects_nothing() -> None:
    c1, w1 = happens("c1", "2022-06-01", "correct", of="e1", value=200), happens("w", "2022-07", "withdraw", of="c1")
    assert values(settled(E1, c1, w1)[0]["e1"]) == [100]


def test_corrections_of_one_day_both_stay_possible() -> None:
    c1 = happens("c1", "2022-06-01", "correct", of="e1", value=200, dated="2022-01-10")
    c2 = happens("c2", "2022-06-01", "correct", of="e1", value=300, dated="2022-02")
    found, notes = settled(E1, c1, c2)
    assert values(found["e1"]) == [200, 300]
    assert (str(found["e1"].at.first), str(found["e1"].at.last)) == ("2022-01-10", "2022-02-28")
    assert notes == ["对 e1 有互不一致的更正（c1、c2），均计入"] * 2


def test_what_is_referred_to_and_not_told_is_noted() -> None:
    c1, w1 = happens("c1", "2022-06-01", "correct", of="x", value=1), happens("w1", "2022-06-01", "withdraw", of="y")
    assert settled(c1, w1) == ({}, ["c1 要更正的 x 尚未收到", "w1 要撤回的 y 尚未收到"])


@pytest.mark.parametrize("change", [{"passed": True}, {"value": 5, "approved": True}])
def test_a_correction_of_what_the_event_does_not_say_has_no_effect(change: dict[str, object]) -> None:
    found, notes = settled(E1, happens("c1", "2022-06-01", "correct", of="e1", **change))
    assert values(found["e1"]) == [100]
    assert notes == ["c1 的内容不是 e1 所有的，更正不起作用"]


def test_a_correction_of_a_correction_has_no_effect() -> None:
    c1, c2 = (happens(id, "2022-06-01", "correct", of=of, value=9) for id, of in [("c1", "e1"), ("c2", "c1")])
    found, notes = settled(E1, c1, c2)
    assert values(found["e1"]) == [9]
    assert notes == ["c2 的内容不是 c1 所有的，更正不起作用"]


def test_a_value_that_does_not_fit_the_corrected_field_is_noted() -> None:
    found, notes = settled(E1, happens("c1", "2022-06-01", "correct", of="e1", field="products"))
    assert values(found["e1"]) == [100]
    assert found["e1"].says[0].field == "coal_t"  # type: ignore[union-attr]
    assert notes == ["更正后 e1 的值不适于该字段，更正不起作用"]


def test_a_month_that_holds_the_day_is_not_earlier_than_it() -> None:
    assert latest(["2022-03-15", "2022-03", "2022-02", "2022"], PartialDate.parse) == ["2022-03-15", "2022-03", "2022"]
    assert latest([], PartialDate.parse) == []


STAGE_CASES: dict[str, tuple[Sequence[tuple[str, str]], set[str]]] = {
    "the furthest milestone, whenever it was signed": (
        [("2022-05", "signed"), ("2022-03", "construction_started")],
        {"under_construction"},
    ),
    "a milestone after a stated stage": ([("2022-01", "signing"), ("2022-03", "signed")], {"proposed"}),
    "a later statement of a further stage": ([("2022-03", "signed"), ("2022-05", "existing")], {"existing"}),
    "the later of two statements": ([("2022-05", "signing"), ("2022-03", "existing")], {"signing"}),
    "a later statement does not undo a milestone": (
        [("2022-03", "construction_started"), ("2022-05", "proposed")],
        {"under_construction", "proposed"},
    ),
    "a statement and a milestone of one day": (
        [("2022-03-01", "signed"), ("2022-03-01", "signing")],
        {"proposed", "signing"},
    ),
    "an unreadable later statement does not undo a milestone": (
        [("2022-03", "signed"), ("2022-05", "？")],
        {"proposed", "？"},
    ),
}


@pytest.mark.parametrize("case", STAGE_CASES)
def test_the_stage_is(case: str) -> None:
    said, expected = STAGE_CASES[case]
    events = [
        fact(f"e{at}", when, "stage", what) if what in STAGES or what == "？" else happens(f"e{at}", when, what)
        for at, (when, what) in enumerate(said)
    ]
    found, _ = settled(*events)
    now = current(statements_of(found.values()), lambda _, value: frozenset({str(value)} & {*STAGES} or STAGES))
    assert {str(one.value) for one in now["stage"]} == expected
