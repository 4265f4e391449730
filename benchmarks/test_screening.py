"""How long a list takes in memory: in whole, and stage by stage."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.lists import make_list
from lianggao.api import screen
from lianggao.facts import Facts
from lianggao.intake import read_facts, read_headers, report_columns
from lianggao.recognition import recognise
from lianggao.rulebook import Law, load_law, load_rulebook
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.law import read_law
from lianggao.screening.narrowing import narrow

AS_OF = "2022-06-30"


@cache
def listed(rows: int) -> pd.DataFrame:
    return make_list(rows)


def facts_of(frame: pd.DataFrame, law: Law) -> Facts:
    headers = read_headers(law.catalogs)
    return read_facts(frame, report_columns(frame, law.vocabulary, headers), law.vocabulary, headers)


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
    benchmark.pedantic(lambda: facts_of(frame, law), rounds=3)


def test_recognition_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    law = load_law()
    facts = facts_of(listed(100_000), law)
    benchmark.pedantic(lambda: recognise(facts, law.catalogs), rounds=3)


def test_narrowing_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    law = load_law()
    facts = facts_of(listed(100_000), law)
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
