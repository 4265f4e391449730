"""Figures that lie just under a threshold of the law in force: within 2 % of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import inf
from typing import NamedTuple

import numpy as np

from lianggao.facts import Facts, Note
from lianggao.rulebook import Law, LawRule, Rulebook
from lianggao.screening.groups.clauses import clauses_text
from lianggao.screening.groups.figures import figures
from lianggao.screening.groups.lines import Asked, Line, Lines, lines_of, telling_rules
from lianggao.screening.wording import interval, number, threshold
from lianggao.tables.known import Ints

CODE = "just-under-threshold"
PART = Decimal("0.98")


def just_under_notes(stated: Facts, known: Facts, batches: Sequence[tuple[Rulebook, Ints]]) -> list[Note]:
    """Return a note for each stated figure from 98 % of a threshold up to it, not reaching it, with the clauses.

    An interval counts where the whole of it lies there. Only thresholds of rules that may hold for the project, or
    would with the threshold reached, count. `known` are the narrowed facts.
    """
    lines = lines_of(batches, stated.rows)
    near = [place for line in lines.every if line.threshold > 0 for place in _near(stated, known, line, lines)]
    asked = [
        Asked(p.line, np.array([p.row]), p.line.threshold, float(np.nextafter(p.line.threshold, inf))) for p in near
    ]
    notes = [
        Note(place.row, place.line.figure, CODE, _text(place, rules, batches[0][0].law))
        for place, rules in zip(near, telling_rules(known, lines, asked), strict=True)
        if rules
    ]
    return sorted(notes, key=lambda note: note.row)


class _Near(NamedTuple):
    row: int
    line: Line
    low: float
    high: float

    @property
    def reached(self) -> Asked:
        edge = self.line.threshold
        return Asked(self.line, np.array([self.row]), edge, float(np.nextafter(edge, inf)))


def _near(stated: Facts, known: Facts, line: Line, lines: Lines) -> Iterator[_Near]:
    span = figures(stated, known, line.figure)
    within = (span.low >= float(PART * Decimal(repr(line.threshold)))) & (span.high < line.threshold)
    for row in np.flatnonzero(within & lines.where(line)).tolist():
        yield _Near(row, line, float(span.low[row]), float(span.high[row]))


def _text(place: _Near, rules: Sequence[LawRule], law: Law) -> str:
    line, field = place.line, law.vocabulary[place.line.figure]
    short = number(float(Decimal(repr(line.threshold)) - Decimal(repr(place.high))))
    edge = threshold(line.threshold) + field.unit
    own = "" if line.figure == line.field else f"（口径未注明，若为{law.vocabulary[line.field].label}）"
    figure = interval(place.low, place.high, field.unit)
    return (
        f"{field.label}{figure}，只差{short}{field.unit}就到{edge}的界线{own}；涉及{clauses_text(rules, law)}，请核对"
    )
