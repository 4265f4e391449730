"""Read a long text table by columns: the whole list, or the same list part by part, as often as need be."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Literal

import numpy as np

from lianggao.ahead import ahead
from lianggao.intake.files.chunks import Chunk
from lianggao.intake.files.limits import MAX_STREAM_ROWS
from lianggao.intake.files.packed import Packed
from lianggao.intake.files.text_table import TextTable
from lianggao.intake.files.widths import Widths
from lianggao.intake.layout.build import Found, Rows, build, of_rows
from lianggao.intake.layout.columns import Chunks
from lianggao.intake.layout.page import Page, Reads
from lianggao.intake.layout.survey import survey
from lianggao.intake.layout.window import Window
from lianggao.intake.raw import RawList

Keep = Literal["nothing", "packed", "all"]
"""What of the rows stays at hand to be given again; packed, they take a third of the room."""


class LongTable:
    """A table of which all is known that is said of the whole list, so that any part of it can be given.

    It is read once for that; then its rows are read again whenever they are asked for, unless they are to be kept.
    """

    def __init__(
        self, table: TextTable, reads: Reads, words: Set[str], *, keep: Keep = "nothing", most: int = MAX_STREAM_ROWS
    ) -> None:
        """Read a table of at most so many rows. Raises UnsureError, and InputError as `read_grid` does."""
        self._table, self._keep, self._most = table, keep, most
        self._begin, usual = table.opening()
        self._widths, self._kept = Widths(usual), list[Chunk | Packed]()
        window = Window(table.name, self._first_time(), self._widths)
        walk = survey(window, Page(window, reads, words))
        self._found = Found.of(walk, (*table.notes, *self._begin.notes))

    def whole(self) -> RawList:
        """Return the list."""
        return build(Chunks(self._table.name, list(self._chunks()), self._widths), self._found)

    def parts(self, size: int) -> Iterator[RawList]:
        """Yield the list in parts of `size` projects, the last of them smaller; at least one."""
        found, left = self._found, sum(part.count for part in self._found.parts)
        if left <= size:
            yield self.whole()
            return
        held, waiting, count = list[Chunk](), list[tuple[int, Rows]](), 0
        for chunk in self._chunks():
            held.append(chunk)
            some = [(at, part.rows_in(chunk.first, chunk.stop)) for at, part in enumerate(found.parts)]
            waiting += [(at, rows) for at, rows in some if len(rows)]
            count += sum(len(rows) for _, rows in some)
            while count >= min(size, left) > 0:
                chosen, waiting = _split(waiting, min(size, left))
                given = sum(len(rows) for _, rows in chosen)
                count, left = count - given, left - given
                raw = of_rows(Chunks(self._table.name, held, self._widths), found, chosen)
                yield raw if left else replace(raw, notes=found.notes, aside=found.aside)
                held = [chunk for chunk in held if waiting and chunk.stop > waiting[0][1][0]]

    def _first_time(self) -> Iterator[Chunk]:
        for chunk, kept in ahead((chunk, self._packed(chunk)) for chunk in self._read()):
            if kept is not None:
                self._kept.append(kept)
            yield chunk

    def _packed(self, chunk: Chunk) -> Chunk | Packed | None:
        if self._keep == "nothing":
            return None
        return Packed.of(chunk) if self._keep == "packed" else chunk

    def _chunks(self) -> Iterator[Chunk]:
        if self._keep == "nothing":
            return self._read()
        return (kept.chunk() if isinstance(kept, Packed) else kept for kept in self._kept)

    def _read(self) -> Iterator[Chunk]:
        return self._table.chunks(self._begin, self._widths.usual, self._most)


def _split(waiting: list[tuple[int, Rows]], size: int) -> tuple[list[tuple[int, Rows]], list[tuple[int, Rows]]]:
    """Return the first `size` projects by their parts, each part once, and the others."""
    chosen, rest = dict[int, list[Rows]](), list[tuple[int, Rows]]()
    for at, rows in waiting:
        if size:
            chosen.setdefault(at, []).append(rows[:size])
        if len(rows) > size:
            rest.append((at, rows[size:]))
        size = max(size - len(rows), 0)
    return [(at, np.concatenate(some)) for at, some in chosen.items()], rest


def cut(raw: RawList, size: int) -> Iterator[RawList]:
    """Give a list that was read whole in parts of `size` projects."""
    count = len(raw.frame)
    for first in range(0, max(count, 1), size):
        yield _between(raw, first, min(first + size, count))


def _between(raw: RawList, first: int, stop: int) -> RawList:
    blocks = tuple(
        replace(block, first=max(block.first, first) - first, stop=min(block.stop, stop) - first)
        for block in raw.blocks
        if max(block.first, first) < min(block.stop, stop)
    )
    is_last = stop == len(raw.frame)
    return replace(
        raw,
        frame=raw.frame.iloc[first:stop].reset_index(drop=True),
        blocks=blocks or raw.blocks,
        lines=raw.lines[first:stop],
        numbers=raw.numbers[first:stop],
        cell_notes=tuple(replace(note, row=note.row - first) for note in raw.cell_notes if first <= note.row < stop),
        notes=raw.notes if is_last else (),
        aside=raw.aside if is_last else (),
        torn=frozenset(row - first for row in raw.torn if first <= row < stop),
        shared=tuple(cell._replace(row=cell.row - first) for cell in raw.shared if first <= cell.row < stop),
    )
