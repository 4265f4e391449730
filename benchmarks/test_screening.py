"""How long a list takes in memory: in whole, and stage by stage."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.lists import make_list
from lianggao.api import screen
from lianggao.intake import read_facts, read_headers
from lianggao.recognition import recognise
from lianggao.rulebook import load_law, load_rulebook
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.law import read_law
from lianggao.screening.narrowing import narrow

AS_OF = "2022-06-30"


@cache
def listed(rows: int) -> pd.DataFrame:
    return make_list(rows)


@pytest.mark.parametrize("rows", [1_000, 10_000, 100_000])
def test_screen_with_all_columns(benchmark: BenchmarkFixture, rows: int) -> None:
    frame = listed(rows)
    load_rulebook(AS_OF)
    benchmark.pedantic(lambda: screen(frame, as_of=AS_OF).columns(), rounds=3, warmup_rounds=1)


@pytest.mark.parametrize("rows", [100_000])
def test_screen_outcomes_only(benchmark: BenchmarkFixture, rows: int) -> None:
    frame = listed(rows)
    benchmark.pedantic(lambda: screen(frame, as_of=AS_OF), rounds=3, warmup_rounds=1)


def test_intake_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    law, frame = load_law(), listed(100_000)
    headers = read_headers(law.catalogs)
    benchmark.pedantic(lambda: read_facts(frame, law.vocabulary, headers), rounds=3)


def test_recognition_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    law = load_law()
    facts = read_facts(listed(100_000), law.vocabulary, read_headers(law.catalogs))
    benchmark.pedantic(lambda: recognise(facts, law.catalogs), rounds=3)


def test_narrowing_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    law = load_law()
    facts = read_facts(listed(100_000), law.vocabulary, read_headers(law.catalogs))
    known = recognise(facts, law.catalogs)
    benchmark.pedantic(lambda: narrow(known, law.vocabulary), rounds=3)


def test_read_the_shipped_law(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(lambda: read_law(shipped_law(), "lianggao"), rounds=3)


def test_compile_the_shipped_law(benchmark: BenchmarkFixture) -> None:
    def compile_anew() -> None:
        from lianggao.rulebook import compile as module

        module._compiled.cache_clear()
        load_rulebook(AS_OF)

    benchmark.pedantic(compile_anew, rounds=5)
