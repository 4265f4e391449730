"""Trees of conditions remember what was asked of them: it is what walking the tree tells, here and elsewhere."""

from __future__ import annotations

import pickle
import subprocess
import sys

from hypothesis import given, settings
from oracle.random_rulebooks import Case, cases

from lianggao.tables import All, AtLeast, Member, Not, conditions

TREE = All((AtLeast("energy", 5.0), Not(Member("kind", frozenset({"a", "b"})))))


@settings(max_examples=25)
@given(cases())
def test_what_is_remembered_is_what_the_tree_says(case: Case) -> None:
    for condition in (clause.condition for clause in case.clauses):
        every = list(conditions.tests_of(condition))
        for _ in range(2):
            assert conditions.distinct_tests(condition) == tuple(dict.fromkeys(every))
            assert conditions.axes_of(condition) == tuple(dict.fromkeys(test.axis for test in every))
        copy = pickle.loads(pickle.dumps(condition))
        assert copy == condition
        assert hash(copy) == hash(condition)


def test_a_tree_from_another_process_is_found_among_those_of_this_one() -> None:
    # Texts hash otherwise there, so that a hash that came along would lose the tree.
    code = """
import pickle, sys
from lianggao.tables import All, AtLeast, Member, Not
tree = All((AtLeast("energy", 5.0), Not(Member("kind", frozenset({"a", "b"})))))
hash(tree), tree.axes
sys.stdout.buffer.write(pickle.dumps(tree))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": "1"})
    assert pickle.loads(done.stdout) in {TREE}
