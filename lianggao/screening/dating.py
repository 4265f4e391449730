"""Which version of the law applies to each project: the date asked for, else the row's own, else today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from lianggao.errors import InputError, fault
from lianggao.facts import Facts
from lianggao.rulebook import Law, Rulebook, load_rulebook
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.known import Ints

From = Literal["option", "row", "today"]


@dataclass(frozen=True)
class Dating:
    """The distinct dates, where each comes from, and which of them each project has."""

    dates: tuple[tuple[PartialDate, From], ...]
    of_row: Ints

    def batches(self, law: Law) -> list[tuple[Rulebook, Ints]]:
        """Return the rows of each version of the law. Raises LawError."""
        books = [load_rulebook(when, law) for when, _ in self.dates]
        versions: dict[int, list[int]] = {}
        for place, book in enumerate(books):
            versions.setdefault(id(book.gates), []).append(place)
        groups = ((books[places[0]], np.flatnonzero(np.isin(self.of_row, places))) for places in versions.values())
        return [(book, rows) for book, rows in groups if len(rows)]


def date_of(text: str) -> PartialDate:
    """Read a date given as an option. Raises InputError.

    >>> str(date_of("2022-06-30"))
    '2022-06-30'
    """
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise InputError([fault("not-a-date", value=text)]) from None


def dating_of(facts: Facts, as_of: str | date | None) -> Dating:
    """Return the date of every project. Raises InputError where `as_of` is not a date."""
    if as_of is not None:
        given = date_of(as_of if isinstance(as_of, str) else as_of.isoformat())
        return Dating(((given, "option"),), np.zeros(facts.rows, dtype=np.int64))
    codes, texts = pd.factorize(facts.text("decision_date"))
    today = date.today()
    dates: Sequence[tuple[PartialDate, From]] = [
        (PartialDate.parse(text), "row") if text else (PartialDate(today, today), "today") for text in texts
    ]
    return Dating(tuple(dates), codes.astype(np.int64))
