"""Narrow quantities that bound each other, so that what is known of one tells about the other.

等价值 is never below 当量值 (unless the project may sell power or heat), a part is never above its total, and what a
new project adds is all it uses. Figures that contradict each other are dropped together, with a note.
"""

from __future__ import annotations

from collections.abc import Set

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts, Span
from lianggao.noting import Block, Notes
from lianggao.text_columns import chosen
from lianggao.vocabulary import Bound, Field, Vocabulary

_NONE = np.empty(0, dtype=np.int64)


def narrow(facts: Facts, vocabulary: Vocabulary) -> Facts:
    """Return the facts with every bound of the vocabulary drawn, until nothing changes.

    Spans that a bound tells nothing new of stay the arrays that they are.
    """
    bounds = [(field, bound) for field in vocabulary.fields.values() for bound in field.never_above]
    names = {name for field, bound in bounds for name in (field.name, bound.quantity)}
    drawing = _Drawing(facts, vocabulary, names)
    for _ in names:
        drawing.moved, moved = set(), drawing.moved
        for field, bound in bounds:
            if field.name in moved | drawing.moved or bound.quantity in moved | drawing.moved:
                drawing.draw(field.name, bound)
        if not drawing.moved:
            break
    wrong = np.zeros(facts.rows, dtype=bool)
    for span in drawing.spans.values():
        wrong |= span.low > span.high
    if wrong.any():
        drawing.drop(np.flatnonzero(wrong))
    contradicting = [_contradicting(facts, wrong, bounds, vocabulary)] if wrong.any() else []
    notes = Notes([contradicting, [_without_basis(facts, wrong)]])
    return facts.adding(quantities=drawing.spans, notes=notes)


class _Drawing:
    """The spans while bounds are drawn; what nothing is known of has none. `moved` has those with something new."""

    def __init__(self, facts: Facts, vocabulary: Vocabulary, names: Set[str]) -> None:
        self._facts, self._vocabulary = facts, vocabulary
        self._where: dict[Bound, npt.NDArray[np.bool_]] = {}
        self.spans = {name: span for name, span in facts.quantities.items() if name in names}
        self.moved = set(self.spans)
        self._own: set[str] = set()

    def draw(self, part: str, bound: Bound) -> None:
        """Draw that the part is at most the whole, where it holds."""
        if bound not in self._where:
            self._where[bound] = _certain(self._facts, self._vocabulary, bound)
        whole, where = bound.quantity, self._where[bound]
        one, other = self.spans.get(part), self.spans.get(whole)
        raised = _rows(where, one.low > (other.low if other else 0.0)) if one else _NONE
        lowered = _rows(where, (one.high if one else np.inf) > other.high) if other else _NONE
        if one and len(raised):
            self._new(whole).low[raised] = one.low[raised]
        if other and len(lowered):
            self._new(part).high[lowered] = other.high[lowered]

    def drop(self, rows: npt.NDArray[np.int64]) -> None:
        """Leave everything open for some projects."""
        for name, span in self.spans.items():
            if span.take(rows).stated.any():
                own = self._new(name)
                own.low[rows], own.high[rows] = 0.0, np.inf

    def _new(self, name: str) -> Span:
        """Put a span of our own in the place of the one that is there."""
        self.moved.add(name)
        if name not in self._own:
            span = self.spans.get(name) or Span.unknown(self._facts.rows)
            self.spans[name] = Span(span.low.copy(), span.high.copy())
            self._own.add(name)
        return self.spans[name]


def _rows(where: npt.NDArray[np.bool_], more: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    return np.flatnonzero(where & more)


def _certain(facts: Facts, vocabulary: Vocabulary, bound: Bound) -> npt.NDArray[np.bool_]:
    """Return where the field on which a bound depends is known to have the value."""
    if not bound.field:
        return np.ones(facts.rows, dtype=bool)
    field = vocabulary[bound.field]
    known = facts.choices.get(field.derived_from or field.name)
    if known is None:
        return np.zeros(facts.rows, dtype=bool)
    values = vocabulary[field.derived_from].values if field.derived_from else field.values
    other = np.array([(field.of_base[v] if field.derived_from else v) != bound.value for v in values])
    only: npt.NDArray[np.bool_] = ~(known.sets & other).any(axis=1)
    return only[known.index]


def _contradicting(
    facts: Facts, wrong: npt.NDArray[np.bool_], bounds: list[tuple[Field, Bound]], vocabulary: Vocabulary
) -> Block:
    """Note which figures contradict each other; each set of stated ones is named once."""
    rows, fields = np.flatnonzero(wrong), _quantities(bounds, vocabulary)
    stated = np.zeros(len(rows), dtype=np.int64)
    for at, field in enumerate(fields):
        stated |= facts.span(field.name).stated[rows].astype(np.int64) << at
    sets, which = np.unique(stated, return_inverse=True)
    named = ("、".join(field.label for at, field in enumerate(fields) if one >> at & 1) for one in sets.tolist())
    text = chosen([f"{labels}互相矛盾，均未采用" for labels in named], which.ravel())
    return Block(rows, "energy_equivalent_tce", "energy-contradiction", text)


def _quantities(bounds: list[tuple[Field, Bound]], vocabulary: Vocabulary) -> list[Field]:
    names = dict.fromkeys(name for field, bound in bounds for name in (field.name, bound.quantity))
    return [field for field in vocabulary.fields.values() if field.name in names]


def _without_basis(facts: Facts, wrong: npt.NDArray[np.bool_]) -> Block:
    """Note figures of which nobody says whether they are 等价值 or 当量值, where neither of those is stated."""
    alone = facts.span("energy_unstated_tce").stated & ~wrong
    for name in ("energy_equivalent_tce", "energy_calorific_tce"):
        alone &= ~facts.span(name).stated
    text = "能耗未注明等价值还是当量值，只作等价值的下限、当量值的上限（对外供电、供热的不作推定）"
    return Block(np.flatnonzero(alone), "energy_unstated_tce", "basis-unstated", text)
