"""Counts over a list, and which column, if filled, would settle how many projects."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening.batch import Batch
from lianggao.screening.checks import STATUSES, status_codes
from lianggao.screening.gates import CATALOG
from lianggao.screening.missing_facts import asked_field
from lianggao.screening.model import Model


class Filling(Model):
    """What filling one column would do: projects settled whatever the answer, and projects at least narrowed."""

    field: str
    label: str
    settles: int
    narrows: int


class Summary(Model):
    """The counts of a list: projects, outcomes of every gate and statuses of every requirement that departments check,
    and columns worth filling, most telling first.
    """

    projects: int
    outcomes: dict[str, dict[str, int]]
    checks: dict[str, dict[CheckStatus, int]]
    fill: tuple[Filling, ...]


def summary_of(batches: Sequence[Batch], projects: int) -> Summary:
    """Count a list."""
    outcomes: dict[str, dict[str, int]] = {}
    checks: dict[str, dict[CheckStatus, int]] = {}
    fill: dict[str, Filling] = {}
    for batch in batches:
        for gate in batch.gates():
            decided = batch.decided[gate]
            names = (*batch.answers[gate].decided.table.outcomes, "undetermined")
            counts = outcomes.setdefault(gate, {})
            for place, name in enumerate(names):
                found = int((decided == (place if name != "undetermined" else -1)).sum())
                counts[name] = counts.get(name, 0) + found
        for check in batch.checks():
            counted = checks.setdefault(check, dict.fromkeys(STATUSES, 0))
            for status, found in zip(STATUSES, np.bincount(status_codes(batch, check), minlength=4), strict=True):
                counted[status] += int(found)
        part = batch.answers[CATALOG].decided
        weight = np.bincount(part.patterns.of_row, minlength=len(part.patterns))
        for s in batch.answers[CATALOG].slices:
            before = fill.get(s.axis)
            fill[s.axis] = Filling(
                field=s.axis,
                label=asked_field(batch, s.axis).label,
                settles=int(weight[np.isclose(s.gain, 1)].sum()) + (before.settles if before else 0),
                narrows=int(weight[s.gain > 0].sum()) + (before.narrows if before else 0),
            )
    ordered = sorted((f for f in fill.values() if f.narrows), key=lambda f: (-f.settles, -f.narrows, f.field))
    return Summary(projects=projects, outcomes=outcomes, checks=checks, fill=tuple(ordered))
