"""A figure from 98 % of a threshold of the law in force up to it is noted; one that reaches it is not."""

from __future__ import annotations

from typing import Any

import pytest
from listing import CALORIFIC, EQUIVALENT, SITE, UNSTATED, screened

from lianggao.facts import Note

INF = float("inf")


def notes(figure: Any, field: str = EQUIVALENT, as_of: str = "2022-06-30", **more: Any) -> list[Note]:
    """Return the notes on a cement clinker project with one figure."""
    every = screened([{**SITE, field: figure, **more}], as_of).facts.notes
    return [note for note in every if note.code == "just-under-threshold"]


# 5万 × 0.98 = 49 000 and 1万 × 0.98 = 9 800
@pytest.mark.parametrize("figure", [49000, 49500, 49999.99, 9800, 9999.99])
def test_from_98_percent_up_to_the_threshold_there_is_one_note(figure: float) -> None:
    [note] = notes(figure)
    assert (note.row, note.field) == (0, EQUIVALENT)


@pytest.mark.parametrize("figure", [50000, 48999.99, 50000.01, 10000, 9799.99, 0, None, 30000])
def test_anywhere_else_there_is_none(figure: float | None) -> None:
    assert notes(figure) == []


@pytest.mark.parametrize(
    ("figure", "expected"),
    [((49000, 49999), 1), ((49000, 50000), 0), ((48999, 49500), 0), ((49500, INF), 0), ((0, 49500), 0)],
)
def test_an_interval_counts_where_the_whole_of_it_lies_there(figure: tuple[float, float], expected: int) -> None:
    assert len(notes(figure)) == expected


def test_the_note_says_how_much_is_short_and_of_what() -> None:
    [note] = notes(49999.9)
    head, _, clauses = note.text.partition("；涉及")
    assert head == "年综合能源消费量（等价值）49999.9吨标准煤，只差0.1吨标准煤就到5万吨标准煤的界线"
    assert "附件1 第一类" in clauses


def test_a_figure_of_unstated_basis_has_one_note_for_both_bases() -> None:
    """1万 is a line of the equivalent value (catalog and 65号) and, of the calorific value, of 65号 alone."""
    [note] = notes(9900, UNSTATED)
    assert note.field == UNSTATED
    assert note.text.count("只差100吨标准煤就到1万吨标准煤的界线") == 1
    assert "若为等价值，涉及" in note.text
    assert "若为当量值，涉及" in note.text
    [note] = notes(49500, UNSTATED)
    assert "若为等价值，涉及" in note.text
    assert "当量值，涉及" not in note.text


@pytest.mark.parametrize(
    ("as_of", "field", "figure", "expected"),
    [
        ("2021-06-30", CALORIFIC, 4950, 1),  # 5 000: 节能审查办法 2016
        ("2024-06-30", CALORIFIC, 4950, 0),
        ("2021-06-30", EQUIVALENT, 49500, 0),  # before the catalog
        ("2024-06-30", EQUIVALENT, 49500, 1),
        ("2024-06-30", "coal_t", 9900, 0),
        ("2025-10-01", "coal_t", 9900, 1),  # 1万吨煤: 节能审查和碳排放评价办法 2025
    ],
)
def test_the_thresholds_are_those_of_the_law_in_force(as_of: str, field: str, figure: float, expected: int) -> None:
    assert len(notes(figure, field, as_of)) == expected


def test_a_threshold_that_cannot_matter_for_the_project_is_no_matter() -> None:
    assert notes(49500, activity="other") == []


def test_a_contradictory_figure_is_unknown() -> None:
    """当量值 is never above 等价值 in a plant that sells no power."""
    assert notes(49500, **{CALORIFIC: 60000}) == []


def test_each_row_has_the_notes_of_its_own_law() -> None:
    rows = [{**SITE, EQUIVALENT: 49500, "decision_date": day} for day in ("2021-06-30", "2022-06-30", "2024-06-30")]
    every = screened(rows, None).facts.notes
    assert [note.row for note in every if note.code == "just-under-threshold"] == [1, 2]
