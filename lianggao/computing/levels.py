"""Unit energy of the products a project may make, over the values that it may be compared with."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import numpy as np
import numpy.typing as npt

from lianggao.computing.agreeing import agree_all
from lianggao.computing.items import Bools
from lianggao.computing.kinds import NONE, STEP, ItemKind
from lianggao.computing.unit_energies import Products, told_of
from lianggao.computing.values import values_on
from lianggao.facts import Facts, Floats, Span
from lianggao.rulebook.catalogs import Catalogs
from lianggao.rulebook.dates import PartialDate
from lianggao.tables.known import Ints, Known
from lianggao.vocabulary import Vocabulary


def compare_levels(
    facts: Facts,
    stated: Facts,
    kind: ItemKind,
    vocabulary: Vocabulary,
    catalogs: Catalogs,
    dates: Sequence[PartialDate],
    of_row: npt.NDArray[np.int64],
) -> Facts:
    """Return the facts with unit energy, values and ratios; each is the hull over the items that are still possible.

    Where a project may make something outside the lists, no ratio is known. Where one of its items can't be compared,
    because its value is not on file, doubtful or not yet in force, all is left open. `stated` are the facts before
    formulas.
    """
    known = facts.choices.get(kind.item)
    if known is None or not facts.rows:
        return facts
    products = _products(kind, known, catalogs)
    tables, table_of_date = values_on(kind, products.names, catalogs, dates)
    table = table_of_date[of_row]
    values = {level.value: _values(products, tables[:, at], table) for at, level in enumerate(kind.levels)}
    spans = {name: span for name, span in values.items() if span}
    told = told_of(facts, stated, products)
    if told is not None and len(told.rows):
        spans[kind.unit] = told.spread(told.low, told.high)
        inside = ~_outside(kind, known, catalogs)
        for at, level in enumerate(kind.levels):
            if level.ratio:
                spans[level.ratio] = told.ratio(tables[:, at], table, inside)
    return agree_all(facts, spans, vocabulary)


def _outside(kind: ItemKind, known: Known, catalogs: Catalogs) -> Bools:
    """Return where a project may make something outside the list, which no value is for."""
    apart = np.array([row[kind.item] == NONE for row in catalogs.rows(kind.items)])
    return np.asarray((known.sets & apart).any(axis=1)[known.index])


def _products(kind: ItemKind, known: Known, catalogs: Catalogs) -> Products:
    rows = catalogs.rows(kind.items)
    listed = [at for at, row in enumerate(rows) if row[kind.item] != NONE]
    names = tuple(rows[at].get(kind.item, "") for at in listed)
    measures = tuple((rows[at].get("measure", ""), rows[at].get("scope") == STEP) for at in listed)
    return Products(names, measures, Known(known.sets[:, listed], known.index))


def _values(products: Products, values: Floats, table: Ints) -> Span | None:
    """Return the least and the greatest value (tables x items) of the items that each project may make.

    Where that is known of no set of items there is nothing to return.
    """
    sets = products.known.sets[None, :, :]
    unknown = (sets & np.isnan(values)[:, None, :]).any(axis=2) | ~sets.any(axis=2)
    if unknown.all():
        return None
    plain = np.nan_to_num(values)[:, None, :]
    low = np.where(unknown, 0.0, np.where(sets, plain, inf).min(axis=2))
    high = np.where(unknown, inf, np.where(sets, plain, 0.0).max(axis=2))
    of_row = products.known.index if len(values) == 1 else table * low.shape[1] + products.known.index
    return Span(low.ravel()[of_row], high.ravel()[of_row])
