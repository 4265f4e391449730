"""What a project adds of coal is at most all the coal it uses."""

from __future__ import annotations

import numpy as np

from lianggao.facts import Facts, Note, Span
from lianggao.vocabulary import Vocabulary

PART, WHOLE = "coal_added_t", "coal_t"


def cap(facts: Facts, vocabulary: Vocabulary) -> Facts:
    """Return the facts with added coal bounded; a stated part above the whole is left, with a note.

    The part leaves out coal as a raw material and the whole may have it, so that the part tells nothing of the whole.
    """
    whole = facts.quantities.get(WHOLE)
    if whole is None or not {PART, WHOLE} <= vocabulary.fields.keys():
        return facts
    if not np.isfinite(whole.high).any():
        return facts
    part = facts.span(PART)
    wrong = part.low > whole.high
    high = np.where(wrong, part.high, np.minimum(part.high, whole.high))
    text = f"{vocabulary[PART].label}大于{vocabulary[WHOLE].label}，请核对"
    notes = [Note(row, PART, "coal-added-contradiction", text) for row in np.flatnonzero(wrong).tolist()]
    return facts.adding(quantities={PART: Span(part.low, high)}, notes=notes)
