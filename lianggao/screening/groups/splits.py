"""Projects of one owner at one place, each certainly under a threshold of the law and together reaching it (疑似拆分).

Certain is only what the stated figures add up to. It is possible where figures that are intervals may reach the
threshold, or where blank ones would if none of them were larger than the largest stated.
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
from lianggao.tables.known import Bools, Ints

NEARLY = 1 - 1e-9
"""Sums of floats are only a first look; what comes this near to a threshold is added up exactly."""


class Split(NamedTuple):
    """Projects under a line that reach it together, each as its rows and its figure; `blank` are rows left blank."""

    line: Line
    status: Status
    projects: tuple[Ints, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    blank: Ints

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
    for line in lines.every:
        span, given = members.figures(figures(stated, known, line.figure))
        own = np.ones(len(members.place), dtype=bool)
        np.logical_and.at(own, members.of_row, lines.where(line)[members.rows])
        under = own & given & line.under(span) & (span.high > 0)
        blank = own & ~given
        for place in _worth_adding(span, under, blank, members.place, line):
            at = np.arange(edges[place], edges[place + 1])
            if found := _split(span, at[under[at]], at[blank[at]], members, line):
                yield found


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
    projects = tuple(members.rows_of(project) for project in under.tolist())
    none = np.empty(0, dtype=np.int64)
    if line.reaches(exact_sum(lows)):
        # Of a figure of unstated basis it is not certain that the line is drawn for it.
        return Split(line, "certain" if line.figure == line.field else "possible", projects, lows, highs, none)
    if line.reaches(exact_sum(highs)):
        return Split(line, "possible", projects, lows, highs, none)
    if line.reaches(exact_sum([*lows, *[max(highs)] * len(blank)])):
        empty = np.concatenate([members.rows_of(project) for project in blank.tolist()])
        return Split(line, "possible", projects, lows, highs, empty)
    return None
