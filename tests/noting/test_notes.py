"""Notes kept as columns against a plain list of them: the same order, the same texts, the same column."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from lianggao.facts import Facts, Note, joined
from lianggao.noting import Block, Notes, remarked
from lianggao.quantities import Remark

ROWS = 40
WORDS = st.sampled_from(["", "能耗", "约数", "A1"])
PLAIN = st.lists(st.builds(Note, st.integers(0, ROWS - 1), WORDS, WORDS, WORDS, WORDS, WORDS, WORDS), max_size=12)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Make a block with rows in order, some of them perhaps twice, and every way of keeping a column."""
    rows = sorted(draw(st.lists(st.integers(0, ROWS - 1), max_size=ROWS)))
    columns = []
    for _ in range(6):
        texts = draw(st.lists(WORDS, min_size=len(rows), max_size=len(rows)))
        own = pl.Series(texts, dtype=pl.String)
        columns.append(draw(st.sampled_from([draw(WORDS), own])))
    return Block(np.array(rows, dtype=np.int64), *columns)


PARTS = st.lists(st.one_of(PLAIN.map(Notes.of), st.lists(blocks(), max_size=3).map(lambda part: Notes([part]))))


def listed(parts: Sequence[Notes]) -> list[Note]:
    """Go through the parts one note at a time: row by row where a part has several blocks."""
    every: list[Note] = []
    for part in parts:
        notes = [note for block in part.blocks for note in block.notes()]
        every += sorted(notes, key=lambda note: note.row) if len(part.blocks) > 1 else notes
    return every


@given(PARTS)
def test_a_reader_sees_a_sequence_of_notes(parts: list[Notes]) -> None:
    notes, every = sum(parts, Notes()), listed(parts)
    assert list(notes) == every == [notes[at] for at in range(len(notes))]
    assert (notes == every, notes == tuple(every), notes == [*every, every]) == (True, True, False)
    assert (len(notes), bool(notes)) == (len(every), bool(every))
    for row in range(ROWS):
        assert notes.of_row(row) == [note for note in every if note.row == row]
    assert list(notes.by_row()) == sorted(every, key=lambda note: note.row)
    assert list(Notes.of(every)) == every
    assert list(notes.having("code", "约数")) == [note for note in every if note.code == "约数"]
    assert sorted(notes.rows.tolist()) == sorted(note.row for note in every)
    counted = {code: sorted(rows.tolist()) for code, rows in notes.rows_by_code().items()}
    assert counted == {code: sorted(n.row for n in every if n.code == code) for code in {n.code for n in every}}


@given(PARTS, st.sampled_from([ROWS, 300]))
def test_the_column_joins_what_is_told_of_each_row(parts: list[Notes], rows: int) -> None:
    every = listed(parts)
    expected = ["；".join(note.told for note in every if note.row == row) for row in range(rows)]
    assert sum(parts, Notes()).column(rows).to_pylist() == expected


@given(PLAIN, PLAIN)
def test_lists_below_each_other_keep_their_notes(first: list[Note], second: list[Note]) -> None:
    one, other = Facts(ROWS).adding(notes=first), Facts(ROWS).adding(notes=second)
    assert [(note.row, note.text) for note in joined([one, other, one]).notes] == [
        (note.row + ROWS * at, note.text) for at, notes in enumerate((first, second, first)) for note in notes
    ]


@given(
    st.lists(st.integers(-1, 5), max_size=ROWS),
    st.dictionaries(st.integers(0, 5), st.lists(st.builds(Remark, WORDS, WORDS), max_size=3)),
)
def test_remarks_on_distinct_cells_reach_every_row(cells: list[int], remarks: dict[int, list[Remark]]) -> None:
    texts = [f"格{at}" for at in range(6)]
    assert list(remarked(np.array(cells, dtype=np.int64), remarks, "coal_t", texts)) == [
        Note(row, "coal_t", remark.code, remark.text, given=texts[cell])
        for row, cell in enumerate(cells)
        for remark in remarks.get(cell, [])
    ]
