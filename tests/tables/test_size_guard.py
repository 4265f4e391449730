"""The size guard: a table of more worlds than can be checked is refused, naming the clause and the axes to blame."""

from __future__ import annotations

import pytest

from lianggao.tables import MAX_CELLS, All, AtLeast, Clause, Condition, QuantityAxis, TooManyWorldsError, cut
from lianggao.tables import compile_table as compiled

SIDE = 2048
"""So many regions on each of two axes make exactly MAX_CELLS worlds."""


def steps(axis: str, regions: int) -> Condition:
    return All(tuple(AtLeast(axis, float(n)) for n in range(1, regions)))


def table_of(first: int, second: int) -> None:
    clauses = [
        Clause("small", AtLeast("a", 1.0), "yes"),
        Clause("large", All((steps("a", first), steps("b", second))), "yes"),
    ]
    axes = [QuantityAxis("a", "a"), QuantityAxis("b", "b")]
    compiled(cut(axes, [clause.condition for clause in clauses]), clauses, ["yes"], "no")


def test_the_greatest_table_allowed_has_four_million_worlds() -> None:
    assert SIDE * SIDE == MAX_CELLS == 2**22


def test_a_table_of_exactly_the_limit_is_compiled() -> None:
    table_of(SIDE, SIDE)


def test_a_table_just_above_the_limit_is_refused_by_name() -> None:
    with pytest.raises(TooManyWorldsError) as caught:
        table_of(SIDE, SIDE + 1)
    error = caught.value
    assert (error.clause, error.axes, error.cells) == ("large", ("b", "a"), SIDE * (SIDE + 1))


def test_the_number_of_worlds_does_not_overflow() -> None:
    clauses = [Clause("wide", All(tuple(steps(f"a{i}", 40) for i in range(20))))]
    regions = cut([QuantityAxis(f"a{i}", f"s{i}") for i in range(20)], [clauses[0].condition])
    with pytest.raises(TooManyWorldsError) as caught:
        compiled(regions, clauses, [], "")
    assert caught.value.cells == 40**20
