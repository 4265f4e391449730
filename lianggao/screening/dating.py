"""Which version of the law applies to each project: the date asked for, else the row's own, else today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

import numpy as np

from lianggao.errors import InputError, fault
from lianggao.facts import Facts
from lianggao.on_use import module_on_use
from lianggao.rulebook import Law, Rulebook, load_rulebook
from lianggao.rulebook.compile import period_of
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.known import Ints

if TYPE_CHECKING:
    import pandas as pd
else:
    pd = module_on_use("pandas")

From = Literal["option", "row", "today"]


@dataclass(frozen=True)
class Dating:
    """The distinct dates, where each comes from, and which of them each project has."""

    dates: tuple[tuple[PartialDate, From], ...]
    of_row: Ints

    def batches(self, law: Law) -> list[tuple[Rulebook, Ints]]:
        """Return the rows of each version of the law. Raises LawError."""
        books: dict[PartialDate, Rulebook] = {}
        versions: dict[int, tuple[int, Rulebook]] = {}
        version_of = np.empty(len(self.dates), dtype=np.int16)
        for place, (when, _) in enumerate(self.dates):
            period = period_of(when, law)
            if period not in books:
                books[period] = load_rulebook(when, law)
            book = books[period]
            version_of[place], _ = versions.setdefault(id(book.gates), (len(versions), book))
        version = version_of[self.of_row]
        rows = np.argsort(version, kind="stable")
        edges = np.searchsorted(version[rows], np.arange(len(versions) + 1))
        found = zip(versions.values(), edges[:-1].tolist(), edges[1:].tolist(), strict=True)
        return [(book, rows[start:end]) for (_, book), start, end in found if start < end]


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
