"""The targets, and what of them a run reached. Figures of one run are compared, never kept as limits of a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.measured import Measured

SLACK = 1.25
"""How much more than its share a tenfold list may take and still be called linear."""


class Line(NamedTuple):
    """One target: what is wanted, what was measured, and whether it was reached; None where it was not measured."""

    what: str
    wanted: str
    measured: str
    reached: bool | None


def lines(found: Measured) -> list[Line]:
    """Return every target with what a run came to."""
    rows, last = found.rows, found.ends[-1]
    return [
        _rate("`screen` of canonical columns, outcomes", 3e6, rows / found.stages["canonical_outcomes"][rows]),
        _rate("`screen` of canonical columns, all columns", 1e6, rows / found.stages["canonical_columns"][rows]),
        _most(f"CSV to CSV with all columns, {rows:,} rows, to the floor", 2.5, last.ratio, _times),
        _most(f"peak memory, CSV to CSV, {rows:,} rows", 1500, last.run.peak_mb, _megabytes),
        Line("peak memory, 10,000,000 rows streamed", "≤ 2000 MB", "`make bench-10m`", None),
        *(_peer(found, key, least) for key, least in (("durable", 50), ("zen", 100), ("openfisca", 10))),
        _most("`lianggao screen` of 10 rows", 1.0, found.start.seconds, _seconds),
        _most("compile the shipped rulebook", 0.05, found.law["compile"], _seconds),
        _most("`rules diff` of two dates", 1.0, found.dates.seconds, _seconds),
        _most("`rules diff` of two laws on all dates", 1.0, found.changed.seconds, _seconds),
        _linear_in_rows(found),
        *_linear_in_rules(found),
    ]


def table(found: Measured) -> list[str]:
    """Return the targets as the lines of a Markdown table."""
    said = {True: "yes", False: "no", None: "not measured here"}
    return [
        "| target | wanted | measured | reached |",
        "|---|---|---|---|",
        *(f"| {line.what} | {line.wanted} | {line.measured} | {said[line.reached]} |" for line in lines(found)),
    ]


def _rate(what: str, least: float, rate: float) -> Line:
    return Line(what, f"≥ {least:,.0f} rows/s", f"{rate:,.0f} rows/s", rate >= least)


def _most(what: str, most: float, figure: float, written: Callable[[float], str]) -> Line:
    return Line(what, f"≤ {written(most)}", written(figure), figure <= most)


def _peer(found: Measured, key: str, least: float) -> Line:
    rates = {one.key: one.rate for one in found.peers}
    what, wanted = f"tables against {key}, same gates", f"≥ {least:g} ×"
    if not rates[key]:
        return Line(what, wanted, "not installed", None)
    return Line(what, wanted, f"{rates['tables'] / rates[key]:,.1f} ×", rates["tables"] >= least * rates[key])


def _linear_in_rows(found: Measured) -> Line:
    if len(found.ends) < 2:
        return Line("time linear in rows", "", "", None)
    short, long = found.ends[-2:]
    share = long.run.seconds / short.run.seconds / (long.rows / short.rows)
    what = f"CSV to CSV, time a row at {long.rows:,} to that at {short.rows:,}"
    return _most(what, SLACK, share, _times)


def _linear_in_rules(found: Measured) -> list[Line]:
    first, last = found.growth[0], found.growth[-1]
    times = last["rules"] / first["rules"]
    told = {"judge": "facts to outcomes", "everything": "frame to all columns", "compile": "compiling"}
    return [
        _most(f"{what} with {times:.1f} × the rules", times * SLACK, last[name] / first[name], _times)
        for name, what in told.items()
    ]


def _times(figure: float) -> str:
    return f"{figure:.2f} ×"


def _seconds(figure: float) -> str:
    return f"{figure * 1000:.0f} ms" if figure < 0.1 else f"{figure:.2f} s"


def _megabytes(figure: float) -> str:
    return f"{figure:,.0f} MB"
