"""The pages as files in a folder: written, or held to what they should say. Other files there are left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from lianggao.audit.boundaries.files import write_text
from lianggao.audit.pages.words import NOTICE

Difference = Literal["missing", "stale", "left_over"]


def write_pages(pages: Mapping[str, str], folder: Path) -> None:
    """Write every page, and remove pages made earlier that no rule has any more. Raises InputError."""
    for name, text in pages.items():
        write_text(folder / name, text)
    for path in _left_over(pages, folder):
        path.unlink()


def differing_pages(pages: Mapping[str, str], folder: Path) -> Iterator[tuple[Difference, Path]]:
    """Yield each page that is missing, says something else, or is of no rule."""
    for name, text in pages.items():
        path = folder / name
        if not path.is_file():
            yield "missing", path
        elif path.read_bytes() != text.encode():
            yield "stale", path
    yield from (("left_over", path) for path in _left_over(pages, folder))


def _left_over(pages: Mapping[str, str], folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.md")):
        made_here = NOTICE in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if made_here and path.relative_to(folder).as_posix() not in pages:
            yield path
