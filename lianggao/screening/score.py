"""The score: points of what certainly holds to points of what may hold, from 0 to 100.

It orders a list for attention and decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lianggao.rulebook.requirements import FAILS
from lianggao.screening.batch import Batch
from lianggao.screening.model import Status
from lianggao.screening.result import CheckResult, Contribution, Finding, Score
from lianggao.tables.known import Ints

TOP = 100


def score_of(findings: Sequence[Finding], checks: Sequence[CheckResult]) -> Score:
    """Return the score of one project with the rules and the requirements not met that contribute."""
    parts = [Contribution(rule=f.rule, points=f.points, status=f.status) for f in findings if f.points]
    for check in (check for check in checks if check.points and FAILS in check.outcomes):
        status: Status = "certain" if check.status == "fails" else "possible"
        parts.append(Contribution(rule=check.check, points=check.points, status=status))
    low = sum(part.points for part in parts if part.status == "certain")
    high = sum(part.points for part in parts)
    return Score(low=min(low, TOP), high=min(high, TOP), contributions=tuple(parts))


def score_columns(batch: Batch) -> tuple[Ints, Ints]:
    """Return the low and the high end of the score in every situation."""
    low, high = (np.zeros(len(batch.first), dtype=np.int64) for _ in range(2))
    for gate, answer in batch.answers.items():
        for rules in (answer.tables.deciding, answer.tables.following):
            points = {rule.id: rule.rule.conclude.points for rule in rules if rule.rule.conclude.points}
            if not points:
                continue
            part = answer.decided if rules is answer.tables.deciding else answer.followed
            places = [part.table.place_of[id] for id in points]
            worth = np.array(list(points.values()))
            certain, possible = (plane[:, places] @ worth for plane in (part.answer.certain, part.answer.possible))
            low += np.where(batch.below_floor(gate), 0, certain[part.patterns.of_row])
            high += possible[part.patterns.of_row]
    return np.minimum(low, TOP), np.minimum(high, TOP)
