"""Import when something is first used: the names of a package, or a large library of others.

Importing the package, or what may come to need the library, costs next to nothing then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any


def imported_on_use(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package whose names stand in some of its modules, module by module."""
    home_of = {name: home for home, names in homes.items() for name in names}

    def found(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module `{package}` has no attribute `{name}`")
        value = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return found


def module_on_use(name: str) -> Any:
    """Return what stands for a library and imports it when something of it is first asked for.

    >>> math = module_on_use("math")
    >>> math.prod([2, 3])
    6
    """
    return _OnUse(name)


class _OnUse(ModuleType):
    def __getattr__(self, name: str) -> Any:
        value = getattr(import_module(self.__name__), name)
        # Found without coming here from now on.
        setattr(self, name, value)
        return value
