"""Every engine that the tables are measured against finds the same as plain Python does, one project at a time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.known import Column, Content, Verdicts, content, make_known, make_spread
from benchmarks.peers import PEERS, plain
from lianggao.tables import AtLeast, Clause

ROWS = 400
NEEDS = {"duckdb": "duckdb", "openfisca-core": "openfisca_core", "durable_rules": "durable", "zen-engine": "zen"}
"""What an engine is imported as, of those that may be missing."""


@pytest.fixture(scope="module")
def rules() -> Content:
    return content()


@pytest.fixture(scope="module", params=[make_known, make_spread])
def projects(request: pytest.FixtureRequest, rules: Content) -> dict[str, Column]:
    made: dict[str, Column] = request.param(rules, ROWS)
    return made


@pytest.fixture(scope="module")
def expected(rules: Content, projects: dict[str, Column]) -> Verdicts:
    return plain.prepare(rules, projects)()


def test_the_projects_meet_most_rules(rules: Content) -> None:
    found = plain.prepare(rules, make_spread(rules, 3000))()
    assert sum(held.any() for held in found.holds) > 0.9 * len(rules.conditions)
    assert all(len(np.unique(outcomes)) > 1 for outcomes in found.outcomes)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("key", [key for key in PEERS if key != "plain"])
def test_same_verdicts(key: str, rules: Content, projects: dict[str, Column], expected: Verdicts) -> None:
    if PEERS[key].needs in NEEDS:
        pytest.importorskip(NEEDS[PEERS[key].needs], exc_type=ImportError)
    found = PEERS[key].prepared(rules, projects)()
    for gate, mine, right in zip(rules.gates, found.outcomes, expected.outcomes, strict=True):
        assert np.array_equal(mine, right), gate.axis
    assert found.digest() == expected.digest()


def test_the_hash_tells_one_verdict_from_another(expected: Verdicts) -> None:
    first = np.array(expected.holds[0])
    first[7] = ~first[7]
    assert replace(expected, holds=[first, *expected.holds[1:]]).digest() != expected.digest()
    assert expected.head(10).digest() != expected.head(11).digest()


def test_another_threshold_is_noticed(rules: Content) -> None:
    """With another line, the engine that reads it finds others than the tables do with theirs."""
    gate = rules.gates[0]
    changed = Clause(gate.clauses[-1].name, AtLeast("energy_calorific_tce", 1.0), gate.clauses[-1].outcome)
    other = replace(rules, gates=(replace(gate, clauses=(*gate.clauses[:-1], changed)), *rules.gates[1:]))
    made = make_known(rules, ROWS)
    assert PEERS["numpy"].prepared(other, made)().digest() != PEERS["tables"].prepared(rules, made)().digest()
