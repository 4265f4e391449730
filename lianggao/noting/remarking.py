"""What was remarked on distinct cells, spread over the rows that have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from lianggao.noting.block import Block, Column
from lianggao.noting.notes import Notes
from lianggao.text_columns import chosen

Wholes = npt.NDArray[np.integer[Any]]


class Remark(Protocol):
    """What a reader of single cells says."""

    @property
    def code(self) -> str: ...

    @property
    def text(self) -> str: ...


def remarked(
    cells: Wholes, remarks: Mapping[int, Sequence[Remark]], field: str, given: Sequence[str] | None = None
) -> Notes:
    """Return the notes on a column in the order of the rows; `cells` is the number of each row's distinct cell.

    `remarks` are by that number, those that say nothing left out or empty, and `given` are the texts of the cells. A
    remark may have a `field` of its own, else `field` is what it is about.

    >>> from lianggao.quantities import Remark
    >>> notes = remarked(np.array([0, 1, 0]), {0: [Remark("approximate", "约数")]}, "coal_t", ["约5万吨", "5万吨"])
    >>> [(note.row, note.text, note.given) for note in notes]
    [(0, '约数', '约5万吨'), (2, '约数', '约5万吨')]
    """
    deepest = max(map(len, remarks.values()), default=0)
    return Notes([[_layer(cells, remarks, depth, field, given) for depth in range(deepest)]])


def _layer(
    cells: Wholes, remarks: Mapping[int, Sequence[Remark]], depth: int, field: str, given: Sequence[str] | None
) -> Block:
    """Return the first remark of every cell, or the second, …"""
    have = [cell for cell, found in remarks.items() if len(found) > depth]
    to = np.full(max([int(cells.max(initial=-1)), *have]) + 2, -1, dtype=np.int64)
    to[have] = np.arange(len(have))
    rows = np.flatnonzero(to[cells] >= 0)
    which = to[cells[rows]]
    told = [remarks[cell][depth] for cell in have]

    def column(texts: list[str]) -> Column:
        return texts[0] if len(set(texts)) == 1 else chosen(texts, which)

    return Block(
        rows,
        column([getattr(remark, "field", field) for remark in told]),
        column([remark.code for remark in told]),
        column([remark.text for remark in told]),
        given="" if given is None else column([given[cell] for cell in have]),
    )
