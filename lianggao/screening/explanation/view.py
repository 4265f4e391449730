"""One project with everything that was worked out for it, and how its gates, facts and texts are called."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.models import Trust
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.gates import Part
from lianggao.screening.missing_facts import asked_field
from lianggao.screening.result import ProjectScreening
from lianggao.screening.screening import Screening
from lianggao.screening.wording import UNSTATED, region_text
from lianggao.tables.known import Bools

TRUST_MEANS: dict[Trust, str] = {
    "official": "读的是官方原文",
    "reprint": "读的是转载文本，与原文可能有出入",
    "report": "原文未见，只见到报道或转述",
    "recalled": "原文未见，凭一般了解写成，须核对",
}
"""What each trust means, in plain words."""


@dataclass(frozen=True)
class View:
    """A project (`row` counts from 0) and its situation `at` in its batch."""

    project: ProjectScreening
    batch: Batch
    display: Display
    row: int
    at: int

    def trust(self, trust: Trust) -> str:
        """Return a trust with its meaning."""
        return f"{self.batch.rulebook.law.vocabulary.domains['trust'][trust]}，{TRUST_MEANS[trust]}"

    def label(self, axis: str) -> str:
        """Return what an axis is called: a field, an earlier gate, or a doubt about dates."""
        if axis.startswith(GATE_AXIS):
            return self.batch.rulebook.law.gates[axis.removeprefix(GATE_AXIS)].title
        return asked_field(self.batch, axis).label

    def value(self, part: Part, axis: str) -> str:
        """Return what is known on an axis."""
        if axis.startswith(GATE_AXIS):
            gate, regions = axis.removeprefix(GATE_AXIS), self.batch.rulebook.regions[axis]
            labels = self.batch.labels(gate)
            # Outcomes that no rule tells apart share a region; those still possible are the gate's own.
            left = self.batch.open_outcomes(gate, self.batch.pattern(gate, self.at))
            return "或".join(labels[o] for r in self.open_regions(part, axis) for o in regions.members(r) if o in left)
        if axis.startswith(IN_FORCE):
            field = asked_field(self.batch, axis)
            return region_text(self.batch.rulebook.regions[axis], self.open_regions(part, axis), field)
        text = self.display.value(axis, self.row)
        return "不限" if text == UNSTATED else text

    def known(self, part: Part, axis: str) -> Bools:
        """Return which regions of an axis are still open."""
        held = part.patterns.held[axis]
        return np.asarray(held.sets[held.index[self.pattern(part)]])

    def open_regions(self, part: Part, axis: str) -> list[int]:
        """Return the regions of an axis that are still open."""
        return [int(region) for region in np.flatnonzero(self.known(part, axis))]

    def pattern(self, part: Part) -> int:
        """Return the project's pattern in a table."""
        return int(part.patterns.of_row[self.at])


def view_of(screening: Screening, row: int) -> View:
    """Gather what is known about one project; rows count from 1. Raises InputError."""
    project = screening.project(row)
    batch, at = screening.batch_of(row)
    return View(project, batch, screening.display, row - 1, at)
