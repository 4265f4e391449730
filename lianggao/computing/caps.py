"""What a project adds is at most all that it has: coal, and capacity, of which a new build or a relocation adds all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts, Notes, Span
from lianggao.noting import Block
from lianggao.vocabulary import Vocabulary

COAL = ("coal_added_t", "coal_t")
CAPACITIES = (("added_output_t", "output_t"), ("added_output_cases", "output_cases"))
NATURE, WHOLE_IS_NEW = "construction_nature", ("new_build", "relocation")


def cap(facts: Facts, vocabulary: Vocabulary) -> Facts:
    """Return the facts with what is added bounded by the whole; a stated part above it is left, with a note.

    Added coal leaves out coal as a raw material and the whole may have it, so that the part tells nothing of the whole.
    """
    facts = _capped(facts, *COAL, vocabulary)
    new = _all_new(facts, vocabulary)
    for part, whole in CAPACITIES:
        is_all = new & ~facts.span(part).stated
        facts = _capped(facts, part, whole, vocabulary)
        if whole in facts.quantities and part in vocabulary.fields:
            added, planned = facts.span(part), facts.span(whole)
            low = np.where(is_all, planned.low, added.low)
            facts = facts.adding(quantities={part: Span(low, added.high)})
    return facts


def _capped(facts: Facts, name: str, of: str, vocabulary: Vocabulary) -> Facts:
    whole = facts.quantities.get(of)
    if whole is None or not {name, of} <= vocabulary.fields.keys() or not np.isfinite(whole.high).any():
        return facts
    part = facts.span(name)
    wrong = part.low > whole.high
    high = np.where(wrong, part.high, np.minimum(part.high, whole.high))
    text = f"{vocabulary[name].label}大于{vocabulary[of].label}，请核对"
    notes = Notes([[Block(np.flatnonzero(wrong), name, "added-contradiction", text)]])
    return facts.adding(quantities={name: Span(part.low, high)}, notes=notes)


def _all_new(facts: Facts, vocabulary: Vocabulary) -> npt.NDArray[np.bool_]:
    """Return where all capacity is certainly new."""
    known = facts.choices.get(NATURE)
    if known is None:
        return np.zeros(facts.rows, dtype=bool)
    other = np.array([value not in WHOLE_IS_NEW for value in vocabulary[NATURE].values])
    return np.asarray((~(known.sets & other).any(axis=1))[known.index])
