"""Where on a sheet there is room: the first column right of everything that is written or merged."""

from __future__ import annotations

from typing import Any

LAST_COLUMN = 16_384


def first_free_column(sheet: Any, columns: int) -> int | None:
    """Return the first column right of all content, counted from 1; None where `columns` do not fit."""
    filled = (column for (_, column), cell in sheet._cells.items() if cell.value is not None)
    merged = (area.max_col for area in sheet.merged_cells.ranges)
    tables = (_right(table.ref) for table in sheet.tables.values())
    column = max([0, *filled, *merged, *tables]) + 1
    return column if column + columns - 1 <= LAST_COLUMN else None


def _right(ref: str) -> int:
    from openpyxl.utils import range_boundaries

    return int(range_boundaries(ref)[2] or 0)


def clear_columns(sheet: Any, column: int) -> None:
    """Forget widths, hiding and grouping from a column on; a group that reaches beyond is cut short."""
    for key, group in list(sheet.column_dimensions.items()):
        group.reindex()
        if group.min >= column:
            del sheet.column_dimensions[key]
        elif group.max >= column:
            group.max = column - 1
