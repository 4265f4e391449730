"""The engine against the tables on random rulebooks, with all of the language of conditions and any knowledge."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEEP
from oracle.random_rulebooks import OTHERWISE, PRECEDENCE, Case, cases, knowledge

from engines.comparing import patterns, said_in_worlds, same, table_alone, worlds_known
from lianggao.engines.program import program_of
from lianggao.tables import All, AnyOf, AtLeast, ChoiceAxis, Clause, Known, Member, Not, QuantityAxis, cut

pytestmark = pytest.mark.usefixtures("durable")

COMPARED: list[int] = []
"""How many patterns each rulebook gave."""


def check(case: Case) -> None:
    """Compare in every world, and for what is known of the projects drawn."""
    table, engine = table_alone(case.regions, case.clauses, case.precedence, OTHERWISE)
    cells = np.arange(0, table.outcome.size, table.outcome.size // 200 + 1)
    compared = same(engine(table, worlds_known(table, cells)), said_in_worlds(table, cells), case.clauses)
    known = knowledge(case.regions, case.projects)
    held = patterns({axis: known[axis] for axis in table.axes}, len(case.projects))
    compared += same(engine(table, held), table.look_up(held.held, len(held)), case.clauses)
    COMPARED.append(compared)


@settings(max_examples=200)
@given(cases())
def test_every_world_and_any_knowledge_of_random_rulebooks(case: Case) -> None:
    check(case)


def test_so_many_were_compared() -> None:
    assert not COMPARED or sum(COMPARED) > 1000, sum(COMPARED)


@pytest.mark.slow
@DEEP
@given(cases(projects=8))
def test_the_same_on_many_more_rulebooks(case: Case) -> None:
    check(case)


KIND, ENERGY = ChoiceAxis("kind", ("a", "b", "c")), QuantityAxis("energy", "tce")
BIG, SOME = AtLeast("energy", 50_000.0), Member("kind", frozenset("a"))


@given(st.lists(st.sampled_from([*PRECEDENCE, OTHERWISE, "stranger", None]), min_size=2, max_size=2))
def test_a_rule_may_conclude_any_outcome_also_the_last_and_one_that_is_not_there(outcomes: list[str | None]) -> None:
    clauses = (Clause("big", BIG, outcomes[0]), Clause("some", AnyOf((SOME, Not(BIG))), outcomes[1]))
    regions = cut([KIND, ENERGY], [clause.condition for clause in clauses])
    table, engine = table_alone(regions, clauses, PRECEDENCE, OTHERWISE)
    cells = np.arange(table.outcome.size)
    assert same(engine(table, worlds_known(table, cells)), said_in_worlds(table, cells)) == 4


def test_an_earlier_outcome_beats_a_later_one_in_whatever_order_the_rules_are_written() -> None:
    for clauses in (
        (Clause("late", BIG, "second"), Clause("early", SOME, "first")),
        (Clause("early", SOME, "first"), Clause("late", BIG, "second")),
    ):
        regions = cut([KIND, ENERGY], [clause.condition for clause in clauses])
        table, engine = table_alone(regions, clauses, PRECEDENCE, OTHERWISE)
        every = patterns({a: Known.constant([True] * len(regions[a]), 1) for a in table.axes}, 1)
        assert engine(table, every).outcomes.tolist() == [[True, True, False, True]]
        both = worlds_known(table, np.arange(table.outcome.size))
        assert same(engine(table, both), said_in_worlds(table, np.arange(table.outcome.size))) == 4


def test_a_table_of_hundreds_of_marks_all_known_at_once() -> None:
    """More rules than a ruleset may have, and more marks than a fact may have."""
    rng, domain = np.random.default_rng(1), [tuple(f"{axis}{at}" for at in range(12)) for axis in "abc"]
    axes = [ChoiceAxis(axis, values) for axis, values in zip("abc", domain, strict=True)]
    sides = [[Member(a.name, frozenset(rng.choice(a.domain, 5))) for a in axes] for _ in range(200)]
    clauses = tuple(Clause(f"rule{at}", AnyOf((All((a, b)), c))) for at, (a, b, c) in enumerate(sides))
    regions = cut(axes, [clause.condition for clause in clauses])
    table, engine = table_alone(regions, clauses, (), OTHERWISE)
    assert len(program_of(table, clauses, regions).marks) > 800
    open_sets = rng.random((40, 12)) < np.linspace(0.1, 1.0, 40)[:, None]
    open_sets[np.arange(40), rng.integers(0, 12, 40)] = True
    held = patterns({axis: Known.of_rows(rng.permuted(open_sets, axis=1)) for axis in table.axes}, 40)
    assert same(engine(table, held), table.look_up(held.held, 40)) == 40
    nothing = patterns({axis: Known.constant([True] * 12, 1) for axis in table.axes}, 1)
    assert engine(table, nothing).possible.all()
    assert not engine(table, nothing).certain.any()


@pytest.mark.parametrize("projects", [0, 1, 3])
def test_a_table_without_rules_always_has_its_last_outcome(projects: int) -> None:
    table, engine = table_alone({}, (), PRECEDENCE, OTHERWISE)
    asked = patterns({}, projects)
    assert same(engine(table, asked), table.look_up({}, projects)) == projects
    assert engine(table, asked).outcomes.tolist() == [[False, False, False, True]] * projects
    assert engine.trace(table, patterns({}, 1), 0)[0].conclusion == ("outcome", OTHERWISE)


def test_no_projects_get_no_answers() -> None:
    clauses = (Clause("big", BIG, "first"),)
    regions = cut([KIND, ENERGY], [BIG])
    table, engine = table_alone(regions, clauses, PRECEDENCE, OTHERWISE)
    nobody = patterns({"energy": Known.of_rows(np.zeros((0, 2), dtype=bool))}, 0)
    assert same(engine(table, nobody), table.look_up(nobody.held, 0)) == 0
