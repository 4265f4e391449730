"""What a screener remembers of one version of the law never serves another that differs."""

from __future__ import annotations

import gc
import weakref

import pytest

from lianggao import load_law
from lianggao.rulebook import compile as compiling
from lianggao.rulebook import load_rulebook
from lianggao.screener import Screener


def test_the_tables_that_answers_are_remembered_of_are_kept() -> None:
    """Their identity is what the memory finds them by; given to other tables it would tell of these."""
    law = load_law()
    screener, rulebook = Screener(law), load_rulebook("2019-01-01", law)
    memory, tables = screener._memory(rulebook), [weakref.ref(one.decide) for one in rulebook.gates]
    asked = [memory.of(one.decide) for one in rulebook.gates]
    del rulebook
    compiling._compiled.cache_clear()
    compiling._tables.cache_clear()
    gc.collect()
    assert [table() for table in tables] == [one.table for one in asked]
    later = load_rulebook("2024-06-30", law)
    assert screener._memory(later) is memory
    assert not {id(memory.of(one.decide)) for one in later.gates} & {id(one) for one in asked}


def test_an_engine_that_is_made_for_a_version_of_the_law_has_a_memory_for_each() -> None:
    pytest.importorskip("durable")
    law = load_law()
    screener, rulebook = Screener(law, engine="durable"), load_rulebook("2019-01-01", law)
    memory, gates = screener._memory(rulebook), weakref.ref(rulebook.gates[0])
    assert screener._memory(load_rulebook("2019-01-02", law)) is memory
    del rulebook
    compiling._compiled.cache_clear()
    compiling._tables.cache_clear()
    gc.collect()
    assert gates() is not None
    assert screener._memory(load_rulebook("2024-06-30", law)) is not memory
