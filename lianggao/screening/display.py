"""The values of a list as texts, ready to be filled into sentences by column, and the filling itself.

A field's distinct values are written once; a sentence is laid out once for all projects that share it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lianggao.facts import Facts
from lianggao.rulebook.check import SLOT
from lianggao.screening.wording import UNSTATED, alternatives, interval, rounded
from lianggao.tables.known import Ints, Known
from lianggao.vocabulary import Field, Vocabulary

Texts = npt.NDArray[Any]
INFERRED = "（由其他数值推定）"
COMPUTED = "（推算）"


@dataclass(frozen=True)
class Column:
    """One field's distinct texts and which of them each project has."""

    texts: Texts
    index: Ints

    def at(self, rows: Ints) -> Texts:
        """Return the texts of some projects."""
        return np.asarray(self.texts[self.index[rows]])


@dataclass(frozen=True)
class Display:
    """Writes the fields of a list. `stated` are the facts as given, `facts` after narrowing."""

    vocabulary: Vocabulary
    stated: Facts
    facts: Facts
    _columns: dict[str, Column] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        """Return a field's texts, written on first use."""
        if name not in self._columns:
            known = self.vocabulary[name]
            if known.kind == "quantity":
                column = self._quantity(known)
            elif known.is_choice:
                column = self._choice(known)
            else:
                codes, texts = pd.factorize(self.facts.text(name))
                column = Column(np.array([t or UNSTATED for t in texts] + [UNSTATED], dtype=object), codes)
            self._columns[name] = column
        return self._columns[name]

    def fill(self, template: str, rows: Ints) -> Texts:
        """Return the template with each project's own values in the place of `{field}`, or `{field*2}` for twice it."""
        parts = SLOT.split(template)
        filled: Texts = np.full(len(rows), parts[0], dtype=object)
        for name, times, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            filled = filled + (self._times(name, float(times)) if times else self._slot(name)).at(rows) + after
        return filled

    def _times(self, name: str, times: float) -> Column:
        """Return the texts of a quantity so many times; what is not stated stays so."""
        span, known = self.facts.span(name), self.vocabulary[name]
        ends, index = np.unique(np.stack([span.low, span.high], axis=1), axis=0, return_inverse=True)
        texts = [_product(low, high, times, known) for low, high in ends]
        return Column(np.array(texts, dtype=object), index.ravel())

    def _slot(self, name: str) -> Column:
        """Return a field's texts for a sentence, where a choice that is open has to say of what."""
        column, known = self.column(name), self.vocabulary[name]
        if UNSTATED not in column.texts or (known.kind == "quantity" and known.question):
            return column
        if known.kind == "quantity":
            # Nobody fills in a value of the law's own tables.
            return Column(np.where(column.texts == UNSTATED, "未列", column.texts), column.index)
        return Column(np.where(column.texts == UNSTATED, f"（{known.label}未明）", column.texts), column.index)

    def values(self, row: int) -> Mapping[str, str]:
        """Return every stated or inferred value of one project."""
        at = np.array([row], dtype=np.int64)
        shown = (name for name, known in self.vocabulary.fields.items() if self._shows(known, row))
        texts = {name: str(self.column(name).at(at)[0]) for name in shown}
        return {name: text for name, text in texts.items() if text != UNSTATED}

    def _shows(self, known: Field, row: int) -> bool:
        if known.kind == "reading":
            held = self.facts.choices.get(known.name)
            return held is not None and not held.sets[held.index[row]].all()
        # Of the energy figures only the two that rules ask about are worth showing where they are inferred.
        return known.kind != "quantity" or bool(known.question) or bool(self.stated.span(known.name).stated[row])

    def _quantity(self, known: Field) -> Column:
        span, given = self.facts.span(known.name), self.stated.span(known.name)
        derived = (span.low != given.low) | (span.high != given.high)
        frame = np.stack([span.low, span.high, derived], axis=1)
        unique, index = np.unique(frame, axis=0, return_inverse=True)
        write = rounded if known.computed or known.pure else interval
        note = COMPUTED if known.computed else "" if known.pure else INFERRED
        ways = ((interval, ""), (write, note))
        texts = [ways[int(mark)][0](low, high, known.unit) + ways[int(mark)][1] for low, high, mark in unique]
        return Column(np.array(texts, dtype=object), index.ravel())

    def _choice(self, known: Field) -> Column:
        base = self.vocabulary[known.derived_from] if known.derived_from else known
        held = self.facts.choices.get(base.name)
        values = list(base.values)
        if held is None:
            held = Known.constant([True] * len(values), self.facts.rows)
        texts = [_labels([v for v, on in zip(values, row, strict=True) if on], known) for row in held.sets]
        return Column(np.array(texts, dtype=object), held.index)


def _product(low: float, high: float, times: float, known: Field) -> str:
    text = interval(float(f"{low * times:.12g}"), float(f"{high * times:.12g}"), known.unit)
    return f"（待补{known.label}后计算）" if text == UNSTATED else text


def _labels(values: list[str], known: Field) -> str:
    own = list(dict.fromkeys(known.of_base[v] for v in values)) if known.derived_from else values
    # An open question has only the readings that are left; "not stated" would hide them.
    unstated = len(own) == len(known.values) and known.kind != "reading"
    return alternatives([known.values.get(v) or v for v in own], unstated)
