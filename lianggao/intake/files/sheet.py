"""A sheet while it is read: cells by place, with every limit kept, until it becomes a grid.

Only cells with content take room, so what a file says of its own size, and formats far away, cost nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.limits import (
    LONG_CELL,
    MAX_CELL,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    long_cell,
    too_sparse,
)
from lianggao.intake.files.xml_parts import Finished
from lianggao.intake.raw import Grid, ListNote, Merge
from lianggao.intake.values import digits_lost
from lianggao.quantities.text import clip

CellNotes = list[tuple[int, int, str, str]]

_ERROR_VALUES = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)


class Sheet:
    """The cells of one sheet. Rows and columns count from 0."""

    def __init__(self, file: str, name: str) -> None:
        self.place = Place(file, cell=name)
        self.file, self.name = file, name
        self._hidden_rows, self._hidden_columns = set[int](), bytearray(MAX_COLUMNS)
        self.notes: CellNotes = []
        self._rows: dict[int, list[str]] = {}
        self._merges: list[Merge] = []
        self._count = 0

    @property
    def is_blank(self) -> bool:
        """Return whether nothing but white space stands in it."""
        return not any(cell.strip() for cells in self._rows.values() for cell in cells)

    def put(self, row: int, column: int, text: str) -> None:
        """Keep a cell's text; blank is nothing.

        Raises InputError: `too-many-rows`, `too-many-columns`, `too-many-cells`, `cell-too-long`.
        """
        if not text:
            return
        self.check(row, column)
        self._count += 1
        if self._count > MAX_CELLS:
            raise InputError([fault("too-many-cells", self.place, limit=MAX_CELLS)])
        if len(text) > LONG_CELL:
            if len(text) > MAX_CELL:
                raise InputError([fault("cell-too-long", self.place, limit=MAX_CELL)])
            self.notes.append(long_cell(row, column, text))
        cells = self._rows.setdefault(row, [])
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text

    def put_number(self, row: int, column: int, text: str) -> None:
        """Keep a number, with a note where it is too long for a spreadsheet to have kept it."""
        self.put(row, column, text)
        # Short texts are the rule, and no number below 16 signs is too long.
        if len(text) > 15 and digits_lost(float(text)):
            why = "以数字存放，超过15位的部分原值已失真，请改为文本重新填写"
            self.note(row, column, "digits-lost", f"“{clip(text)}”{why}")

    def put_error(self, row: int, column: int, text: str) -> None:
        """Keep what a formula shows that failed."""
        self.put(row, column, text)
        self.note(row, column, "error-value", f"“{clip(text)}”是公式出错的显示，不是填写的内容")

    def put_unformatted(self, row: int, column: int, text: str) -> None:
        """Note a number that its format calls a date and that is none."""
        self.note(row, column, "not-a-date", f"“{clip(text)}”的格式是日期或时间，但没有这样的日期，按数字读取")

    def put_uncomputed(self, row: int, column: int) -> None:
        """Note a formula whose result was never saved."""
        self.note(row, column, "formula-not-computed", "公式没有保存计算结果，按未填处理")

    def check(self, row: int, column: int) -> None:
        """Refuse content beyond the limits. Raises ValueError where there is no such place at all."""
        if row < 0 or column < 0:
            raise ValueError(row, column)
        if row >= MAX_ROWS:
            raise InputError([fault("too-many-rows", self.place, limit=MAX_ROWS)])
        if column >= MAX_COLUMNS:
            raise InputError([fault("too-many-columns", self.place, limit=MAX_COLUMNS)])

    def note(self, row: int, column: int, code: str, text: str) -> None:
        """Add a note on a cell."""
        if row < MAX_ROWS and column < MAX_COLUMNS and len(self.notes) < MAX_CELLS:
            self.notes.append((row, column, code, text))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Add merged cells, both ends included."""
        if len(self._merges) >= MAX_MERGES:
            raise InputError([fault("unsafe-workbook", self.place, value=f"mergeCells > {MAX_MERGES}")])
        self._merges.append(Merge(top, left, bottom, right))

    def hide_rows(self, first: int, count: int = 1) -> None:
        """Mark rows as hidden."""
        self._hidden_rows.update(range(first, min(first + count, MAX_ROWS)))

    def hide_columns(self, first: int, count: int = 1) -> None:
        """Mark columns as hidden."""
        last = min(first + count, MAX_COLUMNS)
        self._hidden_columns[first:last] = b"\1" * (last - first)

    def grid(self, notes: tuple[ListNote, ...] = ()) -> Grid:
        """Return the rows down to the last with content, all as wide as the widest. Raises InputError: `too-sparse`."""
        noted = [row for row, *_ in self.notes]
        height = max([*self._rows, *noted], default=-1) + 1
        wide = [len(cells) for cells in self._rows.values()]
        width = max([*wide, *(column + 1 for _, column, *_ in self.notes)], default=0)
        blank = [""] * width
        given = [self._rows.get(row, []) for row in range(height)]
        if wrong := too_sparse(given, width, self.place):
            raise InputError([wrong])
        for cells in self._rows.values():
            cells.extend([""] * (width - len(cells)))
        rows = [cells or blank for cells in given]
        return Grid(
            self.file,
            self.name,
            rows,
            range(1, height + 1),
            self.notes,
            (*notes, *self._hidden(rows)),
            tuple(self._within(height, width)),
        )

    def _within(self, height: int, width: int) -> Iterator[Merge]:
        """Yield merges cut to the grid, without those that have nothing left to spread over."""
        for top, left, bottom, right in self._merges:
            cut = Merge(top, left, min(bottom, height - 1), min(right, width - 1))
            if 0 <= cut.top <= cut.bottom and 0 <= cut.left <= cut.right and cut[:2] != cut[2:]:
                yield cut

    def _hidden(self, rows: list[list[str]]) -> Iterator[ListNote]:
        count = sum(1 for row in self._hidden_rows if row < len(rows) and any(rows[row]))
        width = len(rows[0]) if rows else 0
        hidden = [at for at in range(width) if self._hidden_columns[at]]
        columns = sum(1 for at in hidden if any(row[at] for row in rows))
        parts = [f"{count}行"] * bool(count) + [f"{columns}列"] * bool(columns)
        if parts:
            yield ListNote("hidden-cells", f"有{'、'.join(parts)}处于隐藏状态，也已读取")


class Probe(Sheet):
    """A sheet of which one thing is asked: whether anything stands in it."""

    found = False

    def put(self, row: int, column: int, text: str) -> None:  # noqa: ARG002
        """End the reading at the first cell with content."""
        if text.strip():
            self.found = True
            raise Finished


def is_error_value(text: str) -> bool:
    """Return whether a text is what a spreadsheet shows for a failed formula."""
    return text in _ERROR_VALUES or text.startswith("Err:")
