"""Read a long text table by columns: the whole list, or the same list part by part."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

import numpy as np

from lianggao.intake.files.chunks import Chunk
from lianggao.intake.files.limits import MAX_STREAM_ROWS
from lianggao.intake.files.text_table import TextTable
from lianggao.intake.files.widths import Widths
from lianggao.intake.layout.build import Found, Rows, build, of_rows
from lianggao.intake.layout.columns import Chunks
from lianggao.intake.layout.page import Page, Reads
from lianggao.intake.layout.survey import survey
from lianggao.intake.layout.window import Window
from lianggao.intake.raw import RawList


def read_whole(table: TextTable, reads: Reads, words: Set[str]) -> RawList:
    """Read all of a table. Raises UnsureError, and InputError as `read_grid` does."""
    begin, usual = table.opening()
    held, widths = list[Chunk](), Widths(usual)

    def kept() -> Iterator[Chunk]:
        for chunk in table.chunks(begin, usual):
            held.append(chunk)
            yield chunk

    window = Window(table.name, kept(), widths)
    walk = survey(window, Page(window, reads, words))
    return build(Chunks(table.name, held, widths), Found.of(walk, (*table.notes, *begin.notes)))


def read_in_parts(table: TextTable, reads: Reads, words: Set[str], size: int) -> Iterator[RawList]:
    """Read a table twice: what is said of the whole list is known before the first part of `size` projects is given.

    Raises UnsureError before any part is given, and InputError as `read_grid` does.
    """
    begin, usual = table.opening()
    widths = Widths(usual)
    window = Window(table.name, table.chunks(begin, usual, MAX_STREAM_ROWS), widths)
    walk = survey(window, Page(window, reads, words))
    found = Found.of(walk, (*table.notes, *begin.notes))
    left = sum(part.count for part in found.parts)
    if not left:
        yield build(Chunks(table.name, [], widths), found)
        return
    held, waiting, count = list[Chunk](), list[tuple[int, Rows]](), 0
    for chunk in table.chunks(begin, usual, MAX_STREAM_ROWS):
        held.append(chunk)
        some = [(at, part.rows_in(chunk.first, chunk.stop)) for at, part in enumerate(found.parts)]
        waiting += [(at, rows) for at, rows in some if len(rows)]
        count += sum(len(rows) for _, rows in some)
        while count >= min(size, left) > 0:
            chosen, waiting = _split(waiting, min(size, left))
            given = sum(len(rows) for _, rows in chosen)
            count, left = count - given, left - given
            raw = of_rows(Chunks(table.name, held, widths), found, chosen)
            yield raw if left else replace(raw, notes=found.notes, aside=found.aside)
            held = [chunk for chunk in held if waiting and chunk.stop > waiting[0][1][0]]


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
