"""Read a column of quantities into closed intervals, bare numbers in bulk and every other distinct cell once.

An energy column may give several fields, since a cell may state a basis of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from lianggao.facts import Span
from lianggao.intake.cells import Floats
from lianggao.intake.columns import ColumnUse
from lianggao.intake.figures import figures_of
from lianggao.intake.readings import Readings
from lianggao.intake.unstated_units import open_cells, open_numbers
from lianggao.noting import Block, Notes
from lianggao.quantities import find_unit
from lianggao.quantities.exact import all_times
from lianggao.vocabulary import Field


@dataclass
class Gathered:
    """Intervals by field, and notes, while the columns are gone through."""

    spans: dict[str, Span] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    @property
    def notes(self) -> Notes:
        """Return the notes in the order of the rows."""
        return Notes([self.blocks])

    def add(self, name: str, span: Span) -> None:
        """Put two statements of one field together: what both allow, or all of both where they contradict."""
        old = self.spans.get(name)
        if old is None:
            self.spans[name] = span
            return
        low, high = np.maximum(old.low, span.low), np.minimum(old.high, span.high)
        apart = low > high
        low = np.where(apart, np.minimum(old.low, span.low), low)
        high = np.where(apart, np.maximum(old.high, span.high), high)
        self.spans[name] = Span(low, high)
        rows = np.flatnonzero(apart)
        self.blocks.append(Block(rows, name, "cells-disagree", "两处填写的数值不一致，均计入"))


def read_spans(column: pd.Series[Any], use: ColumnUse, known: Field, into: Gathered) -> None:
    """Read one tidy column and add what it states; without a unit in its header, figures without one are ranges."""
    factor, figures = _factor(use, known), figures_of(column)
    unstated = not use.unit and not known.pure
    span = _points(figures.numbers, factor)
    opened = open_numbers(figures, span, use.field, known) if unstated else []
    if not len(figures.others.rows):
        into.add(use.field, span)
        into.blocks += opened
        return
    readings = Readings(figures.others, use, known, factor)
    notes = {name: list(readings.notes(name)) for name in readings.fields}
    for name, said in readings.fields.items():
        opened += open_cells(readings, said, name, known) if unstated else []
        readings.spread(said, span if name == use.field else (span := Span.unknown(len(column))))
        into.add(name, span)
        into.blocks += opened if unstated else notes[name]
        opened = []
    if unstated:
        into.blocks += [block for blocks in notes.values() for block in blocks]


def _factor(use: ColumnUse, known: Field) -> Fraction:
    """Return what a bare number of the column is worth; the vocabulary's own unit is 1."""
    unit = find_unit(use.unit, known.scale, known.name) if use.unit else None
    return unit.factor if unit else Fraction(1)


def _points(numbers: Floats, factor: Fraction) -> Span:
    """Return numbers as points, NaN as unknown."""
    stated = ~np.isnan(numbers)
    if factor != 1:
        worth = np.empty(len(numbers))
        worth[stated] = all_times(numbers[stated], factor)
        numbers = worth
    return Span(np.where(stated, numbers, 0.0), np.where(stated, numbers, np.inf))
