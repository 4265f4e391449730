"""The values of a list as texts, and sentences with the values filled in: of one project, or by column.

What is the same for many projects is written once; figures, which are nearly all distinct, are written by column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.amount_texts import Texts, intervals, joined, rounded_intervals
from lianggao.coded_texts import TEXT, coded
from lianggao.facts import Facts
from lianggao.rulebook.check import SLOT
from lianggao.screening.wording import UNSTATED, alternatives, interval, rounded
from lianggao.tables.known import Ints, Known
from lianggao.tables.numbering import numbered
from lianggao.vocabulary import Field, Vocabulary

INFERRED = "（由其他数值推定）"
COMPUTED = "（推算）"


@dataclass(frozen=True)
class Display:
    """Writes the fields of a list. `stated` are the facts as given, `facts` after narrowing."""

    vocabulary: Vocabulary
    stated: Facts
    facts: Facts

    def value(self, name: str, row: int) -> str:
        """Return one project's value of a field."""
        known = self.vocabulary[name]
        if known.kind == "quantity":
            span, given = self.facts.span(name), self.stated.span(name)
            low, high = float(span.low[row]), float(span.high[row])
            if (low, high) == (float(given.low[row]), float(given.high[row])):
                return interval(low, high, known.unit)
            return (rounded if _is_rounded(known) else interval)(low, high, known.unit) + _note(known)
        if known.is_choice:
            held = self._held(known)
            return _labels(held, int(held.index[row]), self._values(known), known)
        return str(self.facts.text(name).iloc[row]) or UNSTATED

    def values(self, row: int) -> Mapping[str, str]:
        """Return every stated or inferred value of one project."""
        shown = (name for name, known in self.vocabulary.fields.items() if self._shows(known, row))
        texts = {name: self.value(name, row) for name in shown}
        return {name: text for name, text in texts.items() if text != UNSTATED}

    def sentence(self, template: str, row: int) -> str:
        """Return the template with a project's values in the place of `{field}`, or `{field*2}` for twice it."""
        parts = SLOT.split(template)
        filled = parts[0]
        for name, times, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            if times:
                span = self.facts.span(name)
                low, high = float(span.low[row]), float(span.high[row])
                text = _product(low, high, float(times), self.vocabulary[name])
            else:
                text = self.value(name, row)
                text = _where_open(self.vocabulary[name]) if text == UNSTATED else text
            filled += text + after
        return filled

    def fill(self, template: str, rows: Ints) -> Texts:
        """Return the sentence of each of some projects."""
        parts = SLOT.split(template)
        if len(parts) == 1:
            return pa.repeat(pa.scalar(template, TEXT), len(rows))
        filled: list[Texts | str] = [parts[0]]
        for name, times, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            filled += [self._times(name, float(times), rows) if times else self._slot(name, rows), after]
        return joined(*filled)

    def _slot(self, name: str, rows: Ints) -> Texts:
        """Return a field's texts for a sentence, where a choice that is open has to say of what."""
        known = self.vocabulary[name]
        if known.is_choice:
            held = self._held(known)
            used, index = numbered(held.index[rows], len(held.sets))
            values, where_open = self._values(known), _where_open(known)
            texts = [_labels(held, at, values, known) for at in used.tolist()]
            return pa.array([where_open if t == UNSTATED else t for t in texts], TEXT).take(pa.array(index))
        texts = self._quantity(known, rows) if known.kind == "quantity" else self._text(name, rows)
        where_open = _where_open(known)
        return texts if where_open == UNSTATED else pc.if_else(pc.equal(texts, UNSTATED), where_open, texts)

    def _text(self, name: str, rows: Ints) -> Texts:
        found = coded(self.facts.texts, name)
        if found is None:
            return pa.repeat(pa.scalar(UNSTATED, TEXT), len(rows))
        texts = pc.if_else(pc.equal(found.texts, ""), UNSTATED, found.texts)
        return texts.take(pa.array(found.codes[rows]))

    def _quantity(self, known: Field, rows: Ints) -> Texts:
        span, given = self.facts.span(known.name), self.stated.span(known.name)
        low, high = span.low[rows], span.high[rows]
        derived = (low != given.low[rows]) | (high != given.high[rows])
        texts = intervals(low, high, known.unit)
        if derived.any():
            write = rounded_intervals if _is_rounded(known) else intervals
            told = joined(write(low[derived], high[derived], known.unit), _note(known))
            texts = pc.replace_with_mask(texts, pa.array(derived), told)
        return texts

    def _times(self, name: str, times: float, rows: Ints) -> Texts:
        """Return a quantity so many times; what is not stated stays so. Few sentences ask for it, of few projects."""
        span, known = self.facts.span(name), self.vocabulary[name]
        ends = np.stack([span.low[rows], span.high[rows]], axis=1)
        unique, index = np.unique(ends, axis=0, return_inverse=True)
        texts = [_product(low, high, times, known) for low, high in unique.tolist()]
        return pa.array(texts, TEXT).take(pa.array(index.ravel()))

    def _shows(self, known: Field, row: int) -> bool:
        if known.kind == "reading":
            held = self.facts.choices.get(known.name)
            return held is not None and not held.sets[held.index[row]].all()
        # Of the energy figures only the two that rules ask about are worth showing where they are inferred.
        if known.kind != "quantity" or known.question:
            return True
        span = self.stated.quantities.get(known.name)
        return span is not None and bool(span.low[row] > 0 or np.isfinite(span.high[row]))

    def _held(self, known: Field) -> Known:
        base = known.derived_from or known.name
        held = self.facts.choices.get(base)
        return held or Known.constant([True] * len(self.vocabulary[base].values), self.facts.rows)

    def _values(self, known: Field) -> list[str]:
        return list(self.vocabulary[known.derived_from or known.name].values)


def _is_rounded(known: Field) -> bool:
    return known.computed or known.pure


def _note(known: Field) -> str:
    return COMPUTED if known.computed else "" if known.pure else INFERRED


def _where_open(known: Field) -> str:
    """Return what a sentence says where a field is open. Nobody fills in a value of the law's own tables."""
    if known.kind == "quantity":
        return UNSTATED if known.question else "未列"
    return f"（{known.label}未明）"


def _product(low: float, high: float, times: float, known: Field) -> str:
    text = interval(float(f"{low * times:.12g}"), float(f"{high * times:.12g}"), known.unit)
    return f"（待补{known.label}后计算）" if text == UNSTATED else text


def _labels(held: Known, at: int, values: list[str], known: Field) -> str:
    left = [value for value, on in zip(values, held.sets[at], strict=True) if on]
    own = list(dict.fromkeys(known.of_base[v] for v in left)) if known.derived_from else left
    # An open question has only the readings that are left; "not stated" would hide them.
    unstated = len(own) == len(known.values) and known.kind != "reading"
    return alternatives([known.values.get(v) or v for v in own], unstated)
