"""Counts over a list, and which column, if filled, would settle how many projects."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from lianggao.rulebook.requirements import CheckStatus
from lianggao.screening.batch import Batch
from lianggao.screening.checks import STATUSES, status_codes
from lianggao.screening.gates import CATALOG
from lianggao.screening.missing_facts import asked_field
from lianggao.screening.model import Model

K = TypeVar("K", bound=Hashable)


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
            decided = np.bincount(batch.decided(gate) + 1, batch.projects, minlength=1).astype(int).tolist()
            names = (*batch.answers[gate].decided.table.outcomes, "undetermined")
            counts = outcomes.setdefault(gate, {})
            for place, name in enumerate(names):
                at = place + 1 if name != "undetermined" else 0
                counts[name] = counts.get(name, 0) + (decided[at] if at < len(decided) else 0)
        for check in batch.checks():
            counted = checks.setdefault(check, dict.fromkeys(STATUSES, 0))
            found = np.bincount(status_codes(batch, check), batch.projects, minlength=4)
            for status, projects_with in zip(STATUSES, found.tolist(), strict=True):
                counted[status] += int(projects_with)
        part = batch.answers[CATALOG].decided
        weight = np.bincount(part.patterns.of_row, batch.projects, minlength=len(part.patterns))
        for s in batch.answers[CATALOG].slices:
            before = fill.get(s.axis)
            fill[s.axis] = Filling(
                field=s.axis,
                label=asked_field(batch, s.axis).label,
                settles=int(weight[np.isclose(s.gain, 1)].sum()) + (before.settles if before else 0),
                narrows=int(weight[s.gain > 0].sum()) + (before.narrows if before else 0),
            )
    return Summary(projects=projects, outcomes=outcomes, checks=checks, fill=_ordered(fill.values()))


def added(one: Summary, other: Summary) -> Summary:
    """Add up the counts of two parts of a list."""
    fill = {f.field: f for f in one.fill}
    for more in other.fill:
        before = fill.get(more.field)
        sums = {"settles": before.settles + more.settles, "narrows": before.narrows + more.narrows} if before else {}
        fill[more.field] = more.model_copy(update=sums)
    return Summary(
        projects=one.projects + other.projects,
        outcomes=_counted(one.outcomes, other.outcomes),
        checks=_counted(one.checks, other.checks),
        fill=_ordered(fill.values()),
    )


def _counted(one: Mapping[str, Mapping[K, int]], other: Mapping[str, Mapping[K, int]]) -> dict[str, dict[K, int]]:
    found = {name: dict(counts) for name, counts in one.items()}
    for name, counts in other.items():
        own = found.setdefault(name, {})
        for key, count in counts.items():
            own[key] = own.get(key, 0) + count
    return found


def _ordered(fill: Iterable[Filling]) -> tuple[Filling, ...]:
    telling = (filling for filling in fill if filling.narrows)
    return tuple(sorted(telling, key=lambda filling: (-filling.settles, -filling.narrows, filling.field)))
