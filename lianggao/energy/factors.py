"""The factors that turn amounts of energy carriers into standard coal, as `catalogs/energy-factors` lists them.

A field may have several factors side by side (two for natural gas, one for each kind of coal), and a factor may be a
range. The factor of electricity for 等价值 is never a default: it has a name, a year of the table or a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lianggao.rulebook.catalogs import Catalogs, split

ELECTRICITY = "electricity_kwh"
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Factor:
    """Kilograms of standard coal in one unit of an energy carrier, as the table prints them, and its labels."""

    low: Decimal
    high: Decimal
    label: str

    @property
    def text(self) -> str:
        """Return the factor as it is named in a note: `1.33（油田天然气）`."""
        number = str(self.low) if self.low == self.high else f"{self.low}—{self.high}"
        return f"{number}（{self.label}）"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A field with an amount, and the factors that may apply; one unit of the field is `per_unit` of a factor's."""

    field: str
    per_unit: Decimal
    factors: tuple[Factor, ...]


def carriers_of(catalogs: Catalogs) -> tuple[Carrier, ...]:
    """Return the fields that count, none where the law has no such tables. Raises KeyError for an unknown energy."""
    known = {row["energy"]: row for row in catalogs.tables.get("energy-factors/factors", [])}
    return tuple(
        Carrier(row["field"], Decimal(row["per_unit"]), _factors([known[name] for name in split(row["energies"])]))
        for row in catalogs.tables.get("energy-factors/amounts", [])
    )


def electricity_factors(catalogs: Catalogs, name: str) -> Factor:
    """Return the factor of electricity for 等价值 that `name` stands for: a year of the table, or a number.

    Raises ValueError where it is neither, or a number below the calorific factor or above 1.

    >>> from lianggao.rulebook import load_law
    >>> electricity_factors(load_law().catalogs, "2020").text
    '0.3055（电力等价，2020年）'
    >>> electricity_factors(load_law().catalogs, "0.31").text
    '0.31（电力等价，指定）'
    """
    name = name.strip()
    for row in catalogs.tables.get("energy-factors/electricity-equivalent", []):
        if row["year"] and name.removesuffix("年") == row["year"]:
            number = Decimal(row["factor"])
            return Factor(number, number, f"电力等价，{row['year']}年")
    try:
        number = Decimal(name)
    except InvalidOperation:
        raise ValueError(f"`{name}` is neither a year of the table nor a number") from None
    if not number.is_finite() or not _calorific(catalogs) <= number <= 1:
        raise ValueError(f"`{name}` is no factor of electricity in kilograms of standard coal per kilowatt hour")
    return Factor(number, number, "电力等价，指定")


def greatest_equivalent(catalogs: Catalogs) -> Decimal:
    """Return the greatest factor of electricity for 等价值 that the table has, zero where it has none."""
    rows = catalogs.tables.get("energy-factors/electricity-equivalent", [])
    return max((Decimal(row["factor"]) for row in rows), default=Decimal(0))


def _calorific(catalogs: Catalogs) -> Decimal:
    """Return the factor of electricity for 当量值, below which no 等价值 lies."""
    factors = (c.factors for c in carriers_of(catalogs) if c.field == ELECTRICITY)
    return max((factor.high for found in factors for factor in found), default=Decimal(0))


def _factors(rows: list[dict[str, str]]) -> tuple[Factor, ...]:
    """Return the distinct factors in order of size; carriers with the same factor are named together."""
    labels: dict[tuple[Decimal, Decimal], list[str]] = {}
    for row in rows:
        low, high = (Decimal(row[end] or row["factor"]) for end in ("low", "high"))
        labels.setdefault((low, high), []).append(row["label"])
    return tuple(Factor(low, high, "、".join(names)) for (low, high), names in sorted(labels.items()))
