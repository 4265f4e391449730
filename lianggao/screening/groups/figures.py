"""What rows state, as findings show it: figures with units, labels and texts, each column prepared once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from math import inf

import numpy as np

from lianggao.facts import Facts, Span
from lianggao.screening.wording import FEW, interval
from lianggao.tables.known import Ints
from lianggao.vocabulary import Field, Vocabulary

MOST_NAMED = 20
"""A sentence names so many rows; a finding always has all of them."""


class Statements:
    """What each row states of each field, in words; empty where it states nothing."""

    def __init__(self, facts: Facts, vocabulary: Vocabulary) -> None:
        self._facts, self._vocabulary = facts, vocabulary

    @property
    def amounts(self) -> list[Field]:
        """Return the quantities that the list has a column for, in the order of the vocabulary."""
        fields = self._vocabulary.fields.values()
        return [field for field in fields if field.kind == "quantity" and field.name in self._facts.quantities]

    def field(self, name: str) -> Field:
        """Return a field of the vocabulary."""
        return self._vocabulary[name]

    def text(self, name: str, row: int) -> str:
        """Return a text as it is written."""
        return str(self._texts[name][row]) if name in self._texts else ""

    def least_text(self, name: str, rows: Ints) -> str:
        """Return the first text in order among some rows, whatever the order of the rows."""
        return min(filter(None, (self.text(name, row) for row in rows.tolist())), default="")

    def amount(self, field: Field, row: int) -> str:
        """Return a quantity with its unit."""
        span = self._facts.quantities[field.name]
        low, high = float(span.low[row]), float(span.high[row])
        return interval(low, high, field.unit) if low > 0 or high < inf else ""

    def label(self, name: str, row: int) -> str:
        """Return what is left of a choice where that is little."""
        held = self._facts.choices.get(name)
        return self._labels[name][int(held.index[row])] if held else ""

    @cached_property
    def _texts(self) -> dict[str, np.ndarray[tuple[int], np.dtype[np.object_]]]:
        return {name: texts.to_numpy(dtype=object) for name, texts in self._facts.texts.items()}

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        names = ("stage", "construction_nature")
        found = {name: self._facts.choices[name].sets.tolist() for name in names if name in self._facts.choices}
        return {name: [_label(self._vocabulary[name], row) for row in sets] for name, sets in found.items()}


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


def numbered(rows: Iterable[int]) -> str:
    """Write row numbers, which count from 1: `第3、7行`."""
    listed = [str(row) for row in rows]
    return f"第{'、'.join(listed[:MOST_NAMED])}行" + (f"等{len(listed)}行" if len(listed) > MOST_NAMED else "")
