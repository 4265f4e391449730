"""Run every measurement once, each engine and each run from file to file in a process of its own."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import machine, memory
from benchmarks.children import Run, run, run_python
from benchmarks.ends import End, comparing, end_to_end, start_up
from benchmarks.engines import lines
from benchmarks.peers import PEERS

Stages = dict[str, dict[int, float]]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
GROWN = (1, 2, 4, 8)
"""How many times the documents of the shipped law stand in the laws that are compared."""
GROWN_ROWS = 20_000


@dataclass(frozen=True)
class Judged:
    """What one engine took for its rows; `rows` is 0 where it is not installed."""

    key: str
    rows: int = 0
    seconds: float = 0.0
    peak_mb: float = 0.0

    @property
    def rate(self) -> float:
        """Return the rows judged in a second."""
        return self.rows / self.seconds if self.rows else 0.0


@dataclass(frozen=True)
class Measured:
    """All figures of one run."""

    rows: int
    stages: Stages
    peaks: dict[str, float]
    peers: list[Judged]
    ends: list[End]
    start: Run
    dates: Run
    changed: Run
    law: dict[str, float]
    growth: list[dict[str, float]]
    engines: list[str]


def measure(rows: int, tell: Callable[[str], None]) -> Measured:
    """Measure with lists of up to `rows` rows. Raises RuntimeError where an engine's verdicts are not the tables'."""
    sizes = [size for size in SIZES if size < rows] + [rows]
    tell("every stage by itself")
    stages = stage_seconds(sizes)
    tell("peak memory")
    peaks = memory.peaks(rows)
    tell("engines on the same rules")
    peers = judged(rows)
    with tempfile.TemporaryDirectory() as name:
        folder, ends = Path(name), []
        for size in sizes[-2:]:
            tell(f"from file to file, {size} rows")
            ends.append(end_to_end(size, folder))
        tell("start-up, comparing laws, growth with the rules")
        start, (dates, changed) = start_up(folder), comparing(folder)
    law, _ = run_python("law")
    growth = [run_python("growth", times, min(rows, GROWN_ROWS))[0] for times in GROWN]
    tell("both engines")
    engines = lines(min(rows, 10_000)) if machine.installed("durable_rules") else []
    return Measured(rows, stages, peaks, peers, ends, start, dates, changed, law, growth, engines)


def stage_seconds(sizes: list[int]) -> Stages:
    """Return the best seconds of every stage at every size, as pytest-benchmark finds them."""
    os.environ["LIANGGAO_BENCH_ROWS"] = ",".join(map(str, sizes))
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "stages.json"
        options = ["--benchmark-enable", "--benchmark-only", f"--benchmark-json={found}"]
        run([sys.executable, "-m", "pytest", "benchmarks/test_stages.py", *options])
        every = json.loads(found.read_text())["benchmarks"]
    stages: Stages = {}
    for one in every:
        name = one["name"].partition("[")[0].removeprefix("test_")
        stages.setdefault(name, {})[one["extra_info"]["rows"]] = one["stats"]["min"]
    return stages


def judged(rows: int) -> list[Judged]:
    """Let every engine judge as many rows as it does in about a second or two, at most `rows`.

    Raises RuntimeError where one finds anything else than the tables do.
    """
    given = {key: min(rows, 2 * peer.rate if peer.rate < 10_000 else rows) for key, peer in PEERS.items()}
    right, _ = run_python("peers", "digests", *sorted(set(given.values())))
    found = []
    for key, many in given.items():
        if not machine.installed(PEERS[key].needs):
            found.append(Judged(key))
            continue
        done, process = run_python("peers", key, many)
        if done["digest"] != right[str(many)]:
            raise RuntimeError(f"{PEERS[key].name}: other verdicts than the tables on {many} projects")
        found.append(Judged(key, many, done["seconds"], process.peak_mb))
    return found
