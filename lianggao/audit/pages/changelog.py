"""The entries of a log of changes that name a document: list items with its id in backticks, under their heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = "LAW_CHANGELOG.md"
_ITEM = re.compile(r"( *)- (.*)")


@dataclass(frozen=True)
class Entry:
    """One list item: the heading above it, and its text after that of the items around it."""

    heading: str
    text: str
    own: str


def entries_in(folder: Path) -> list[Entry]:
    """Return all entries of the log in a folder, in order; none where there is no log."""
    log = folder / NAME
    return list(_entries(log.read_text(encoding="utf-8"))) if log.is_file() else []


def naming(entries: list[Entry], document: str) -> Iterator[Entry]:
    """Yield the entries that name a document themselves."""
    return (entry for entry in entries if f"`{document}`" in entry.own)


def _entries(text: str) -> Iterator[Entry]:
    heading, open_ = "", list[tuple[int, list[str]]]()
    for line in [*text.splitlines(), "# "]:
        item = _ITEM.fullmatch(line)
        depth = len(item[1]) if item else len(line) - len(line.lstrip())
        if item or line.startswith("#"):
            while open_ and (line.startswith("#") or open_[-1][0] >= depth):
                yield Entry(heading, " ".join(" ".join(words) for _, words in open_), " ".join(open_[-1][1]))
                open_.pop()
        if item:
            open_.append((depth, [item[2].strip()]))
        elif line.startswith("#"):
            heading = line.lstrip("# ")
        elif open_ and line.strip():
            open_[-1][1].append(line.strip())
