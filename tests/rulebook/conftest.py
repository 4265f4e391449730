"""A copy of the shipped law to break, read quickly: a file with bytes that were read before is not read again."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lianggao.rulebook import catalogs, files
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.yaml_reader import Document, read_yaml


@cache
def _read(written: bytes, name: str) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file.yaml"
        path.write_bytes(written)
        return read_yaml(path, name)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the shipped law."""
    for part in ("rules", "catalogs"):
        shutil.copytree(shipped_law() / part, tmp_path / part)
    for module in (files, catalogs):
        monkeypatch.setattr(module, "read_yaml", lambda path, name: _read(path.read_bytes(), name))
    return tmp_path
