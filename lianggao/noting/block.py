"""Notes of one maker as columns: what is the same for all of them is kept once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from lianggao.noting.note import Note
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen, column, joined, picked

if TYPE_CHECKING:
    import polars as pl

Column: TypeAlias = "str | pl.Series"
"""One text for all notes of a block, or a text for each."""
NAMES = ("field", "code", "text", "header", "cell", "given")


@dataclass(frozen=True, eq=False)
class Block:
    """Notes in order; `rows` count from 0, and every column says what the field of that name in `Note` does."""

    rows: Ints
    field: Column
    code: Column
    text: Column
    header: Column = ""
    cell: Column = ""
    given: Column = ""

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def of(cls, notes: Iterable[Note]) -> Block:
        """Gather notes."""
        every = list(notes)
        columns = {name: _column([getattr(note, name) for note in every]) for name in NAMES}
        return cls(np.array([note.row for note in every], dtype=np.int64), **columns)

    @property
    def columns(self) -> Mapping[str, Column]:
        """Return the columns of texts by name, in the order of `Note`."""
        return {name: getattr(self, name) for name in NAMES}

    def notes(self) -> Iterator[Note]:
        """Yield the notes."""
        columns = (repeat(c) if isinstance(c, str) else c.to_list() for c in self.columns.values())
        return map(Note, self.rows.tolist(), *columns)

    def note(self, at: int) -> Note:
        """Return one note."""
        return next(self.take(np.array([at])).notes())

    def take(self, at: Ints) -> Block:
        """Return some of the notes, in the order given."""
        taken = {name: c if isinstance(c, str) else picked(c, at) for name, c in self.columns.items()}
        return Block(self.rows[at], **taken)

    def having(self, name: str, value: str) -> Bools:
        """Return which of the notes have a value in one of the columns."""
        column = getattr(self, name)
        return np.full(len(self), column == value) if isinstance(column, str) else (column == value).to_numpy()

    @property
    def told(self) -> pl.Series:
        """Return each note with its cell, as `Note.told` does."""
        if isinstance(self.cell, str):
            before = f"{self.cell}：" if self.cell else ""
            if isinstance(self.text, str):
                return column([before + self.text]).new_from_index(0, len(self))
            return joined(before, self.text) if before else self.text
        return joined(self.cell, chosen(["：", ""], (self.cell == "").to_numpy()), self.text)


def _column(texts: list[str]) -> Column:
    return texts[0] if len(set(texts)) == 1 else column(texts)
