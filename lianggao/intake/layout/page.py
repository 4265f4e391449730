"""A grid with what is asked of it again and again: filled cells, merged cells, and texts spread over merges."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from lianggao.intake.columns import ColumnUse
from lianggao.intake.raw import Merge

Reads = Callable[[str], ColumnUse]
"""What a header gives, as the reader of columns decides it."""


class Cells(Protocol):
    """What a page asks of a grid, or of the part of a long one that is at hand; see `Grid`."""

    @property
    def file(self) -> str: ...
    @property
    def sheet(self) -> str: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...
    @property
    def lines(self) -> Sequence[int]: ...
    @property
    def width(self) -> int: ...
    @property
    def noted(self) -> Container[int]: ...
    @property
    def torn(self) -> Container[int]: ...
    @property
    def merges(self) -> Sequence[Merge]: ...
    @property
    def records(self) -> bool: ...

    def has_digits(self, column: int, first: int, stop: int) -> bool:
        """Return whether a cell of some rows is made of digits."""
        ...


@dataclass(frozen=True)
class Page:
    """A grid, the reader of headers, and `words` that are headers as they stand."""

    grid: Cells
    reads: Reads
    words: Set[str]

    @property
    def width(self) -> int:
        """Return how many columns the grid has."""
        return self.grid.width

    def text(self, row: int, column: int) -> str:
        """Return a cell's text without surrounding space."""
        return self.grid.rows[row][column].strip()

    def filled(self, row: int) -> list[int]:
        """Return the columns of a row that hold something."""
        return [at for at, cell in enumerate(self.grid.rows[row]) if cell and cell.strip()]

    def known(self, row: int) -> int:
        """Return how many cells of a row are known headers."""
        return sum(self.is_header(self.text(row, at)) for at in self.filled(row))

    def may_be_header(self, row: int) -> bool:
        """Return whether a row holds a plain header at all; cheap enough to ask of every row."""
        return any(cell.strip() in self.words for cell in self.grid.rows[row] if cell)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merged cells that a cell belongs to."""
        return self._merged.get((row, column))

    def spread(self, row: int, column: int) -> str:
        """Return a cell's text, that of the top left cell where it is merged."""
        merge = self.merge_at(row, column)
        return self.text(merge.top, merge.left) if merge else self.text(row, column)

    def is_blank(self, row: int) -> bool:
        """Return whether nothing stands in a row, not even a formula without a value."""
        return not self.filled(row) and row not in self.grid.noted

    def is_header(self, text: str) -> bool:
        """Return whether a text is a known header, one that gives nothing included."""
        return 0 < len(text) <= LONGEST_HEADER and self._gives(text)

    def _gives(self, text: str) -> bool:
        use = self.reads(text)
        return bool(use.field) or use.rule == "known"

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Merge]:
        """Merges near headers are small; those that span thousands of cells are no help in reading them."""
        return {
            (row, column): merge
            for merge in self.grid.merges
            if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= LARGEST_MERGE
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }


LONGEST_HEADER = 120
LARGEST_MERGE = 5000
