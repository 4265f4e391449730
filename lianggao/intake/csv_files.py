"""Read a CSV file into a grid: UTF-8 with or without mark, quoted as RFC 4180 has it.

A file that is not exactly a table is refused with the place of every fault, since a shifted cell is a wrong fact.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lianggao.errors import Fault, InputError, Place, fault
from lianggao.intake.raw import Grid

LONGEST_CELL = 100_000


def read_csv(path: Path) -> Grid:
    """Read a file. Raises InputError: `not-utf8`, `ragged-row`, `broken-quotes`, `cell-too-long`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError([fault("not-utf8", Place(path.name))]) from None
    if "\0" in text:
        raise InputError([fault("not-utf8", Place(path.name))])
    rows, lines, faults = _rows(text, path.name)
    if faults:
        raise InputError(faults)
    return Grid(path.name, "", rows, lines)


def _rows(text: str, file: str) -> tuple[list[list[str]], list[int], list[Fault]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, lines, faults = list[list[str]](), list[int](), list[Fault]()
    width, line = 0, 1
    try:
        for row in reader:
            width = width or len(row)
            if row and len(row) != width:
                faults.append(fault("ragged-row", Place(file, line, 1), cells=len(row), headers=width))
            if any(len(cell) > LONGEST_CELL for cell in row):
                faults.append(fault("cell-too-long", Place(file, line, 1), limit=LONGEST_CELL))
            rows.append(row or [""] * width)
            lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        code = "cell-too-long" if "field larger" in str(error) else "broken-quotes"
        faults.append(fault(code, Place(file, line, 1), limit=LONGEST_CELL))
    return rows, lines, faults
