"""durable-rules used without our guards: each part walks into one of the released engine's limits.

Run as `python raw.py PART`. The parts show that the guarded programs beside this one are tested by something.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

Rules = Mapping[str, Mapping[str, Any]]


def host_of(rules: Rules, act: Callable[[str], None], threads: bool = False) -> Any:
    """Return a host with one ruleset `r` whose rules call `act` with their name."""
    engine = import_module("durable.engine")
    kind = engine.Host if threads else type("Quiet", (engine.Host,), {"_run": lambda _: None})
    host = kind()
    host.register_rulesets({"r": {n: {"all": [{"m": dict(t)}], "run": _action(act, n)} for n, t in rules.items()}})
    return host


def _action(act: Callable[[str], None], name: str) -> Callable[[Any], None]:
    def action(_: Any) -> None:
        act(name)

    return action


def fact(*marks: str, id: str = "1", sid: str = "s") -> dict[str, Any]:
    """Return a fact of marks."""
    return {**dict.fromkeys(marks, 1), "id": id, "sid": sid}


def tell(host: Any, told: Mapping[str, Any]) -> Any:
    """Assert a fact and print what the engine complains about."""
    try:
        return host.assert_fact("r", dict(told))
    except Exception as error:
        print(type(error).__name__, str(error) or repr(error))


def unmatched() -> None:
    """Delete the session of a fact that no rule matched."""
    host = host_of({"a": {"x": 1}}, print)
    for at in range(50):
        try:
            host.assert_fact("r", fact("y", sid=str(at)))
        except Exception:
            host.delete_state("r", str(at))


def constants() -> None:
    """Compare one attribute with 600 constants."""
    host_of({str(at): {"x": at} for at in range(600)}, print)


def sessions() -> None:
    """Open 1025 sessions."""
    host = host_of({"a": {"x": 1}}, lambda _: None)
    for at in range(1025):
        tell(host, fact("x", sid=str(at)))


def many_matched() -> None:
    """Let one fact match 65 rules of a ruleset."""
    fired: list[str] = []
    marks = [f"x{at}" for at in range(65)]
    tell(host_of({mark: {mark: 1} for mark in marks}, fired.append), fact(*marks))
    print(len(fired))


def wide() -> None:
    """Give a fact 300 attributes."""
    fired: list[str] = []
    tell(host_of({"a": {"x0": 1}}, fired.append), fact(*(f"x{at}" for at in range(300))))
    print(len(fired))


def either() -> None:
    """Match both sides of an "or"."""
    tell(host_of({"a": {"$or": [{"x": 1}, {"y": 1}]}}, print), fact("x", "y"))


def collision() -> None:
    """Tell of one attribute and have a rule of another fire."""
    tell(host_of({"a": {"liquid": 1}}, print), fact("costarring"))


def interrupt() -> None:
    """Press Ctrl-C in an action, then go on."""

    def press(_: str) -> None:
        raise KeyboardInterrupt

    host = host_of({"a": {"x": 1}}, press)
    for at in range(2):
        state = tell(host, fact("x", id=str(at)))
        print("exception" in state)
        host.retract_fact("r", {"id": str(at), "sid": "s"})


def asleep() -> None:
    """Let eleven seconds pass while the first of two rules fires."""
    engine: Any = import_module("durable.engine")
    passed = [0.0]
    engine._unix_now = lambda: passed[0]

    def sleep(name: str) -> None:
        print(name)
        passed[0] += 11

    tell(host_of({"a": {"x": 1}, "b": {"y": 1}}, sleep), fact("x", "y"))


def threads() -> None:
    """Count the threads that a host starts."""
    import threading

    host_of({"a": {"x": 1}}, print, threads=True)
    print(threading.active_count())


if __name__ == "__main__":
    globals()[sys.argv[1]]()
