"""Everything found about groups of rows: the one place that puts duplicates, splits and energy rooms together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from lianggao.facts import Facts
from lianggao.rulebook import Law, Rulebook
from lianggao.screening.group import GroupFinding, ReachedThreshold
from lianggao.screening.groups.candidates import CandidateRows
from lianggao.screening.groups.duplicates import duplicates
from lianggao.screening.groups.energy_room import energy_rooms
from lianggao.screening.groups.figures import Statements, exact_sum
from lianggao.screening.groups.keys import keys_of
from lianggao.screening.groups.lines import lines_of, telling_rules
from lianggao.screening.groups.members import members_of
from lianggao.screening.groups.rooms import ROOM, Room
from lianggao.screening.groups.row_keys import COMPARED, taken
from lianggao.screening.groups.splits import splits
from lianggao.screening.groups.telling import Reached, split_text
from lianggao.tables.known import Ints


def group_findings(
    stated: Facts,
    known: Facts,
    batches: Sequence[tuple[Rulebook, Ints]],
    rooms: Sequence[Room] = (),
    numbers: Ints | None = None,
) -> tuple[GroupFinding, ...]:
    """Return the duplicates, the likely splits and the exceeded energy rooms of a list, in this order.

    `stated` are the recognised facts, `known` the same narrowed, `batches` the rows of each version of the law, `rooms`
    the energy rooms that are given beside the list. `numbers` are the rows of the whole list that these are, counted
    from 0 and in order, where they are the `CandidateRows` of a longer one.

    A split counts only for thresholds of rules that may hold for one of its projects, or would with the sum as its
    figure; the thresholds that the same projects reach with the same figures are one finding.
    """
    if not batches or not (rooms or ROOM in stated.quantities or any(name in stated.texts for name in COMPARED)):
        return ()
    candidates = CandidateRows(batches[0][0].law.vocabulary, rooms)
    candidates.add(stated)
    rows = candidates.rows()
    if not len(rows):
        return ()
    number = rows if numbers is None else numbers[rows]
    own = [(book, np.flatnonzero(np.isin(rows, version))) for book, version in batches]
    return findings_among(taken(stated, rows), known.take(rows), own, rooms, number)


def findings_among(
    stated: Facts, known: Facts, batches: Sequence[tuple[Rulebook, Ints]], rooms: Sequence[Room], numbers: Ints
) -> tuple[GroupFinding, ...]:
    """Return the findings about these rows, without a look at first at which of them there can be any."""
    law = batches[0][0].law
    said, keys = Statements(stated, law.vocabulary, numbers), keys_of(stated, law.vocabulary)
    lines = lines_of(batches, stated.rows)
    found = list(splits(stated, known, members_of(keys), lines))
    rules = telling_rules(known, lines, [split.asked for split in found])
    together: dict[object, list[Reached]] = {}
    for split, using in zip(found, rules, strict=True):
        if using:
            group = (split.line.figure, split.rows.tobytes(), split.blank.tobytes())
            together.setdefault(group, []).append(Reached(split, using))
    told = [_finding(said, reached, law) for reached in together.values()]
    exceeded = energy_rooms(said, known, keys, rooms)
    return (*duplicates(said, keys), *sorted(told, key=lambda each: each.rows), *exceeded)


def in_order(found: Iterable[GroupFinding]) -> tuple[GroupFinding, ...]:
    """Return findings about rows of which none is in two lists in the order that those of one list have."""
    by = ("project_code", "name_county_owner", "owner_place")
    return tuple(sorted(found, key=lambda each: (by.index(each.by), each.rows) if each.by in by else (len(by), ())))


def _finding(said: Statements, reached: Sequence[Reached], law: Law) -> GroupFinding:
    split = reached[0].split
    return GroupFinding(
        kind="split",
        status="certain" if any(each.split.status == "certain" for each in reached) else "possible",
        by="owner_place",
        rows=said.rows(split.rows),
        sentence=split_text(said, reached, law),
        field=split.line.figure,
        low=float(exact_sum(split.lows)),
        high=None if len(split.blank) else float(exact_sum(split.highs)),
        thresholds=tuple(_threshold(each) for each in reached),
    )


def _threshold(reached: Reached) -> ReachedThreshold:
    line, rules = reached.split.line, tuple(rule.id for rule in reached.rules)
    return ReachedThreshold(field=line.field, threshold=line.threshold, status=reached.split.status, rules=rules)
