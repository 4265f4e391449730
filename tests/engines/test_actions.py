"""What goes wrong while a rule fires comes out at once, and never reaches the next situation."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from engines.children import run
from lianggao.engines import quiet
from lianggao.engines.quiet import Rulesets
from lianggao.errors import EngineError

pytestmark = pytest.mark.usefixtures("durable")

RULES = [("a", ["x"]), ("b", ["x", "y"]), ("c", ["z"])]


def failing_once(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> Rulesets:
    """Return rulesets whose recorder fails the first time that a rule fires."""
    record, left = Rulesets._record, [error]

    def fail(self: Rulesets, name: str) -> None:
        if left:
            raise left.pop()
        record(self, name)

    monkeypatch.setattr(Rulesets, "_record", fail)
    return Rulesets("failing", RULES)


def test_an_exception_while_a_rule_fires_is_an_engine_error_and_then_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    rulesets = failing_once(monkeypatch, RuntimeError("the recorder broke\nin two lines"))
    with pytest.raises(EngineError) as caught:
        rulesets.fire(["x", "y"])
    [fault] = caught.value.faults
    assert fault.code == "engine-failed"
    assert "RuntimeError: the recorder broke in two lines" in fault.render()
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert rulesets.fire(["z"]) == {"c"}
    assert rulesets.fire(["x", "y"]) == {"a", "b"}
    assert rulesets.fire(["x"]) == {"a"}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3), MemoryError()])
def test_an_interrupt_while_a_rule_fires_is_not_swallowed(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    rulesets = failing_once(monkeypatch, error)
    with pytest.raises((type(error), EngineError)) as caught:
        rulesets.fire(["x", "y"])
    assert error in (caught.value, caught.value.__cause__)
    assert rulesets.fire(["z"]) == {"c"}
    assert rulesets.fire(["x", "y"]) == {"a", "b"}


def test_raw_an_interrupt_is_swallowed_and_stays_in_the_session() -> None:
    assert run("raw", "interrupt").said.splitlines() == ["True", "True"]


def test_time_that_passes_while_a_rule_fires_drops_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, passed, record = quiet.load_engine(), [0.0], Rulesets._record

    def sleep(self: Rulesets, name: str) -> None:
        record(self, name)
        passed[0] += 11

    monkeypatch.setattr(Rulesets, "_record", sleep)
    rulesets = Rulesets("asleep", RULES)
    monkeypatch.setattr(engine, "_unix_now", lambda: passed[0])
    assert rulesets.fire(["x", "y", "z"]) == {"a", "b", "c"}
    assert passed[0] == 33


def test_raw_time_that_passes_while_a_rule_fires_drops_the_others() -> None:
    assert run("raw", "asleep").said.splitlines() == ["a"]


def test_rules_that_matched_and_did_not_fire_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    rulesets = Rulesets("silent", RULES)
    engine: Any = quiet.load_engine()
    with monkeypatch.context() as patch:
        patch.setattr(engine.Ruleset, "do_actions", lambda *_: None)
        with pytest.raises(EngineError, match="engine-failed"):
            rulesets.fire(["x"])
    assert rulesets.fire(["x"]) == {"a"}


@pytest.mark.parametrize("call", ["assert_fact", "retract_fact"])
def test_a_number_of_the_engine_is_an_engine_error_and_the_next_situation_is_right(
    monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    rulesets = Rulesets("number", RULES)

    def fail(*_: Any) -> None:
        raise RuntimeError("Could not do it, error code: 303")

    with monkeypatch.context() as patch:
        patch.setattr(rulesets._host, call, fail)
        with pytest.raises(EngineError, match="engine-failed"):
            rulesets.fire(["x"])
    assert rulesets.fire(["z"]) == {"c"}


def test_a_refusal_of_the_engine_names_the_ruleset(monkeypatch: pytest.MonkeyPatch) -> None:
    engine: Any = quiet.load_engine()

    def refuse(*_: Any) -> None:
        raise RuntimeError("error code: 202")

    monkeypatch.setattr(engine.Host, "register_rulesets", refuse)
    with pytest.raises(EngineError) as caught:
        Rulesets("catalog-2", RULES)
    assert caught.value.faults[0].code == "engine-refused"
    assert "catalog-2" in str(caught.value)


def test_the_same_situation_twice_in_a_row_is_judged_twice() -> None:
    rulesets = Rulesets("twice", RULES)
    for marks in (["x", "y"], [], ["z"]):
        assert rulesets.fire(marks) == rulesets.fire(marks) == rulesets.fire(iter(marks))


def test_nothing_of_a_situation_is_left_in_the_session() -> None:
    rulesets = Rulesets("left", RULES)
    for marks in (["x", "y"], [], ["z"]):
        rulesets.fire(marks)
        assert rulesets._host.get_facts("0", quiet.SESSION) == []
        assert set(rulesets._host.get_state("0", quiet.SESSION)) == {"id", "sid", "$s"}


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickle.dumps])
def test_rulesets_are_never_copied(duplicate: Any) -> None:
    with pytest.raises(EngineError, match="engine-elsewhere"):
        duplicate(Rulesets("copied", RULES))
