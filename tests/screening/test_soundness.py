"""The promise of screening on the shipped law: nothing is certain or impossible that a completion contradicts.

A project is drawn of which everything is known, then a list that states only part of it. Plain Python applies the
written rules to the whole project; the screening of the part must leave that answer open.
"""

from __future__ import annotations

from typing import Any

import pytest
from building import reviews, said_of, screen_stated, statuses
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEEP
from oracle.random_projects import LAW, calendars, known_and_stated
from oracle.written import Calendar, Situation

from lianggao.rulebook import load_law

Project = tuple[dict[str, Any], dict[str, Any]]
PROJECTS = st.lists(known_and_stated(), min_size=1, max_size=3)


def check(projects: list[Project], calendar: Calendar) -> None:
    screening = screen_stated(load_law(), [stated for _, stated in projects], calendar.day.isoformat())
    assert not {n.code for n in screening.facts.notes} & {"energy-contradiction"}  # the truth never contradicts itself
    for row, (truth, stated) in enumerate(projects, start=1):
        true, said = Situation(calendar, truth), said_of(screening, row)
        for gate in LAW.gates:
            assert true.outcome(gate) in said.outcomes[gate], (gate, stated)
        for rule in LAW.rules:
            assert true.holds(rule) <= (rule in said.statuses), (rule, stated)
            assert (said.statuses.get(rule) == "certain") <= true.holds(rule), (rule, stated)
        for department, review in said.reviews.items():
            said = true.department(department, LAW.rules)
            assert review == "possible" or review == said, (department, stated)


@given(PROJECTS, calendars())
def test_what_is_certain_holds_and_what_holds_is_possible(projects: list[Project], calendar: Calendar) -> None:
    check(projects, calendar)


@pytest.mark.slow
@DEEP
@given(PROJECTS, calendars())
def test_the_same_on_many_more_projects(projects: list[Project], calendar: Calendar) -> None:
    check(projects, calendar)


@given(known_and_stated(), calendars(("2022-06-30", "2024-06-30", "2025-10-01")))
def test_a_project_of_which_all_is_known_has_one_outcome_per_gate(project: Project, calendar: Calendar) -> None:
    truth, _ = project
    said = said_of(screen_stated(load_law(), [truth], calendar.day.isoformat()), 1)
    true = Situation(calendar, truth)
    # Requirements are held to hold in `check`: many of their documents are dated to the year, and what is stated of a
    # figure is held against what is computed.
    for gate in (gate for gate in LAW.gates if gate not in LAW.checks):
        # 许商务〔2022〕70号 is dated to the year, so that inside 2022 nobody can know whether it was in force.
        if gate != "signing_review" or calendar.day.year != 2022:
            assert said.outcomes[gate] == {true.outcome(gate)}
            assert {r for r in said.statuses if LAW.rules[r]["gate"] == gate} == {
                rule["id"] for rule in LAW.of_gate[gate] if true.holds(rule["id"])
            }


@settings(max_examples=20)
@given(known_and_stated(), calendars())
def test_the_project_in_full_says_what_the_tables_say(project: Project, calendar: Calendar) -> None:
    screening = screen_stated(load_law(), [project[1]], calendar.day.isoformat())
    said, result = said_of(screening, 1), screening.project(1)
    checks = {check.check: set(check.outcomes) for check in result.checks}
    checks |= {check: {"not_applicable"} for check in result.inapplicable}
    assert {gate.gate: set(gate.outcomes) for gate in result.gates} | checks == said.outcomes
    failing = {check.check: "certain" if len(check.outcomes) == 1 else "possible" for check in result.checks}
    failing = {check: status for check, status in failing.items() if "fails" in checks[check]}
    assert statuses(result) | failing == said.statuses
    assert reviews(result) == said.reviews
    for gate in result.gates:
        assert gate.outcome == (gate.outcomes[0] if len(gate.outcomes) == 1 else "undetermined")
