"""Random projects of which everything is known and nothing contradicts, many at once, under any rule files.

The numbers lie on and beside the lines that the rule files draw; the relations between energy figures are those of
`random_projects`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf, nextafter
from random import Random
from typing import Any

from oracle.random_projects import CHOICES, COUNTIES, ENERGY, QUANTITIES
from oracle.written import WrittenLaw


def consistent(laws: Sequence[WrittenLaw], projects: int, seed: int) -> list[dict[str, Any]]:
    """Return projects whose figures lie around the lines of any of the laws."""
    rng = Random(seed)
    energies = _around(t for law in laws for name in ENERGY for t in law.thresholds(name))
    others = {n: _around(t for law in laws for t in law.thresholds(n)) for n in QUANTITIES if n not in ENERGY}
    return [_project(laws[0], rng, energies, others) for _ in range(projects)]


def _around(lines: Iterable[float]) -> list[float]:
    every = sorted(set(lines)) or [1000.0]
    between = [(low + high) / 2 for low, high in pairwise(every)]
    return sorted({0.0, *between, 2 * every[-1], *(n for t in every for n in (nextafter(t, 0), t, nextafter(t, inf)))})


def _project(law: WrittenLaw, rng: Random, energies: list[float], others: dict[str, list[float]]) -> dict[str, Any]:
    found: dict[str, Any] = {n: rng.choice(COUNTIES if n == "county" else law.values(n)) for n in CHOICES}
    found |= {name: rng.choice(numbers) for name, numbers in others.items()}
    sells = law.derived("exports_power", found) == "yes"
    calorific, equivalent = rng.choice(energies), rng.choice(energies)
    if not sells:
        calorific, equivalent = sorted((calorific, equivalent))
    added = [rng.choice([n for n in energies if n <= whole]) for whole in (calorific, equivalent)]
    if found["construction_nature"] == "new_build":
        added = [calorific, equivalent]
    elif not sells:
        added.sort()
        added[0] = min(added[0], calorific)
    return found | {
        "energy_calorific_tce": calorific,
        "energy_equivalent_tce": equivalent,
        "energy_unstated_tce": rng.choice((calorific, equivalent)),
        "added_energy_calorific_tce": added[0],
        "added_energy_equivalent_tce": added[1],
    }
