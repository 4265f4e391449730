"""Each row is screened by the law of its own date, however many dates share what does not change between them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
from building import CLINKER, ELSEWHERE, XUCHANG, Stated, facts_of
from hypothesis import given
from hypothesis import strategies as st

from lianggao.facts import Facts
from lianggao.rulebook import Rulebook, load_law, load_rulebook
from lianggao.rulebook.compile import period_of
from lianggao.rulebook.dates import PartialDate
from lianggao.rulebook.force import turns_of
from lianggao.screening.batch import Batch, work
from lianggao.screening.dating import dating_of
from lianggao.screening.gates import GateAnswer, look_up
from lianggao.screening.memory import Memory
from lianggao.screening.missing_facts import missing_of

LAW = load_law()
TURNS = turns_of(LAW.periods)
NEAR = [turn + timedelta(days=days) for turn in TURNS for days in (-1, 0, 1)]
DAYS = st.one_of(st.sampled_from(NEAR), st.dates(date(2005, 1, 1), date(2030, 12, 31))).map(date.isoformat)
WRITTEN = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from((4, 7, 10, 10, 10)))


def in_force(book: Rulebook) -> dict[str, object]:
    """Return the full condition of every rule, and where each document is in force."""
    return {**book.conditions, **{f"document:{id}": condition for id, condition in book.version.items()}}


@given(WRITTEN, WRITTEN)
def test_dates_of_one_period_have_the_same_law(one: str, other: str) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    if period_of(first, LAW) == period_of(second, LAW):
        assert in_force(load_rulebook(first, LAW)) == in_force(load_rulebook(second, LAW))


def test_a_period_begins_on_each_day_on_which_the_law_changes() -> None:
    days = [PartialDate(day, day) for day in (TURNS[0] - timedelta(days=1), *TURNS)]
    assert len({period_of(day, LAW) for day in days}) == len(days)
    for day in days[1:]:
        assert period_of(day, LAW) == day


@given(st.lists(WRITTEN, max_size=12))
def test_every_row_is_in_the_batch_of_its_law_once_and_in_order(written: list[str]) -> None:
    facts = Facts(len(written), {"decision_date": pd.Series(written, dtype="str")})
    batches = dating_of(facts, None).batches(LAW)
    seen = np.concatenate([[], *(rows for _, rows in batches)]).astype(int).tolist()
    assert sorted(seen) == list(range(len(written)))
    for book, rows in batches:
        assert rows.tolist() == sorted(rows.tolist())
        assert str(book.as_of) == written[rows[0]]
        assert all(load_rulebook(written[row], LAW).gates is book.gates for row in rows)


def test_equal_tables_of_two_dates_are_one_and_others_are_not() -> None:
    before, after = load_rulebook("2022-06-30", LAW), load_rulebook("2024-06-30", LAW)
    other = {tables.gate.id: tables for tables in after.gates}
    same = 0
    for tables in before.gates:
        beside = other[tables.gate.id]
        clauses = [
            (t.deciding_clauses, t.following_clauses, t.reaching_clauses, dict(t.regions)) for t in (tables, beside)
        ]
        assert (tables is beside) == (clauses[0] == clauses[1])
        same += tables is beside
    assert 0 < same < len(before.gates)


OPEN: list[Stated] = [
    {**CLINKER, "energy_equivalent_tce": 4000},
    {**CLINKER, "energy_equivalent_tce": (48000, 52000)},
    {"activity": "coking"},
    {"county": ELSEWHERE},
    {"activity": ["coking", "cement_clinker"], "county": XUCHANG},
    {},
]


def judged(stated: list[Stated], day: str, memory: Memory) -> Batch:
    """Screen projects on a day with what a memory has of others."""
    facts, book = facts_of(LAW, stated), load_rulebook(day, LAW)
    return work(facts, np.arange(facts.rows), book, "recalled", memory)


def test_a_memory_that_served_other_rows_and_dates_answers_as_a_new_one() -> None:
    shared = Memory(look_up)
    for day in ("2015-01-01", "2021-12-15", "2022-06-30", "2024-06-30", "2022-06-30"):
        for stated in (OPEN[:3], OPEN[::-1], OPEN[2:]):
            found, expected = judged(stated, day, shared), judged(stated, day, Memory(look_up))
            assert found.situation.tolist() == expected.situation.tolist()
            for gate in expected.answers:
                same_answer(found.answers[gate], expected.answers[gate])
                assert found.trust(gate).tolist() == expected.trust(gate).tolist()
                asked = range(len(expected.answers[gate].decided.patterns))
                assert [missing_of(found, gate, p) for p in asked] == [missing_of(expected, gate, p) for p in asked]


def same_answer(found: GateAnswer, expected: GateAnswer) -> None:
    for part in ("decided", "followed"):
        one, other = getattr(found, part), getattr(expected, part)
        assert one.patterns.of_row.tolist() == other.patterns.of_row.tolist()
        assert one.patterns.first_row.tolist() == other.patterns.first_row.tolist()
        for plane in ("outcomes", "possible", "certain"):
            assert np.array_equal(getattr(one.answer, plane), getattr(other.answer, plane))
        for axis, held in other.patterns.held.items():
            assert np.array_equal(one.patterns.held[axis].rows(), held.rows())
    for document, reached in expected.searched.items():
        assert np.array_equal(found.searched[document], reached)
    slices = {own.axis: own for own in found.slices}
    for own in expected.slices:
        assert np.array_equal(slices[own.axis].gain, own.gain)
        assert np.array_equal(slices[own.axis].leaves[own.gain > 0], own.leaves[own.gain > 0])
