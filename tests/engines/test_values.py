"""Figures and texts never reach the engine, whatever a cell holds: it sees marks, and answers as the tables do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest
from building import facts_of
from hypothesis import given
from hypothesis import strategies as st

from engines.comparing import book_of, engine_of, same_gates
from lianggao import screen
from lianggao.engines.quiet import SESSION, load_engine
from lianggao.screening.knowledge import knowledge_of

pytestmark = pytest.mark.usefixtures("durable")

FIGURES = [
    *("1e16", "1e-7", "1e-05", "1E400", "inf", "-inf", "nan", "NaN", "None", "null", "", " ", "0", "-0", "-1", "True"),
    *(
        "5万",
        "五万",
        "4.8—5.2万吨标准煤",
        "50000",
        "50000.0",
        "49999.999999",
        "50000.000001",
        "9",
        "A",
        "能耗",
        "'",
        '"',
    ),
    *("1\n2", "🏭", "9223372036854775808", "100000000000000000000", "0x10", "1,000", "{}", "$and", "'", '"'),
]
ODD = (0.0, 5e-324, 1e-7, 1e-5, 1.0, 49999.999999, 50000.0, 1e15, 1e16, 1e300, float("inf"))


def rows(figures: list[str]) -> pd.DataFrame:
    """Return a list of clinker lines, one per figure."""
    many = len(figures)
    return pd.DataFrame(
        {
            "项目名称": pd.array(figures, dtype="str"),
            "行业代码": ["3011"] * many,
            "主要产品及规模": ["水泥熟料5500吨/日"] * many,
            "建设性质": ["新建"] * many,
            "建设地点": ["禹州市"] * many,
            "年综合能源消费量（等价值，吨标准煤）": pd.array(figures, dtype="str"),
        }
    )


def listened(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """Return a list into which every fact goes that the engine is told."""
    facts: list[Mapping[str, Any]] = []
    engine: Any = load_engine()
    tell = engine.Host.assert_fact

    def listen(host: Any, ruleset: str, fact: Mapping[str, Any]) -> Any:
        facts.append(dict(fact))
        return tell(host, ruleset, fact)

    monkeypatch.setattr(engine.Host, "assert_fact", listen)
    return facts


@pytest.mark.parametrize("as_of", ["2022-06-30", "2024-06-30"])
def test_any_figure_in_a_cell_gives_what_the_tables_give(as_of: str) -> None:
    expected = screen(rows(FIGURES), as_of=as_of).columns("en")
    pd.testing.assert_frame_equal(screen(rows(FIGURES), as_of=as_of, engine="durable").columns("en"), expected)
    assert expected["determination"].nunique() > 1


def test_the_engine_is_told_marks_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = listened(monkeypatch)
    screen(rows(FIGURES), as_of="2022-06-30", engine="durable")
    assert len(facts) > 20
    assert {fact.pop("sid") for fact in facts} == {SESSION}
    assert all(fact.pop("id").isdecimal() for fact in facts)
    assert {repr(value) for fact in facts for value in fact.values()} == {"1"}
    assert {name.rstrip("0123456789") for fact in facts for name in fact} == {"m", "always"}


@given(st.lists(st.tuples(st.sampled_from(ODD), st.sampled_from(ODD)), min_size=1, max_size=4))
def test_any_number_in_the_facts_gives_what_the_tables_give(spans: list[tuple[float, float]]) -> None:
    book = book_of("2022-06-30")
    stated = [{"activity": "cement_clinker", "energy_equivalent_tce": (min(span), max(span))} for span in spans]
    assert same_gates(book, engine_of(book), knowledge_of(facts_of(book.law, stated), book), len(stated))
