"""What a screener remembers of one version of the law never serves another."""

from __future__ import annotations

import gc
import weakref

from lianggao import load_law
from lianggao.rulebook import compile as compiling
from lianggao.rulebook import load_rulebook
from lianggao.screener import Screener


def test_the_tables_that_answers_are_remembered_of_are_kept() -> None:
    """Their identity is what the memory is found by; given to other tables it would tell of these."""
    law = load_law()
    screener, rulebook = Screener(law), load_rulebook("2019-01-01", law)
    memory, tables = screener._memory(rulebook), weakref.ref(rulebook.gates[0])
    del rulebook
    compiling._compiled.cache_clear()
    gc.collect()
    assert tables() is not None
    assert screener._memory(load_rulebook("2024-06-30", law)) is not memory
