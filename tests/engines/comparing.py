"""Compare an engine with the decision tables; a comparison is one pattern of what is known of one table's axes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import SimpleNamespace
from typing import cast

import numpy as np

from lianggao.engines.durable import DurableEngine
from lianggao.rulebook import Rulebook, load_law, load_rulebook
from lianggao.rulebook.models import Gate, Outcome
from lianggao.screening.gates import ask_gates
from lianggao.screening.knowledge import Patterns
from lianggao.screening.memory import Memory
from lianggao.tables import Answer, Clause, Known, Regions, Table, compile_table
from lianggao.tables.known import Ints

DATES = ("2022-06-30", "2023-06-15", "2024-06-30")
"""A day under the catalog of 2021, one in the year in which either catalog may be in force, one under that of 2023."""


@cache
def book_of(day: str) -> Rulebook:
    """Return the shipped rules in force on a day, compiled once."""
    return load_rulebook(day, load_law())


@cache
def engine_of(book: Rulebook) -> DurableEngine:
    """Return the engine of a rulebook, made once."""
    return DurableEngine(book)


def same(found: Answer, expected: Answer, names: object = "") -> int:
    """Assert that two answers are the same, plane by plane, and return how many patterns were compared."""
    for plane in ("outcomes", "possible", "certain"):
        one, other = getattr(found, plane), getattr(expected, plane)
        assert one.shape == other.shape
        assert np.array_equal(one, other), (names, plane, np.argwhere(one != other)[:5].tolist())
    return len(expected.outcomes)


def same_gates(book: Rulebook, engine: DurableEngine, knowledge: Mapping[str, Known], projects: int) -> int:
    """Ask every gate of a rulebook by the engine, one building on the other, and compare with the tables."""
    found, expected = (ask_gates(book, knowledge, projects, *asked) for asked in ([Memory(engine)], []))
    assert list(found) == list(expected)
    compared = 0
    for gate, answer in expected.items():
        for part in ("decided", "followed"):
            one, other = getattr(found[gate], part), getattr(answer, part)
            assert np.array_equal(one.patterns.of_row, other.patterns.of_row)
            compared += same(one.answer, other.answer, (str(book.as_of), gate, part))
    return compared


def said_in_worlds(table: Table, cells: Ints) -> Answer:
    """Return what the arrays of a table say in some worlds, without any lookup."""
    outcome = table.outcome.reshape(-1)[cells]
    holds = table.holds.reshape(len(table.clauses), table.outcome.size)[:, cells].T
    return Answer(outcome[:, None] == np.arange(len(table.outcomes)), holds, holds)


def worlds_known(table: Table, cells: Ints) -> Patterns:
    """Return the patterns of knowing all: of each world exactly its region on every axis."""
    places = np.unravel_index(cells, table.outcome.shape) if table.axes else ()
    held = {
        axis: Known(np.eye(size, dtype=bool), np.asarray(place, dtype=np.int64))
        for axis, size, place in zip(table.axes, table.outcome.shape, places, strict=True)
    }
    return patterns(held, len(cells))


def patterns(held: Mapping[str, Known], many: int) -> Patterns:
    """Return so many patterns, one for each project."""
    every = np.arange(many, dtype=np.int64)
    return Patterns(held, every, every)


def table_alone(
    regions: Mapping[str, Regions], clauses: tuple[Clause, ...], outcomes: tuple[str, ...], otherwise: str
) -> tuple[Table, DurableEngine]:
    """Return the table of some clauses and an engine that knows only it."""
    table = compile_table(regions, clauses, outcomes, otherwise)
    gate = Gate(id="alone", title="", outcomes=(Outcome(id="a", label=""),), otherwise=Outcome(id="b", label=""))
    nothing = compile_table(regions, (), (), "")
    gates = (SimpleNamespace(gate=gate, decide=table, follow=nothing, deciding_clauses=clauses, following_clauses=()),)
    return table, DurableEngine(cast(Rulebook, SimpleNamespace(gates=gates, regions=regions)))
