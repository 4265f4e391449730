"""Where the shipped law lies: inside an installed package, or at the top of a source checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def shipped_law() -> Path:
    """Return the folder that holds `rules/` and `catalogs/`."""
    installed = _PACKAGE / "_law"
    return installed if installed.is_dir() else _PACKAGE.parent
