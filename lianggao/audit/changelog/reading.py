"""Read the log: sections `### law 0123456789ab`, newest first, each with its entries as a list.

An entry says in backticks which documents and gates it is about, a period, and after each gate its direction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lianggao.errors import InputError, fault

LENGTH = 12
"""So many signs of the fingerprint are given."""

_HEADING = re.compile(rf"### law ([0-9a-f]{{{LENGTH}}})\b.*")
_NAME = re.compile(r"`([^`]+)`")
_DIRECTION = re.compile(r"`([^`]+)` (equal|stricter|looser|mixed)\b")
_PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?|any date")


@dataclass(frozen=True)
class Section:
    """What led to one law: `line` is that of the heading, `text` what stands below it."""

    law: str
    line: int
    text: str

    @property
    def names(self) -> frozenset[str]:
        """Return everything in backticks: documents, catalogs, gates."""
        return frozenset(_NAME.findall(self.text))

    @property
    def directions(self) -> dict[str, frozenset[str]]:
        """Return the directions stated for each gate."""
        found: dict[str, set[str]] = {}
        for gate, direction in _DIRECTION.findall(self.text):
            found.setdefault(gate, set()).add(direction)
        return {gate: frozenset(stated) for gate, stated in found.items()}

    @property
    def dated(self) -> bool:
        """Return whether some period is stated."""
        return bool(_PERIOD.search(_NAME.sub("", self.text)))


@dataclass(frozen=True)
class Log:
    """All sections, newest first, and the name of the file."""

    file: str
    sections: tuple[Section, ...]


def read_log(path: Path) -> Log:
    """Read a log. Raises InputError where it can't be read or has no section."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([fault("log-unreadable", value=path, why=error)]) from None
    heads = [(at, match[1]) for at, line in enumerate(lines) if (match := _HEADING.fullmatch(line.strip()))]
    if not heads:
        raise InputError([fault("log-without-law", value=path)])
    ends = [at for at, line in enumerate(lines) if line.startswith(("## ", "### "))] + [len(lines)]
    sections = [
        Section(law, at + 1, "\n".join(lines[at + 1 : next(end for end in ends if end > at)])) for at, law in heads
    ]
    return Log(str(path), tuple(sections))
