"""Coverage of worlds: which possible worlds of a gate some project was in, with its outcome certain.

A project that leaves a field open visits every world that it may be in, provided they all have one outcome: then the
open field has no say there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lianggao.audit.coverage.model import GateCoverage, OutcomeCoverage
from lianggao.audit.worlds import Stage, common_cuts, worlds_of
from lianggao.audit.worlds.areas import areas_of
from lianggao.audit.worlds.limits import outcome_labels
from lianggao.audit.worlds.stages import Stages
from lianggao.rulebook import Rulebook
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.screening.gates import Part
from lianggao.tables import ChoiceAxis
from lianggao.tables.known import Bools

SOUGHT, SHOWN = 20, 5
"""So many areas never visited are sought for each outcome, and the largest of them told."""


@dataclass(eq=False)
class SeenBook:
    """The worlds of one version of the law, and those visited, gate by gate."""

    book: Rulebook
    stages: Stages
    visited: dict[str, Bools]
    projects: int = 0

    @classmethod
    def of(cls, book: Rulebook) -> SeenBook:
        """Start with nothing visited."""
        return cls(book, worlds_of(common_cuts([book])), {})

    def add(self, gate: str, part: Part) -> None:
        """Take in the patterns of a gate's deciding table. Raises TooLargeError."""
        stage = self.stages.decide(gate)
        visited = self.visited.setdefault(gate, np.zeros(stage.possible.shape, dtype=bool))
        settled = np.flatnonzero(part.answer.outcomes.sum(axis=1) == 1)
        for pattern in settled.tolist():
            visited[np.ix_(*(self._places(axis, part, pattern, stage) for axis in stage.axes))] = True

    def gate(self, gate: str, *, told: bool) -> GateCoverage:
        """Return what was visited of a gate; with `told`, also which worlds never were, in words."""
        stage, visited = self.stages.decide(gate), self.visited[gate]
        seen = visited & stage.possible
        labels = outcome_labels([self.book], gate)
        return GateCoverage(
            gate=gate,
            title=self.book.law.gates[gate].title,
            as_of=str(self.book.as_of),
            projects=self.projects,
            worlds=int(stage.possible.sum()),
            visited=int(seen.sum()),
            outcomes=tuple(
                _outcome(name, labels[name], stage, seen, stage.possible & (stage.outcome[0] == place), told)
                for place, name in enumerate(stage.outcomes)
                if (stage.possible & (stage.outcome[0] == place)).any()
            ),
        )

    def _places(self, axis: str, part: Part, pattern: int, stage: Stage) -> Bools:
        """Return the places of a stage's axis that a pattern leaves open."""
        known = part.patterns.held[axis]
        open_ = known.sets[known.index[pattern]]
        if not axis.startswith(GATE_AXIS):
            return np.asarray(open_)
        regions = self.book.regions[axis]
        assert isinstance(regions.axis, ChoiceAxis)
        region_of = dict(zip(regions.axis.domain, regions.region_of, strict=True))
        return np.array([open_[region_of[outcome]] for (outcome,) in stage.labels[axis]])


def _outcome(outcome: str, label: str, stage: Stage, seen: Bools, worlds: Bools, told: bool) -> OutcomeCoverage:
    areas = areas_of(stage, worlds & ~seen, SOUGHT) if told else []
    areas.sort(key=lambda area: -int((worlds & ~seen & area.within()).sum()))
    more = ["……"] if len(areas) > SHOWN else []
    return OutcomeCoverage(
        outcome=outcome,
        label=label,
        worlds=int(worlds.sum()),
        visited=int((worlds & seen).sum()),
        never=(*(area.text for area in areas[:SHOWN]), *more),
    )
