"""Read where the projects of a list stand, each different place once: `…路12号` and `…路8号` are the same county.

Figures of an address tell nothing of the county unless six of them are a division code; those of a text in which no
place is recognised are kept, since a person is shown it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np

from lianggao.coded_texts import Coded, text_series
from lianggao.recognition.met import Met
from lianggao.recognition.place_names import PlaceReading
from lianggao.recognition.places import Places
from lianggao.tables.known import Ints

# Six digits, also with some that are not written as ASCII, may be a code.
_MAY_HAVE_CODE = r"[0-9]{6}|[^\x00-\x7F\u4e00-\u9fff、。，；：（）《》“”·—]"
_FIGURE = "[0-9]+"


class PlaceColumn:
    """The reader of a column; what was read of a column before is not read again."""

    def __init__(self, places: Places) -> None:
        figures = [re.escape(name) for name in places.names if any(char.isdecimal() for char in name)]
        self._kept = "|".join([_MAY_HAVE_CODE, *figures])
        self._every = frozenset(places.domain)
        self._met = Met(places.read)
        self._columns: WeakKeyDictionary[Coded, Ints] = WeakKeyDictionary()

    def __len__(self) -> int:
        """Return how many readings are remembered."""
        return len(self._met)

    def read(self, column: Coded) -> tuple[Ints, list[PlaceReading]]:
        """Return the number of the reading of each distinct text, and the readings."""
        if column not in self._columns:
            self._columns[column] = self._numbers(column)
        return self._columns[column], self._met.values

    def of_texts(self, texts: Sequence[str]) -> tuple[Ints, list[PlaceReading]]:
        """Return the number of the reading of each text, and the readings."""
        return self._met.numbers(texts), self._met.values

    def _numbers(self, column: Coded) -> Ints:
        texts = text_series(column.texts)
        without = texts.str.replace_all(_FIGURE, "0")
        alike = Coded.of_texts(without.zip_with(~texts.str.contains(self._kept), texts))
        numbers = self._met.numbers(alike.values)
        quoted = np.array([reading.counties == self._every and bool(reading.remarks) for reading in self._met.values])
        of_text = numbers[alike.codes]
        own = np.flatnonzero(quoted[of_text])
        of_text[own] = self._met.numbers(texts[own].to_list())
        return of_text
