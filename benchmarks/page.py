"""The page docs/benchmarks.md: how it was measured, on what, and every figure of one run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import machine
from benchmarks.charts import chart
from benchmarks.ends import End
from benchmarks.known import content
from benchmarks.measured import GROWN_ROWS, Measured
from benchmarks.memory import REACHED
from benchmarks.peers import PEERS
from benchmarks.targets import table

STAGES = {
    "read": "read the CSV into cells",
    "take_in": "cells to facts",
    "recognise": "recognise activity, place, nature; narrow quantities",
    "knowledge": "facts to situations",
    "tables": "ask every table, outcome of each project",
    "screen": "`screen` of a frame of texts: all of these, and what is noted of the figures",
    "columns": "explain: all columns from a screening",
    "write": "write the CSV (with the columns)",
    "canonical_outcomes": "`screen` of canonical columns, outcomes of all gates",
    "canonical_columns": "`screen` of canonical columns, all columns",
}
TOP = """# Benchmarks

`make bench` measures, prints the first table and writes this page. Figures are of one run and worth reading as ratios
within it; no test asserts a time. `make bench-10m` screens ten million rows, which takes long and some 21 GB of disk.
"""
METHOD = """## How

Lists are made by `benchmarks/lists.py`, the same bytes for the same size and seed: most projects of ordinary trades,
a tail of heavy ones; names, owners and contents nearly all distinct; energy in tonnes, in 万吨, as intervals and as
about so much; blanks in every column; figures that agree with each other in most rows and are out by 10 000 or
contradict each other in a few per cent; one row in a hundred entered twice. The law is that of 2024-12-31, the whole
shipped rulebook, three-valued, with all columns.

Times are the best of three runs, of one where it is long. Engines and runs from file to file have a process of their
own, its peak memory taken from the system when it ends.
"""
PEERS_TEXT = """## Other engines on the same rules

The rules of all gates in force ({gates} gates, {clauses} clauses with checklists and departments; requirements left
out) are translated mechanically from the compiled condition trees (`benchmarks/peers/`). Every fact of every project
is known here, since most engines know only yes and no. What each finds, the outcome of every gate and whether every
clause holds, is hashed and equal to what the tables find; otherwise the bench stops. Seconds are of judging alone,
from the form that suits the engine best.

OpenFisca holds numbers in 32 bits. durable-rules is used as lianggao uses it: predicates worked out outside, within
the time. None of the others answers three-valued, names what is missing or cites a clause; the tables do all their
three-valued work here too.
"""
ENGINES_TEXT = """## The two engines of lianggao on the same list

durable-rules can be asked in place of the tables or beside them, every answer compared (docs/engines.md). Each in a
process of its own; seconds without importing. “In full” puts every project together with its findings, missing facts,
departments and, for durable-rules, the chain of rules.
"""
FLOOR_TEXT = """## From file to file

`lianggao screen in.csv -o out.csv` against the floor: the fastest library that reads the same input plus the fastest
that writes the same output bytes, which are checked by hash. Libraries that can't write these bytes (UTF-8 with a
mark, CRLF) are shown in brackets.
"""


def write_page(found: Measured, path: Path) -> None:
    """Write the page and its charts, in a folder of the page's name beside it."""
    charts = path.with_suffix("")
    charts.mkdir(parents=True, exist_ok=True)
    (charts / "rows.svg").write_text(_rows_chart(found), encoding="utf-8")
    (charts / "rules.svg").write_text(_rules_chart(found), encoding="utf-8")
    path.write_text("\n".join(_lines(found, charts.name)) + "\n", encoding="utf-8")


