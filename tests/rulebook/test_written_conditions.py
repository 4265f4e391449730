"""Every form of condition that a rule file may use means what docs/rule-files.md says, on random projects.

Conditions are drawn as YAML would give them, read and resolved by the library, and compared with plain Python.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import DEEP, worlds
from oracle.random_projects import CHOICES, LAW, QUANTITIES, choices, numbers, truths
from oracle.written import Calendar, Situation, days_of
from pydantic import TypeAdapter

from lianggao.rulebook import load_law
from lianggao.rulebook.conditions import WrittenCondition
from lianggao.rulebook.resolve import Resolver
from lianggao.rulebook.yaml_reader import Document

DERIVED = tuple(name for name, row in LAW.fields.items() if row["kind"] == "derived")
OUTCOMES = {
    gate: ("not_applicable", *(o["id"] for o in known["outcomes"]), known["otherwise"]["id"])
    for gate, known in LAW.gates.items()
}
READ: TypeAdapter[WrittenCondition] = TypeAdapter(WrittenCondition)


def of_choice(name: str) -> st.SearchStrategy[dict[str, Any]]:
    every = choices(name) if name in CHOICES else tuple(load_law().vocabulary[name].values)
    value, several = st.sampled_from(every), st.lists(st.sampled_from(every), min_size=1, max_size=4)
    forms = [value.map(lambda v: {"is": v}), several.map(lambda v: {"in": v}), several.map(lambda v: {"not_in": v})]
    if name == "activity":
        tables = ("henan-catalog-2021/items", "henan-catalog-2023/items", "mee-six-industries/industries")
        forms.append(st.sampled_from(tables).map(lambda table: {"in_catalog": table}))
    return st.one_of(forms).map(lambda form: {"field": name, **form})


def of_quantity(name: str) -> st.SearchStrategy[dict[str, Any]]:
    operator = st.sampled_from(("at_least", "more_than", "at_most", "less_than"))
    number = st.one_of(st.sampled_from(numbers((name,))), st.sampled_from((1000, 10000, 50000)))
    return st.builds(lambda o, n: {"field": name, o: n}, operator, number)


def of_gate(gate: str) -> st.SearchStrategy[dict[str, Any]]:
    value = st.sampled_from(OUTCOMES[gate])
    forms = (value.map(lambda v: {"is": v}), st.lists(value, min_size=1, max_size=3).map(lambda v: {"in": v}))
    return st.one_of(forms).map(lambda form: {"gate": gate, **form})


TESTS = st.one_of(
    st.sampled_from((*CHOICES, *DERIVED)).flatmap(of_choice),
    st.sampled_from(QUANTITIES).flatmap(of_quantity),
    st.sampled_from(tuple(LAW.gates)).flatmap(of_gate),
    st.sampled_from(tuple(LAW.definitions)).map(lambda ref: {"ref": ref}),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=3).map(lambda parts: {"all": parts}),
        st.lists(part, min_size=1, max_size=3).map(lambda parts: {"any": parts}),
        part.map(lambda one: {"not": one}),
    ),
    max_leaves=6,
)
OUTCOME_OF_EACH = st.fixed_dictionaries({gate: st.sampled_from(found) for gate, found in OUTCOMES.items()})


def check(written: dict[str, Any], project: dict[str, Any], outcomes: dict[str, str]) -> None:
    law = load_law()
    definitions = {id: (definition, Document(id)) for id, definition in law.definitions.items()}
    resolver = Resolver(law.vocabulary, law.catalogs, definitions, law.gates)
    condition = resolver.resolve(READ.validate_python(written), Document("drawn"), ())
    assert resolver.faults == []
    situation = Situation(Calendar(LAW, days_of("2022-06-30")[0]), project, outcomes)
    world = project | {f"gate:{gate}": outcome for gate, outcome in outcomes.items()}
    assert worlds.holds(condition, world) == LAW.check(written)(situation)


@given(CONDITIONS, truths(), OUTCOME_OF_EACH)
def test_a_written_condition_holds_where_its_words_say(
    written: dict[str, Any], project: dict[str, Any], outcomes: dict[str, str]
) -> None:
    check(written, project, outcomes)


@pytest.mark.slow
@DEEP
@given(CONDITIONS, truths(), OUTCOME_OF_EACH)
def test_the_same_on_many_more_conditions(
    written: dict[str, Any], project: dict[str, Any], outcomes: dict[str, str]
) -> None:
    check(written, project, outcomes)


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        ("at_least", False, True, True),
        ("more_than", False, False, True),
        ("at_most", True, True, False),
        ("less_than", True, False, False),
    ],
)
def test_each_operator_at_its_threshold(operator: str, below: bool, at: bool, above: bool) -> None:
    law = load_law()
    resolver = Resolver(law.vocabulary, law.catalogs, {}, law.gates)
    written = READ.validate_python({"field": "coal_t", operator: 1000})
    condition = resolver.resolve(written, Document("drawn"), ())
    assert [worlds.holds(condition, {"coal_t": n}) for n in (999.99, 1000.0, 1000.01)] == [below, at, above]
