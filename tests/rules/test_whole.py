"""The whole cases together show every outcome and every review; pytest runs the cases themselves."""

from __future__ import annotations

import pytest
from kept import in_full, screened, whole_cases

from lianggao import load_law
from lianggao.rulebook.requirements import Check

LAW = load_law()
GATES = {id: gate for id, gate in LAW.gates.items() if not isinstance(gate, Check)}
NAMES = list(whole_cases())


@pytest.mark.parametrize("name", NAMES)
def test_a_whole_case_states_every_gate_every_department_and_what_is_missing(name: str) -> None:
    case = whole_cases()[name].case
    assert set(case.gates) == set(GATES)
    assert set(case.departments) == set(LAW.vocabulary.departments)
    assert case.missing is not None


@pytest.mark.parametrize("name", NAMES)
def test_what_is_determined_is_one_outcome(name: str) -> None:
    for gate in in_full(name).gates:
        assert gate.outcome == (gate.outcomes[0] if len(gate.outcomes) == 1 else "undetermined")


@pytest.mark.parametrize("name", NAMES)
def test_the_deciding_rules_are_the_findings_with_an_outcome_that_is_left(name: str) -> None:
    result = in_full(name)
    for gate in result.gates:
        found = {
            f.rule: f.status for f in result.findings if concludes(f.rule) in gate.outcomes and f.gate == gate.gate
        }
        certain = {rule for rule, status in found.items() if status == "certain"}
        expected = certain if certain and len(gate.outcomes) == 1 else set(found)
        assert screened()[whole_cases()[name]].deciding(gate.gate) == expected


def concludes(id: str) -> str | None:
    rule = LAW.rule(id)
    assert rule is not None
    return rule.rule.conclude.outcome


def test_every_outcome_of_every_gate_is_somewhere_the_only_one() -> None:
    every = {(gate.id, o.id) for gate in GATES.values() for o in (*gate.outcomes, gate.otherwise)}
    gates = [(g, left) for variant in whole_cases().values() for g, left in variant.case.gates.items()]
    assert not every - {(g, left[0]) for g, left in gates if len(left) == 1}


def test_every_review_of_every_department_is_somewhere() -> None:
    found = {review for variant in whole_cases().values() for review in variant.case.departments.items()}
    reviews = ("required", "possible", "not_required")
    assert found == {(name, review) for name in LAW.vocabulary.departments for review in reviews}
