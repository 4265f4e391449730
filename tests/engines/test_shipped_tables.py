"""The engine against every shipped table: world by world, and for random knowledge through all gates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import DEEP

from engines.comparing import DATES, book_of, engine_of, patterns, said_in_worlds, same, same_gates, worlds_known
from lianggao.rulebook import Rulebook
from lianggao.rulebook.requirements import is_requirement
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import Known, Table

pytestmark = pytest.mark.usefixtures("durable")

SAMPLE, SAMPLE_OF_REQUIREMENT = 1000, 100
"""Worlds of each table in the ordinary run: there are many requirements, and their tables are much alike."""
CHUNK = 20_000


def tables_of(book: Rulebook) -> list[Table]:
    """Return every table of a rulebook."""
    return [table for gate in book.gates for table in (gate.decide, gate.follow)]


def worlds_compared(book: Rulebook, table: Table, most: int) -> int:
    """Compare in every world, or in about so many of them, and return in how many."""
    # Odd, so that no axis of two regions stays on one of them.
    cells = np.arange(0, table.outcome.size, table.outcome.size // most | 1)
    return sum(
        same(engine_of(book)(table, worlds_known(table, part)), said_in_worlds(table, part), table.clauses)
        for part in np.array_split(cells, len(cells) // CHUNK + 1)
    )


@pytest.mark.parametrize("day", DATES)
def test_worlds_of_every_shipped_table(day: str) -> None:
    book = book_of(day)
    compared = 0
    for gate in book.gates:
        most = SAMPLE_OF_REQUIREMENT if is_requirement(gate.gate.id) else SAMPLE
        compared += sum(worlds_compared(book, table, most) for table in (gate.decide, gate.follow))
    assert compared > 4000


@pytest.mark.slow
@pytest.mark.parametrize("day", DATES)
def test_every_world_of_every_shipped_table(day: str) -> None:
    book = book_of(day)
    compared = sum(worlds_compared(book, table, table.outcome.size + 1) for table in tables_of(book))
    assert compared == sum(table.outcome.size for table in tables_of(book))


def test_the_shipped_tables_have_over_two_hundred_thousand_worlds() -> None:
    books = [book_of(day) for day in DATES]
    assert sum(table.outcome.size for book in books for table in tables_of(book)) > 200_000


def drawn(data: st.DataObject, book: Rulebook, axes: Sequence[str], projects: int) -> dict[str, Known]:
    """Draw for every project and axis the regions that are left: any but none."""
    held = {}
    for axis in axes:
        size = len(book.regions[axis])
        rows = data.draw(st.lists(st.integers(1, 2**size - 1), min_size=projects, max_size=projects), axis)
        held[axis] = Known.of_rows(np.array([[row >> at & 1 for at in range(size)] for row in rows], dtype=bool))
    return held


def compare_drawn(data: st.DataObject, projects: int) -> int:
    """Compare all gates, then each table by itself with the outcomes of earlier gates drawn too."""
    book = book_of(data.draw(st.sampled_from(DATES)))
    first = [axis for axis in book.regions if not axis.startswith(GATE_AXIS)]
    compared = same_gates(book, engine_of(book), drawn(data, book, first, projects), projects)
    known = drawn(data, book, list(book.regions), projects)
    for table in tables_of(book):
        asked = patterns({axis: known[axis] for axis in table.axes}, projects)
        compared += same(engine_of(book)(table, asked), table.look_up(asked.held, projects), table.clauses)
    return compared


@settings(max_examples=8)
@given(st.data())
def test_random_knowledge_through_all_gates(data: st.DataObject) -> None:
    assert compare_drawn(data, 4) > 4 * 14


@pytest.mark.slow
@settings(DEEP, max_examples=100)
@given(st.data())
def test_the_same_for_much_more_knowledge(data: st.DataObject) -> None:
    assert compare_drawn(data, 8) > 8 * 14


@pytest.mark.parametrize("day", DATES)
def test_the_trace_of_a_pattern_asserts_what_its_answer_says(day: str) -> None:
    book = book_of(day)
    for table in tables_of(book):
        cells = np.linspace(0, table.outcome.size - 1, min(5, table.outcome.size)).astype(np.int64)
        asked = worlds_known(table, cells)
        answer = engine_of(book)(table, asked)
        for at in range(len(cells)):
            fired = engine_of(book).trace(table, asked, at)
            # Where all is known, every mark consumed is the region that the world has on its axis.
            assert all(asked.held[axis].index[at] in regions for one in fired for axis, regions in one.consumed)
            told = {(one.kind, one.name) for one in fired}
            assert told == {
                *(("outcome", name) for name, on in zip(table.outcomes, answer.outcomes[at], strict=True) if on),
                *(("holds", name) for name, on in zip(table.clauses, answer.possible[at], strict=True) if on),
                *(("fails", name) for name, on in zip(table.clauses, answer.certain[at], strict=True) if not on),
            }


@pytest.mark.parametrize("day", DATES)
def test_knowing_nothing_leaves_what_the_tables_leave(day: str) -> None:
    book = book_of(day)
    nothing = {axis: Known.constant([True] * len(found), 1) for axis, found in book.regions.items()}
    first = {axis: known for axis, known in nothing.items() if not axis.startswith(GATE_AXIS)}
    assert same_gates(book, engine_of(book), first, 1) == 2 * len(book.gates)
