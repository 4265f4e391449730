"""Names and numbers never matter to the engine: it sees marks under names of our own, no two of one hash."""

from __future__ import annotations

import itertools

import pytest

from engines.children import run
from lianggao.engines.quiet import ALWAYS, Rulesets, attributes_of, fnv1a

STRANGE = [
    "水泥熟料",
    "🏭⚡",
    'a "quoted" one',
    "it's",
    "two\nlines",
    "back\\slash",
    "nul\0",
    "\ud800",
    "",
    " ",
    "$and",
    "$state",
    "$s",
    "id",
    "sid",
    "always",
    "m0",
    "a.b.c",
    "x$not",
    "x" * 5000,
]


@pytest.mark.usefixtures("durable")
@pytest.mark.parametrize("strange", STRANGE)
def test_any_text_names_a_rule_a_mark_and_a_ruleset(strange: str) -> None:
    rulesets = Rulesets(strange, [(strange, [strange]), ("other", ["other"]), ("free", [])])
    assert rulesets.fire([strange]) == {strange, "free"}
    assert rulesets.fire(["other"]) == {"other", "free"}
    assert rulesets.fire([]) == {"free"}


@pytest.mark.usefixtures("durable")
def test_all_of_them_together_are_told_apart() -> None:
    rulesets = Rulesets("strange", [(name, [name]) for name in STRANGE])
    for name in STRANGE:
        assert rulesets.fire([name]) == {name}
    for one, other in itertools.pairwise(STRANGE):
        assert rulesets.fire([one, other]) == {one, other}


@pytest.mark.usefixtures("durable")
def test_words_of_one_hash_are_told_apart() -> None:
    rulesets = Rulesets("hash", [("one", ["costarring"]), ("other", ["liquid"])])
    assert rulesets.fire(["costarring"]) == {"one"}
    assert rulesets.fire(["liquid"]) == {"other"}


@pytest.mark.usefixtures("durable")
def test_raw_words_of_one_hash_are_the_same_attribute() -> None:
    assert run("raw", "collision").said == "a"


@pytest.mark.parametrize("reserved", ["id", "sid", "$s", ALWAYS])
def test_a_name_of_the_hash_of_one_of_the_engines_own_is_not_given(reserved: str) -> None:
    def hashed(text: str) -> int:
        return fnv1a(reserved) if text in ("m1", "m1x") else fnv1a(text)

    assert list(attributes_of(["a", "b", "c"], hashed).values()) == ["m0", "m1xx", "m2"]


def test_names_of_one_hash_are_not_both_given() -> None:
    def hashed(text: str) -> int:
        return len(text)

    names = attributes_of([str(at) for at in range(30)], hashed)
    assert len({len(name) for name in names.values()} | {len(n) for n in ("id", "sid", ALWAYS)}) == 33


def test_marks_keep_their_order_and_each_has_one_name() -> None:
    marks = [str(at) for at in range(2000)]
    names = attributes_of(marks)
    assert list(names) == marks
    assert len({fnv1a(name) for name in names.values()}) == len(marks)


@pytest.mark.usefixtures("durable")
def test_rules_of_one_name_each_conclude_it() -> None:
    """Two boxes of one condition are two rules; as one rule with an "or" the engine would run it twice."""
    rulesets = Rulesets("or", [("same", ["x"]), ("same", ["y"]), ("same", ["x"])])
    assert [set(rulesets.fire(marks)) for marks in (["x"], ["y"], ["x", "y"], [])] == [{"same"}] * 3 + [set()]
    assert rulesets._fired == []
    rulesets.fire(["x", "y"])
    assert sorted(rulesets._fired) == ["same"] * 3


@pytest.mark.usefixtures("durable")
def test_raw_both_sides_of_an_or_run_the_action_twice() -> None:
    assert run("raw", "either").said.splitlines() == ["a", "a"]


@pytest.mark.usefixtures("durable")
def test_a_mark_named_twice_by_a_rule_or_a_situation_counts_once() -> None:
    assert Rulesets("twice", [("a", ["x", "x", "y"])]).fire(["y", "x", "y"]) == {"a"}


@pytest.mark.usefixtures("durable")
def test_no_rules_conclude_nothing() -> None:
    assert Rulesets("empty", []).fire(["x"]) == frozenset()
