"""Turn facts into knowledge: for every axis of a rulebook, the regions that a project's facts don't rule out.

Projects that know the same on the axes of a table share one pattern; everything a table says is worked out once per
pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lianggao.facts import Facts, Span
from lianggao.rulebook import Rulebook
from lianggao.rulebook.resolve import GATE_AXIS
from lianggao.tables import ChoiceAxis, Known, Regions
from lianggao.tables.known import Ints
from lianggao.tables.lookup import reduced


@dataclass(frozen=True)
class Patterns:
    """The distinct states of knowledge on some axes (`held`, one place per pattern), and which each situation has.

    `first_row` is the first situation that has a pattern, -1 where none of these has.
    """

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
    if name not in facts.quantities or len(regions) == 1:
        return Known.constant([True] * len(regions), facts.rows)
    return _in_regions(facts.span(name), regions)


def _in_regions(span: Span, regions: Regions) -> Known:
    """Return the regions that a quantity may lie in; points, of which both ends are one column, are looked up once."""
    low = regions.find_small(span.low)
    high = low if span.high is span.low else regions.find_small(span.high)
    return Known.of_ranges(low, high, len(regions))
