"""durable-rules, kept inside the narrow way of use in which the released engine is exact.

One host whose background threads never start, one thread, one constant session, an own running id for each fact,
`assert_fact` and then `retract_fact`; facts are marks, never numbers or text; few enough rules and marks in a ruleset;
actions only record. Nothing else of lianggao imports durable-rules.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from importlib import import_module
from itertools import count
from math import inf
from typing import Any, NoReturn

from lianggao.errors import EngineError, InputError, fault

MOST_RULES = 60
"""One fact may match 64 rules of a ruleset; from the 65th on none fires at all."""

MOST_MARKS = 240
"""A fact with more than 252 attributes beside its id and session is refused."""

SESSION = "lianggao"
ALWAYS = "always"
"""An attribute that every fact carries, for rules that need no mark."""

Rule = tuple[str, Sequence[str]]
"""A name and the marks that are all needed."""


def load_engine() -> Any:
    """Return the module durable.engine. Raises InputError that says what to install, or why it can't be."""
    try:
        engine: Any = import_module("durable.engine")
    except ImportError as error:
        raise InputError([fault("engine-missing", why=_first_line(error))]) from error
    # Its own clock is deprecated since Python 3.12, a warning for every rule that fires, and jumps with summer time.
    engine._unix_now = time.monotonic
    return engine


class Rulesets:
    """Rules of marks, registered once. `fire` says which rules the marks of one situation fire.

    Raises InputError where durable-rules is missing, EngineError where it refuses the rules.
    """

    def __init__(self, name: str, rules: Iterable[Rule]) -> None:
        self._engine, self._name, self._owner = load_engine(), name, _here()
        self._parts = [_Part(part) for part in _split(name, rules)]
        self._fired: list[str] = []
        self._ids = count(1)
        self._host = self._registered()

    def fire(self, marks: Iterable[str]) -> frozenset[str]:
        """Return the names of the rules that fire for one situation; marks that no rule needs are left out.

        Raises EngineError, also in any other thread or process than that which made this.
        """
        if self._owner != _here():
            raise EngineError([fault("engine-elsewhere")])
        known = frozenset(marks)
        self._fired.clear()
        try:
            self._host = self._host or self._registered()
            for at, part in enumerate(self._parts):
                self._tell(str(at), part.fact(known))
        except BaseException as error:
            # What was broken off is still in the host: it would fire later, or keep rules from firing for a minute.
            self._host = None
            if isinstance(error, EngineError) or not isinstance(error, Exception):
                raise
            raise EngineError([fault("engine-failed", what=f"{type(error).__name__}: {error}")]) from error
        return frozenset(self._fired)

    def __reduce__(self) -> NoReturn:
        # A copy would have the number of the original's rulesets, which is another's in another process.
        raise EngineError([fault("engine-elsewhere")])

    def _tell(self, ruleset: str, fact: dict[str, int]) -> None:
        key = {"id": str(next(self._ids)), "sid": SESSION}
        try:
            state = self._host.assert_fact(ruleset, {**fact, **key})
            if not isinstance(state, dict):
                raise EngineError([fault("engine-failed", what="rules matched and did not fire")])
        except self._engine.MessageNotHandledException:
            # No rule matched: the usual answer, not a failure.
            pass
        self._host.retract_fact(ruleset, key)

    def _registered(self) -> Any:
        host = _quiet_host(self._engine)
        run = _recorder(self._engine, self._record)
        try:
            host.register_rulesets({str(at): part.definition(run) for at, part in enumerate(self._parts)})
        except Exception as error:
            raise EngineError([fault("engine-refused", what=f"{self._name}: {error}")]) from error
        return host

    def _record(self, name: str) -> None:
        self._fired.append(name)


class _Part:
    """The rules of one ruleset. The engine sees numbers for the names of rules and marks."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._attributes = attributes_of(dict.fromkeys(mark for _, marks in rules for mark in marks))

    def fact(self, marks: Collection[str]) -> dict[str, int]:
        """Return the fact of a situation: only the marks that some rule here needs."""
        return {ALWAYS: 1, **{name: 1 for mark, name in self._attributes.items() if mark in marks}}

    def definition(self, run: Callable[[str], Any]) -> dict[str, Any]:
        """Return the rules as the engine takes them, anew each time, since it changes what it is given."""
        return {str(at): {"all": [{"m": self._all(m)}], "run": run(name)} for at, (name, m) in enumerate(self._rules)}

    def _all(self, marks: Sequence[str]) -> dict[str, Any]:
        tests = [{self._attributes[mark]: 1} for mark in dict.fromkeys(marks)] or [{ALWAYS: 1}]
        return tests[0] if len(tests) == 1 else {"$and": tests}


def _split(name: str, rules: Iterable[Rule]) -> list[list[Rule]]:
    """Share out the rules so that no ruleset has too many of them, nor needs too many marks."""
    parts: list[list[Rule]] = []
    marks: set[str] = set()
    for rule in rules:
        if len(set(rule[1])) > MOST_MARKS:
            raise EngineError([fault("engine-refused", what=f"{name}: over {MOST_MARKS} marks in a rule")])
        if not parts or len(parts[-1]) == MOST_RULES or len(marks.union(rule[1])) > MOST_MARKS:
            parts.append([])
            marks = set()
        parts[-1].append(rule)
        marks.update(rule[1])
    return parts


def _quiet_host(engine: Any) -> Any:
    class Quiet(engine.Host):  # type: ignore[misc]
        """A host that never starts its background threads."""

        def _run(self) -> None:
            pass

    return Quiet()


def _recorder(engine: Any, record: Callable[[str], None]) -> Callable[[str], Any]:
    class Recorder(engine.Promise):  # type: ignore[misc]
        """An action that records. The engine's own hides what is raised in it in the session, Ctrl-C too."""

        def __init__(self, name: str) -> None:
            super().__init__(lambda _: None)
            self._name = name

        def run(self, closure: Any, complete: Callable[[None], None]) -> None:
            # After ten seconds, as when the process was stopped meanwhile, the rules left would not fire.
            closure._start_time = inf
            record(self._name)
            complete(None)

    return Recorder


def attributes_of(marks: Iterable[str], hashed: Callable[[str], int] | None = None) -> dict[str, str]:
    """Name an attribute for every mark so that no two share a 32-bit hash, which the engine takes for identity.

    >>> list(attributes_of(["area", "kind"]).values())
    ['m0', 'm1']
    """
    hashed = hashed or fnv1a
    taken = {hashed(name) for name in ("id", "sid", "$s", ALWAYS)}
    names = {}
    for at, mark in enumerate(marks):
        name = next(name for name in (f"m{at}" + "x" * more for more in count()) if hashed(name) not in taken)
        taken.add(hashed(name))
        names[mark] = name
    return names


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text.

    >>> fnv1a("costarring") == fnv1a("liquid")
    True
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def _here() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
