"""Which departments join the review: required where that holds in every world left, possible where in some.

A review that rests on a text below the trust floor is never more than possible, and never ruled out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lianggao.rulebook.compile import STRENGTHS, joined_by
from lianggao.screening.batch import Batch
from lianggao.screening.result import ChecklistLine, CheckResult, DepartmentReview, Finding, Review
from lianggao.tables.known import Ints

REVIEWS: tuple[Review, ...] = ("not_required", "possible", "required")
"""From least to most; the codes of `review_codes` are places in it."""


def review_codes(batch: Batch, department: str) -> Ints:
    """Return a department's review per situation, as a place in REVIEWS."""
    return batch.kept(("review", department), lambda: _review_codes(batch, department))


def _review_codes(batch: Batch, department: str) -> Ints:
    codes = np.zeros(len(batch.first), dtype=np.int64)
    for gate, answer in batch.answers.items():
        for strength in STRENGTHS:
            found = answer.clause(joined_by(department, strength))
            if found is not None:
                (possible, certain), low = found, batch.below_floor(gate)
                codes = np.maximum(codes, (possible | (low & answer.applicable)).astype(np.int64))
                if strength == "required":
                    codes = np.where(certain & ~low, 2, codes)
    return codes


def reviews_of(
    batch: Batch, at: int, findings: Sequence[Finding], checks: Sequence[CheckResult]
) -> tuple[DepartmentReview, ...]:
    """Return every department's review of a project in situation `at` of the batch."""
    found = {finding.rule: finding for finding in findings}
    rules = [rule.rule for rule in batch.rulebook.rules if rule.id in found]
    return tuple(
        DepartmentReview(
            department=department,
            label=label,
            review=REVIEWS[int(review_codes(batch, department)[at])],
            because=tuple(rule.id for rule in rules if department in rule.conclude.departments),
            checklist=tuple(
                ChecklistLine(text=text, status=found[rule.id].status, rule=rule.id)
                for rule in rules
                for text in rule.conclude.checklist.get(department, ())
            ),
            checks=tuple(check for check in checks if check.department == department),
        )
        for department, label in batch.rulebook.law.vocabulary.departments.items()
    )
