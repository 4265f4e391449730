"""What the tables of a rulebook have answered so far: whoever screens a list in parts asks only what is new in each.

Patterns keep their places while more are added, so that whatever was written for one of them stands for later parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from lianggao.screening.knowledge import Patterns
from lianggao.screening.missing import Slices, grown, slices_of
from lianggao.screening.situations import distinct
from lianggao.tables import Answer, Known, Table
from lianggao.tables.known import Bools, Ints

Ask = Callable[[Table, Patterns], Answer]
"""An engine: says what a table's rules hold for every pattern."""

MOST = 2**18
"""Patterns that are kept, all tables together; a list that has more of them starts anew with its next part."""


class Sets:
    """The distinct sets of regions met on one axis, numbered as they come."""

    def __init__(self) -> None:
        self._number: dict[bytes, int] = {}
        self._rows: list[Bools] = []

    def numbers(self, sets: Bools) -> Ints:
        """Return the number of each set."""
        found = np.empty(len(sets), dtype=np.int64)
        for at, row in enumerate(sets):
            found[at] = self._number.setdefault(row.tobytes(), len(self._rows))
            if found[at] == len(self._rows):
                self._rows.append(row)
        return found

    def known(self, numbers: Ints) -> Known:
        """Return the sets with these numbers, one place each."""
        used, index = np.unique(numbers, return_inverse=True)
        width = len(self._rows[0]) if self._rows else 0
        sets = np.array([self._rows[number] for number in used.tolist()], dtype=bool).reshape(len(used), width)
        return Known(sets, index.ravel().astype(np.int64))


class AskedTable:
    """One table with all patterns that it was asked about, and what it answered to each."""

    def __init__(self, table: Table, sets: Mapping[str, Sets], ask: Ask) -> None:
        self.table, self._sets, self._ask = table, sets, ask
        self._place: dict[bytes, int] = {}
        self._numbers = np.zeros((0, len(table.axes)), dtype=np.int64)
        self._answer: Answer | None = None
        self._slices, self._sliced = list[Slices](), 0
        self._reached: Bools | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def asked(self, knowledge: Mapping[str, Known], situations: int) -> tuple[Patterns, Answer]:
        """Return every pattern met so far, those of these situations among them, and what was answered to each."""
        of_batch, first = distinct((knowledge[axis] for axis in self.table.axes), situations)
        numbers = np.zeros((len(first), len(self.table.axes)), dtype=np.int64)
        for at, axis in enumerate(self.table.axes):
            numbers[:, at] = self._sets[axis].numbers(knowledge[axis].sets)[knowledge[axis].index[first]]
        keys = [row.tobytes() for row in numbers]
        new = np.array([at for at, key in enumerate(keys) if key not in self._place], dtype=np.int64)
        if len(new) or self._answer is None:
            self._add(numbers[new], first[new])
            self._place |= {keys[at]: len(self) - len(new) + place for place, at in enumerate(new.tolist())}
        assert self._answer is not None
        places = np.array([self._place[key] for key in keys], dtype=np.int64)
        first_row = np.full(len(self), -1, dtype=np.int64)
        first_row[places] = first
        return Patterns(self._held(0), places[of_batch], first_row), self._answer

    def slices(self) -> list[Slices]:
        """Return what each answer to a missing fact would leave, per pattern."""
        if self._sliced < len(self):
            assert self._answer is not None
            more = slices_of(self.table, self._held(self._sliced), self._answer.outcomes[self._sliced :])
            every = grown(self._slices, self._sliced, more, len(self) - self._sliced)
            self._slices = sorted(every, key=lambda each: self.table.axes.index(each.axis))
            self._sliced = len(self)
        return self._slices

    def reached(self, reach: Table) -> Bools:
        """Return, per pattern and document of the gate's own table of reach, whether it may reach the project."""
        before = 0 if self._reached is None else len(self._reached)
        if self._reached is None or before < len(self):
            more = reach.look_up(self._held(before), len(self) - before).possible
            self._reached = more if self._reached is None else np.concatenate([self._reached, more])
        return self._reached

    def _add(self, numbers: Ints, first: Ints) -> None:
        held = {axis: self._sets[axis].known(numbers[:, at]) for at, axis in enumerate(self.table.axes)}
        more = self._ask(self.table, Patterns(held, np.arange(len(first)), first))
        old = self._answer
        self._answer = (
            more
            if old is None
            else Answer(*(np.concatenate(each) for each in zip(_planes(old), _planes(more), strict=True)))
        )
        self._numbers = np.concatenate([self._numbers, numbers])

    def _held(self, start: int) -> dict[str, Known]:
        """Return what is known in every pattern from a place on."""
        return {axis: self._sets[axis].known(self._numbers[start:, at]) for at, axis in enumerate(self.table.axes)}


def _planes(answer: Answer) -> tuple[Bools, Bools, Bools]:
    return answer.outcomes, answer.possible, answer.certain


class Memory:
    """What one engine answered by one rulebook, and in `memo` whatever was written once for a pattern."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.memo: dict[object, Any] = {}
        self._sets: dict[str, Sets] = defaultdict(Sets)
        self._tables: dict[int, AskedTable] = {}

    @property
    def is_full(self) -> bool:
        """Return whether it is time to start anew."""
        return sum(map(len, self._tables.values())) > MOST

    def of(self, table: Table) -> AskedTable:
        """Return what a table was asked; tables are told apart by what they are, not by what they hold."""
        if id(table) not in self._tables:
            self._tables[id(table)] = AskedTable(table, self._sets, self.ask)
        return self._tables[id(table)]
