"""Made-up projects as numbers: what is true of each, and what a list states of it, with blanks and slips.

The same seed gives the same projects whatever their number. Most figures agree with each other: electricity, coal and
gas come to the energy stated. A few are out by a factor of 10 000 or contradict each other, as in real lists.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

from benchmarks import kinds as k
from benchmarks.kinds import KINDS
from lianggao.rulebook.home import shipped_law

BLOCK = 20_000
"""Projects that are made at once, each block from a seed of its own."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Figures = dict[str, npt.NDArray[np.int64] | npt.NDArray[np.float64]]
"""Places in the tuples of words (-1 where blank) and numbers (NaN where blank), by name."""

CHOICES = {
    "stage": (tuple(k.STAGES), (0.1, 0.4, 0.3, 0.2)),
    "construction_nature": (tuple(k.NATURES), (0.55, 0.2, 0.2, 0.05)),
    "energy_review_done": (tuple(k.YES_NO), (0.7, 0.3)),
    "eia_done": (tuple(k.YES_NO), (0.7, 0.3)),
}
BLANK = {"stage": 0.1, "construction_nature": 0.15, "energy_review_done": 0.7, "eia_done": 0.7, "county": 0.08}


def numbers(seed: int, block: int) -> np.random.Generator:
    """Return the source of chance of one block."""
    return np.random.default_rng([seed, block])


def draw(rng: np.random.Generator) -> Figures:
    """Return what is true of a block of projects: energy in tonnes of standard coal, amounts in units of the law."""
    share = np.array([kind.share for kind in KINDS], dtype=float)
    kind = rng.choice(len(KINDS), BLOCK, p=share / share.sum())
    most = max(len(one.sizes) for one in KINDS)
    size = rng.integers(0, most, BLOCK) % np.array([len(one.sizes) for one in KINDS])[kind]
    typical = np.array([[one.tce * n for n in (*one.sizes, *([0] * most))[:most]] for one in KINDS])
    calorific = np.round(typical[kind, size] * np.exp(rng.normal(0, 0.12, BLOCK)), 2)
    electricity, coal, gas = (calorific[:, None] * np.array([one.mix for one in KINDS])[kind]).T
    power = electricity / k.ELECTRICITY
    return {
        "kind": kind,
        "size": size,
        "county": (len(counties()) * rng.power(0.45, BLOCK)).astype(np.int64),
        **{name: rng.choice(len(words), BLOCK, p=share) for name, (words, share) in CHOICES.items()},
        "investment_wan_yuan": np.round(np.exp(rng.normal(9, 1, BLOCK))),
        "energy_equivalent_tce": calorific + np.round(power * (k.ELECTRICITY_EQUIVALENT - k.ELECTRICITY), 2),
        "energy_calorific_tce": calorific,
        "electricity_kwh": np.round(power, 2) * 1e4,
        "coal_t": np.round(coal / k.COAL),
        "gas_m3": np.round(gas / k.GAS, 2) * 1e4,
    }


def stated(true: Figures, rng: np.random.Generator) -> Figures:
    """Return what a list says of a block: blanks, one figure in fifty out by 10 000, one row in a hundred swapped."""
    found = dict(true)
    for name, share in BLANK.items():
        found[name] = np.where(rng.random(BLOCK) < share, -1, true[name])
    equivalent, calorific = true["energy_equivalent_tce"], true["energy_calorific_tce"]
    slip = np.select([rng.random(BLOCK) < 0.01, rng.random(BLOCK) < 0.01], [1e-4, 1e4], 1.0)
    swapped = rng.random(BLOCK) < 0.01
    found["energy_equivalent_tce"] = _without(np.where(swapped, calorific, equivalent) * slip, rng, 0.35)
    found["energy_calorific_tce"] = _without(np.where(swapped, equivalent, calorific), rng, 0.5)
    # Who states amounts states them all.
    silent = rng.random(BLOCK) < 0.9
    for name in ("electricity_kwh", "coal_t", "gas_m3"):
        found[name] = np.where(silent | ((true[name] == 0) & (name != "electricity_kwh")), np.nan, true[name])
    return found


def make_canonical(rows: int, seed: int = 7) -> pd.DataFrame:
    """Return the projects with vocabulary keys for headers: keys as categories and numbers, what is blank missing.

    >>> make_canonical(3)["energy_equivalent_tce"].dtype.name, make_canonical(3)["stage"].dtype.name
    ('float64', 'category')
    """
    activities = tuple(dict.fromkeys(one.activity for one in KINDS if one.activity))
    of_kind = np.array([activities.index(one.activity) if one.activity else -1 for one in KINDS])
    words = {name: pair[0] for name, pair in CHOICES.items()} | {"county": tuple(counties()["county"])}
    parts = []
    for block in range(-(-rows // BLOCK)):
        rng = numbers(seed, block)
        parts.append(stated(draw(rng), rng))
    every = {name: np.concatenate([part[name] for part in parts])[:rows] for name in parts[0]}
    columns = {"activity": pd.Categorical.from_codes(of_kind[every.pop("kind")], activities)}
    del every["size"]
    for name, column in every.items():
        columns[name] = pd.Categorical.from_codes(column, words[name]) if name in words else column
    return pd.DataFrame(columns)


@cache
def counties() -> pl.DataFrame:
    """Return the counties with their cities, those first that are to be drawn most often."""
    folder = shipped_law() / "catalogs" / "regions"
    county, city = (pl.read_csv(folder / f"{name}.csv", infer_schema=False) for name in ("counties", "cities"))
    county = county.filter(pl.col("county").str.contains(r"^\d{6}$"))
    found = county.join(city.select("city", city_label="label"), on="city", how="left", maintain_order="left")
    return found.sort(pl.col("city_label") != "许昌市", maintain_order=True)


def _without(figures: Floats, rng: np.random.Generator, share: float) -> Floats:
    return np.where(rng.random(BLOCK) < share, np.nan, figures)
