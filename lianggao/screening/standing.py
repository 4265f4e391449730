"""How a requirement stands for a reader: not met, open for a project that it binds, or open even in whether it binds.

A requirement that is met wherever it applies is no worry, though it may be open whether it applies.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from lianggao.rulebook.requirements import FAILS, HOLDS
from lianggao.rulebook.resolve import NOT_APPLICABLE
from lianggao.screening.batch import Batch
from lianggao.screening.result import CheckResult

Standing = Literal["inapplicable", "met", "no_worry", "perhaps", "open", "failed"]
STANDINGS: tuple[Standing, ...] = ("inapplicable", "met", "no_worry", "perhaps", "open", "failed")
"""The codes of `standing_codes` are places in it; a requirement is `perhaps` where it may not apply and may be met."""

Codes = npt.NDArray[np.int8]


def standing_of(check: CheckResult) -> Standing:
    """Return how a requirement stands that may apply to a project."""
    return _standing(frozenset(check.outcomes), check.below_floor)


def standing_codes(batch: Batch, check: str) -> Codes:
    """Return how a requirement stands per situation, as a place in STANDINGS."""
    part = batch.answers[check].decided
    left = [
        frozenset(name for name, on in zip(part.table.outcomes, row, strict=True) if on) for row in part.answer.outcomes
    ]
    trusted, doubted = (
        np.array([STANDINGS.index(_standing(outcomes, low)) for outcomes in left], dtype=np.int8)
        for low in (False, True)
    )
    of_row = part.patterns.of_row
    return np.where(batch.below_floor(check), doubted[of_row], trusted[of_row])


def _standing(outcomes: frozenset[str], below_floor: bool) -> Standing:
    if outcomes == {NOT_APPLICABLE}:
        return "inapplicable"
    if below_floor or (len(outcomes) > 1 and FAILS in outcomes):
        return "perhaps" if outcomes >= {NOT_APPLICABLE, HOLDS} else "open"
    if len(outcomes) > 1:
        return "no_worry"
    return "failed" if FAILS in outcomes else "met"
