"""Building without an approval: judged from dates against every way in which vague dates may have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.test_session_telling import clinker, codes, fact, happens, session_of
from lianggao.engines.following.approvals import Finding, Said, built_before, by
from lianggao.rulebook.dates import PartialDate

DAY = date(2022, 6, 1)


def day(first: int, last: int | None = None) -> PartialDate:
    """Return a day, or one of several, counted from the first of June."""
    return PartialDate(DAY + timedelta(first), DAY + timedelta(first if last is None else last))


CASES = [
    ("nothing on file", [], Finding("possible", "unfiled")),
    ("approved before", [Said(True, day(-1))], Finding("clear", "in_time")),
    ("approved on the day", [Said(True, day(0))], Finding("clear", "in_time")),
    ("approved after", [Said(True, day(1))], Finding("certain", "late")),
    ("approved in the month of the start", [Said(True, day(-5, 20))], Finding("possible", "undated")),
    ("refused before", [Said(False, day(-9))], Finding("certain", "refused")),
    ("refused after", [Said(False, day(9))], Finding("certain", "refused")),
    ("refused, then approved before", [Said(False, day(-9)), Said(True, day(-1))], Finding("clear", "in_time")),
    ("approved, then revoked before", [Said(True, day(-9)), Said(False, day(-1))], Finding("certain", "refused")),
    ("approved before, revoked after", [Said(True, day(-9)), Said(False, day(5))], Finding("clear", "in_time")),
    ("refused before, approved after", [Said(False, day(-9)), Said(True, day(5))], Finding("certain", "late")),
    ("said to be there before", [Said(True, day(-1), dated=False)], Finding("clear", "in_time")),
    ("said to be there after", [Said(True, day(1), dated=False)], Finding("possible", "undated")),
    ("both said of one day", [Said(True, day(-1)), Said(False, day(-1))], Finding("possible", "undated")),
    ("refused in the month of the start", [Said(False, day(-5, 20))], Finding("certain", "refused")),
]


@pytest.mark.parametrize(("case", "said", "expected"), CASES)
def test_a_start_on_a_day(case: str, said: list[Said], expected: Finding) -> None:
    assert built_before([day(0)], said) == expected, case


def test_a_start_that_is_only_known_not_to_be_later() -> None:
    assert built_before([by(day(0))], [Said(True, day(-9))]) == Finding("possible", "undated")
    assert built_before([by(day(0))], [Said(True, day(9))]) == Finding("certain", "late")


def test_no_start_or_two() -> None:
    assert built_before([], [Said(False, day(0))]).status == "clear"
    assert built_before([day(0), day(9)], [Said(True, day(5))]) == Finding("possible", "undated")
    assert built_before([day(0), day(3)], [Said(True, day(5))]) == Finding("certain", "late")


spans = st.tuples(st.integers(0, 5), st.integers(0, 2)).map(lambda s: day(s[0], s[0] + s[1]))
said = st.lists(st.builds(Said, st.booleans(), spans, st.booleans()), max_size=4)


@settings(max_examples=400)
@given(spans, said)
def test_nothing_is_certain_that_some_way_of_the_dates_denies(start: PartialDate, said: Sequence[Said]) -> None:
    ways = {way for when in _days(start) for way in _ways(when, said)}
    found = built_before([start], said)
    if found.status == "certain":
        assert ways <= {"late", "refused"}
    if found.status == "clear":
        assert ways == {"in_time"}
    if all(one.at.first == one.at.last for one in said) and start.first == start.last:
        # With days that are known nothing is left open but what one day says twice.
        assert (found.status == "possible") == (
            len({w in ("late", "refused") for w in ways}) > 1 or ways & {"maybe"} != set()
        )


def _days(when: PartialDate) -> Iterator[date]:
    return (when.first + timedelta(n) for n in range((when.last - when.first).days + 1))


def _ways(start: date, said: Sequence[Said]) -> Iterator[str]:
    """Yield what is so for every choice of days, and of the order of what falls on one day."""
    for days in product(*(_days(one.at) for one in said)):
        before = [(when, one) for when, one in zip(days, said, strict=True) if when <= start]
        after = [(when, one) for when, one in zip(days, said, strict=True) if when > start]
        lasts = [one for when, one in before if when == max(w for w, _ in before)]
        firsts = [one for when, one in after if when == min(w for w, _ in after)]
        for last, first in product(lasts or [None], firsts or [None]):
            if last and last.given:
                yield "in_time"
            elif first and first.given:
                yield "late" if first.dated else "maybe"
            else:
                yield "refused" if last or first else "maybe"


@pytest.mark.usefixtures("durable")
class TestInASession:
    """The same with everything around it."""

    def test_production_alone_says_when_construction_had_started_at_the_latest(self) -> None:
        session = session_of(clinker("2022-02-10"))
        arrival = session.tell(happens("e", "2022-08-01", "production_started"))
        built = {one.subject: one for one in arrival.consequences if one.code.startswith("built-")}
        assert built["eia_done"].sentence == "不晚于2022-08-01（投产）开工，未见环评批复，可能属未批先建"
        assert set(built) == {"eia_done", "energy_review_done"}

    def test_a_project_exempt_from_energy_review_needs_none(self) -> None:
        small = {"energy_equivalent_tce": 500, "energy_calorific_tce": 400, "electricity_kwh": 1000}
        session = session_of(clinker("2022-02-10", **small))
        assert session.state.gate("energy_review").outcome == "exempt"
        arrival = session.tell(happens("e", "2022-08-01", "construction_started"))
        assert {one.subject for one in arrival.consequences if one.code.startswith("built-")} == {"eia_done"}

    def test_a_project_that_may_be_exempt_may_have_needed_it(self) -> None:
        session = session_of([*clinker("2022-02-10"), happens("e", "2022-08-01", "construction_started")])
        arrival = session.tell(happens("r", "2022-09-01", "energy_review", passed=True))
        assert codes(arrival.consequences)["built-perhaps-exempt", "energy_review_done"] == "possible"

    def test_a_stated_approval_counts_from_the_day_it_was_stated(self) -> None:
        started = happens("e", "2022-08-01", "construction_started")
        session = session_of([*clinker("2022-02-10"), started, fact("f", "2022-07-01", "eia_done", "已取得")])
        assert ("built-unfiled", "eia_done") not in codes(session.standing)
        late = session_of([*clinker("2022-02-10"), started, fact("f", "2022-09-01", "eia_done", "已取得")])
        assert codes(late.standing)["built-undated", "eia_done"] == "possible"

    def test_where_no_clause_on_file_reaches_the_project_it_says_so(self) -> None:
        elsewhere = {"products": "数控机床", "industry_code": "3421", "place": "许昌市禹州市"}
        told = [fact(field, "2022-02-10", field, value) for field, value in elsewhere.items()]
        refused = happens("r", "2022-03-01", "eia", approved=False)
        session = session_of([*told, refused, happens("e", "2022-08-01", "construction_started")])
        built = next(one for one in session.standing if one.code == "built-refused")
        assert built.sentence.endswith("属未批先建（所录文件中没有适用于该项目的条款）")
        assert (built.rules, built.basis) == ((), ())

    def test_withdrawing_the_start_takes_it_all_back(self) -> None:
        told = [*clinker("2022-02-10"), happens("e", "2022-08-01", "construction_started")]
        session = session_of([*told, happens("r", "2022-03-01", "eia", approved=False)])
        arrival = session.tell(happens("w", "2022-09-01", "withdraw", of="e"))
        found = codes(arrival.consequences)
        assert {("built-cleared", "eia_done"), ("fallen", "eia_done"), ("stage-unsure", "stage")} <= set(found)
