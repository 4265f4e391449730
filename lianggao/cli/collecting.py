"""How often Python looks for circles of objects that nobody needs any more: seldom while a verb starts.

Modules and the law are many objects, and all of them stay; to look through them again and again costs a tenth of a
short run.
"""

from __future__ import annotations

import gc

_USUAL = gc.get_threshold()
_SELDOM = 100_000


def collect_seldom() -> None:
    """Look for circles once in so many new objects."""
    gc.set_threshold(_SELDOM)


def keep_what_is_loaded() -> None:
    """Look for circles as often as Python does, but only among what is made from now on, such as parts of a list."""
    gc.freeze()
    gc.set_threshold(*_USUAL)
