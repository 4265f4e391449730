"""Each stage by itself at four sizes, for pytest-benchmark: `make bench` puts the figures on the page."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks import stages
from benchmarks.lists import make_list, write_list
from benchmarks.projects import make_canonical
from lianggao.facts import Facts
from lianggao.screening import Screening

SIZES = [int(rows) for rows in os.environ.get("LIANGGAO_BENCH_ROWS", "1000,10000,100000,1000000").split(",")]
sized = pytest.mark.parametrize("rows", SIZES)


def timed(benchmark: BenchmarkFixture, call: Callable[..., object], *given: object, rounds: int = 1) -> None:
    """Time a call: the best of three, and of `rounds` for the longest list."""
    benchmark.pedantic(call, given, rounds=rounds if benchmark.extra_info["rows"] >= 1_000_000 else 3)


@pytest.fixture(autouse=True)
def named(benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> None:
    """Say in the results of which rows they are, and have the law read and compiled."""
    stages.law()
    benchmark.extra_info["rows"] = request.node.callspec.params["rows"]


# Only what the last size needs is kept.
@lru_cache(maxsize=1)
def listed(rows: int) -> pd.DataFrame:
    return make_list(rows)


@lru_cache(maxsize=1)
def canonical(rows: int) -> pd.DataFrame:
    return make_canonical(rows)


@lru_cache(maxsize=1)
def facts(rows: int) -> Facts:
    return stages.take_in(listed(rows))


@lru_cache(maxsize=1)
def known(rows: int) -> Facts:
    return stages.recognised(facts(rows))


@lru_cache(maxsize=1)
def screening(rows: int) -> Screening:
    return stages.screened(listed(rows))


@sized
def test_read(benchmark: BenchmarkFixture, rows: int, tmp_path: Path) -> None:
    write_list(tmp_path / "in.csv", rows)
    timed(benchmark, stages.read, tmp_path / "in.csv")


@sized
def test_take_in(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.take_in, listed(rows))


@sized
def test_recognise(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.recognised, facts(rows))


@sized
def test_knowledge(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.judge_gates, known(rows), stages.rulebook())


@sized
def test_tables(benchmark: BenchmarkFixture, rows: int) -> None:
    # What a batch has answered it remembers: each round gets one of its own.
    benchmark.pedantic(
        stages.outcomes_of,
        setup=lambda: ((stages.judge_gates(known(rows), stages.rulebook()),), {}),
        rounds=1 if rows >= 1_000_000 else 3,
    )


@sized
def test_screen(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.screened, listed(rows))


@sized
def test_columns(benchmark: BenchmarkFixture, rows: int) -> None:
    benchmark.pedantic(
        stages.told,
        setup=lambda: ((stages.screened(listed(rows)),), {}),
        rounds=1 if rows >= 100_000 else 3,
    )


@sized
def test_write(benchmark: BenchmarkFixture, rows: int, tmp_path: Path) -> None:
    done = screening(rows)
    timed(benchmark, stages.written, done, tmp_path / "out.csv")


@sized
def test_canonical_outcomes(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.outcomes_alone, canonical(rows), rounds=3)


@sized
def test_canonical_columns(benchmark: BenchmarkFixture, rows: int) -> None:
    timed(benchmark, stages.everything, canonical(rows), rounds=3)
