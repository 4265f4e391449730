"""For those who keep the rules: pages and checks made from the law as encoded.

The two assertions for tests are had from here; they are imported when one is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lianggao.audit.asserting import assert_only_moves, assert_same_law

__all__ = ["assert_only_moves", "assert_same_law"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module `lianggao.audit` has no attribute `{name}`")
    return getattr(import_module("lianggao.audit.asserting"), name)
