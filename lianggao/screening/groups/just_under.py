"""Figures that lie just under a threshold of the law in force: within 2 % of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import inf
from typing import NamedTuple

import numpy as np

from lianggao.facts import Facts, Note, Notes, Span
from lianggao.rulebook import Law, LawRule, Rulebook
from lianggao.screening.groups.clauses import clauses_text
from lianggao.screening.groups.figures import figures
from lianggao.screening.groups.lines import Asked, Line, Lines, lines_of, telling_rules
from lianggao.screening.sensitivity import BASES
from lianggao.screening.wording import interval, number, threshold
from lianggao.tables.known import Ints

CODE = "just-under-threshold"
PART = Decimal("0.98")


def just_under_notes(stated: Facts, known: Facts, batches: Sequence[tuple[Rulebook, Ints]]) -> Notes:
    """Return a note for each stated figure from 98 % of a threshold up to it, not reaching it, with the clauses.

    An interval counts where the whole of it lies there. Only thresholds of rules that may hold for the project, or
    would with the threshold reached, count. `known` are the narrowed facts.
    """
    lines = lines_of(batches, stated.rows)
    every = [line for line in lines.every if line.threshold > 0]
    spans = {field: figures(stated, known, field) for field in dict.fromkeys(line.figure for line in every)}
    near = [place for line in every for place in _near(spans[line.figure], line, lines)]
    told: dict[_Figure, dict[str, Sequence[LawRule]]] = {}
    for place, rules in zip(near, telling_rules(known, lines, [place.reached for place in near]), strict=True):
        if rules:
            told.setdefault(place.figure, {})[place.line.field] = rules
    notes = [Note(at.row, at.field, CODE, _text(at, rules, batches[0][0].law)) for at, rules in told.items()]
    return Notes.of(notes).by_row()


class _Figure(NamedTuple):
    """A row's figure and the threshold that it nearly reaches."""

    row: int
    field: str
    threshold: float
    low: float
    high: float


class _Near(NamedTuple):
    line: Line
    figure: _Figure

    @property
    def reached(self) -> Asked:
        edge = self.line.threshold
        return Asked(self.line, np.array([self.figure.row]), edge, float(np.nextafter(edge, inf)))


def _near(span: Span, line: Line, lines: Lines) -> Iterator[_Near]:
    rows = np.flatnonzero((span.low >= float(PART * Decimal(repr(line.threshold)))) & (span.high < line.threshold))
    for row in rows[lines.where(line, rows)].tolist():
        yield _Near(line, _Figure(row, line.figure, line.threshold, float(span.low[row]), float(span.high[row])))


def _text(at: _Figure, rules: Mapping[str, Sequence[LawRule]], law: Law) -> str:
    """Return the sentence; `rules` are by the field that the threshold is set for, two for a figure of no basis."""
    field = law.vocabulary[at.field]
    short = number(float(Decimal(repr(at.threshold)) - Decimal(repr(at.high))))
    figure, edge = interval(at.low, at.high, field.unit), threshold(at.threshold) + field.unit
    bases: dict[str, list[str]] = {}
    for name in sorted(rules, reverse=True):
        bases.setdefault(clauses_text(rules[name], law), []).append("" if name == at.field else BASES[name])
    clauses = (f"{_if(names)}涉及{clauses}" for clauses, names in bases.items())
    return f"{field.label}{figure}，只差{short}{field.unit}就到{edge}的界线；{'；'.join(clauses)}；请核对"


def _if(bases: Sequence[str]) -> str:
    return f"若为{'或'.join(bases)}，" if bases[0] else ""
