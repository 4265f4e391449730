"""A list given as floats and categories gives the facts that the same list gives as texts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lianggao.facts import Facts
from lianggao.intake import read_facts, read_headers, report_columns
from lianggao.rulebook import load_law

LAW = load_law()
HEADERS = read_headers(LAW.catalogs)
FIGURES = ("investment_wan_yuan", "energy_equivalent_tce", "electricity_kwh", "output_t", "plot_ratio")
WORDS = {
    "project_name": ["水泥熟料生产线", " 某项目 ", "--"],
    "industry_code": ["3011", "C2521"],
    "products": ["水泥熟料4500吨/日", "焦炭100万吨/年"],
    "county": ["411081", "禹州市"],
    "stage": ["existing", "拟建", "乱写"],
    "construction_nature": ["new_build", "扩建"],
    "decision_date": ["2022-06-30", "2021", "某日"],
}
BLANK = st.none()
FIGURE = st.one_of(BLANK, st.decimals(0, 10**7, places=3, allow_nan=False).map(lambda d: float(d)))


@st.composite
def lists(draw: st.DrawFn) -> dict[str, list[object]]:
    rows = draw(st.integers(1, 12))
    columns: dict[str, list[object]] = {name: draw(st.lists(FIGURE, min_size=rows, max_size=rows)) for name in FIGURES}
    for name, some in WORDS.items():
        columns[name] = draw(st.lists(st.sampled_from([*some, None]), min_size=rows, max_size=rows))
    return columns


def facts_of(frame: pd.DataFrame) -> Facts:
    return read_facts(frame, report_columns(frame, LAW.vocabulary, HEADERS), LAW.vocabulary, HEADERS)


def typed(columns: dict[str, list[object]], categories: Callable[[list[object]], object]) -> pd.DataFrame:
    """Return floats, NaN where blank, and the words as `categories` makes them."""
    figures = {name: np.array([np.nan if v is None else v for v in columns[name]], dtype=float) for name in FIGURES}
    return pd.DataFrame({**figures, **{name: categories(columns[name]) for name in WORDS}})


def written(value: object) -> str:
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def told(facts: Facts) -> tuple[object, ...]:
    spans = {name: (span.low.tolist(), span.high.tolist()) for name, span in facts.quantities.items()}
    choices = {name: known.rows().tolist() for name, known in facts.choices.items()}
    return {name: texts.tolist() for name, texts in facts.texts.items()}, choices, spans, list(facts.notes)


@settings(max_examples=40)
@given(lists())
def test_floats_and_categories_read_as_their_texts(columns: dict[str, list[object]]) -> None:
    texts = pd.DataFrame({name: [written(v) for v in values] for name, values in columns.items()}, dtype="str")
    expected = told(facts_of(texts))
    assert told(facts_of(typed(columns, pd.Categorical))) == expected
    # Categories that no row has, in an order of their own, and rows that are not numbered from zero.
    unused = typed(
        columns, lambda values: pd.Categorical(values, categories=["无", *sorted({*map(written, values)} - {""})])
    )
    assert told(facts_of(unused.set_axis(range(5, 5 + len(unused))))) == expected


def test_categories_of_other_kinds_read_as_the_cells_they_are() -> None:
    yes = pd.DataFrame(
        {"declared_lianggao": pd.Categorical([True, False, None]), "output_t": pd.Categorical([1, 2.5, 1])}
    )
    facts = facts_of(yes)
    assert facts.text("declared_lianggao").tolist() == ["是", "否", ""]
    assert facts.span("output_t").high.tolist() == [1, 2.5, 1]
