"""Energy against capacity times the unit energy of the product, where the two are more than 100 times apart.

`plausibility/unit-energy` has the products, by the words that the name of a product ends in. A figure is too large
where it is beyond all stated capacities together, each of which must be of a listed product, and too small where it is
below what the least of them takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
import polars as pl
import pyarrow as pa

from lianggao.coded_texts import coded
from lianggao.energy.comparing import FIGURES
from lianggao.energy.factors import ELECTRICITY, THOUSAND, carriers_of
from lianggao.energy.slips import CODE, LIMIT, MYRIAD, scaled, times
from lianggao.energy.words import Words
from lianggao.facts import Facts, Span
from lianggao.noting import Block
from lianggao.quantities.capacity import Capacity, read_capacities
from lianggao.rulebook.catalogs import Catalogs, split
from lianggao.text_columns import chosen, joined

PRODUCTS = "products"
# Runs of a period in a year at the least and at the most; without a period it may be a year's or a day's.
_YEARLY = {"year": (1, 1), "month": (10, 12), "day": (250, 366), "": (1, 366)}


@dataclass(frozen=True, slots=True)
class Product:
    """A product and the tonnes of standard coal that one tonne of it takes, at the least and at the most."""

    name: str
    terms: tuple[str, ...]
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What the capacities of a text take: `low` the least of them, `high` all, infinite if one is unknown."""

    low: float
    high: float
    text: str


def beyond_capacity(facts: Facts, catalogs: Catalogs) -> Iterator[Block]:
    """Yield notes on each stated energy figure that the stated capacities can't be squared with."""
    products, words = _products(catalogs), Words(catalogs)
    figures = {name: facts.span(name) for name in FIGURES}
    rows = np.flatnonzero(np.logical_or.reduce([span.stated for span in figures.values()]))
    if not products or not len(rows):
        return
    stated = coded(facts.texts, PRODUCTS)
    if stated is None:
        return
    codes, sizes = stated.codes[rows], _sizes(stated.texts, products)
    least, most = (np.array(end) for end in zip(*((size.low, size.high) for size in sizes), strict=True))
    for name, figure in figures.items():
        span = figure.take(rows)
        large = span.low > LIMIT * most[codes]
        small = (span.high > 0) & (span.high * LIMIT < least[codes]) & ~large
        for beyond in (large, small):
            at = np.flatnonzero(beyond)
            if len(at):
                size = Span(least[codes[at]], most[codes[at]])
                named = chosen([each.text for each in sizes], codes[at])
                yield Block(rows[at], name, CODE, _asked(words, name, span.take(at), size, named, beyond is large))


def _sizes(texts: pa.LargeStringArray, products: Sequence[Product]) -> list[Expected]:
    """Return what the capacities of each text take; those of which nothing is known contradict nothing."""
    terms = [term for product in products for term in product.terms]
    every = pl.Series(texts)
    found = zip(every, every.str.contains_any(terms), strict=True)
    return [(_expected(text, products) if some else None) or Expected(0, inf, "") for text, some in found]


def _expected(text: str, products: Sequence[Product]) -> Expected | None:
    known, unknown = [], False
    for capacity in (capacity for capacity in read_capacities(text) if capacity.change != "from"):
        product = _product(capacity, products)
        if product is None or capacity.unit != "t" or capacity.per not in _YEARLY:
            unknown = True
        else:
            known.append((capacity, product))
    if not known:
        return None
    lows = [capacity.amount.low * _YEARLY[capacity.per][0] * product.low for capacity, product in known]
    high = sum(capacity.amount.high * _YEARLY[capacity.per][1] * product.high for capacity, product in known)
    named = "、".join(dict.fromkeys(f"{capacity.text}，{product.text}" for capacity, product in known))
    return Expected(min(lows), inf if unknown else high, named)


def _product(capacity: Capacity, products: Sequence[Product]) -> Product | None:
    """Return the product whose words the name of what is made ends in, the longest words first."""
    found = [(len(term), p) for p in products for term in p.terms if capacity.what.endswith(term)]
    return max(found, key=lambda each: each[0])[1] if found else None


def _asked(words: Words, name: str, span: Span, size: Span, named: pl.Series, large: bool) -> pl.Series:
    ratio = times(span.low / size.high if large else size.low / span.high)
    worked = joined("按“", named, "”估计的", scaled(size, 1), "吨标准煤")
    stated = words.amounts(name, span)
    read, against = (stated, worked) if large else (worked, stated)
    slipped, meant = ("多", 1 / MYRIAD) if large else ("漏", MYRIAD)
    return joined(
        read,
        "，是",
        against,
        "的",
        ratio,
        f"；若能耗{slipped}写了“万”，应为",
        scaled(span, meant),
        "吨标准煤",
        f"；也可能是规模{'漏' if large else '多'}写了“万”，请核对",
    )


def _products(catalogs: Catalogs) -> list[Product]:
    electricity = next((c for c in carriers_of(catalogs) if c.field == ELECTRICITY), None)
    kilowatt_hour = electricity.factors[0].low if electricity else 0
    kilograms = {"kgce/t": 1.0, "kWh/t": float(kilowatt_hour)}
    rows: Sequence[Mapping[str, str]] = catalogs.tables.get("plausibility/unit-energy", [])
    return [
        Product(
            row["product"],
            split(row["terms"]),
            float(row["low"]) * kilograms[row["unit"]] / float(THOUSAND),
            float(row["high"]) * kilograms[row["unit"]] / float(THOUSAND),
            f"{row['product']}{row['low']}—{row['high']}{row['unit']}",
        )
        for row in rows
    ]
