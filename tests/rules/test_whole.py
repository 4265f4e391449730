"""What all rules together make of a project: every gate, every department, and what the catalog still asks for."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from whole_set import WholeCases, screened_whole, whole_cases

from lianggao import load_law

NAMES = list(whole_cases())


@pytest.mark.parametrize("name", NAMES)
def test_every_gate_leaves_the_outcomes_that_the_law_leaves(name: str) -> None:
    found = {gate.gate: sorted(gate.outcomes) for gate in screened_whole(name).gates}
    assert found == {gate: sorted(outcomes) for gate, outcomes in whole_cases()[name].gates.items()}


@pytest.mark.parametrize("name", NAMES)
def test_every_department_reviews_as_the_law_asks(name: str) -> None:
    found = {department.department: department.review for department in screened_whole(name).departments}
    assert found == whole_cases()[name].departments


@pytest.mark.parametrize("name", NAMES)
def test_the_catalog_asks_for_what_it_lacks_in_order(name: str) -> None:
    found = tuple(fact.field for fact in screened_whole(name).missing if fact.gate == "catalog")
    assert found == whole_cases()[name].missing


@pytest.mark.parametrize("name", NAMES)
def test_what_is_determined_is_one_outcome(name: str) -> None:
    for gate in screened_whole(name).gates:
        assert gate.outcome == (gate.outcomes[0] if len(gate.outcomes) == 1 else "undetermined")


def test_every_outcome_of_every_gate_is_somewhere_the_only_one() -> None:
    law = load_law()
    every = {(gate.id, o.id) for gate in law.gates.values() for o in (*gate.outcomes, gate.otherwise)}
    alone = {(g, left[0]) for case in whole_cases().values() for g, left in case.gates.items() if len(left) == 1}
    assert not every - alone


def test_every_review_of_every_department_is_somewhere() -> None:
    found = {(name, review) for case in whole_cases().values() for name, review in case.departments.items()}
    every = {(name, r) for name in load_law().vocabulary.departments for r in ("required", "possible", "not_required")}
    assert found == every


def test_every_choice_stated_is_one_of_the_vocabulary() -> None:
    fields = load_law().vocabulary.fields
    stated = {(name, value) for case in whole_cases().values() for name, value in case.project.items()}
    assert not [(n, v) for n, v in stated if fields[n].is_choice and v not in fields[n].values]


def test_unknown_keys_are_refused() -> None:
    case = next(iter(whole_cases().values())).model_dump()
    with pytest.raises(ValidationError, match="Extra inputs"):
        WholeCases.model_validate({"cases": [{**case, "verdict": "class_1"}]})
