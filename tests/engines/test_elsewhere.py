"""An engine belongs to the thread that made it; every other thread is refused and may make its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from lianggao.engines.quiet import Rulesets
from lianggao.errors import EngineError

pytestmark = pytest.mark.usefixtures("durable")

RULES = [(f"r{at}", [f"x{at}"]) for at in range(80)]


def elsewhere(do: Callable[[], object]) -> object:
    """Do something in a new thread and return its result."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(do).result()


def test_a_second_thread_is_refused_and_the_first_goes_on() -> None:
    rulesets = Rulesets("first", RULES)
    with pytest.raises(EngineError) as caught:
        elsewhere(lambda: rulesets.fire(["x1"]))
    assert [fault.code for fault in caught.value.faults] == ["engine-elsewhere"]
    assert "engine of its own" in str(caught.value)
    assert rulesets.fire(["x1"]) == {"r1"}


def test_threads_with_engines_of_their_own_are_right_at_the_same_time() -> None:
    start = threading.Barrier(4)

    def work(thread: int) -> bool:
        rulesets = Rulesets(f"thread-{thread}", RULES)
        start.wait()
        marks = [(f"x{(at * 7 + thread) % 80}", f"x{at % 80}") for at in range(400)]
        return all(rulesets.fire(both) == {f"r{mark[1:]}" for mark in both} for both in marks)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [True] * 4


def test_making_and_using_an_engine_starts_no_thread() -> None:
    before = threading.enumerate()
    Rulesets("quiet", RULES).fire(["x1", "x79"])
    assert threading.enumerate() == before
