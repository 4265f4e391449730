"""Cells that are merged over several projects: what stands in the first of them is meant for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lianggao.intake.raw import Block, Grid, Shared


def shared_cells(grid: Grid, blocks: Sequence[Block], place_of: Callable[[int], int | None]) -> Iterator[Shared]:
    """Yield every project's part in a cell merged downwards; `place_of` gives the project of a row of the grid."""
    for merge in grid.merges:
        if merge.bottom == merge.top or not (text := grid.rows[merge.top][merge.left].strip()):
            continue
        places = map(place_of, range(merge.top, min(merge.bottom + 1, len(grid.rows))))
        rows = [place for place in places if place is not None]
        block = next((block for block in blocks if rows and block.first <= rows[0] < block.stop), None)
        if block is None or len(rows) < 2:
            continue
        header = next((name for name, column in block.columns.items() if column == merge.left + 1), "")
        yield from (Shared(row, header, text, len(rows)) for row in rows if header and row < block.stop)
