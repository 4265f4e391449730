"""What stated amounts come to, in plain Python: fractions straight from the tables, one combination after another."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "catalogs" / "energy-factors"
THOUSANDS = {"electricity_kwh": 1, "gas_m3": 1, "coal_t": 1000, "coke_t": 1000, "oil_t": 1000, "steam_t": 1000}
MEGAJOULES = {"heat_gj": 1000}
KINDS = {
    "electricity_kwh": ("electricity",),
    "coal_t": ("raw_coal", "washed_coal", "other_washed_coal", "washed_middlings", "coal_slime", "briquette"),
    "coke_t": ("coke",),
    "gas_m3": ("natural_gas", "natural_gas_oilfield"),
    "oil_t": ("crude_oil", "fuel_oil", "gasoline", "kerosene", "diesel"),
    "heat_gj": ("heat",),
    "steam_t": ("low_pressure_steam",),
}
Ends = tuple[Fraction, Fraction]


def _ranges() -> dict[str, Ends]:
    with (FOLDER / "factors.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        row["energy"]: (Fraction(row["low"] or row["factor"]), Fraction(row["high"] or row["factor"])) for row in rows
    }


RANGES = _ranges()


def sums(amounts: Mapping[str, Ends], electricity: Fraction | None = None) -> Iterator[Ends]:
    """Yield the least and the most of each combination, in tonnes of standard coal; `electricity` is another factor."""
    fields = list(amounts)
    for kinds in product(*(KINDS[field] for field in fields)):
        low = high = Fraction(0)
        for field, kind in zip(fields, kinds, strict=True):
            worth = RANGES[kind]
            if field == "electricity_kwh" and electricity is not None:
                worth = (electricity, electricity)
            per = Fraction(THOUSANDS.get(field) or MEGAJOULES[field], 1000)
            low, high = low + amounts[field][0] * worth[0] * per, high + amounts[field][1] * worth[1] * per
        yield low, high


def distance(found: Ends, stated: Ends) -> Fraction:
    """Return how far a sum is from a stated figure above nothing, as a part of the figure's nearer end."""
    if found[0] > stated[1]:
        return (found[0] - stated[1]) / stated[1]
    return (found[1] - stated[0]) / stated[0] if found[1] < stated[0] else Fraction(0)
