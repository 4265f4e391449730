"""How long it takes to read the shipped law from its files and to compile it; `python -m benchmarks.law` prints it."""

from __future__ import annotations

import json

from benchmarks import stages
from benchmarks.children import best

if __name__ == "__main__":
    shipped = stages.law()
    seconds = {"read": best(stages.read_shipped_law), "compile": best(lambda: stages.compile_anew(shipped), 5)}
    print(json.dumps(seconds))
