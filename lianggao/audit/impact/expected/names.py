"""The names of a list's projects, as files of moves give them: as written, or with the contacts in them hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianggao.audit.impact.model import Impact
from lianggao.reports.masking import mask_text


@dataclass(frozen=True, eq=False)
class Names:
    """`names` and `masked` have one place per project; `moved` are the masked names of those that moved."""

    names: Sequence[str]
    masked: Sequence[str]
    moved: Sequence[str]
    by_name: Mapping[str, list[int]]

    @classmethod
    def of(cls, impact: Impact) -> Names:
        """Gather the names of a list."""
        names = impact.compared.names
        known = {name: mask_text(name) for name in dict.fromkeys(names)}
        masked = [known[name] for name in names]
        by_name: dict[str, list[int]] = {}
        for row, (name, hidden) in enumerate(zip(names, masked, strict=True), start=1):
            for one in {name, hidden} - {""}:
                by_name.setdefault(one, []).append(row)
        moved = dict.fromkeys(masked[row - 1] for row in impact.moved)
        return cls(names, masked, [name for name in moved if name], by_name)

    @property
    def rows(self) -> int:
        """Return the length of the list."""
        return len(self.names)

    def rows_of(self, name: str) -> list[int]:
        """Return the rows of a name, counted from 1."""
        return self.by_name.get(name, [])

    def has(self, row: int, name: str) -> bool:
        """Return whether a row has a name."""
        return name in (self.names[row - 1], self.masked[row - 1])

    def shown(self, row: int) -> str:
        """Return what a message calls a project: its name, else its row."""
        return self.masked[row - 1] or str(row)
