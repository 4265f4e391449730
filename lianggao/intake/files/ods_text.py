"""The text of an OpenDocument cell: paragraphs joined by line breaks, spaces as written, comments left out."""

from __future__ import annotations

import re

from lianggao.intake.files.limits import MAX_CELL

_SPACES = re.compile("[ \t\r\n]+")
# Written by elements; must not fall together with white space between tags.
_KEPT = str.maketrans({"\ue000": " ", "\ue001": "\t", "\ue002": "\n"})
_SIGNS = {"s": "\ue000", "tab": "\ue001", "line-break": "\ue002"}
_PARAGRAPHS = frozenset({"p", "h"})
# Comments, drawings with text in them, and readings printed above characters.
_ASIDE = frozenset({"annotation", "frame", "custom-shape", "g", "shapes", "ruby-text", "control", "table"})


class CellText:
    """Gathers the text of one cell."""

    def __init__(self) -> None:
        self._lines, self._pieces = list[str](), list[str]()
        self._length = self._paragraphs = 0
        self._aside = 0

    @property
    def is_aside(self) -> bool:
        """Return whether what comes now is no text of the cell."""
        return self._aside > 0

    def start(self, name: str, repeated: str = "1") -> None:
        """Begin an element; `repeated` is how many spaces it stands for."""
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif name in _PARAGRAPHS:
            self._paragraphs += 1
        elif self._paragraphs and name in _SIGNS:
            count = min(int(repeated), MAX_CELL) if name == "s" else 1
            self._add(_SIGNS[name] * count)

    def end(self, name: str) -> None:
        """End an element."""
        if self._aside:
            self._aside -= 1
        elif name in _PARAGRAPHS and self._paragraphs:
            self._paragraphs -= 1
            if not self._paragraphs:
                line = _SPACES.sub(" ", "".join(self._pieces)).lstrip(" ")
                self._lines.append(line.translate(_KEPT))
                self._pieces = []

    def text(self, data: str) -> None:
        """Keep text that stands in a paragraph."""
        if self._paragraphs and not self._aside:
            self._add(data)

    def taken(self) -> str:
        """Return what was gathered, without a blank end."""
        return "\n".join(self._lines)

    def _add(self, data: str) -> None:
        if self._length <= MAX_CELL:
            self._pieces.append(data)
            self._length += len(data)
