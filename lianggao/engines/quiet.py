"""durable-rules, kept inside the narrow way of use in which the released engine is exact.

One host whose background threads never start, one thread, one constant session, an own running id for each fact,
`assert_fact` and then `retract_fact`; facts are marks, never numbers or text; at most 60 rules in a ruleset; actions
only record. Nothing else of lianggao imports durable-rules.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from itertools import count
from typing import Any

from lianggao.errors import InputError, LianggaoError, fault

MOST_RULES = 60
"""One fact may match 64 rules of a ruleset; from the 65th on none fires at all."""

SESSION = "lianggao"
ALWAYS = "always"
"""A mark that every fact carries, for rules that need no other."""


class EngineError(LianggaoError):
    """The inference engine failed or contradicted itself: a bug in lianggao, or a use that it refuses."""


def load_engine() -> Any:
    """Return the module durable.engine. Raises InputError that says what to install, or why it can't be."""
    try:
        return import_module("durable.engine")
    except ImportError as error:
        raise InputError([fault("engine-missing", why=str(error).splitlines()[0])]) from error


class Rulesets:
    """Rules of marks, registered once. `fire` says which rules the marks of one situation fire.

    Raises InputError where durable-rules is missing, EngineError where it refuses the rules.
    """

    def __init__(self, name: str, rules: Sequence[tuple[str, Sequence[str]]]) -> None:
        engine = load_engine()
        self._engine, self._owner = engine, (os.getpid(), threading.get_ident())
        self._attributes = attributes_of(dict.fromkeys((ALWAYS, *(mark for _, marks in rules for mark in marks))))
        self._fired: list[str] = []
        self._ids = count(1)
        self._host = _quiet_host(engine)
        parts = [rules[at : at + MOST_RULES] for at in range(0, len(rules), MOST_RULES)]
        self._names = [f"{name}-{at}" for at in range(len(parts))]
        definitions = {ruleset: self._definition(part) for ruleset, part in zip(self._names, parts, strict=True)}
        try:
            self._host.register_rulesets(definitions)
        except Exception as error:
            raise EngineError([fault("engine-refused", what=f"{name}: {error}")]) from error

    def fire(self, marks: Iterable[str]) -> frozenset[str]:
        """Return the names of the rules that fire for one situation. Raises EngineError."""
        if self._owner != (os.getpid(), threading.get_ident()):
            raise EngineError([fault("engine-elsewhere")])
        self._fired.clear()
        known = self._attributes
        fact = {known[ALWAYS]: 1, **{known[mark]: 1 for mark in marks if mark in known}}
        for ruleset in self._names:
            self._tell(ruleset, fact)
        return frozenset(self._fired)

    def _tell(self, ruleset: str, fact: Mapping[str, int]) -> None:
        key = {"id": str(next(self._ids)), "sid": SESSION}
        state = self._call(self._host.assert_fact, ruleset, {**fact, **key})
        self._call(self._host.retract_fact, ruleset, dict(key))
        if isinstance(state, dict) and "exception" in state:
            raise EngineError([fault("engine-failed", what=str(state["exception"]).splitlines()[0])])

    def _call(self, do: Callable[[str, dict[str, Any]], Any], ruleset: str, fact: dict[str, Any]) -> Any:
        try:
            return do(ruleset, fact)
        except self._engine.MessageNotHandledException:
            # No rule matched: the usual answer, not a failure.
            return None
        except Exception as error:
            raise EngineError([fault("engine-failed", what=f"{type(error).__name__}: {error}")]) from error

    def _definition(self, rules: Sequence[tuple[str, Sequence[str]]]) -> dict[str, Any]:
        return {name: {"all": [{"m": self._all(marks)}], "run": self._recorder(name)} for name, marks in rules}

    def _all(self, marks: Sequence[str]) -> dict[str, Any]:
        tests = [{self._attributes[mark]: 1} for mark in (marks or (ALWAYS,))]
        return tests[0] if len(tests) == 1 else {"$and": tests}

    def _recorder(self, name: str) -> Callable[[Any], None]:
        def record(_: Any) -> None:
            self._fired.append(name)

        return record


def _quiet_host(engine: Any) -> Any:
    class Quiet(engine.Host):  # type: ignore[misc]
        """A host that never starts its background threads."""

        def _run(self) -> None:
            pass

    return Quiet()


def attributes_of(marks: Iterable[str], hashed: Callable[[str], int] | None = None) -> dict[str, str]:
    """Name an attribute for every mark so that no two share a 32-bit hash, which the engine takes for identity.

    >>> list(attributes_of(["always", "area"]).values())
    ['m0', 'm1']
    """
    hashed = hashed or fnv1a
    taken = {hashed(name) for name in ("id", "sid", "$s")}
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
