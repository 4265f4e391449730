"""Read the cells of a column that differ in their numbers only by one reading of their shape.

A long list writes nearly as many different figures as it has rows, but few shapes of cells around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import Ints
from lianggao.intake.cells import Floats
from lianggao.quantities.exact import Bools, all_times
from lianggao.quantities.shapes import End, Shape, Stated
from lianggao.tables.numbering import combined

FEWEST = 8
"""So many cells of one shape are worth learning it."""
# No longer than a note quotes in full, and numbers of at most fifteen digits.
LONGEST = 40
_NUMBER = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2}|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?"
# A digit behind a letter belongs to a unit: `m2`.
_BETWEEN = "[^0-9a-zA-Z^.,]|[^0-9.,][^0-9]*[^0-9a-zA-Z^.,]"
_ONE = f"(?s)^(?P<a>[^0-9]*)(?P<x>{_NUMBER})(?P<b>(?:[^0-9.,].*)?)$"
_TWO = f"(?s)^(?P<a>[^0-9]*)(?P<x>{_NUMBER})(?P<b>{_BETWEEN})(?P<y>{_NUMBER})(?P<c>(?:[^0-9.,].*)?)$"
_YEARS = 1900, 2100


@dataclass(frozen=True, eq=False)
class Alike:
    """What cells of one shape state: `at` are their places, `numbers` one row for each number in them."""

    at: Ints
    words: Sequence[str]
    shape: Shape
    numbers: Floats

    def ends(self, stated: Stated) -> tuple[Floats, Floats]:
        """Return the intervals that the cells state on one basis."""
        none = len(self.at)
        low = self._end(stated.low) if stated.low else np.zeros(none)
        return low, self._end(stated.high) if stated.high else np.full(none, np.inf)

    def _end(self, end: End) -> Floats:
        return all_times(self.numbers[end.number], end.factor)

    def sure(self) -> Bools:
        """Return which cells the shape holds for: numbers above zero, no years, and ranges from low to high."""
        years = (self.numbers >= _YEARS[0]) & (self.numbers <= _YEARS[1])
        sure = np.asarray((self.numbers > 0).all(axis=0))
        if len(self.numbers) > 1:
            sure &= ~years.all(axis=0)
        for first, last in (stated.ends for stated in self.shape if stated.ends):
            sure &= self._end(first) < self._end(last)
        return sure


def alike(texts: pa.LargeStringArray, learn: Callable[[Sequence[str]], Shape | None]) -> Iterator[Alike]:
    """Yield the cells that can be read together, by shape; `learn` reads one of them from the words around numbers."""
    left = np.flatnonzero(pc.fill_null(pc.less_equal(pc.utf8_length(texts), LONGEST), False))
    for pattern, words, numbers in ((_TWO, "abc", "xy"), (_ONE, "ab", "x")):
        if len(left) < FEWEST:
            return
        found = pc.extract_regex(texts.take(pa.array(left)), pattern)
        fits = np.asarray(found.is_valid())
        at, parts, left = left[fits], found.filter(pa.array(fits)), left[~fits]
        yield from _by_words(at, [parts.field(name) for name in words], [parts.field(name) for name in numbers], learn)


def _by_words(
    at: Ints, words: Sequence[pa.Array], numbers: Sequence[pa.Array], learn: Callable[[Sequence[str]], Shape | None]
) -> Iterator[Alike]:
    encoded = [word.dictionary_encode() for word in words]
    of_cell, first = combined(((e.indices.to_numpy(), len(e.dictionary)) for e in encoded), len(at))
    order = np.argsort(of_cell, kind="stable")
    counts = np.bincount(of_cell, minlength=len(first))
    starts = np.cumsum(counts) - counts
    for shape in np.flatnonzero(counts >= FEWEST).tolist():
        around = [word[int(first[shape])].as_py() for word in words]
        if learned := learn(around):
            some = order[starts[shape] : starts[shape] + counts[shape]]
            cells = Alike(at[some], around, learned, np.array([_floats(n.take(pa.array(some))) for n in numbers]))
            if (sure := cells.sure()).any():
                yield Alike(cells.at[sure], around, learned, cells.numbers[:, sure])


def _floats(numbers: pa.Array) -> Floats:
    return np.asarray(pc.cast(pc.replace_substring(numbers, ",", ""), pa.float64()))
