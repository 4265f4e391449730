"""Judge made-up projects with one engine, in a process of its own."""

from __future__ import annotations

import json
import sys

from benchmarks.children import best
from benchmarks.known import content, make_known
from benchmarks.peers import PEERS


def measure(name: str, rows: int) -> dict[str, object]:
    """Return seconds (the best of three), and the hash of the verdicts of these rows."""
    rules = content()
    judge = PEERS[name].prepared(rules, make_known(rules, rows))
    # The first call warms up what is compiled or read on first use, and gives the verdicts.
    verdicts = judge()
    slow = PEERS[name].rate < 10_000
    return {"rows": rows, "seconds": best(judge, 1 if slow else 3), "digest": verdicts.digest()}


def digests(sizes: list[int]) -> dict[str, str]:
    """Return the hash of the tables' own verdicts for each number of rows, of the first rows of the longest list."""
    rules = content()
    found = PEERS["tables"].prepared(rules, make_known(rules, max(sizes)))()
    return {str(rows): found.head(rows).digest() for rows in sizes}


if __name__ == "__main__":
    if sys.argv[1] == "digests":
        print(json.dumps(digests([int(rows) for rows in sys.argv[2:]])))
    else:
        print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
