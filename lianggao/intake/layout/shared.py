"""Cells that are merged over several projects: what stands in the first of them is meant for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lianggao.intake.raw import Block, Grid, Shared


def shared_cells(grid: Grid, blocks: Sequence[Block], place: Mapping[int, int]) -> Iterator[Shared]:
    """Yield every project's part in a cell merged downwards; `place` has the project of each row of the grid."""
    for merge in grid.merges:
        if merge.bottom == merge.top or not (text := grid.rows[merge.top][merge.left].strip()):
            continue
        rows = [place[row] for row in range(merge.top, min(merge.bottom + 1, len(grid.rows))) if row in place]
        block = next((block for block in blocks if rows and block.first <= rows[0] < block.stop), None)
        if block is None or len(rows) < 2:
            continue
        header = next((name for name, column in block.columns.items() if column == merge.left + 1), "")
        yield from (Shared(row, header, text, len(rows)) for row in rows if header and row < block.stop)
