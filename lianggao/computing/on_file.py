"""Why a figure of one project can't be compared: its value is doubtful, blank, negative, not on file or not begun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lianggao.computing.kinds import NONE, STEP, ItemKind
from lianggao.computing.land import TABLE, minima, places_of
from lianggao.computing.values import number, rows_of
from lianggao.facts import Facts
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Products:
    """The items but `none` that one project may make, each with the field of its unit energy (perhaps empty).

    `open` says whether it may also be another than the only one, `steps` are those measured at a step of the process.
    """

    items: Mapping[str, str]
    open: bool
    steps: frozenset[str]


def products_of(kind: ItemKind, row: int, facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> Products | None:
    """Return what one project may make, nothing where that is not known at all."""
    known = facts.choices.get(kind.item)
    if known is None:
        return None
    possible = known.sets[known.index[row]]
    names = [name for name, is_one in zip(vocabulary[kind.item].values, possible, strict=True) if is_one]
    measures = {each[kind.item]: each.get("measure", "") for each in catalogs.rows(kind.items)}
    steps = frozenset(each[kind.item] for each in catalogs.rows(kind.items) if each.get("scope") == STEP)
    return Products({name: measures[name] for name in names if name != NONE}, len(names) > 1, steps)


def missing_value(
    kind: ItemKind, name: str, item: str, row: int, facts: Facts, catalogs: Catalogs, products: Products
) -> str:
    """Return why an item's value can't make the field `name` known, empty where it can."""
    unit = "" if products.items[item] else "该产品的计量单位未见或没有对应的填报项，不作比较"
    level = next((each for each in kind.levels if name in (each.value, each.ratio)), None)
    if level is None:
        return unit
    rows = rows_of(kind, item, catalogs)
    if not rows:
        doubtful = any(each[kind.item] == item for each in catalogs.tables.get(kind.doubtful, []))
        return f"{level.label}数值存疑，不作比较" if doubtful else f"{level.label}未收录"
    cells = [each[level.column] for each in rows]
    if not any(cells):
        return f"该产品的{level.label}未列数值"
    if np.isnan([number(cell) for cell in cells]).all():
        return f"{level.label}不是正数，不作比较"
    if not products.open and not facts.span(level.value).stated[row]:
        return (
            "该日期的限额标准未收录" if any(each.get("from") for each in rows) else f"{level.label}数值存疑，不作比较"
        )
    return unit if name == level.ratio else ""


def missing_minimum(figure: str, row: int, facts: Facts, vocabulary: Vocabulary, catalogs: Catalogs) -> str:
    """Return why a land figure can't be held against a local minimum, empty where it can somewhere it may stand."""
    rows = catalogs.tables.get(TABLE, [])
    if rows:
        counties, groups = (known.sets[known.index[row]] for known in places_of(facts, vocabulary))
        low, _ = minima(rows, figure, vocabulary)
        if not np.isnan(low[np.ix_(np.flatnonzero(counties), np.flatnonzero(groups))]).all():
            return ""
    return "当地控制值未收录"
