"""Screen the list in a file part by part, in memory that does not grow with it: row by row the same as all at once.

Findings about several rows come first. One pass over the file keeps a few numbers of each row, which say which rows
such a finding may be about; a second gathers these rows, and those that hang together are looked at by the ordinary
code.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import numpy as np
import pyarrow as pa

from lianggao import intake
from lianggao.ahead import ahead
from lianggao.facts import Facts, joined
from lianggao.intake import OpenList, RawList
from lianggao.recognition import counties_of
from lianggao.screener import Ready, Screener, fingerprint_of
from lianggao.screening import Screening
from lianggao.screening.groups import CandidateRows, GroupFinding
from lianggao.screening.groups.findings import in_order
from lianggao.screening.groups.row_keys import taken
from lianggao.tables.known import Ints

AT_ONCE = 40_000
"""Projects that are screened together. A list of no more is one part, and read once."""

FIELDS = frozenset({"project_code", "project_name", "owner", "uscc", "county", "place", "energy_room_tce"})
"""What tells which rows a finding about several may be about."""


@dataclass(frozen=True)
class PartsOfList:
    """The list in a file, screened part by part; `counted` is told how many projects there are, once that is known."""

    path: Path
    screener: Screener
    sheet: str | None = None
    rows: int = AT_ONCE
    counted: Callable[[int], None] | None = None

    def __iter__(self) -> Iterator[Screening]:
        """Yield the parts in order, with rows numbered as in the whole list. Raises what `lianggao.screen` raises."""
        law = self.screener.law
        source = intake.open_list(self.path, law.vocabulary, intake.read_headers(law.catalogs), self.sheet)
        parts = source.parts(self.rows)
        first = list(islice(parts, 2))
        if len(first) < 2:
            for part in first:
                self._tell(len(part.frame))
                yield self.screener.screen(part)
            return
        fingerprint = fingerprint_of(self.path)
        groups, before = self._groups(source), 0
        # The first two are let go of as they are used.
        every = chain((first.pop(0) for _ in range(2)), parts)
        # The next part is read and recognised while the tables are asked about this one.
        for ready in ahead(map(self._ready, every)):
            own = _within(groups, before, len(ready.frame))
            yield self.screener.judge(ready, own, before, fingerprint)
            before += len(ready.frame)
            # Each thread would keep the memory of a part for itself.
            pa.default_memory_pool().release_unused()

    def _ready(self, raw: RawList) -> Ready:
        ready = self.screener.ready(raw)
        # What is told of the rows is wanted in any case, and so worked out here and now.
        _ = ready.facts.known.notes.blocks
        return ready

    def _groups(self, source: OpenList) -> tuple[GroupFinding, ...]:
        candidates, rows = CandidateRows(self.screener.law.vocabulary, self.screener.rooms), 0
        for facts in map(self._keyed, source.parts(self.rows)):
            candidates.add(facts)
            rows += facts.rows
        self._tell(rows)
        turns = candidates.turns(self.rows)
        if not turns:
            return ()
        numbers = np.sort(np.concatenate(turns))
        facts = joined([self.screener.facts(raw.at(own))[0] for raw, own in self._among(source, numbers)])
        found = (self.screener.findings(taken(facts, np.searchsorted(numbers, rows)), rows) for rows in turns)
        return in_order(chain.from_iterable(found))

    def _keyed(self, raw: RawList) -> Facts:
        """Return what the rows are compared by, with counties recognised."""
        facts, _ = self.screener.facts(raw, FIELDS)
        return facts.adding(choices={"county": counties_of(facts, self.screener.law.catalogs)})

    def _among(self, source: OpenList, numbers: Ints) -> Iterator[tuple[RawList, Ints]]:
        """Yield the parts in which some of the rows are, and these as places in the part."""
        before = 0
        for raw in source.parts(self.rows):
            first, last = np.searchsorted(numbers, [before, before + len(raw.frame)])
            if first < last:
                yield raw, numbers[first:last] - before
            before += len(raw.frame)

    def _tell(self, rows: int) -> None:
        if self.counted:
            self.counted(rows)


def _within(groups: Sequence[GroupFinding], before: int, rows: int) -> list[GroupFinding]:
    """Return the findings about some of the rows after `before`."""
    return [group for group in groups if bisect(group.rows, before) < bisect(group.rows, before + rows)]
