"""Open one side of a comparison: a folder, an overlay, the shipped law, or a revision of a git repository.

`shipped` is the law that comes with the library; a word that is no folder is taken as a revision of the repository of
the current folder, `HEAD~1` or `v0.2:path/within`.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from lianggao.errors import Hint, InputError, LawError, fault
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.home import shipped_law
from lianggao.rulebook.law import read_law
from lianggao.rulebook.layers import OVERLAY, PARTS

SHIPPED = "shipped"


def open_side(side: str) -> Law:
    """Return the law that a side names. Raises InputError where there is none, LawError where its files are wrong."""
    if side == SHIPPED:
        return load_law()
    try:
        with unpacked(side) as folder:
            return load_law(folder) if Path(side).is_dir() else read_law(folder, side)
    except LawError as error:
        told = (Hint(one.render("en"), one.render("zh")) for one in error.faults)
        raise LawError([fault("side-invalid", value=side, hint=one) for one in told]) from None


@contextmanager
def unpacked(side: str) -> Iterator[Path]:
    """Give the folder of a side while it is needed; a revision is unpacked for so long. Raises InputError."""
    if side == SHIPPED or Path(side).is_dir():
        yield shipped_law() if side == SHIPPED else Path(side)
        return
    with TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(side))) as tar:
            tar.extractall(folder, filter="data")
        yield Path(folder)


def _archive(side: str) -> bytes:
    revision, _, within = side.partition(":")
    if not revision or git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        raise InputError([fault("side-unknown", value=side)])
    # Without a path, the folder that is the current one now.
    tree = (git("rev-parse", "--verify", "--quiet", f"{revision}:{within or './'}") or b"").decode().strip()
    there = (git("ls-tree", "--name-only", tree, top=True) or b"").decode().splitlines() if tree else []
    parts = [part for part in (*PARTS, OVERLAY) if part in there]
    archive = git("archive", "--format=tar", tree, *parts, top=True) if parts else None
    if archive is None:
        raise InputError([fault("side-without-law", value=side)])
    return archive


def git(*words: str, top: bool = False) -> bytes | None:
    """Return what git prints, or None where it fails; `top` runs it at the top of the repository."""
    at = (git("rev-parse", "--show-toplevel") or b".").decode().strip() if top else "."
    try:
        done = subprocess.run(["git", "-C", at, *words], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
