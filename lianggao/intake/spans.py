"""Read a column of quantities into closed intervals, bare numbers in bulk and every other distinct cell once.

An energy column may give several fields, since a cell may state a basis of its own.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from lianggao.facts import Note, Span
from lianggao.intake.cells import Cells, Floats, cells_of, numbers_of
from lianggao.intake.columns import ENERGY, MEANING, ColumnUse
from lianggao.intake.unstated_units import open_units
from lianggao.intake.values import cell_text
from lianggao.quantities import Reading, Remark, find_unit, read_energy, read_quantity
from lianggao.vocabulary import Field

_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,30})?"
_BARE = re.compile(_NUMBER)


@dataclass
class Gathered:
    """Intervals by field, and notes, while the columns are gone through."""

    spans: dict[str, Span] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

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
        self.notes += [
            Note(row, name, "cells-disagree", "两处填写的数值不一致，均计入") for row in np.flatnonzero(apart).tolist()
        ]


def read_spans(column: pd.Series[Any], use: ColumnUse, known: Field, into: Gathered) -> None:
    """Read one tidy column and add what it states."""
    if not use.unit:
        _read_without_unit(column, use, known, into)
        return
    _read_column(column, use, known, into)


def _read_without_unit(column: pd.Series[Any], use: ColumnUse, known: Field, into: Gathered) -> None:
    """Read a column whose header names no unit; figures that name none either are ranges."""
    alone = Gathered()
    _read_column(column, use, known, alone)
    cells = cells_of(column)
    for name, span in alone.spans.items():
        wide, notes = open_units(cells, span, replace(use, field=name), known)
        into.add(name, wide)
        into.notes += notes
    into.notes += alone.notes


def _read_column(column: pd.Series[Any], use: ColumnUse, known: Field, into: Gathered) -> None:
    factor = _factor(use, known)
    texts = isinstance(column.dtype, pd.StringDtype)
    numbers = _text_numbers(column) if texts else numbers_of(column)
    if numbers is not None and not ((numbers < 0) | np.isinf(numbers)).any():
        into.add(use.field, _points(numbers, factor))
        return
    cells = cells_of(column)
    bare = _bare_numbers(cells)
    readings: dict[str, dict[int, Reading]] = {use.field: {}}
    for at in np.flatnonzero(np.isnan(bare[:-1])).tolist():
        for name, reading in _read(cells.values[at], use, known, factor).items():
            readings.setdefault(name, {})[at] = reading
    for name, found in readings.items():
        span = _points(bare if name == use.field else np.full(len(bare), np.nan), factor)
        for at, reading in found.items():
            span.low[at], span.high[at] = reading.low, reading.high
        into.add(name, Span(span.low[cells.codes], span.high[cells.codes]))
        into.notes += cells.notes({at: reading.notes for at, reading in found.items() if reading.notes}, name)


def _factor(use: ColumnUse, known: Field) -> Fraction:
    """Return what a bare number of the column is worth; the vocabulary's own unit is 1."""
    unit = find_unit(use.unit, known.scale, known.name) if use.unit else None
    return unit.factor if unit else Fraction(1)


def _text_numbers(column: pd.Series[Any]) -> Floats | None:
    """Return texts as numbers, blank as NaN; None if any is more than a bare number."""
    blank = (column.isna() | (column == "")).to_numpy(dtype=bool, na_value=True)
    if not (blank | column.str.fullmatch(_NUMBER).to_numpy(dtype=bool, na_value=False)).all():
        return None
    numbers = np.full(len(column), np.nan)
    numbers[~blank] = column[~blank].to_numpy(dtype=object).astype(np.float64)
    return numbers


def _bare_numbers(cells: Cells) -> Floats:
    """Return the distinct cells that are numbers and nothing else; NaN for the others, and one more for blank."""
    numbers = np.full(len(cells.values) + 1, np.nan)
    for at, value in enumerate(cells.values):
        if isinstance(value, str):
            numbers[at] = float(value) if _BARE.fullmatch(value) else np.nan
        elif isinstance(value, int | float) and 0 <= value < math.inf:
            numbers[at] = value
    return numbers


def _points(numbers: Floats, factor: Fraction) -> Span:
    """Return numbers as points, NaN as unknown."""
    stated = ~np.isnan(numbers)
    if factor != 1:
        distinct, index = np.unique(numbers[stated], return_inverse=True)
        numbers = numbers.copy()
        numbers[stated] = np.array([_exact(number, factor) for number in distinct.tolist()])[index]
    return Span(np.where(stated, numbers, 0.0), np.where(stated, numbers, np.inf))


def _exact(number: float, factor: Fraction) -> float:
    """Multiply as decimals do, so that 4.99999 times 10000 is 49999.9."""
    return float(Fraction(Decimal(repr(number))) * factor)


def _read(value: object, use: ColumnUse, known: Field, factor: Fraction) -> dict[str, Reading]:
    """Return what one cell states, by field."""
    if isinstance(value, tuple):
        return {use.field: _interval(value, factor)}
    text = cell_text(value)
    if use.field not in MEANING:
        return {use.field: read_quantity(text, known.scale, use.unit, field=known.name, zero_when=known.zero_when)}
    added = MEANING[use.field][0]
    readings = read_energy(text, use.unit, use.basis)
    return {ENERGY[added, basis]: reading for basis, reading in readings.items()}


def _interval(value: tuple[object, ...], factor: Fraction) -> Reading:
    match value:
        case (int() | float() as low, int() | float() as high) if 0 <= low <= high and low < math.inf:
            return Reading(_exact(low, factor), _exact(high, factor) if high < math.inf else math.inf)
    return Reading(notes=(Remark("unreadable-quantity", f"“{value}”不是从小到大的两个数，按未填处理"),))
