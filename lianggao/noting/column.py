"""The column of data notes: all that is told of each row in one text.

A block with notes on many rows is laid over the whole list as it is; small ones are joined row by row first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from lianggao.noting.block import Block
from lianggao.on_use import module_on_use
from lianggao.tables.known import Ints
from lianggao.text_columns import column, joined, picked

if TYPE_CHECKING:
    import polars as pl
else:
    pl = module_on_use("polars")

BETWEEN = "；"
LARGE = 1 / 16
"""The share of the rows from which on a block is laid over all of them."""

Layer: TypeAlias = "tuple[Ints, pl.Series]"
"""Rows in order, each once, and their texts."""


def told_of_rows(blocks: Iterable[Block], rows: int) -> pl.Series:
    """Join what the blocks tell of each of so many rows, in their order."""
    layers = [_over(*layer, rows) for layer in _layers(blocks, rows)]
    return joined(*layers, between=BETWEEN) if layers else column([""]).new_from_index(0, rows)


def _layers(blocks: Iterable[Block], rows: int) -> Iterator[Layer]:
    small: list[Block] = []
    for block in blocks:
        if len(block) >= rows * LARGE and bool((block.rows[1:] > block.rows[:-1]).all()):
            if small:
                yield _together(small)
                small = []
            yield block.rows, block.told
        else:
            small.append(block)
    if small:
        yield _together(small)


def _together(blocks: Sequence[Block]) -> Layer:
    """Join the texts of some blocks row by row."""
    every = np.concatenate([block.rows for block in blocks])
    order = np.argsort(every, kind="stable")
    rows, first = np.unique(every[order], return_index=True)
    texts = picked(pl.concat([block.told for block in blocks]), order)
    # The first notes of all rows, then the second, …
    depth = np.arange(len(every)) - np.repeat(first, np.diff(np.append(first, len(every))))
    place = np.searchsorted(rows, every[order])
    layers = (np.flatnonzero(depth == each) for each in range(int(depth.max()) + 1))
    return rows, joined(*(_over(place[at], picked(texts, at), len(rows)) for at in layers), between=BETWEEN)


def _over(where: Ints, texts: pl.Series, rows: int) -> pl.Series:
    """Spread texts over all rows, null where there is none."""
    if len(where) == rows:
        return texts
    place = np.full(rows, -1, dtype=np.int64)
    place[where] = np.arange(len(where))
    index = pl.Series(place)
    return texts[index.set(index < 0, None)]
