"""Read what the projects of a list are, and of what nature, column by column.

Each different text is read for its words, which are few; what the words of a project's columns come to together is
decided once for each combination of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd

from lianggao.coded_texts import Combinations, coded, text_series
from lianggao.recognition.activities import Activities
from lianggao.recognition.codes import CodeReading
from lianggao.recognition.context import WITH_FIGURES
from lianggao.recognition.firms import Owners
from lianggao.recognition.met import Met
from lianggao.recognition.names import without_firms
from lianggao.recognition.natures import Natures
from lianggao.recognition.normal import normal
from lianggao.recognition.prose import Prose
from lianggao.recognition.remarks import Remark
from lianggao.recognition.terms import Column, Mentions
from lianggao.tables.known import Bools, Ints
from lianggao.tables.numbering import combined, numbered

Texts = Mapping[str, "pd.Series[str]"]
Reading = tuple[frozenset[str], tuple[Remark, ...]]
Readings = tuple[Ints, list[Reading]]
"""The number of each row's reading, and the readings."""
Said = tuple[Mentions, tuple[str, ...]]
"""What a text says of products and processes, and its words for a nature of construction."""

CODE = ("industry_code", "industry_code_edition", "industry_text")
SAID = {"products": Column.PRODUCTS, "process": Column.PROCESS, "content": Column.CONTENT, "project_name": Column.NAME}
"""The columns of prose, by the fields of the vocabulary."""
OWNED = ("project_name", "content")
"""Those that may name firms; only they tell a nature."""


class Columns:
    """The reader; what a list repeats in its next part is not read again."""

    def __init__(self, activities: Activities, natures: Natures) -> None:
        self._activities, self._natures = activities, natures
        self._prose = Prose({*activities.words, *natures.words, *WITH_FIGURES})
        self._codes: Met[tuple[str, ...], tuple[CodeReading, Mentions]] = Met(lambda cells: activities.code(*cells))
        self._said = {name: Met(partial(self._say, name)) for name in SAID}
        self._activity, self._nature = Met(self._decide_activity), Met(self._decide_nature)

    def __len__(self) -> int:
        """Return how many readings are remembered."""
        others = sum(len(met) for met in self._said.values())
        return len(self._codes) + len(self._activity) + len(self._nature) + others

    def said(self, texts: Texts, rows: int, names: Iterable[str]) -> dict[str, Ints]:
        """Return the number of what each row says in some of the columns of `SAID`."""
        found, owners = {}, None
        if any(name in texts for name in OWNED) and (column := coded(texts, "owner")):
            owners = Owners.of(text_series(column.spread()))
        for name in names:
            column, met = coded(texts, name), self._said[name]
            if column is None:
                found[name] = np.repeat(met.numbers([""]), rows)
            else:
                prose = self._prose.owned(column, owners) if name in OWNED else self._prose.of(column)
                found[name] = met.numbers(prose.values)[prose.codes]
        return found

    def activities(self, texts: Texts, said: Mapping[str, Ints], where: Bools) -> Readings:
        """Read the activities of some rows."""
        codes = Combinations.of([coded(texts, name) for name in CODE], len(where), where)
        of_code = self._codes.numbers(codes.texts)[codes.of_row]
        columns = {"": (of_code, self._codes)} | {name: (said[name][where], met) for name, met in self._said.items()}
        return _decided(self._activity, [(numbers, len(met.values)) for numbers, met in columns.values()])

    def natures(self, said: Mapping[str, Ints], where: Bools) -> Readings:
        """Read the natures of construction of some rows."""
        return _decided(self._nature, [(said[name][where], len(self._said[name].values)) for name in OWNED])

    def _say(self, name: str, text: str) -> Said:
        if name not in OWNED:
            return self._activities.said(normal(text), SAID[name]), ()
        # No word for a nature is put together over a space: `创新 建材` builds nothing anew.
        words = self._natures.said(without_firms(normal(text, between=" "), ""))
        return self._activities.said(without_firms(normal(text), ""), SAID[name]), words

    def _decide_activity(self, numbers: tuple[int, ...]) -> Reading:
        code, industry = self._codes.values[numbers[0]]
        said = {
            SAID[name]: met.values[number][0]
            for (name, met), number in zip(self._said.items(), numbers[1:], strict=True)
        }
        reading = self._activities.decide(code, said | {Column.INDUSTRY: industry})
        return reading.activities, reading.remarks

    def _decide_nature(self, numbers: tuple[int, ...]) -> Reading:
        words = [self._said[name].values[number][1] for name, number in zip(OWNED, numbers, strict=True)]
        return self._natures.decide(*words)


def _decided(met: Met[tuple[int, ...], Reading], columns: Sequence[tuple[Ints, int]]) -> Readings:
    """Decide every combination of numbers once; each column comes with how many numbers it may have."""
    of_row, first = combined(columns, len(columns[0][0]))
    keys = zip(*(numbers[first].tolist() for numbers, _ in columns), strict=True)
    found, number = numbered(met.numbers(keys), len(met.values))
    return number[of_row], [met.values[at] for at in found.tolist()]
