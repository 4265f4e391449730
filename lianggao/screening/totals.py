"""What is said of a list as a whole, added up over the parts in which it was screened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lianggao.intake.columns import ColumnUse
from lianggao.intake.raw import ListNote
from lianggao.rulebook import Law
from lianggao.rulebook.dates import PartialDate
from lianggao.screening.dating import From
from lianggao.screening.screening import Screening
from lianggao.screening.summary import Summary, added


@dataclass
class Totals:
    """The counts of the parts taken in so far, and what was noticed about their columns and the list."""

    law: Law
    summary: Summary = field(default_factory=lambda: Summary(projects=0, outcomes={}, checks={}, fill=()))
    notes: int = 0
    noted_projects: int = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    """The Chinese label of each outcome of the catalog gate."""
    unused: dict[ColumnUse, None] = field(default_factory=dict)
    """Columns that were perhaps not meant to be left out, in the order of the list."""
    list_notes: dict[ListNote, None] = field(default_factory=dict)
    dates: dict[tuple[PartialDate, From], None] = field(default_factory=dict)

    @classmethod
    def of(cls, screening: Screening) -> Totals:
        """Return what is said of a list that was screened as a whole."""
        totals = cls(screening.law)
        totals.add(screening)
        return totals

    def add(self, part: Screening) -> None:
        """Take in the next part of the list."""
        self.summary = added(self.summary, part.summary())
        self.notes += len(part.facts.notes)
        self.noted_projects += len(np.unique(part.facts.notes.rows))
        if part.batches:
            self.labels = part.batches[0].labels("catalog")
        self.unused |= dict.fromkeys(use for report in part.reports for use in report.doubtful)
        self.list_notes |= dict.fromkeys(part.list_notes)
        self.dates |= dict.fromkeys(part.dating.dates)
