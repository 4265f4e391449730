"""What rows state of the fields that findings show: whether it is the same, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from math import inf

import numpy as np
import pandas as pd

from lianggao.facts import Facts, Span
from lianggao.screening.groups.keys import together
from lianggao.screening.groups.words import statements
from lianggao.screening.wording import FEW, interval
from lianggao.tables.known import Ints
from lianggao.vocabulary import Field, Vocabulary

MOST_NAMED = 20
"""A sentence names so many projects; a finding always has all of them."""


class Statements:
    """What each row states of each field, in words; empty where it states nothing.

    `numbers` says which rows of the whole list these are, counted from 0.
    """

    def __init__(self, facts: Facts, vocabulary: Vocabulary, numbers: Ints | None = None) -> None:
        self.facts, self.vocabulary = facts, vocabulary
        self._numbers: Ints = np.arange(facts.rows, dtype=np.int64) if numbers is None else numbers

    @property
    def amounts(self) -> list[Field]:
        """Return the quantities that the list has a column for, in the order of the vocabulary."""
        fields = self.vocabulary.fields.values()
        return [field for field in fields if field.kind == "quantity" and field.name in self.facts.quantities]

    def field(self, name: str) -> Field:
        """Return a field of the vocabulary."""
        return self.vocabulary[name]

    def rows(self, rows: Ints) -> tuple[int, ...]:
        """Return which rows of the whole list some rows are, counted from 1."""
        return tuple((self._numbers[rows] + 1).tolist())

    def numbered(self, rows: Ints) -> str:
        """Write which projects of the whole list some rows are."""
        return numbered(self._numbers[rows])

    def text(self, name: str, row: int) -> str:
        """Return a text as it is written."""
        return str(self._texts[name][row]) if name in self._texts else ""

    def least_text(self, name: str, rows: Ints) -> str:
        """Return the first text in order among some rows, whatever the order of the rows."""
        return min(filter(None, (self.text(name, row) for row in rows.tolist())), default="")

    def amount(self, field: Field, row: int) -> str:
        """Return a quantity with its unit."""
        span = self.facts.quantities[field.name]
        low, high = float(span.low[row]), float(span.high[row])
        return interval(low, high, field.unit) if low > 0 or high < inf else ""

    def range(self, field: Field, rows: Ints) -> str:
        """Return from where to where a quantity goes in the rows that state it."""
        span = self.facts.quantities[field.name]
        given = rows[span.stated[rows]]
        return interval(float(span.low[given].min()), float(span.high[given].max()), field.unit)

    def label(self, name: str, row: int) -> str:
        """Return what is left of a choice where that is little."""
        held = self.facts.choices.get(name)
        return self._labels[name][int(held.index[row])] if held else ""

    def same_text(self, name: str) -> Ints:
        """Return a number for each text that says the same, -1 where a row says nothing."""
        return statements(self.facts, name).codes()

    def same_label(self, name: str) -> Ints:
        """Return a number for each label, -1 where a row has none."""
        held = self.facts.choices.get(name)
        if held is None:
            return np.full(self.facts.rows, -1, dtype=np.int64)
        codes = pd.factorize(np.array([label or None for label in self._labels[name]], dtype=object))[0]
        return np.asarray(codes[held.index], dtype=np.int64)

    def same_amount(self, field: Field) -> Ints:
        """Return a number for each amount, -1 where a row states none."""
        span = self.facts.quantities[field.name]
        ends = [pd.factorize(end)[0].astype(np.int64) for end in (span.low, span.high)]
        return np.where(span.stated, together(*ends), -1)

    @cached_property
    def _texts(self) -> dict[str, np.ndarray[tuple[int], np.dtype[np.object_]]]:
        return {name: texts.to_numpy(dtype=object) for name, texts in self.facts.texts.items()}

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        names = ("stage", "construction_nature")
        found = {name: self.facts.choices[name].sets.tolist() for name in names if name in self.facts.choices}
        return {name: [_label(self.vocabulary[name], row) for row in sets] for name, sets in found.items()}


def _label(field: Field, held: list[bool]) -> str:
    labels = [label or value for (value, label), on in zip(field.values.items(), held, strict=True) if on]
    return "或".join(labels) if len(labels) < len(held) and len(labels) <= FEW else ""


def figures(stated: Facts, known: Facts, field: str) -> Span:
    """Return a field's figures as far as the list states them, as narrow as they are known.

    What was dropped as contradictory is unknown.
    """
    given, span = stated.span(field).stated, known.span(field)
    return Span(np.where(given, span.low, 0.0), np.where(given, span.high, inf))


def exact_sum(numbers: Iterable[float]) -> Decimal:
    """Add numbers as decimals do.

    >>> exact_sum([3333.3, 3333.3, 3333.4])
    Decimal('10000.0')
    """
    return sum((Decimal(repr(float(number))) for number in numbers), Decimal(0))


def numbered(rows: Ints) -> str:
    """Write which projects of the list some rows are, counted from 1.

    >>> numbered(np.array([2, 6]))
    '第3、7个'
    """
    listed = "、".join(str(row + 1) for row in rows[:MOST_NAMED].tolist())
    return f"第{listed}等{len(rows)}个" if len(rows) > MOST_NAMED else f"第{listed}个"
