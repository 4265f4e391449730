"""The situations of a list: projects of which the same is known on every axis of a rulebook are in the same one.

A list of a million rows has some ten thousands of them. Everything that the tables say, and every text that needs no
figure of the project's own, is worked out once per situation and spread over the rows at the very end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lianggao.tables import Known
from lianggao.tables.known import Ints
from lianggao.tables.numbering import combined


@dataclass(frozen=True)
class Situations:
    """`knowledge` has one place per situation, `of_project` the situation of each project, `first` one project each."""

    knowledge: Mapping[str, Known]
    of_project: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.first)

    @classmethod
    def of(cls, knowledge: Mapping[str, Known], projects: int) -> Situations:
        """Gather the situations of some projects from what each knows on every axis."""
        columns = ((knowledge[axis].index, len(knowledge[axis].sets)) for axis in sorted(knowledge))
        of_project, first = combined(columns, projects)
        return cls({axis: Known(k.sets, k.index[first]) for axis, k in knowledge.items()}, of_project, first)
