"""Narrow quantities that bound each other, so that what is known of one tells about the other.

等价值 is never below 当量值 (unless the project may sell power or heat), a part is never above its total, and what a
new project adds is all it uses. Figures that contradict each other are dropped together, with a note.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts, Note, Span
from lianggao.vocabulary import Bound, Field, Vocabulary


def narrow(facts: Facts, vocabulary: Vocabulary) -> Facts:
    """Return the facts with every bound of the vocabulary drawn, until nothing changes."""
    bounds = [(field, bound) for field in vocabulary.fields.values() for bound in field.never_above]
    where = {bound: _certain(facts, vocabulary, bound) for _, bound in bounds}
    spans = {name: facts.span(name) for field, bound in bounds for name in (field.name, bound.quantity)}
    for _ in range(len(spans)):
        changed = False
        for field, bound in bounds:
            changed |= _draw(spans, field.name, bound.quantity, where[bound])
        if not changed:
            break
    wrong = np.zeros(facts.rows, dtype=bool)
    for span in spans.values():
        wrong |= span.low > span.high
    if wrong.any():
        spans = {name: _without(span, wrong) for name, span in spans.items()}
    notes = [*_notes(facts, wrong, bounds, vocabulary), *_without_basis(facts, wrong)]
    return facts.adding(quantities=spans, notes=notes)


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


def _draw(spans: dict[str, Span], part: str, whole: str, where: npt.NDArray[np.bool_]) -> bool:
    """Draw `part <= whole` where it holds; return whether that told anything new."""
    low = np.where(where, np.maximum(spans[whole].low, spans[part].low), spans[whole].low)
    high = np.where(where, np.minimum(spans[part].high, spans[whole].high), spans[part].high)
    new = bool((low > spans[whole].low).any() or (high < spans[part].high).any())
    spans[whole] = Span(low, spans[whole].high)
    spans[part] = Span(spans[part].low, high)
    return new


def _without(span: Span, rows: npt.NDArray[np.bool_]) -> Span:
    return Span(np.where(rows, 0.0, span.low), np.where(rows, np.inf, span.high))


def _notes(
    facts: Facts, wrong: npt.NDArray[np.bool_], bounds: list[tuple[Field, Bound]], vocabulary: Vocabulary
) -> list[Note]:
    rows = np.flatnonzero(wrong)
    stated = {f.label: facts.span(f.name).stated[rows] for f in _quantities(bounds, vocabulary)}
    notes = []
    for place, row in enumerate(rows):
        labels = "、".join(label for label, given in stated.items() if given[place])
        notes.append(Note(int(row), "energy_equivalent_tce", "energy-contradiction", f"{labels}互相矛盾，均未采用"))
    return notes


def _quantities(bounds: list[tuple[Field, Bound]], vocabulary: Vocabulary) -> list[Field]:
    names = dict.fromkeys(name for field, bound in bounds for name in (field.name, bound.quantity))
    return [field for field in vocabulary.fields.values() if field.name in names]


def _without_basis(facts: Facts, wrong: npt.NDArray[np.bool_]) -> list[Note]:
    """Note figures of which nobody says whether they are 等价值 or 当量值, where neither of those is stated."""
    alone = facts.span("energy_unstated_tce").stated & ~wrong
    for name in ("energy_equivalent_tce", "energy_calorific_tce"):
        alone &= ~facts.span(name).stated
    text = "能耗未注明等价值还是当量值，只作等价值的下限、当量值的上限（对外供电、供热的不作推定）"
    return [Note(row, "energy_unstated_tce", "basis-unstated", text) for row in np.flatnonzero(alone).tolist()]
