"""Hold a computed figure against the one that is stated for the same field."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from lianggao.facts import Facts, Notes, Span
from lianggao.noting import Block
from lianggao.text_columns import intervals, joined
from lianggao.vocabulary import Field, Vocabulary

PERCENT = 5
_SLACK = 1e-12


def agree(facts: Facts, field: Field, computed: Span) -> Facts:
    """Return the facts with the field: as stated, where the two can both be; anything between them, where they can't.

    Where they are more than 5 % of the stated figure apart there is a note `computed-differs`.
    """
    stated = facts.quantities.get(field.name)
    if stated is None:
        return facts.adding(quantities={field.name: computed}) if computed.stated.any() else facts
    apart = stated.stated & ((stated.low > computed.high) | (computed.low > stated.high))
    low = np.where(stated.stated, np.where(apart, np.minimum(stated.low, computed.low), stated.low), computed.low)
    high = np.where(stated.stated, np.where(apart, np.maximum(stated.high, computed.high), stated.high), computed.high)
    return facts.adding({}, {field.name: Span(low, high)}, _notes(field, stated, computed, apart))


def agree_all(facts: Facts, computed: Mapping[str, Span], vocabulary: Vocabulary) -> Facts:
    """Return the facts with several computed fields, each held against what is stated."""
    for name, span in computed.items():
        facts = agree(facts, vocabulary[name], span)
    return facts


def _notes(field: Field, stated: Span, computed: Span, apart: npt.NDArray[np.bool_]) -> Notes:
    rows = np.flatnonzero(apart)
    given, worked = stated.take(rows), computed.take(rows)
    above = worked.low > given.high
    near = np.where(above, given.high, given.low)
    gap = np.where(above, worked.low - given.high, given.low - worked.high)
    far = np.flatnonzero(gap * 100 > PERCENT * near * (1 + _SLACK))
    told = (intervals(span.low[far], span.high[far], field.unit) for span in (given, worked))
    text = joined(
        f"{field.label}填报为",
        next(told),
        "，按其他填报项计算为",
        next(told),
        f"，相差超过{PERCENT}%，两者之间都视为可能",
    )
    return Notes([[Block(rows[far], field.name, "computed-differs", text)]])
