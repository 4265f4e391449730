"""Find a law by its fingerprint among the commits of a repository."""

from __future__ import annotations

from pathlib import Path

from lianggao.audit.sides import git, unpacked
from lianggao.errors import LianggaoError
from lianggao.rulebook.digest import digest_of
from lianggao.rulebook.layers import PARTS, layers_of

LOOKED_AT = 300
"""So many commits that touch the law are looked at, newest first."""


def find_law(fingerprint: str) -> str | None:
    """Return the commit whose law has a fingerprint; None where there is no repository or no such commit."""
    prefix = (git("rev-parse", "--show-prefix") or b"").decode().strip()
    paths = [f"{prefix}{part}" for part in PARTS]
    listed = git("log", f"-{LOOKED_AT}", "--format=%H", "--", *paths, top=True) or b""
    for commit in listed.decode().split():
        try:
            with unpacked(commit) as folder:
                if fingerprint_of(folder).startswith(fingerprint):
                    return commit
        except LianggaoError:
            continue
    return None


def fingerprint_of(folder: Path) -> str:
    """Return the fingerprint of the law in a folder, whether its files are right or not. Raises LawError."""
    return digest_of(layers_of(folder))
