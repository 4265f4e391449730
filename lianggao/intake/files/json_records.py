"""Read JSON or JSON Lines into a grid: one record, one row; the keys, in the order in which they first appear, on top.

Lines are the numbers of records, counted from 1.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, Any

from lianggao.errors import Fault, InputError, Place, fault
from lianggao.intake.files.json_values import Refused, cell_of, decoded
from lianggao.intake.files.limits import (
    LONG_CELL,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_DEPTH,
    MAX_FAULTS,
    MAX_JSON,
    MAX_LINE,
    MAX_MARKS,
    MAX_TEXT_ROWS,
    long_cell,
    too_large,
    too_sparse,
)
from lianggao.intake.files.lines import lines_of
from lianggao.intake.raw import Grid, ListNote
from lianggao.quantities.text import clip

LINES = frozenset({".jsonl", ".ndjson"})
_LOOKS_LIKE = re.compile(r'\s*(?:\{\s*"|\{\s*\}\s*$|\[\s*\{|\[\s*\]\s*$)')


def is_json(head: str) -> bool:
    """Return whether a text begins as JSON records do."""
    return _LOOKS_LIKE.match(head) is not None


def read_json(text: TextIOWrapper, name: str, suffix: str, notes: tuple[ListNote, ...]) -> Grid:
    """Read all records.

    Raises InputError: `broken-json`, `repeated-key`, `not-a-record`, `no-record-list`, `file-too-large`,
    `too-many-columns`, `too-many-rows`, `too-many-cells`, `too-sparse`, `cell-too-long`, `line-too-long`.
    """
    table = _Table(name)
    by_lines = _by_lines(text, suffix)
    text.seek(0)
    values = _lines(text, name, table.faults) if by_lines else enumerate(_array(text, name), 1)
    for number, value in values:
        table.add(value, number)
    return table.grid(notes)


def _by_lines(text: IO[str], suffix: str) -> bool:
    """Return whether a file has one object a line: the first is whole, and its name says so or another follows."""
    first = ""
    while not first and (line := text.readline(MAX_LINE)):
        first = line.lstrip("\ufeff").strip()
    if suffix in LINES or not first.startswith("{"):
        return suffix in LINES and not first.startswith("[")
    try:
        decoded(first)
    except Refused:
        return False
    return any(text.readline(MAX_LINE).strip() for _ in range(3))


def _lines(text: IO[str], name: str, faults: list[Fault]) -> Iterator[tuple[int, Any]]:
    """Yield each line's value and number; blank lines are none."""
    for number, line in enumerate(lines_of(text, name), 1):
        if not line.strip():
            continue
        try:
            yield number, decoded(line.strip().lstrip("\ufeff"))
        except Refused as why:
            faults.append(why.at(Place(name, number)))
            if len(faults) >= MAX_FAULTS:
                return


def _array(text: TextIOWrapper, name: str) -> list[Any]:
    """Return the records of a file that is one JSON value."""
    if wrong := too_large(os.fstat(text.fileno()).st_size, MAX_JSON, Place(name)):
        raise InputError([wrong])
    text.seek(0)
    whole = text.read().lstrip("\ufeff")
    if sum(map(whole.count, "{[,")) > MAX_MARKS:
        raise InputError([fault("too-many-cells", Place(name), limit=MAX_MARKS)])
    try:
        value = decoded(whole)
    except Refused as why:
        raise InputError([why.at(Place(name))]) from None
    if isinstance(value, list):
        return value
    found = list(_arrays(value)) if isinstance(value, dict) else []
    if len(found) != 1:
        raise InputError([fault("no-record-list", Place(name), value=len(found))])
    return found[0]


def _arrays(value: dict[str, Any], depth: int = 1) -> Iterator[list[Any]]:
    """Yield the arrays of objects in an object and in the objects within it."""
    for each in value.values():
        if isinstance(each, dict) and depth < MAX_DEPTH:
            yield from _arrays(each, depth + 1)
        elif isinstance(each, list) and each and all(isinstance(record, dict) for record in each):
            yield each


class _Table:
    """Rows while keys still come up."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.faults = list[Fault]()
        self._keys = dict[str, int]()
        self._rows, self._lines = list[list[str]](), list[int]()
        self._notes = list[tuple[int, int, str, str]]()

    def add(self, record: Any, number: int) -> None:
        """Add a record; `number` is where it stands, told in messages."""
        place = Place(self._name, number)
        if not isinstance(record, dict):
            self._fail(fault("not-a-record", place, value=clip(cell_of_any(record))))
            return
        row = [""] * len(self._keys)
        for key, value in record.items():
            at = self._keys.setdefault(key, len(self._keys))
            if at == len(row):
                row.append("")
            try:
                row[at] = self._cell(at, value, place)
            except Refused as why:
                self._fail(why.at(place))
        if len(self._keys) > MAX_COLUMNS:
            raise InputError([fault("too-many-columns", place, limit=MAX_COLUMNS)])
        self._rows.append(row)
        if len(self._rows) > MAX_TEXT_ROWS:
            raise InputError([fault("too-many-rows", Place(self._name), limit=MAX_TEXT_ROWS)])

    def grid(self, notes: tuple[ListNote, ...]) -> Grid:
        """Return the grid. Raises InputError with all faults."""
        if self.faults:
            raise InputError(self.faults)
        width = len(self._keys)
        if wrong := too_sparse(self._rows, width, Place(self._name)):
            raise InputError([wrong])
        for row in self._rows:
            row.extend([""] * (width - len(row)))
        rows = [list(self._keys), *self._rows]
        return Grid(self._name, "", rows, range(len(rows)), self._notes, notes, records=True)

    def _cell(self, at: int, value: Any, place: Place) -> str:
        text, nested = cell_of(value)
        # The keys stand on top, so the next record's row is one more than there are records.
        index = len(self._rows) + 1
        if nested:
            self._notes.append((index, at, "nested-value", "内容不是单个值，按文字读取"))
        if len(text) > LONG_CELL:
            if len(text) > MAX_CELL:
                raise InputError([fault("cell-too-long", place, limit=MAX_CELL)])
            self._notes.append(long_cell(index, at, text))
        return text

    def _fail(self, wrong: Fault) -> None:
        self.faults.append(wrong)
        if len(self.faults) >= MAX_FAULTS:
            raise InputError(self.faults)


def cell_of_any(value: Any) -> str:
    """Return what stands where a record should, as text for a message."""
    try:
        return cell_of(value)[0] or "null"
    except Refused:
        return "…"
