"""Both engines on the same rows in one run: rows a second and peak memory, with and without the chain of rules.

Each measurement runs in a process of its own, so that one's memory is not the other's. Gives a Markdown table.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import cast

from benchmarks.children import run_python
from benchmarks.known import AS_OF

RUNS = [("tables", False), ("durable", False), ("both", False), ("tables", True), ("durable", True)]
Figures = dict[str, float]


def measure(engine: str, chain: bool, rows: int) -> Figures:
    """Screen a generated list once; seconds are those of screening, without importing and without making the list."""
    from benchmarks.lists import make_list
    from lianggao import screen

    frame = make_list(rows)
    # The first call compiles the law and registers the engine's rules.
    screen(frame.head(10), as_of=AS_OF, engine=engine)  # type: ignore[arg-type]
    start = time.perf_counter()
    screening = screen(frame, as_of=AS_OF, engine=engine)  # type: ignore[arg-type]
    parts = [part for answer in screening.batches[0].answers.values() for part in (answer.decided, answer.followed)]
    patterns = sum(len(part.patterns) for part in parts)
    if chain:
        for project in screening.projects():
            assert bool(project.trace) == (engine != "tables")
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "peak_mb": _peak(), "patterns": patterns}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lines(rows: int) -> list[str]:
    """Return the table for lists of `rows` rows, and of a twentieth of that where every project is put together."""
    found = [
        "| engine | projects in full | rows | situations judged | seconds | rows/s | peak MB |",
        "|---|---|---|---|---|---|---|",
    ]
    for engine, chain in RUNS:
        asked = rows // 20 if chain else rows
        figures = cast("Figures", run_python("engines", engine, int(chain), asked)[0])
        cells = [engine, "yes" if chain else "no", f"{asked:,}", f"{figures['patterns']:,.0f}"]
        cells += [f"{figures['seconds']:.2f}", f"{asked / figures['seconds']:,.0f}", f"{figures['peak_mb']:.0f}"]
        found.append(f"| {' | '.join(cells)} |")
    return found


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], sys.argv[2] == "1", int(sys.argv[3]))))
