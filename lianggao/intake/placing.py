"""Where the cells stand that notes are about: each column and block of a list looked at once, rows all together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import polars as pl
import pyarrow as pa

from lianggao import noting
from lianggao.intake.raw import RawList, column_letters
from lianggao.noting.block import Column
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen, column, joined, picked


@dataclass(frozen=True)
class Placing:
    """`of_field` has, for each block of the list, the header of every field that one column alone gives."""

    raw: RawList
    of_field: Sequence[Mapping[str, str]]

    def placed(self, notes: noting.Block) -> noting.Block:
        """Return notes with header, cell and text of the cell; those with a cell, or without a column, as they are."""
        headers, which = self._headers(notes)
        blocks = self._block_of(notes.rows)
        open_ = np.array([bool(header) for header in headers], dtype=bool)[which] & _blank(notes.cell, len(notes))
        if not open_.any():
            return notes
        letters, of_row = self._letters(headers, which, blocks, open_)
        cells = joined(chosen(letters, of_row), _written(self._numbers[notes.rows]))
        given = self._given(headers, which, notes.rows, open_ & _blank(notes.given, len(notes)))
        return replace(
            notes,
            header=_filled(notes.header, headers[0] if len(headers) == 1 else chosen(headers, which), open_),
            cell=_filled(notes.cell, cells, open_),
            given=_filled(notes.given, given, open_ & _blank(notes.given, len(notes))),
        )

    def _headers(self, notes: noting.Block) -> tuple[list[str], Ints]:
        """Return the headers of the columns that notes are about, empty for none, and which of them each note has."""
        blocks = self._block_of(notes.rows)
        fields, field = _coded(notes.field, len(notes))
        headers, header = _coded(notes.header, len(notes))
        keys, of_note = np.unique((blocks * len(fields) + field) * len(headers) + header, return_inverse=True)
        found = []
        for key in keys.tolist():
            rest, own = divmod(key, len(headers))
            block, name = divmod(rest, len(fields))
            found.append(headers[own] or self.of_field[block].get(fields[name], ""))
        distinct = list(dict.fromkeys(found))
        place = np.array([distinct.index(header) for header in found], dtype=np.int64)
        return distinct, place[of_note.ravel()]

    def _letters(self, headers: Sequence[str], which: Ints, blocks: Ints, open_: Bools) -> tuple[list[str], Ints]:
        keys, of_note = np.unique(np.where(open_, blocks * len(headers) + which, -1), return_inverse=True)
        places = [divmod(key, len(headers)) for key in keys.tolist()]
        columns = [self.raw.blocks[block].columns[headers[at]] if block >= 0 else 0 for block, at in places]
        return [column_letters(at) if at else "" for at in columns], of_note.ravel()

    def _given(self, headers: Sequence[str], which: Ints, rows: Ints, open_: Bools) -> pl.Series:
        """Return the texts of cells; those that are not asked for mean nothing."""
        given, order = [column([""]).new_from_index(0, int((~open_).sum()))], [np.flatnonzero(~open_)]
        for at, header in enumerate(headers):
            own = np.flatnonzero(open_ & (which == at))
            if len(own):
                given.append(picked(self._texts(header), rows[own]))
                order.append(own)
        texts, places = pl.concat(given), np.concatenate(order)
        back = np.empty(len(rows), dtype=np.int64)
        back[places] = np.arange(len(rows))
        return picked(texts, back)

    def _texts(self, header: str) -> pl.Series:
        return pl.Series(pa.array(self.raw.frame[header], pa.large_string()))

    def _block_of(self, rows: Ints) -> Ints:
        firsts = [block.first for block in self.raw.blocks]
        return np.maximum(np.searchsorted(firsts, rows, side="right") - 1, 0)

    @cached_property
    def _numbers(self) -> Ints:
        numbers = self.raw.numbers
        if isinstance(numbers, range):
            return np.arange(numbers.start, numbers.stop, numbers.step)
        return np.asarray(numbers, dtype=np.int64)


def _coded(texts: Column, rows: int) -> tuple[list[str], Ints]:
    """Return the distinct texts of a column and which of them each row has."""
    if isinstance(texts, str):
        return [texts], np.zeros(rows, dtype=np.int64)
    distinct = texts.unique(maintain_order=True)
    return distinct.to_list(), texts.replace_strict(
        distinct, pl.Series(range(len(distinct))), return_dtype=pl.Int64
    ).to_numpy()


def _blank(texts: Column, rows: int) -> Bools:
    return np.full(rows, not texts) if isinstance(texts, str) else (texts == "").to_numpy()


def _filled(texts: Column, new: Column, where: Bools) -> Column:
    if where.all():
        return new
    every = (column([each]) if isinstance(each, str) else each for each in (texts, new))
    old, other = every
    return (
        other.new_from_index(0, len(where)).zip_with(pl.Series(where), old)
        if len(other) == 1
        else other.zip_with(pl.Series(where), old)
    )


def _written(numbers: Ints) -> pl.Series:
    return pl.Series(numbers).cast(pl.String)