def _lines(found: Measured, charts: str) -> list[str]:
    about, versions = machine.described()
    return [
        TOP,
        *table(found),
        "",
        f"Machine: {about}. {versions}.",
        "",
        METHOD,
        "## Stages\n",
        *_stages(found),
        "",
        f"Reading the shipped law from its files takes {found.law['read']:.2f} s, compiling it for a date "
        f"{found.law['compile'] * 1000:.0f} ms.\n",
        *_rows(
            (f"in a process of its own, {found.rows:,} rows", "peak MB"),
            [(told, f"{found.peaks[stage]:,.0f}") for stage, told in REACHED.items()],
        ),
        "",
        f"![time against rows]({charts}/rows.svg)\n",
        FLOOR_TEXT,
        *_ends(found.ends),
        "",
        PEERS_TEXT.format(**_counts()),
        *_peers(found),
        "",
        "## More rules\n",
        "Laws in which every document stands several times over, on "
        f"{min(found.rows, GROWN_ROWS):,} rows: `judge` is facts to the outcome of every gate and requirement.\n",
        *_rows(
            ("rules in force", "compile", "judge", "frame to all columns"),
            [
                (f"{g['rules']:.0f}", *(f"{g[n]:.3f} s" for n in ("compile", "judge", "everything")))
                for g in found.growth
            ],
        ),
        "",
        f"![time against rules]({charts}/rules.svg)\n",
        ENGINES_TEXT,
        *found.engines,
    ]


def _stages(found: Measured) -> list[str]:
    sizes = sorted(next(iter(found.stages.values())))
    rows = [(told, *(_short(found.stages[name][size]) for size in sizes)) for name, told in STAGES.items()]
    return _rows(("seconds for rows", *(f"{size:,}" for size in sizes)), rows)


def _ends(ends: Sequence[End]) -> list[str]:
    names = list(ends[0].floor.reading)
    head = ("rows", "MB in", "MB out", "seconds", "of computing", "peak MB", "floor", "times the floor")
    body = [
        (
            f"{end.rows:,}",
            f"{end.input_mb:.0f}",
            f"{end.output_mb:.0f}",
            f"{end.run.seconds:.2f}",
            f"{end.run.cpu:.2f}",
            f"{end.run.peak_mb:.0f}",
            f"{end.floor.seconds:.2f}",
            f"{end.ratio:.2f}",
            *(_library(end, name) for name in names),
        )
        for end in ends
    ]
    return _rows((*head, *(f"{name} reads + writes" for name in names)), body)


def _library(end: End, name: str) -> str:
    writing = _short(end.floor.writing[name])
    return f"{_short(end.floor.reading[name])} + {writing if name in end.floor.same else f'({writing})'}"


def _peers(found: Measured) -> list[str]:
    tables = next(one.rate for one in found.peers if one.key == "tables")
    body = []
    for one in sorted(found.peers, key=lambda one: -one.rate):
        peer = PEERS[one.key]
        if one.rows:
            figures = (f"{one.rows:,}", f"{one.rate:,.0f}", f"{tables / one.rate:,.2f}", f"{one.peak_mb:.0f}")
        else:
            figures = ("not installed", "", "", "")
        body.append((peer.name, peer.given, *figures))
    return _rows(("engine", "given", "rows judged", "rows/s", "tables are faster by", "peak MB"), body)


def _counts() -> dict[str, int]:
    rules = content()
    return {"gates": len(rules.gates), "clauses": len(rules.conditions)}


def _rows(head: Sequence[str], body: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *body)]


def _rows_chart(found: Measured) -> str:
    shown = ("read", "take_in", "recognise", "tables", "screen", "columns", "write")
    lines = {name: sorted(found.stages[name].items()) for name in shown}
    whole = {"CSV to CSV": [(end.rows, end.run.seconds) for end in found.ends]}
    return chart("time against rows", "rows", "seconds", {**lines, **whole})


def _rules_chart(found: Measured) -> str:
    names = {"compile": "compile", "judge": "facts to outcomes", "everything": "all columns"}
    lines = {told: [(one["rules"], one[name]) for one in found.growth] for name, told in names.items()}
    return chart("time against rules", "rules in force", "seconds", lines)


def _short(seconds: float) -> str:
    return f"{seconds:.4f}" if seconds < 0.01 else f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}"
