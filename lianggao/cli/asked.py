"""What `--fail-on` asks about: is there a project that has, or may have, one of some outcomes of the catalog?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from lianggao.cli.codes import THERE, UNDECIDED
from lianggao.errors import Fault, InputError, fault

if TYPE_CHECKING:
    from lianggao.rulebook import Law
    from lianggao.screening import Screening


def check_outcomes(asked: Sequence[str], law: Law) -> None:
    """Raise InputError where the catalog has no such outcome."""
    from lianggao.rulebook.axes import outcomes_of

    known = (*outcomes_of(law.gates["catalog"])[1:], "not_applicable", "undetermined")
    faults: list[Fault] = [
        fault("not-an-outcome", value=outcome, known=", ".join(known)) for outcome in asked if outcome not in known
    ]
    if faults:
        raise InputError(faults)


def exit_code(screening: Screening, asked: Sequence[str]) -> int:
    """Return 3 if some project certainly has an outcome asked about, else 4 if one may have it, else 0.

    A project whose catalog text is trusted too little may have any outcome.
    """
    if not asked:
        return 0
    perhaps = False
    for batch in screening.batches:
        decided, part = batch.decided("catalog"), batch.answers["catalog"].decided
        names = part.table.outcomes
        places = [names.index(outcome) for outcome in asked if outcome in names]
        certain = [*places, *([-1] if "undetermined" in asked else [])]
        if np.isin(decided, certain).any():
            return THERE
        still = np.any(part.answer.outcomes[part.patterns.of_row][:, places], axis=1)
        perhaps |= bool(((decided < 0) & (still | batch.below_floor("catalog"))).any())
    return UNDECIDED if perhaps else 0


def worse(one: int, other: int) -> int:
    """Return the code for two parts of a list: what is certainly there counts before what may be."""
    return THERE if THERE in (one, other) else max(one, other)
