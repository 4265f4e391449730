"""A fingerprint of files, so that a result says exactly which law it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

SUFFIXES = (".yaml", ".csv")


def digest_of(folders: Iterable[Path]) -> str:
    """Return the SHA-256 over the names and bytes of all rule and catalog files in the folders."""
    whole = sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES):
            whole.update(f"{folder.name}/{path.relative_to(folder).as_posix()}\0".encode())
            whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
