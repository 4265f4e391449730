"""What each project of a list takes of the energy room, as an interval: what it adds to the energy that is used.

That is the added 等价值, which narrowing makes all of a new build's energy. An existing project takes nothing, one that
may be existing perhaps nothing; of a blank nothing is known, and neither is of a figure on another basis.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lianggao.facts import Facts, Floats
from lianggao.screening.groups.keys import Keys
from lianggao.screening.groups.members import projects_of
from lianggao.tables.known import Bools, Ints
from lianggao.vocabulary import Vocabulary

WHOLE, ADDED = "energy_equivalent_tce", "added_energy_equivalent_tce"
STAGE, EXISTING = "stage", "existing"


class Demands(NamedTuple):
    """Of each row: its project, and from what to what that project takes, in tonnes of standard coal (等价值).

    `project` and `low` go by all rows that look like the same project, `same_code` and `high` only by those that have
    one code, since the others may be several projects. `counted` are the rows that are not certainly existing; of these
    `blank` state no figure, `perhaps` may be existing, and `partly` may have used a part of theirs before.
    """

    project: Ints
    same_code: Ints
    low: Floats
    high: Floats
    counted: Bools
    blank: Bools
    perhaps: Bools
    partly: Bools


def demands_of(stated: Facts, known: Facts, keys: Keys, vocabulary: Vocabulary) -> Demands:
    """Return what the rows of a list take; `stated` are the recognised facts and `known` the same narrowed."""
    existing, maybe = _existing(stated, vocabulary)
    given = (stated.span(WHOLE).stated | stated.span(ADDED).stated) & ~existing
    span = known.span(ADDED)
    project, same_code = projects_of(keys), _same_code(keys.code)
    least = np.full(stated.rows, np.inf)
    np.minimum.at(least, project[given], span.low[given])
    least[project[maybe]] = 0.0
    most = np.where(_any(same_code, given), 0.0, np.where(_any(same_code, ~existing), np.inf, 0.0))
    np.maximum.at(most, same_code[given], span.high[given])
    blank, perhaps = ~given & ~existing, given & maybe
    partly = given & ~maybe & (span.low < span.high) & (span.low < known.span(WHOLE).low)
    least[np.isinf(least)] = 0.0
    return Demands(project, same_code, least[project], most[same_code], ~existing, blank, perhaps, partly)


def _existing(facts: Facts, vocabulary: Vocabulary) -> tuple[Bools, Bools]:
    """Return which projects certainly exist already, and which may."""
    known = facts.choices.get(STAGE)
    if known is None:
        return np.zeros(facts.rows, dtype=bool), np.ones(facts.rows, dtype=bool)
    existing = np.array([stage == EXISTING for stage in vocabulary[STAGE].values])
    only, maybe = ~(known.sets & ~existing).any(axis=1), (known.sets & existing).any(axis=1)
    return only[known.index], maybe[known.index]


def _same_code(code: Ints) -> Ints:
    """Return the first row with the same project code, the row itself where it has none."""
    number = np.arange(len(code), dtype=np.int64)
    first = np.full(int(code.max(initial=-1)) + 1, len(code), dtype=np.int64)
    np.minimum.at(first, code[code >= 0], number[code >= 0])
    return np.where(code >= 0, first[code], number) if len(first) else number


def _any(group: Ints, where: Bools) -> Bools:
    """Return for which groups something is so in one of their rows."""
    found = np.zeros(len(group), dtype=bool)
    found[group[where]] = True
    return found
