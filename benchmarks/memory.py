"""Go one stage further than the last in a process of its own, so that its peak memory is that of all up to there.

`python -m benchmarks.memory STAGE ROWS` prints nothing of note; the system says what the process needed.
"""

from __future__ import annotations

import json
import sys

from benchmarks import stages
from benchmarks.children import run_python
from benchmarks.lists import make_list
from benchmarks.projects import make_canonical

REACHED = {
    "list": "the list alone, a frame of texts",
    "facts": "facts read from it",
    "screened": "screened",
    "columns": "all columns made",
    "canonical": "canonical columns, screened, all columns made",
}


def peaks(rows: int) -> dict[str, float]:
    """Return the peak memory in megabytes of a process that goes as far as each stage."""
    return {stage: run_python("memory", stage, rows)[1].peak_mb for stage in REACHED}


def reach(stage: str, rows: int) -> int:
    """Do everything up to a stage."""
    stages.law()
    if stage == "canonical":
        return len(stages.everything(make_canonical(rows)))
    frame = make_list(rows)
    if stage == "facts":
        return stages.take_in(frame).rows
    if stage == "screened":
        return len(stages.screened(frame))
    return len(stages.everything(frame) if stage == "columns" else frame)


if __name__ == "__main__":
    print(json.dumps({"rows": reach(sys.argv[1], int(sys.argv[2]))}))
