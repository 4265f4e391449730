"""One note, as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know about how one cell was read: `row` counts from 0, `field` may be empty.

    `cell` is what a person calls the cell, `D7`, and `given` its text; both are empty where no single cell is meant.
    """

    row: int
    field: str
    code: str
    text: str
    header: str = ""
    cell: str = ""
    given: str = ""

    @property
    def told(self) -> str:
        """Return the note with its cell, as it stands in one line with others."""
        return f"{self.cell}：{self.text}" if self.cell else self.text
