"""Both engines on the same rows in one run: rows a second and peak memory, with and without the chain of rules.

Each measurement runs in a process of its own, so that one's memory is not the other's. Prints a Markdown table.
"""

from __future__ import annotations

import json
import platform
import resource
import subprocess
import sys
import time
from typing import cast

AS_OF = "2022-06-30"
RUNS = [("tables", False), ("durable", False), ("both", False), ("tables", True), ("durable", True)]
Figures = dict[str, float]


def measure(engine: str, chain: bool, rows: int) -> Figures:
    """Screen a generated list once; seconds are those of screening, without importing and without making the list."""
    from benchmarks.lists import make_list
    from lianggao import screen

    frame = make_list(rows)
    # The first call compiles the law and registers the engine's rules.
    screen(frame.head(10), as_of=AS_OF, engine=engine)  # type: ignore[arg-type]
    before = _peak()
    start = time.perf_counter()
    screening = screen(frame, as_of=AS_OF, engine=engine)  # type: ignore[arg-type]
    parts = [part for answer in screening.batches[0].answers.values() for part in (answer.decided, answer.followed)]
    patterns = sum(len(part.patterns) for part in parts)
    if chain:
        for project in screening.projects():
            assert bool(project.trace) == (engine != "tables")
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "peak_mb": _peak(), "grown_mb": _peak() - before, "patterns": patterns}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(rows: int) -> None:
    """Print the table for lists of `rows` rows, and of a tenth of that where every project is put together in full."""
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {rows} rows\n")
    print("| engine | projects in full | rows | situations judged | seconds | rows/s | peak MB |")
    print("|---|---|---|---|---|---|---|")
    for engine, chain in RUNS:
        asked = rows // 10 if chain else rows
        command = [sys.executable, "-m", "benchmarks.engines", engine, str(int(chain)), str(asked)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = cast("Figures", json.loads(done.stdout))
        rate = asked / found["seconds"]
        cells = [engine, "yes" if chain else "no", asked, int(found["patterns"])]
        print("|", *(f"{cell} |" for cell in cells), f"{found['seconds']:.2f} | {rate:,.0f} | {found['peak_mb']:.0f} |")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(measure(sys.argv[1], sys.argv[2] == "1", int(sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
