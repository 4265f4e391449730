"""Compare the energy that a project states with what its stated amounts of electricity, coal and gas come to.

A sum counts the stated amounts and nothing else: other carriers are unknown, and energy that goes out is not taken
off. So it is never a fact, only a note, and for projects that turn energy into energy more is never held against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
import polars as pl

from lianggao.energy.comparing import FIGURES, Compared, compare
from lianggao.energy.factors import ELECTRICITY, carriers_of, electricity_factors
from lianggao.energy.sums import Conversion, convert, fine_of, greatest_of, worths_of
from lianggao.energy.telling import Parts, agreeing, computed, differing, of_rows, working
from lianggao.energy.transforming import may_transform
from lianggao.energy.wholes import finite, fits_narrow, places_of, wholes, wide_places
from lianggao.energy.words import Words, ends
from lianggao.facts import Facts, Floats, Notes, Span
from lianggao.noting import Block
from lianggao.rulebook.catalogs import Catalogs
from lianggao.tables.known import Bools, Ints
from lianggao.text_columns import chosen


def energy_notes(facts: Facts, catalogs: Catalogs, electricity_factor: str | None = None) -> Notes:
    """Return what stated amounts come to: `energy-computed`, `energy-agrees` (within 5 %) or `energy-differs`.

    `facts` are those stated and recognised, not yet narrowed. `electricity_factor` names the factor for 等价值 as
    `electricity_factors` reads it; without one no 等价值 is computed. Raises ValueError where it names none.
    """
    working = Working(catalogs, electricity_factor)
    amounts, figures = (_stated(facts, names) for names in (working.fields, FIGURES))
    if not amounts:
        return Notes()
    turns = may_transform(facts, catalogs)
    blocks: list[Block] = []
    some = np.logical_or.reduce([span.stated for span in amounts.values()])
    # Rows that have the same factors to choose from are worked out together.
    choices = [name for name in amounts if name in working.choices]
    which = np.where(some, _numbered([amounts[name] for name in choices], facts.rows), -1)
    for key in np.unique(which[some]).tolist():
        out = {name for at, name in enumerate(choices) if not key >> at & 1}
        own = {name: span for name, span in amounts.items() if name not in out}
        part = Part(np.arange(facts.rows), own, figures, turns).take(np.flatnonzero(which == key))
        blocks += working.blocks(part)
    return Notes([blocks]).by_row()


def _numbered(spans: Sequence[Span], rows: int) -> Ints:
    """Number which of the spans each row states: a bit for each."""
    which = np.zeros(rows, dtype=np.int64)
    for at, span in enumerate(spans):
        which |= span.stated.astype(np.int64) << at
    return which


def _stated(facts: Facts, names: Sequence[str]) -> dict[str, Span]:
    """Return the fields of which the list states anything at all."""
    return {name: span for name in names if (span := facts.span(name)).stated.any()}


@dataclass(frozen=True)
class Part:
    """Rows with the same factors to choose from, each stating some amount; `turns` as for `compare`."""

    rows: Ints
    amounts: Mapping[str, Span]
    figures: Mapping[str, Span]
    turns: Bools

    @cached_property
    def finite(self) -> Mapping[str, Sequence[Floats]]:
        """Return the ends of all amounts and figures, as `wholes.finite` does."""
        return {name: finite(span) for name, span in (*self.amounts.items(), *self.figures.items())}

    @property
    def columns(self) -> Sequence[Floats]:
        """Return all ends."""
        return [end for ends in self.finite.values() for end in ends]

    def where(self, those: Bools) -> Part:
        """Return some of the rows."""
        return self if those.all() else self.take(np.flatnonzero(those))

    def take(self, at: Ints) -> Part:
        """Return some of the rows, in the order given."""
        amounts, figures = ({n: s.take(at) for n, s in every.items()} for every in (self.amounts, self.figures))
        return Part(self.rows[at], amounts, figures, self.turns[at])


class Worked(NamedTuple):
    """The sums of a part on each basis, and its figures held against them."""

    sums: Sequence[Conversion]
    compared: Mapping[str, Compared]


class Working:
    """Works out rows by one law's factors."""

    def __init__(self, catalogs: Catalogs, electricity_factor: str | None = None) -> None:
        self._words, carriers = Words(catalogs), carriers_of(catalogs)
        self._labels = {carrier.field: self._words.label(carrier.field) for carrier in carriers}
        self._times = {c.field: "×" + "或".join(factor.text for factor in c.factors) for c in carriers}
        self._bases = {"折当量值": worths_of(carriers, self._labels)}
        if electricity_factor is not None:
            named = electricity_factors(catalogs, electricity_factor)
            other = [replace(c, factors=(named,)) if c.field == ELECTRICITY else c for c in carriers]
            self._bases[f"电力改按{named.text}折等价值"] = worths_of(other, self._labels)

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the fields with amounts."""
        return tuple(self._labels)

    @property
    def choices(self) -> Set[str]:
        """Return the fields of which several factors may apply."""
        return {name for worths in self._bases.values() for name, each in worths.items() if len(each) > 1}

    def blocks(self, part: Part) -> Iterator[Block]:
        """Yield the notes of a part: on figures in their order, then on what says nothing of any figure."""
        places, fine = places_of(part.columns, len(part.rows)), fine_of(self._bases.values(), list(part.amounts))
        narrow = fits_narrow(greatest_of(self._bases.values(), part.finite), places, fine)
        worked = self._work(part.where(narrow), places[narrow], fine, wide=False)
        unsure = np.zeros(int(narrow.sum()), dtype=bool)
        for each in worked.compared.values():
            unsure |= each.unsure
        if unsure.any():
            narrow[np.flatnonzero(narrow)[unsure]] = False
            worked = self._work(part.where(narrow), places[narrow], fine, wide=False)
        yield from self._tell(part.where(narrow), worked)
        if not narrow.all():
            rest = part.where(~narrow)
            yield from self._tell(rest, self._work(rest, wide_places(rest.columns, len(rest.rows)), fine, wide=True))

    def _work(self, part: Part, places: Ints, fine: int, *, wide: bool) -> Worked:
        every = part.finite
        amounts = {name: wholes(span, every[name], places, 1, wide=wide) for name, span in part.amounts.items()}
        sums = [convert(how, amounts, worths, fine, places + fine) for how, worths in self._bases.items()]
        compared = {}
        for name, span in part.figures.items():
            figure = wholes(span, every[name], places, 10**fine, wide=wide)
            compared[name] = compare(name, figure, sums, part.turns)
        return Worked(sums, compared)

    def _tell(self, part: Part, worked: Worked) -> Iterator[Block]:
        parts = working(self._words, part.amounts, self._times, worked.sums)
        silent, stated = np.ones(len(part.rows), dtype=bool), np.zeros(len(part.rows), dtype=bool)
        for name, span in part.figures.items():
            found = worked.compared[name]
            for code, those in (("energy-agrees", found.agrees), ("energy-differs", found.differs)):
                at = np.flatnonzero(those & span.stated)
                if not len(at):
                    continue
                figure: Parts = [self._words.label(name), ends(span.low[at], span.high[at]), self._words.unit(name)]
                own = of_rows(parts, at)
                if code == "energy-agrees":
                    text = agreeing(figure, found, at, own)
                else:
                    text = differing(figure, found, at, own, self._blank(part.take(at)))
                yield Block(part.rows[at], name, code, text)
                silent[at] = False
            stated |= span.stated
        at = np.flatnonzero(silent)
        if not len(at):
            return
        why = (stated & part.turns)[at]
        yield Block(part.rows[at], FIGURES[0], "energy-computed", computed(of_rows(parts, at), why))

    def _blank(self, part: Part) -> pl.Series:
        """Return the labels of the amounts that each row leaves blank."""
        stated, which = np.unique(_numbered(list(part.amounts.values()), len(part.rows)), return_inverse=True)
        told = []
        for key in stated.tolist():
            own = {name for at, name in enumerate(part.amounts) if key >> at & 1}
            told.append("、".join(label for name, label in self._labels.items() if name not in own))
        return chosen(told, which)
