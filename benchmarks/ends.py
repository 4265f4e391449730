"""From a file to a file by the command line, each run a process of its own, held against the floor of the same run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.children import Run, lianggao, run_python
from benchmarks.known import AS_OF
from benchmarks.lists import write_list
from lianggao.rulebook.home import shipped_law

ENOUGH = 45.0
"""Seconds after which a run is not repeated."""


@dataclass(frozen=True)
class Floor:
    """Seconds of reading and of writing by library, and the libraries that write the very same bytes."""

    reading: dict[str, float]
    writing: dict[str, float]
    same: list[str]

    @property
    def seconds(self) -> float:
        """Return what the fastest of each takes together."""
        return min(self.reading.values()) + min(self.writing[name] for name in self.same)


@dataclass(frozen=True)
class End:
    """One size: the best run, and the floor for the same input and output."""

    rows: int
    run: Run
    floor: Floor
    input_mb: float
    output_mb: float

    @property
    def ratio(self) -> float:
        """Return how many times the floor the run took."""
        return self.run.seconds / self.floor.seconds


def end_to_end(rows: int, folder: Path) -> End:
    """Screen a list of this size from CSV to CSV with all columns."""
    given, result = folder / f"in-{rows}.csv", folder / f"out-{rows}.csv"
    write_list(given, rows)
    run = best_run(["screen", given, "-o", result, "--as-of", AS_OF])
    floor, _ = run_python("floor", given, result)
    sizes = [path.stat().st_size / 1e6 for path in (given, result)]
    given.unlink()
    result.unlink()
    return End(rows, run, Floor(**floor), *sizes)


def start_up(folder: Path) -> Run:
    """Screen ten rows."""
    write_list(folder / "ten.csv", 10)
    return best_run(["screen", folder / "ten.csv", "-o", folder / "ten-out.csv", "--as-of", AS_OF])


def comparing(folder: Path) -> tuple[Run, Run]:
    """Compare two dates of the shipped law, and the shipped law on all dates with one that has another energy line."""
    dates = best_run(["rules", "diff", "--as-of", "2022-06-30", "--as-of", AS_OF])
    changed = folder / "changed"
    shutil.copytree(shipped_law() / "catalogs", changed / "catalogs")
    shutil.copytree(shipped_law() / "rules", changed / "rules")
    file = changed / "rules" / "henan-catalog-2023" / "definitions" / "class-two-scope.yaml"
    file.write_text(file.read_text().replace("at_least: 10000", "at_least: 5000"))
    return dates, best_run(["rules", "diff", "shipped", changed])


def best_run(arguments: Sequence[object]) -> Run:
    """Return the fastest of three runs, or of fewer where they take long."""
    runs: list[Run] = []
    while len(runs) < 3 and sum(one.seconds for one in runs) < ENOUGH:
        runs.append(lianggao(*arguments))
    return min(runs, key=lambda one: one.seconds)


def streamed(rows: int, folder: Path) -> Run:
    """Screen a list too long to be held."""
    given, result = folder / "long.csv", folder / "long-out.csv"
    write_list(given, rows)
    return lianggao("screen", given, "-o", result, "--as-of", AS_OF)


if __name__ == "__main__":
    where = Path(sys.argv[2])
    where.mkdir(parents=True, exist_ok=True)
    done = streamed(int(sys.argv[1]), where)
    print(f"{sys.argv[1]} rows: {done.seconds:.1f} s, {done.cpu:.1f} s of computing, peak {done.peak_mb:.0f} MB")
