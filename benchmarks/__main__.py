"""`python -m benchmarks [ROWS] [PAGE]`: measure, print the targets, write the page."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.measured import measure
from benchmarks.page import write_page
from benchmarks.targets import table


def tell(what: str) -> None:
    """Say what is being measured."""
    print(f"{what} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, tell)
    write_page(found, Path(sys.argv[2] if len(sys.argv) > 2 else "docs/benchmarks.md"))
    print("\n".join(table(found)))
