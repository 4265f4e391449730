"""Any values inside the stated intervals give a value inside the computed one: random points, plain arithmetic."""

from __future__ import annotations

import random
from fractions import Fraction
from math import isinf, prod

from desk import Desk, facts_of

from lianggao.computing.formulas import formulas_of

PROJECTS = 300
POINTS = 12
# One unit in the twelfth digit.
SLACK = Fraction(1, 10**11)


def stated(draw: random.Random, names: list[str]) -> dict[str, object]:
    project: dict[str, object] = {}
    for name in names:
        how = draw.choice(("blank", "blank", "exact", "exact", "range", "from", "zero"))
        low = Fraction(draw.randint(1, 4000), draw.choice((1, 4, 10, 100)))
        ends = {"exact": (low, low), "range": (low, low * draw.randint(1, 3)), "zero": (Fraction(0), low)}
        if how != "blank":
            first, last = ends.get(how, (low, None))
            project[name] = (float(first), float("inf") if last is None else float(last))
    return project


def test_no_world_lies_outside_what_is_computed(desk: Desk) -> None:
    draw = random.Random(20)
    formulas = {name: rows for name, rows in formulas_of(desk.catalogs).items() if len(rows) == 1}
    inputs = sorted({i for rows in formulas.values() for f in rows for i in f.inputs} - formulas.keys())
    projects = [stated(draw, inputs) for _ in range(PROJECTS)]
    facts = desk.compute(facts_of(desk.vocabulary, projects))
    bounded = 0
    for row in range(PROJECTS):
        ends = {name: (facts.span(name).low[row], facts.span(name).high[row]) for name in (*inputs, *formulas)}
        for _ in range(POINTS):
            world: dict[str, Fraction] = {}
            for name in inputs:
                low, high = ends[name]
                top = Fraction(low) * 3 + 5000 if isinf(high) else Fraction(high)
                world[name] = Fraction(low) + (top - Fraction(low)) * draw.choice((0, Fraction(1, 3), 1))
            for name, (formula,) in formulas.items():
                over = prod(world.get(i, Fraction(0)) for i in formula.over)
                if any(i not in world for i in formula.inputs) or (formula.over and over == 0):
                    continue
                world[name] = prod(world[i] for i in formula.times) * formula.factor / (over or 1)
                low, high = ends[name]
                assert Fraction(low) <= world[name] * (1 + SLACK), (name, projects[row])
                assert isinf(high) or world[name] * (1 - SLACK) <= Fraction(high), (name, projects[row])
                bounded += low > 0 or not isinf(high)
    assert bounded > PROJECTS


def test_ratios_hold_every_product_a_project_may_make(desk: Desk) -> None:
    values = {
        row["efficiency_item"]: Fraction(row["benchmark"])
        for table in ("reported", "recalled")
        for row in desk.catalogs.rows(f"efficiency/benchmarks-{table}")
    }
    measures = {row["efficiency_item"]: row["measure"] for row in desk.catalogs.rows("efficiency/items")}
    names = [name for name in values if measures[name] and values[name] > 0]
    draw = random.Random(21)
    projects: list[dict[str, object]] = []
    for _ in range(PROJECTS):
        units = {measures[name]: float(draw.randint(1, 3000)) for name in names}
        projects.append({"efficiency_item": draw.sample([*names, "none"], draw.randint(1, 4)), **units})
    facts = desk.compute(facts_of(desk.vocabulary, projects))
    ratio, value = facts.span("benchmark_ratio"), facts.span("benchmark_value")
    for row, project in enumerate(projects):
        made = [name for name in project["efficiency_item"] if name != "none"]  # type: ignore[attr-defined]
        if "none" in project["efficiency_item"]:  # type: ignore[operator]
            assert (ratio.low[row], ratio.high[row]) == (0, float("inf"))
            continue
        worlds = [Fraction(project[measures[name]]) / values[name] for name in made]  # type: ignore[arg-type]
        assert (ratio.low[row], ratio.high[row]) == (
            float(f"{float(min(worlds)):.12g}"),
            float(f"{float(max(worlds)):.12g}"),
        )
        assert (value.low[row], value.high[row]) == (
            float(min(values[name] for name in made)),
            float(max(values[name] for name in made)),
        )
