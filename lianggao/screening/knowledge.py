"""Turn facts into knowledge: for every axis of a rulebook, the regions that a project's facts don't rule out.

Projects that know the same on the axes of a table share one pattern; everything a table says is worked out once per
pattern.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lianggao.facts import Facts
from lianggao.rulebook import Rulebook
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import ChoiceAxis, Known, Regions
from lianggao.tables.known import Ints
from lianggao.tables.lookup import reduced

_ROOM = 2**40


@dataclass(frozen=True)
class Patterns:
    """The distinct states of knowledge on some axes (`held`, one place per pattern), and which each project has."""

    held: Mapping[str, Known]
    of_row: Ints
    first_row: Ints

    def __len__(self) -> int:
        return len(self.first_row)


def knowledge_of(facts: Facts, rulebook: Rulebook) -> dict[str, Known]:
    """Return what every project knows on every axis that is not an outcome of a gate."""
    return {
        name: _known(name, regions, facts)
        for name, regions in rulebook.regions.items()
        if not name.startswith(GATE_AXIS)
    }


def patterns_of(knowledge: Mapping[str, Known], axes: Sequence[str], projects: int) -> Patterns:
    """Return the distinct combinations of what is known on some axes."""
    key, room = np.zeros(projects, dtype=np.int64), 1
    for axis in axes:
        known = knowledge[axis]
        if room * len(known.sets) > _ROOM:
            distinct, key = np.unique(key, return_inverse=True)
            room = len(distinct)
        key, room = key * len(known.sets) + known.index, room * len(known.sets)
    _, first, of_row = np.unique(key, return_index=True, return_inverse=True)
    return Patterns({axis: knowledge[axis].take(first) for axis in axes}, of_row.ravel(), first)


def regions_of(known: Known, regions: Regions) -> Known:
    """Turn sets of values of a choice into sets of regions."""
    member = np.zeros((len(regions.region_of), len(regions)), dtype=bool)
    member[np.arange(len(regions.region_of)), regions.region_of] = True
    merged = Known.of_rows(reduced(member, 0, known.sets))
    return Known(merged.sets, merged.index[known.index])


def _known(name: str, regions: Regions, facts: Facts) -> Known:
    if isinstance(regions.axis, ChoiceAxis):
        if name in facts.choices:
            return regions_of(facts.choices[name], regions)
        return Known.constant([True] * len(regions), facts.rows)
    span = facts.span(name)
    return Known.of_ranges(regions.find(span.low), regions.find(span.high), len(regions))
