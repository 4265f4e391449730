"""Which engine answers: the decision tables, durable-rules, or both with every answer compared.

The tables are the default and always there; durable-rules is an extra.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from typing import Literal, get_args

import numpy as np

from lianggao.engines.durable import DurableEngine, Firing
from lianggao.errors import Hint, InputError, fault
from lianggao.rulebook import Rulebook
from lianggao.screening.gates import DisagreementError, look_up
from lianggao.screening.knowledge import Patterns
from lianggao.screening.memory import Ask
from lianggao.tables import Answer, Table

Engine = Literal["tables", "durable", "both"]
ENGINES: tuple[Engine, ...] = get_args(Engine)

_made = threading.local()
"""Rulesets can't be unregistered, so that each thread and process makes an engine once per version of the law."""


def asker(engine: Engine, rulebook: Rulebook) -> Ask:
    """Return an engine for a rulebook. Raises InputError where it is unknown or can't be used."""
    if engine not in ENGINES:
        raise InputError([fault("unknown-value", value=engine, hint=Hint.nearest(engine, ENGINES))])
    if engine == "tables":
        return look_up
    durable = durable_engine(rulebook)
    return durable if engine == "durable" else Both(durable)


def durable_engine(rulebook: Rulebook) -> DurableEngine:
    """Return this thread's durable engine for a version of the law."""
    made: dict[tuple[int, int], tuple[object, DurableEngine]] = _made.__dict__.setdefault("engines", {})
    key = (os.getpid(), id(rulebook.gates))
    if key not in made:
        # The gates are kept, so that their identity is not given to others.
        made[key] = (rulebook.gates, DurableEngine(rulebook))
    return made[key][1]


class Both:
    """Asks the tables and durable-rules, and answers only where they agree. Raises DisagreementError."""

    def __init__(self, durable: DurableEngine) -> None:
        self._durable = durable

    def __call__(self, table: Table, patterns: Patterns) -> Answer:
        """Return the answer of both."""
        read, inferred = look_up(table, patterns), self._durable(table, patterns)
        differs = np.zeros(len(patterns), dtype=bool)
        for one, other in zip(_planes(read), _planes(inferred), strict=True):
            differs |= np.any(one != other, axis=1)
        if differs.any():
            pattern = int(differs.argmax())
            said = (_said(table, read, pattern), _said(table, inferred, pattern))
            chain = "\n".join(_line(one) for one in self._durable.trace(table, patterns, pattern))
            raise DisagreementError(table, patterns, pattern, said, chain)
        return read

    def trace(self, table: Table, patterns: Patterns, pattern: int) -> Iterable[Firing]:
        """Return what durable-rules fires for one pattern."""
        return self._durable.trace(table, patterns, pattern)


def _planes(answer: Answer) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.bool_]], ...]:
    return answer.outcomes, answer.possible, answer.certain


def _said(table: Table, answer: Answer, pattern: int) -> str:
    outcomes = [name for name, on in zip(table.outcomes, answer.outcomes[pattern], strict=True) if on]
    holds = zip(table.clauses, answer.possible[pattern], answer.certain[pattern], strict=True)
    clauses = [f"{name} {'certain' if certain else 'possible'}" for name, possible, certain in holds if possible]
    return f"{'|'.join(outcomes)} [{', '.join(clauses)}]"


def _line(fired: Firing) -> str:
    needed = " and ".join(f"{axis} in {sorted(regions)}" for axis, regions in fired.consumed) or "always"
    return f"{fired.kind} {fired.name} <- {needed}"
