"""Our rulesets in the places where the raw engine dies: run as `python guarded.py PART`; ends well or shows how not."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import threading
from collections.abc import Sequence
from typing import Any

from lianggao.engines.quiet import Rulesets
from lianggao.errors import LianggaoError


def names(letter: str, many: int) -> list[str]:
    """Return so many names."""
    return [f"{letter}{at}" for at in range(many)]


def one_each(many: int) -> Rulesets:
    """Return rules that need one mark each: rule r7 needs x7."""
    return Rulesets("one-each", [(f"r{at}", [f"x{at}"]) for at in range(many)])


def unmatched() -> None:
    """Tell of 5 000 situations that no rule matches, a few that one does, and end the process."""
    rulesets = Rulesets("unmatched", [("a", ["x", "y"]), ("b", ["x", "z"])])
    for at in range(5000):
        assert not rulesets.fire(["x", "stranger"] if at % 2 else [])
        assert at % 100 or rulesets.fire(["x", "y"]) == {"a"}


def constants() -> None:
    """Register rules over 700 marks, and see each fire alone."""
    rulesets = one_each(700)
    for at in range(700):
        assert rulesets.fire([f"x{at}"]) == {f"r{at}"}


def sessions() -> None:
    """Tell of 3 000 situations, each another."""
    rulesets = one_each(12)
    for at in range(3000):
        on = [n for n in range(12) if at >> n & 1]
        assert rulesets.fire(f"x{n}" for n in on) == {f"r{n}" for n in on}


def many_matched() -> None:
    """Let one situation match 60, 61, 65 and 200 rules, with one mark each or a mark that all share."""
    for many in (60, 61, 65, 200):
        assert one_each(many).fire(names("x", many)) == set(names("r", many))
        shared = Rulesets("shared", [(f"r{at}", ["x", f"x{at}"]) for at in range(many)])
        assert shared.fire(["x", *names("x", many)]) == set(names("r", many))
        assert not shared.fire(names("x", many))


def wide() -> None:
    """Know 400 marks at once, where each rule needs 8 of them that few others need, and then all but one."""
    marks = names("x", 400)
    rulesets = Rulesets("wide", [(f"r{at}", marks[at * 8 : at * 8 + 8]) for at in range(50)])
    assert rulesets.fire(marks) == set(names("r", 50))
    for at in (0, 7, 8, 199, 399):
        assert rulesets.fire(m for m in marks if m != f"x{at}") == set(names("r", 50)) - {f"r{at // 8}"}


def widest() -> None:
    """Have a rule that needs as many marks as a rule may, and one that needs more."""
    marks = names("x", 240)
    rulesets = Rulesets("widest", [("most", marks)])
    assert rulesets.fire(marks) == {"most"}
    assert not rulesets.fire(marks[1:])
    try:
        Rulesets("too-wide", [("over", [*marks, "one"])])
    except LianggaoError as error:
        print([fault.code for fault in error.faults])


def memory() -> None:
    """Print by how many MB the process grows over 20 000 situations, after the first thousand."""
    rulesets = one_each(130)
    grown = [_peak() for part in (1000, 20_000) if _fire_some(rulesets, part)]
    print(round(grown[1] - grown[0], 1))


def _fire_some(rulesets: Rulesets, situations: int) -> bool:
    for at in range(situations):
        rulesets.fire(() if at % 3 else (f"x{at % 130}", f"x{at * 7 % 130}"))
    return True


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def threads() -> None:
    """Print how many threads there are after some work."""
    before = threading.enumerate()
    rulesets = one_each(70)
    rulesets.fire(["x1"])
    assert threading.enumerate() == before
    print(threading.active_count())


def forked() -> None:
    """Use an engine in forked workers: theirs is refused, one of their own is right, and ours still works."""
    rulesets = one_each(70)
    assert rulesets.fire(["x3"]) == {"r3"}
    context: Any = multiprocessing.get_context("fork")
    results = context.SimpleQueue()
    workers = [context.Process(target=_worker, args=(rulesets, results, at)) for at in range(2)]
    for worker in workers:
        worker.start()
    told: Sequence[str] = sorted(results.get() for _ in workers)
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    assert rulesets.fire(["x4"]) == {"r4"}
    print(*told, sep="\n")


def _worker(rulesets: Rulesets, results: Any, at: int) -> None:
    try:
        rulesets.fire(["x3"])
    except LianggaoError as error:
        own = one_each(70)
        found = {name for n in range(500) for name in own.fire([f"x{(n * 7 + at) % 70}"])}
        results.put(f"{error.faults[0].code} {len(found)}")
    else:
        results.put("not refused")


def interrupted() -> None:
    """Get a real SIGINT while rules fire, again and again: it arrives, and what follows is judged right."""
    import signal

    rulesets = one_each(60)
    caught = 0
    for at in range(40):
        signal.setitimer(signal.ITIMER_REAL, 0.0005 + at * 0.0001)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
        try:
            while True:
                assert rulesets.fire(names("x", 60)) == set(names("r", 60))
        except KeyboardInterrupt:
            caught += 1
        assert rulesets.fire(["x5"]) == {"r5"}
    print(caught)


if __name__ == "__main__":
    globals()[sys.argv[1]]()
