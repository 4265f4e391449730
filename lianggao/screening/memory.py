"""What the tables of a law have answered so far: each is asked only what is new, whatever list or date it comes from.

Tables are the same for most dates, and lists repeat themselves. What a table was asked about has a place for good, so
that whatever is worked out or written for it stands for all that come later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from lianggao.screening.knowledge import Patterns, regions_of
from lianggao.screening.missing import Slices, grown, open_slices
from lianggao.tables import Answer, Known, Regions, Table
from lianggao.tables.known import Bools, Ints
from lianggao.tables.numbering import combined

Ask = Callable[[Table, Patterns], Answer]
"""An engine: says what a table's rules hold for every pattern."""

MOST = 2**18
"""Patterns that are kept, all tables together; a list that has more of them starts anew with its next part."""

T = TypeVar("T")
Array = npt.NDArray[Any]


class Sets:
    """The distinct sets of regions met on one axis, numbered as they come."""

    def __init__(self) -> None:
        self._number: dict[bytes, int] = {}
        self._rows: list[Bools] = []
        self._stacked: Bools = np.zeros((0, 0), dtype=bool)

    def __len__(self) -> int:
        return len(self._rows)

    def numbers(self, known: Known) -> Ints:
        """Return the number of each one's set."""
        found = np.empty(len(known.sets), dtype=np.int64)
        for at, row in enumerate(known.sets):
            found[at] = self._number.setdefault(row.tobytes(), len(self._rows))
            if found[at] == len(self._rows):
                self._rows.append(row)
        return found[known.index]

    def known(self, numbers: Ints) -> Known:
        """Return the sets with these numbers, one place each."""
        if len(self._stacked) < len(self._rows):
            self._stacked = np.array(self._rows, dtype=bool)
        used, index = np.unique(numbers, return_inverse=True)
        return Known(self._stacked[used], index.ravel().astype(np.int64))


class Held(Mapping[str, Known]):
    """What is known on every axis of a table, each looked up on first use; `numbers` has one column per axis."""

    def __init__(self, sets: Mapping[str, Sets], numbers: Ints) -> None:
        self._sets, self._numbers = sets, dict(zip(sets, numbers.T, strict=True))
        self._made: dict[str, Known] = {}

    def __getitem__(self, axis: str) -> Known:
        if axis not in self._made:
            self._made[axis] = self._sets[axis].known(self._numbers[axis])
        return self._made[axis]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sets)

    def __len__(self) -> int:
        return len(self._sets)


class AskedTable:
    """One table with all that it was asked about, each in its place, and what it answered.

    `memo` keeps what was written once, by keys that have such a place in them.
    """

    def __init__(self, table: Table, sets: Mapping[str, Sets], ask: Ask) -> None:
        self.table, self._sets, self._ask = table, sets, ask
        self.memo: dict[object, Any] = {}
        self._place: dict[tuple[int, ...], int] = {}
        self._numbers = np.zeros((0, len(table.axes)), dtype=np.int64)
        self._answer: Answer | None = None
        self._slices, self._sliced = list[Slices](), 0
        self._grown: dict[object, Array] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def asked(self, numbers: Mapping[str, Ints], situations: int) -> tuple[Patterns, Answer, Ints]:
        """Return the patterns of these situations, what was answered to each, and its place here.

        `numbers` are those of the sets that each situation knows on every axis.
        """
        of_row, first = combined(((numbers[axis], len(self._sets[axis])) for axis in self.table.axes), situations)
        own = np.zeros((len(first), len(self.table.axes)), dtype=np.int64)
        for at, axis in enumerate(self.table.axes):
            own[:, at] = numbers[axis][first]
        keys = list(map(tuple, own.tolist()))
        new = [at for at, key in enumerate(keys) if key not in self._place]
        if new or self._answer is None:
            self._add(own[new], first[new])
            self._place |= {keys[at]: len(self) - len(new) + place for place, at in enumerate(new)}
        place = np.array([self._place[key] for key in keys], dtype=np.int64)
        answer = Answer(*(plane[place] for plane in _planes(self.answer)))
        return Patterns(Held(self._sets, own), of_row, first), answer, place

    @property
    def answer(self) -> Answer:
        """Return what was answered to all that was asked, in the order of the places."""
        assert self._answer is not None
        return self._answer

    def slices(self) -> list[Slices]:
        """Return what each answer to a missing fact would leave, where the outcome is open."""
        if self._sliced < len(self):
            more = open_slices(self.table, self._held(self._sliced), self.answer.outcomes[self._sliced :])
            every = grown(self._slices, self._sliced, more, len(self) - self._sliced)
            self._slices = sorted(every, key=lambda each: self.table.axes.index(each.axis))
            self._sliced = len(self)
        return self._slices

    def reached(self, reach: Table) -> Bools:
        """Return, per document of the gate's own table of reach, whether it may reach the project."""
        return self.each("reached", lambda start: reach.look_up(self._held(start), len(self) - start).possible)

    def on_axis(self, regions: Regions, sets: Sets) -> Ints:
        """Return the outcomes possible as numbers of sets on the axis that other tables have of them."""

        def numbers(start: int) -> Ints:
            return sets.numbers(regions_of(Known.of_rows(self.answer.outcomes[start:]), regions))

        return self.each(("axis", regions.region_of), numbers)

    def each(self, key: object, make: Callable[[int], Array]) -> Array:
        """Return something of all that was asked; `make` works it out from a place on."""
        before = self._grown.get(key)
        if before is None:
            self._grown[key] = make(0)
        elif len(before) < len(self):
            self._grown[key] = np.concatenate([before, make(len(before))])
        return self._grown[key]

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what was made before under a key, or make it."""
        if key not in self.memo:
            self.memo[key] = make()
        found: T = self.memo[key]
        return found

    def _add(self, numbers: Ints, first: Ints) -> None:
        more = self._ask(self.table, Patterns(Held(self._sets, numbers), np.arange(len(first)), first))
        old = self._answer
        self._answer = (
            more
            if old is None
            else Answer(*(np.concatenate(each) for each in zip(_planes(old), _planes(more), strict=True)))
        )
        self._numbers = np.concatenate([self._numbers, numbers])

    def _held(self, start: int) -> Held:
        """Return what is known in everything that was asked from a place on."""
        return Held(self._sets, self._numbers[start:])


def _planes(answer: Answer) -> tuple[Bools, Bools, Bools]:
    return answer.outcomes, answer.possible, answer.certain


class Memory:
    """What one engine answered by the tables of a law; `memo` keeps what was written once for several of them."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.memo: dict[object, Any] = {}
        self._sets: dict[tuple[str, int], Sets] = {}
        self._tables: dict[int, AskedTable] = {}

    @property
    def is_full(self) -> bool:
        """Return whether it is time to start anew."""
        return sum(map(len, self._tables.values())) > MOST

    def of(self, table: Table) -> AskedTable:
        """Return what a table was asked; tables are told apart by what they are, not by what they hold."""
        if id(table) not in self._tables:
            sets = {axis: self.sets(axis, many) for axis, many in zip(table.axes, table.outcome.shape, strict=True)}
            self._tables[id(table)] = AskedTable(table, sets, self.ask)
        return self._tables[id(table)]

    def sets(self, axis: str, regions: int) -> Sets:
        """Return the sets met on an axis that is cut into so many regions."""
        return self._sets.setdefault((axis, regions), Sets())
