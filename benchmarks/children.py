"""Run a measurement in a process of its own, so that one's memory and caches are not another's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]


class Run(NamedTuple):
    """What a process took: seconds by the clock and of computing on all cores, and its peak memory in megabytes."""

    seconds: float
    cpu: float
    peak_mb: float
    out: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end. Raises RuntimeError with what it said where it fails."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT) as child:
        assert child.stdout
        out = child.stdout.read().decode(errors="replace")
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit {child.returncode}\n{out[-2000:]}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out)


def run_python(module: str, *arguments: object) -> tuple[dict[str, Any], Run]:
    """Run a module of the benchmarks and return the JSON of its last line, and what the process took."""
    done = run([sys.executable, "-W", "ignore", "-m", f"benchmarks.{module}", *map(str, arguments)])
    found: dict[str, Any] = json.loads(done.out.strip().splitlines()[-1])
    return found, done


def lianggao(*arguments: object) -> Run:
    """Run the command line of this environment."""
    return run([str(Path(sys.executable).with_name("lianggao")), *map(str, arguments)])


def best(call: Callable[[], object], times: int = 3) -> float:
    """Return the seconds of the fastest of several calls."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return min(found)
