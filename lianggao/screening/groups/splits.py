"""Projects of one owner at one place, each certainly under a threshold of the law and together reaching it (疑似拆分).

Certain is only what the stated figures add up to. It is possible where figures that are intervals may reach the
threshold, or where blank ones would if none of them were larger than the largest stated; and all that is possible where
the places say no more than the county, in which case blanks count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lianggao.facts import Facts, Span
from lianggao.screening.groups.figures import exact_sum, figures
from lianggao.screening.groups.lines import Asked, Line, Lines
from lianggao.screening.groups.members import Members
from lianggao.screening.model import Status
from lianggao.screening.sensitivity import BASES, UNSTATED
from lianggao.tables.known import Bools, Ints

NEARLY = 1 - 1e-9
"""Sums of floats are only a first look; what comes this near to a threshold is added up exactly."""


class Split(NamedTuple):
    """Projects under a line that reach it together, each as its rows and its figure; `blank` are rows left blank.

    `within` is whether their place says more than the county.
    """

    line: Line
    status: Status
    projects: tuple[Ints, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    blank: Ints
    within: bool

    @property
    def rows(self) -> Ints:
        """Return every row that the finding is about, in order."""
        return np.sort(np.concatenate([*self.projects, self.blank]))

    @property
    def asked(self) -> Asked:
        """Return the rows, with the sum or at least the line itself as their figure."""
        low, high = (float(exact_sum(ends)) for ends in (self.lows, self.highs))
        first = float(np.nextafter(self.line.threshold, np.inf)) if self.line.beyond else self.line.threshold
        return Asked(self.line, self.rows, max(low, first), max(high, first))


def splits(stated: Facts, known: Facts, members: Members, lines: Lines) -> Iterator[Split]:
    """Yield every set of projects that reaches a line together, line by line."""
    if not len(members.rows):
        return
    edges = np.flatnonzero(np.diff(members.place, prepend=-1, append=-1))
    every = np.arange(stated.rows)
    for line in lines.every:
        span = members.figures(figures(stated, known, line.figure))
        own = ~members.any(~lines.where(line, every))
        under = own & span.stated & line.under(span) & (span.high > 0)
        blank = own & members.within & ~_stated(stated, members, line)
        for place in _worth_adding(span, under, blank, members.place, line):
            at = np.arange(edges[place], edges[place + 1])
            if found := _split(span, at[under[at]], at[blank[at]], members, line):
                yield found


def _stated(stated: Facts, members: Members, line: Line) -> Bools:
    """Return which projects state a figure; a figure on another basis is none, but leaves no blank either."""
    same = (*BASES, UNSTATED) if line.field in BASES else (line.figure,)
    return members.any(np.logical_or.reduce([stated.span(field).stated for field in same]))


def _worth_adding(span: Span, under: Bools, blank: Bools, place: Ints, line: Line) -> list[int]:
    """Return the places that may reach the line, by sums of floats."""
    places = int(place[-1]) + 1
    count, low, high = (
        np.bincount(place[under], weights, places) for weights in (None, span.low[under], span.high[under])
    )
    largest = np.zeros(places)
    np.maximum.at(largest, place[under], span.high[under])
    most = np.maximum(high, low + np.bincount(place[blank], minlength=places) * largest)
    return np.flatnonzero((count > 1) & (most >= line.threshold * NEARLY)).tolist()


def _split(span: Span, under: Ints, blank: Ints, members: Members, line: Line) -> Split | None:
    lows, highs = tuple(span.low[under].tolist()), tuple(span.high[under].tolist())
    within, none = bool(members.within[under[0]]), np.empty(0, dtype=np.int64)
    if line.reaches(exact_sum(lows)):
        # Of a figure of unstated basis it is not certain that the line is drawn for it.
        status: Status = "certain" if line.figure == line.field and within else "possible"
    elif line.reaches(exact_sum(highs)):
        status = "possible"
    elif line.reaches(exact_sum([*lows, *[max(highs)] * len(blank)])):
        status, none = "possible", np.concatenate(members.rows_of(blank))
    else:
        return None
    return Split(line, status, members.rows_of(under), lows, highs, none, within)
