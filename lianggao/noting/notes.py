"""All notes on a list: a sequence of `Note`s that are made only when somebody reads them one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, overload

import numpy as np

from lianggao.noting.block import Block
from lianggao.noting.column import told_of_rows
from lianggao.noting.note import Note
from lianggao.tables.known import Ints
from lianggao.text_columns import arrow

if TYPE_CHECKING:
    import pyarrow as pa

NONE = np.empty(0, dtype=np.int64)


class Notes(Sequence[Note]):
    """Notes in order: part by part, and in a part of several blocks row by row, what the first block says first."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, parts: Iterable[Iterable[Block]] = ()) -> None:
        every = (tuple(block for block in part if len(block)) for part in parts)
        self._parts = tuple(part for part in every if part)

    @classmethod
    def of(cls, notes: Iterable[Note]) -> Notes:
        """Keep notes in their order; those that are columns already stay as they are."""
        return notes if isinstance(notes, Notes) else cls([[Block.of(notes)]])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Return all blocks; the notes of one row are in their order."""
        return tuple(block for part in self._parts for block in part)

    def by_row(self) -> Notes:
        """Return the notes in the order of the rows; those of one row stay in their order."""
        return Notes([[_sorted(block) for block in self.blocks]])

    def __len__(self) -> int:
        return sum(map(len, self.blocks))

    def __iter__(self) -> Iterator[Note]:
        for part in self._parts:
            notes = [note for block in part for note in block.notes()]
            yield from notes if len(part) == 1 else map(notes.__getitem__, _order(part).tolist())

    @overload
    def __getitem__(self, at: int) -> Note: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Note, ...]: ...

    def __getitem__(self, at: int | slice) -> Note | tuple[Note, ...]:
        return tuple(self)[at]

    def __add__(self, other: Iterable[Note]) -> Notes:
        return Notes([*self._parts, *Notes.of(other)._parts])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Notes | tuple | list) and len(self) == len(other) and list(self) == list(other)

    def __repr__(self) -> str:
        return f"Notes({list(self)})"

    def of_row(self, row: int) -> list[Note]:
        """Return the notes on one project."""
        order, rows, starts = self._index
        places = order[slice(*np.searchsorted(rows, [row, row + 1]))].tolist()
        blocks = (np.searchsorted(starts, places, side="right") - 1).tolist()
        return [self.blocks[b].note(place - int(starts[b])) for b, place in zip(blocks, places, strict=True)]

    @cached_property
    def _index(self) -> tuple[Ints, Ints, Ints]:
        """Return the places of all notes in the order of the rows, those rows, and where each block starts."""
        order = _order(self.blocks)
        return order, _rows(self.blocks)[order], np.cumsum([0, *map(len, self.blocks)])

    def having(self, name: str, value: str) -> Notes:
        """Return the notes that have a value in one of the columns, such as `code`."""
        return Notes([[b.take(np.flatnonzero(b.having(name, value))) for b in part] for part in self._parts])

    @property
    def rows(self) -> Ints:
        """Return the row of each note, block by block."""
        return _rows(self.blocks)

    def rows_by_code(self) -> Mapping[str, Ints]:
        """Return the row of each note of a kind, kinds in the order of their codes."""
        found: dict[str, list[Ints]] = {}
        for block in self.blocks:
            for code in [block.code] if isinstance(block.code, str) else block.code.unique().to_list():
                found.setdefault(code, []).append(block.rows[block.having("code", code)])
        return {code: np.concatenate(found[code]) for code in sorted(found)}

    def shifted(self, by: int) -> Notes:
        """Return the notes with rows that are so many further down."""
        return self.mapped(lambda block: replace(block, rows=block.rows + by))

    def mapped(self, change: Callable[[Block], Block]) -> Notes:
        """Return the notes with each block changed; it has to keep as many, in the same order."""
        return Notes([[change(block) for block in part] for part in self._parts])

    def column(self, rows: int) -> pa.LargeStringArray:
        """Return what is told of each of so many projects in one text, joined by `；`; empty where there is nothing."""
        return arrow(told_of_rows(self.blocks, rows))


def _rows(blocks: Sequence[Block]) -> Ints:
    return np.concatenate([NONE, *(block.rows for block in blocks)])


def _order(blocks: Sequence[Block]) -> Ints:
    return np.argsort(_rows(blocks), kind="stable")


def _sorted(block: Block) -> Block:
    ordered = bool((block.rows[1:] >= block.rows[:-1]).all())
    return block if ordered else block.take(np.argsort(block.rows, kind="stable"))
