"""Worlds that no project can be in, since quantities bound each other (当量值 is never above 等价值) and doubts do too.

A bound that depends on another field rules a world out only where every value of that field's region has the value
asked for. Only bounds that all vocabularies share are drawn. A text that may have started on one day has started on
every later day, and one that may have ended has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from lianggao.audit.worlds.cuts import BOOK, Cuts
from lianggao.audit.worlds.relations import Relation
from lianggao.rulebook import Law
from lianggao.rulebook.dates import Force, PartialDate, started
from lianggao.rulebook.force import IN_FORCE
from lianggao.rulebook.models import Period
from lianggao.vocabulary import Bound, Vocabulary


def bound_relations(cuts: Cuts) -> list[Relation]:
    """Return one relation per bound between axes that are cut."""
    vocabularies = [book.law.vocabulary for book in cuts.books]
    found = []
    for field in vocabularies[0].fields.values():
        for bound in field.never_above:
            every = [v.fields[field.name].never_above if field.name in v.fields else () for v in vocabularies]
            if all(bound in bounds for bounds in every):
                found += _relation(field.name, bound, cuts, vocabularies)
    return found


def _relation(part: str, bound: Bound, cuts: Cuts, vocabularies: Sequence[Vocabulary]) -> list[Relation]:
    if part not in cuts.regions or bound.quantity not in cuts.regions:
        return []
    # Axes of one scale share their cuts, so that regions compare by their place.
    size = len(cuts.regions[part])
    fits = np.arange(size)[:, None] <= np.arange(len(cuts.regions[bound.quantity]))
    if not bound.field:
        return [Relation((part, bound.quantity), fits)]
    field = vocabularies[0].fields[bound.field]
    base = field.derived_from or field.name
    if base not in cuts.regions:
        return []
    free = np.array([not _surely(base, region, bound, cuts, vocabularies) for region in range(len(cuts.regions[base]))])
    return [Relation((part, bound.quantity, base), fits[:, :, None] | free)]


def _surely(base: str, region: int, bound: Bound, cuts: Cuts, vocabularies: Sequence[Vocabulary]) -> bool:
    fields = [vocabulary.fields[bound.field] for vocabulary in vocabularies]
    return all(
        (field.of_base.get(value) if field.derived_from else value) == bound.value
        for value in cuts.regions[base].members(region)
        for field in fields
    )


def fitting(relations: Sequence[Relation], axes: Sequence[str]) -> list[Relation]:
    """Return the bounds whose quantities are both among some axes, and those that link them to a third."""
    return [relation for relation in relations if set(relation.axes[:2]) <= set(axes)]


def doubt_relations(cuts: Cuts) -> list[Relation]:
    """Return one relation per text that two rulebooks, of one day after the other, may or may not find in force."""
    found = []
    books = sorted(enumerate(cuts.books), key=lambda pair: pair[1].as_of)
    for (one, earlier), (other, later) in combinations(books, 2):
        if earlier.as_of.last > later.as_of.first:
            continue
        known = _periods(later.law)
        for id, period in _periods(earlier.law).items():
            pair = (f"{IN_FORCE}{id}{BOOK}{one}", f"{IN_FORCE}{id}{BOOK}{other}")
            if not set(pair) <= set(cuts.regions) or known.get(id) != period:
                continue
            before, after = ([cuts.regions[axis].members(at) == ("yes",) for at in range(2)] for axis in pair)
            if not _may_end(period, later.as_of):
                found.append(Relation(pair, ~np.array(before)[:, None] | np.array(after)))
            elif started(PartialDate.parse(period.from_), earlier.as_of) is Force.IN:
                found.append(Relation(pair, np.array(before)[:, None] | ~np.array(after)))
    return found


def _periods(law: Law) -> dict[str, Period]:
    rules = {rule.id: rule.rule.effective for rule in law.rules if rule.rule.effective}
    return {id: source.effective for id, source in law.sources.items()} | rules


def _may_end(period: Period, on: PartialDate) -> bool:
    """Return whether the last day of a period may lie before a date."""
    return period.to is not None and on.last > PartialDate.parse(period.to).first
