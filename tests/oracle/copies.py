"""Copies of the shipped law with edits, each told as a file and what in it is to be replaced."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from lianggao.rulebook.home import shipped_law

Edits = Mapping[str, str | Sequence[tuple[str, str]] | None]
"""Per file: its whole text, some replacements, or None for a file that is dropped."""


def edited(folder: Path, edits: Edits) -> Path:
    """Write a copy of the shipped law into a folder, with edits, and return the folder."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, folder / part)
    for name, change in edits.items():
        path = folder / name
        if change is None:
            path.unlink()
        elif isinstance(change, str):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            for old, new in change:
                assert old in text, (name, old)
                text = text.replace(old, new, 1)
            path.write_text(text, encoding="utf-8")
    return folder
