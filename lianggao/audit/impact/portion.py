"""The moved projects of a long list by themselves, so that putting one in full costs nothing for the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lianggao.facts import Facts
from lianggao.screening import ProjectScreening, Screening
from lianggao.screening.batch import Batch
from lianggao.screening.display import Display
from lianggao.screening.project import project_screening
from lianggao.tables.known import Ints


@dataclass(frozen=True, eq=False)
class Portion:
    """Some rows of a screening: values are written for these alone, what the gates say is that of the whole list."""

    screening: Screening
    display: Display
    batches: Mapping[int, Batch]

    @classmethod
    def of(cls, screening: Screening, places: Ints) -> Portion:
        """Take the projects at some places, counted from 0."""
        stated, facts = (_take(facts, places) for facts in (screening.display.stated, screening.facts))
        at = np.full(len(screening), -1, dtype=np.int64)
        at[places] = np.arange(len(places))
        batches = {id(batch): replace(batch, rows=at[batch.rows]) for batch in screening.batches}
        return cls(screening, Display(screening.law.vocabulary, stated, facts), batches)

    def project(self, row: int) -> ProjectScreening:
        """Return everything about one of the projects; rows count from 1 in the whole list."""
        batch, at = self.screening.batch_of(row)
        groups = self.screening.groups_of(row)
        found = project_screening(self.batches[id(batch)], self.display, at, groups, self.screening.stamp(row))
        return found.model_copy(update={"row": row})


def _take(facts: Facts, places: Ints) -> Facts:
    texts = {name: text.iloc[places].reset_index(drop=True) for name, text in facts.texts.items()}
    at = {int(place): row for row, place in enumerate(places)}
    notes = tuple(replace(note, row=at[note.row]) for note in facts.notes if note.row in at)
    return replace(facts.take(places), texts=texts, notes=notes)
