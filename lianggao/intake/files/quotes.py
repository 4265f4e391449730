"""Where quoted cells begin and end in the bytes of a text table, and where its last whole row ends.

Only strict quotes are told, as RFC 4180 has them; a quote within a cell without quotes is text.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

QUOTE, LF, CR = b'"\n\r'
Places = NDArray[np.int64]


class Quotes:
    """The quoted stretches of some bytes that begin with a row: from each quote that opens to the one that closes.

    A doubled quote closes a stretch and opens the next. `broken` is where text follows a closing quote, or -1.
    """

    def __init__(self, data: bytes, delimiter: str) -> None:
        signs = np.frombuffer(data, np.uint8)
        at = np.flatnonzero(signs == QUOTE)
        # What stands before the first byte and after the last ends a row.
        around = np.concatenate(([LF], signs, [LF])).astype(np.uint8) if len(at) else signs
        ends = np.zeros(256, bool)
        ends[[ord(delimiter), LF, CR]] = True
        before, after = ends[around[at]], ends[around[at + 2]] if len(at) else ends[:0]
        self.broken = -1
        if _alternate(at, before, after):
            self.opens, self.closes = at[0::2], at[1::2]
        else:
            self.opens, self.closes, self.broken = _one_by_one(at, before, after)

    def are_open_at(self, place: int) -> bool:
        """Return whether a quoted cell goes on at a place."""
        return self._opened(place) > int(np.searchsorted(self.closes, place, "right"))

    def last_opened(self, place: int) -> int:
        """Return where the stretch that goes on at a place was opened."""
        return int(self.opens[self._opened(place) - 1])

    def _opened(self, place: int) -> int:
        return int(np.searchsorted(self.opens, place, "right"))


def _alternate(at: Places, before: NDArray[np.bool_], after: NDArray[np.bool_]) -> bool:
    """Return whether quotes open and close in turn, each where a cell begins or ends, or doubled."""
    doubled = np.zeros(len(at) + 1, bool)
    doubled[1:-1] = np.diff(at) == 1
    opens, closes = (before | doubled[:-1])[0::2], (after | doubled[1:])[1::2]
    return bool(opens.all() and closes.all())


def _one_by_one(at: Places, before: NDArray[np.bool_], after: NDArray[np.bool_]) -> tuple[Places, Places, int]:
    places, begins, ends = at.tolist(), before.tolist(), after.tolist()
    opens, closes, index, count = list[int](), list[int](), 0, len(places)
    while index < count:
        if len(opens) == len(closes):
            if begins[index]:
                opens.append(places[index])
        elif index + 1 < count and places[index + 1] == places[index] + 1:
            index += 1
        elif ends[index]:
            closes.append(places[index])
        else:
            return np.array(opens, np.int64), np.array(closes, np.int64), places[index]
        index += 1
    return np.array(opens, np.int64), np.array(closes, np.int64), -1


def end_of_rows(data: bytes, quotes: Quotes | None) -> int:
    """Return where the last row ends whose end is among the bytes, 0 if none does."""
    end = data.rfind(b"\n")
    while quotes is not None and end >= 0 and quotes.are_open_at(end):
        end = data.rfind(b"\n", 0, quotes.last_opened(end))
    return end + 1
