"""口径敏感: one note for each project whose figure of unstated basis gives other outcomes as 等价值 than as 当量值."""

from __future__ import annotations

from typing import Any

import pytest
from building import CLINKER, Stated, facts_of, outcomes, screen_one
from hypothesis import given, settings
from hypothesis import strategies as st

from lianggao.facts import Note
from lianggao.rulebook import load_law
from lianggao.screening.screening import screen_facts

UNSTATED = "energy_unstated_tce"
BASES = {"energy_equivalent_tce": "等价值", "energy_calorific_tce": "当量值"}
ASKING = ("catalog", "action_plan", "national", "energy_review")
"""The gates that do not build on another gate."""


def notes(rows: list[dict[str, Any]], as_of: str | None = "2022-06-30") -> list[Note]:
    every = screen_facts(facts_of(load_law(), rows), load_law(), as_of).facts.notes
    return [note for note in every if note.code == "basis-sensitive"]


def clinker(figure: Any, **more: Any) -> dict[str, Any]:
    return {**CLINKER, UNSTATED: figure, **more}


def test_where_the_basis_decides_one_note_says_what_each_gives() -> None:
    """60 000 as 当量值 means at least as much 等价值: class one on either basis; 30 000 does not."""
    assert [note for note in notes([clinker(60000)]) if "管理目录" in note.text] == []
    [note] = notes([clinker(30000)])
    assert (note.row, note.field) == (0, UNSTATED)
    assert note.text.startswith("口径敏感：河南省“两高”项目管理目录按等价值为第二类，按当量值为第一类或第二类")


def test_gates_that_follow_from_others_are_not_told_beside_them() -> None:
    [note] = notes([clinker(8000)])
    titles = {gate: law.title for gate, law in load_law().gates.items()}
    assert [gate for gate in titles if titles[gate] in note.text] == [
        gate for gate in titles if gate in ("catalog", "action_plan", "energy_review")
    ]
    assert len(note.text) < 200


def test_of_many_outcomes_only_those_that_the_basis_changes_are_told() -> None:
    unknown = clinker(30000, activity=None)
    [note] = notes([unknown])
    # whatever the project is, 30 000 of 等价值 is not 5万
    assert "管理目录仅按当量值可能为第一类；" in note.text


@pytest.mark.parametrize(
    "stated",
    [
        {"energy_equivalent_tce": 40000, "energy_calorific_tce": 30000},
        {UNSTATED: None},
        {UNSTATED: None, "energy_equivalent_tce": 30000},
    ],
)
def test_where_the_bases_are_stated_or_nothing_is_there_is_none(stated: Stated) -> None:
    assert notes([clinker(30000, **stated) if UNSTATED not in stated else {**CLINKER, **stated}]) == []


def test_a_figure_that_can_only_be_one_of_both_is_not_sensitive() -> None:
    """Beside 等价值 20 000 the figure 15 000 is not 等价值."""
    assert notes([clinker(15000, energy_equivalent_tce=20000)]) == []


def test_beside_one_basis_the_figure_may_still_be_the_other() -> None:
    """As 等价值 60 000 repeats what is stated, which is all that the catalog asks.

    As 当量值 it is over 1万 on either reading of 65号, and too much to be exempt from the energy review.
    """
    [note] = notes([clinker(60000, energy_equivalent_tce=60000)])
    assert "管理目录" not in note.text
    assert "重点范围按等价值为重点或重点范围之外，按当量值为重点；" in note.text
    assert "节能审查仅按等价值可能为免于节能审查或市级审查" in note.text


FIGURES = st.sampled_from([0.0, 900.0, 1000.0, 4999.0, 5000.0, 9999.0, 10000.0, 30000.0, 50000.0, (900.0, 60000.0)])
ROWS = st.fixed_dictionaries(
    {
        UNSTATED: FIGURES,
        "activity": st.sampled_from(["cement_clinker", "other", "coking", None]),
        "decision_date": st.sampled_from(["2021-06-30", "2022-06-30", "2024-06-30", "2025-10-01"]),
    }
)


@settings(max_examples=40)
@given(st.lists(ROWS, min_size=1, max_size=4))
def test_the_notes_are_what_screening_each_basis_gives(rows: list[dict[str, Any]]) -> None:
    law = load_law()
    told = {note.row: note.text for note in notes([{**CLINKER, **row} for row in rows], None)}
    for at, row in enumerate(rows):
        rest = {name: value for name, value in row.items() if name not in (UNSTATED, "decision_date")}
        first, second = (screen_one(law, {**CLINKER, **rest, b: row[UNSTATED]}, row["decision_date"]) for b in BASES)
        differing = {gate.gate for gate in first.gates if outcomes(first, gate.gate) != outcomes(second, gate.gate)}
        assert (at in told) == bool(differing)
        named = {gate for gate in law.gates if law.gates[gate].title in told.get(at, "")}
        assert named == differing & set(ASKING)
