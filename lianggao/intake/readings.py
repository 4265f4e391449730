"""What the distinct cells of a column of quantities state, by field: an energy cell may state a basis of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import Ints, text_series
from lianggao.facts import Span
from lianggao.intake.alike import Alike, alike
from lianggao.intake.cells import Floats
from lianggao.intake.columns import ENERGY, MEANING, ColumnUse
from lianggao.intake.figures import Others
from lianggao.noting import Block, remarked
from lianggao.quantities import Reading, Remark, read_energy, read_quantity
from lianggao.quantities.exact import times
from lianggao.quantities.quantity import column_of
from lianggao.quantities.shapes import Shape, Stated, learn
from lianggao.text_columns import joined
from lianggao.vocabulary import Field


@dataclass(eq=False)
class Said:
    """The intervals of one field by distinct cell, with remarks on single cells and on cells of one shape."""

    low: Floats
    high: Floats
    remarks: dict[int, Sequence[Remark]] = field(default_factory=dict)
    alike: list[tuple[Alike, Stated]] = field(default_factory=list)


class Readings:
    """The distinct cells of a column, each read alone or with others of its shape."""

    def __init__(self, others: Others, use: ColumnUse, known: Field, factor: Fraction) -> None:
        self.others, self._use, self._known, self._factor = others, use, known, factor
        intervals = np.isin(np.arange(len(others.texts)), list(others.values))
        texts = pc.if_else(pa.array(intervals), None, others.texts) if others.values else others.texts
        self.alike = tuple(alike(texts, self._learn))
        self._said: dict[str, Said] = {}
        self._met: dict[str, tuple[int, int]] = {}
        self._of(use.field, -1, 0)
        for cells in self.alike:
            for place, stated in enumerate(cells.shape):
                said = self._of(self._field(stated.basis), int(cells.at.min()), place)
                said.low[cells.at], said.high[cells.at] = cells.ends(stated)
                said.alike.append((cells, stated))
        for at in self.single.tolist():
            for place, (name, reading) in enumerate(self._read(others.value(at)).items()):
                said = self._of(name, at, place)
                said.low[at], said.high[at] = reading.low, reading.high
                if reading.notes:
                    said.remarks[at] = reading.notes

    @cached_property
    def single(self) -> Ints:
        """Return the places of the cells that are read alone."""
        left = np.ones(len(self.others.texts), dtype=bool)
        for cells in self.alike:
            left[cells.at] = False
        return np.flatnonzero(left)

    @property
    def fields(self) -> Mapping[str, Said]:
        """Return what is said of each field: the column's own first, the others in the order in which they are met."""
        return {name: self._said[name] for name in sorted(self._said, key=lambda name: self._met[name])}

    def spread(self, said: Said, span: Span) -> None:
        """Put what the cells say into the rows of a column."""
        span.low[self.others.rows] = said.low[self.others.codes]
        span.high[self.others.rows] = said.high[self.others.codes]

    def notes(self, name: str) -> Iterator[Block]:
        """Yield the notes on the cells that state a field."""
        said, others = self._said[name], self.others
        given = others.texts.to_pylist() if said.remarks else []
        for block in remarked(others.codes, said.remarks, name, given).blocks if said.remarks else ():
            yield replace(block, rows=others.rows[block.rows])
        for cells, stated in said.alike:
            for code, before, after in stated.remarks:
                yield self.block(cells.at, name, code, before, after)

    def block(self, at: Ints, name: str, code: str, before: str, after: str, quoted: pl.Series | None = None) -> Block:
        """Return one note on each row of the cells at some places, with sentences that quote the cells."""
        place = np.full(len(self.others.texts), -1)
        place[at] = np.arange(len(at))
        which = place[self.others.codes]
        noted = np.flatnonzero(which >= 0)
        given, of_row = text_series(self.others.texts.take(pa.array(at))), pl.Series(which[noted])
        told = joined(before, given if quoted is None else quoted, after)
        return Block(self.others.rows[noted], name, code, told.gather(of_row), given=given.gather(of_row))

    def _of(self, name: str, at: int, place: int) -> Said:
        self._met[name] = min(self._met.get(name, (at, place)), (at, place))
        if name not in self._said:
            size = len(self.others.texts)
            self._said[name] = Said(np.zeros(size), np.full(size, np.inf))
        return self._said[name]

    def _field(self, basis: str) -> str:
        return ENERGY[MEANING[self._use.field][0], basis] if self._use.field in MEANING else self._use.field

    def _learn(self, words: Sequence[str]) -> Shape | None:
        if self._use.field in MEANING:
            return learn(words, column_of("energy", self._use.unit), self._use.basis, self._by_basis)
        return learn(words, column_of(self._known.scale, self._use.unit, self._known.name), None, self._by_basis)

    def _by_basis(self, text: str) -> Mapping[str, Reading]:
        use, known = self._use, self._known
        if use.field in MEANING:
            return read_energy(text, use.unit, use.basis)
        return {"": read_quantity(text, known.scale, use.unit, field=known.name, zero_when=known.zero_when)}

    def _read(self, value: object) -> Mapping[str, Reading]:
        """Return what one cell states, by field."""
        if isinstance(value, tuple):
            return {self._use.field: _interval(value, self._factor)}
        return {self._field(basis): reading for basis, reading in self._by_basis(str(value)).items()}


def _interval(value: tuple[object, ...], factor: Fraction) -> Reading:
    match value:
        case (int() | float() as low, int() | float() as high) if 0 <= low <= high and low < np.inf:
            return Reading(times(low, factor), times(high, factor) if high < np.inf else np.inf)
    return Reading(notes=(Remark("unreadable-quantity", f"“{value}”不是从小到大的两个数，按未填处理"),))
