"""Compare the energy that a project states with what its stated amounts of electricity, coal and gas come to.

A sum counts the stated amounts and nothing else: other carriers are unknown, and energy that goes out is not taken
off. So it is never a fact, only a note, and for projects that turn energy into energy more is never held against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

import numpy as np

from lianggao.energy.comparing import FIGURES, Comparison, Conversion, compare
from lianggao.energy.factors import ELECTRICITY, THOUSAND, Carrier, Factor, carriers_of, electricity_factors
from lianggao.energy.sums import EXACT, Sum, decimal, sums_of, times
from lianggao.energy.transforming import may_transform
from lianggao.energy.words import Words
from lianggao.facts import Facts, Note, Span
from lianggao.rulebook.catalogs import Catalogs

Ends = tuple[float, float]
Told = tuple[str, str, str]
"""Field, code and text of a note."""

NOT_A_FACT = "只含已填各项，系数未核对原文，不作为能耗填报"
TRANSFORMS = "可能属能源加工转换类项目，投入折标不等于综合能源消费量，不作比较"


def energy_notes(facts: Facts, catalogs: Catalogs, electricity_factor: str | None = None) -> list[Note]:
    """Return what stated amounts come to: `energy-computed`, `energy-agrees` (within 5 %) or `energy-differs`.

    `facts` are those stated and recognised, not yet narrowed. `electricity_factor` names the factor for 等价值 as
    `electricity_factors` reads it; without one no 等价值 is computed. Raises ValueError where it names none.
    """
    working = Working(catalogs, electricity_factor)
    amounts, figures = (_stated(facts, names) for names in (working.fields, FIGURES))
    if not amounts:
        return []
    rows = np.flatnonzero(np.logical_or.reduce([span.stated for span in amounts.values()]))
    turns = may_transform(facts, catalogs)[rows]
    spans = (*amounts.values(), *figures.values())
    ends = np.stack([turns, *(end[rows] for span in spans for end in (span.low, span.high))], axis=1)
    known: dict[tuple[float, ...], list[Told]] = {}
    notes = []
    for row, numbers in zip(rows.tolist(), map(tuple, ends.tolist()), strict=True):
        told = known.get(numbers)
        if told is None:
            pairs = zip((*amounts, *figures), numbers[1::2], numbers[2::2], strict=True)
            stated = {name: (low, high) for name, low, high in pairs if low > 0 or high < inf}
            told = known[numbers] = working.notes(stated, bool(numbers[0]))
        notes += [Note(row, *each) for each in told]
    return notes


def _stated(facts: Facts, names: Sequence[str]) -> dict[str, Span]:
    """Return the fields of which the list states anything at all."""
    return {name: span for name in names if (span := facts.span(name)).stated.any()}


class Row(NamedTuple):
    """The amounts that one project states, in words and as sums, and the labels of those it leaves blank."""

    conversions: Sequence[Conversion]
    terms: str
    blank: str

    @property
    def text(self) -> str:
        """Return the working: every amount with every factor, and what it comes to."""
        return f"{self.terms}，" + "；".join([each.text for each in self.conversions])


class Working:
    """Works out rows by one law's factors."""

    def __init__(self, catalogs: Catalogs, electricity_factor: str | None = None) -> None:
        self._words = Words(catalogs)
        self._carriers = {carrier.field: carrier for carrier in carriers_of(catalogs)}
        self._times = {c.field: "×" + "或".join(factor.text for factor in c.factors) for c in self._carriers.values()}
        self._bases = [("折当量值", self._worths(self._carriers.values()))]
        self._blanks: dict[frozenset[str], str] = {}
        if electricity_factor is not None:
            named = electricity_factors(catalogs, electricity_factor)
            other = [replace(c, factors=(named,)) if c.field == ELECTRICITY else c for c in self._carriers.values()]
            self._bases.append((f"电力改按{named.text}折等价值", self._worths(other)))

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields with amounts."""
        return tuple(self._carriers)

    def _worths(self, carriers: Iterable[Carrier]) -> dict[str, list[Sum]]:
        """Return, per field and factor, what one unit is worth in tonnes of standard coal."""
        return {c.field: [self._worth(c, factor) for factor in c.factors] for c in carriers}

    def _worth(self, carrier: Carrier, factor: Factor) -> Sum:
        per_unit = EXACT.divide(carrier.per_unit, THOUSAND)
        chosen = f"{self._words.label(carrier.field)}按{factor.text}" if len(carrier.factors) > 1 else ""
        return Sum(EXACT.multiply(factor.low, per_unit), EXACT.multiply(factor.high, per_unit), chosen)

    def _row(self, stated: Mapping[str, Ends]) -> Row:
        """Work out a row of which at least one amount is stated."""
        ends = {name: each for name, each in stated.items() if name in self._carriers}
        terms = [self._words.amount(name, *each) + self._times[name] for name, each in ends.items()]
        exact = [(name, decimal(low), decimal(high)) for name, (low, high) in ends.items()]
        conversions = [
            Conversion(how, sums_of([[times(low, high, worth) for worth in worths[name]] for name, low, high in exact]))
            for how, worths in self._bases
        ]
        return Row(conversions, "＋".join(terms), self._blank(frozenset(ends)))

    def _blank(self, stated: frozenset[str]) -> str:
        if stated not in self._blanks:
            labels = (self._words.label(name) for name in self._carriers if name not in stated)
            self._blanks[stated] = "、".join(labels)
        return self._blanks[stated]

    def notes(self, stated: Mapping[str, Ends], turns: bool) -> list[Told]:
        """Return the notes of a row; `stated` are its amounts and figures, `turns` as for `compare`."""
        row = self._row(stated)
        text = row.text
        figures = [name for name in FIGURES if name in stated]
        told = []
        for name in figures:
            low, high = stated[name]
            found = compare(name, decimal(low), decimal(high), row.conversions, turns)
            if found:
                said = f"填报的{self._words.amount(name, low, high)}，{found.text}"
                told.append((name, found.code, f"{said}{_why(found, row)}；{text}；{NOT_A_FACT}"))
        why = f"；{TRANSFORMS}" if figures and turns else ""
        return told or [(FIGURES[0], "energy-computed", f"按所填实物量折算：{text}；{NOT_A_FACT}{why}")]


def _why(found: Comparison, row: Row) -> str:
    """Say what may explain a difference: what is blank where the sum is the smaller, else nothing but a mistake."""
    if found.code != "energy-differs":
        return ""
    if found.short and row.blank:
        return f"，差额可能来自未填的能源（{row.blank}）"
    return "，请核对数量和单位"
