"""The situations of a list: projects of which the same is known on every axis of a rulebook are in the same one.

A list of a million rows has some ten thousands of them. Everything that the tables say, and every text that needs no
figure of the project's own, is worked out once per situation and spread over the rows at the very end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        of_project, first = distinct((knowledge[axis] for axis in sorted(knowledge)), projects)
        return cls({axis: Known(k.sets, k.index[first]) for axis, k in knowledge.items()}, of_project, first)


def distinct(knowledge: Iterable[Known], places: int) -> tuple[Ints, Ints]:
    """Number the distinct combinations of what is known, in the order met.

    Returns the combination of each place and the first place of each combination.
    """
    return combined(((known.index, len(known.sets)) for known in knowledge), places)
