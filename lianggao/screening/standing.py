"""How a requirement stands for a reader: not met, open for a project that it binds, or open even in whether it binds.

A requirement that is met wherever it applies is no worry, though it may be open whether it applies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from lianggao.rulebook.requirements import FAILS, HOLDS
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening.batch import Batch
from lianggao.screening.result import CheckResult
from lianggao.tables.known import Bools

Standing = Literal["inapplicable", "met", "no_worry", "perhaps", "open", "failed"]
STANDINGS: tuple[Standing, ...] = ("inapplicable", "met", "no_worry", "perhaps", "open", "failed")
"""The codes of `standing_codes` are places in it; a requirement is `perhaps` where it may not apply and may be met."""

Codes = npt.NDArray[np.int8]


def standing_of(check: CheckResult) -> Standing:
    """Return how a requirement stands that may apply to a project."""
    return _standing(frozenset(check.outcomes), check.below_floor)


def standing_codes(batch: Batch, check: str) -> Codes:
    """Return how a requirement stands per situation, as a place in STANDINGS."""
    asked, part = batch.answers[check].asked, batch.answers[check].decided
    codes: Codes = asked.each("standing", lambda start: _codes(part.table.outcomes, asked.answer.outcomes[start:]))
    trusted, doubted = codes[part.place].T
    of_row = part.patterns.of_row
    return np.asarray(np.where(batch.below_floor(check), doubted[of_row], trusted[of_row]))


def _codes(names: Sequence[str], outcomes: Bools) -> Codes:
    """Return the standing of patterns, on texts that are trusted and on texts below the floor."""
    left = [frozenset(name for name, on in zip(names, row, strict=True) if on) for row in outcomes.tolist()]
    both = [[STANDINGS.index(_standing(each, low)) for low in (False, True)] for each in left]
    return np.array(both, dtype=np.int8).reshape(-1, 2)


def _standing(outcomes: frozenset[str], below_floor: bool) -> Standing:
    if outcomes == {NOT_APPLICABLE}:
        return "inapplicable"
    if below_floor or (len(outcomes) > 1 and FAILS in outcomes):
        return "perhaps" if outcomes >= {NOT_APPLICABLE, HOLDS} else "open"
    if len(outcomes) > 1:
        return "no_worry"
    return "failed" if FAILS in outcomes else "met"
