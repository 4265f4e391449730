"""Copies of the shipped law with edits, each told as a file and what in it is to be replaced."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lianggao.rulebook import catalogs, files
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.yaml_reader import Document, read_yaml

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


@contextmanager
def read_once() -> Iterator[None]:
    """Let copies be read quickly: a file with bytes that were read before is not parsed again."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (files, catalogs):
            patch.setattr(module, "read_yaml", lambda path, name: _read(path.read_bytes(), name))
        yield


@cache
def _read(written: bytes, name: str) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.yaml"
        path.write_bytes(written)
        return read_yaml(path, name)
