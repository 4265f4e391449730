"""The engine against the tables on lists: the example's rows and two thousand made-up ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from benchmarks.lists import make_list
from engines.comparing import DATES, book_of, engine_of, same_gates
from lianggao import screen
from lianggao.rulebook import Law
from lianggao.screening import Screening
from lianggao.screening.knowledge import knowledge_of

pytestmark = pytest.mark.usefixtures("durable")

EXAMPLE = Path(__file__).parents[2] / "examples" / "projects.csv"


@pytest.fixture(scope="module")
def made_up(law: Law) -> Screening:
    """Return a long list, read once."""
    return screen(make_list(2000), as_of=DATES[0], law=law)


def compared(read: Screening, day: str) -> int:
    """Compare all gates for all projects of a list, by the law of a day."""
    book = book_of(day)
    known = knowledge_of(read.facts, book)
    # What is left is never nothing: the engine takes an axis that no rule asks about for free.
    assert all(found.rows().any(axis=1).all() for found in known.values())
    return same_gates(book, engine_of(book), known, len(read))


@pytest.mark.parametrize("day", DATES)
def test_every_project_of_the_example(law: Law, day: str) -> None:
    assert compared(screen(EXAMPLE, as_of=day, law=law), day) > 80


@pytest.mark.parametrize("day", DATES)
def test_two_thousand_made_up_projects(made_up: Screening, day: str) -> None:
    assert compared(made_up, day) > 800


def test_the_whole_result_is_the_same(law: Law) -> None:
    expected = screen(EXAMPLE, as_of=DATES[1], law=law)
    found = screen(EXAMPLE, as_of=DATES[1], law=law, engine="durable")
    pd.testing.assert_frame_equal(found.columns("zh"), expected.columns("zh"))
    for one, other in zip(found.projects(), expected.projects(), strict=True):
        stamp = one.stamp.model_copy(update={"engine": other.stamp.engine})
        assert one.trace
        assert one.model_copy(update={"trace": (), "stamp": stamp}) == other


def test_the_order_of_a_list_does_not_matter(made_up: Screening) -> None:
    """Nothing of one situation reaches the next: the same list backwards, by an engine that has seen it forwards."""
    rows = np.arange(len(made_up))[::-1].astype(np.int64)
    backwards = replace(made_up, facts=made_up.facts.take(rows))
    assert compared(backwards, DATES[0]) == compared(made_up, DATES[0])
