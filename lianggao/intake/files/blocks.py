"""Cut a text table into blocks of whole rows, small enough that no line of one can be too long.

A block is either bytes in UTF-8 that any reader of CSV understands in the same way, or rows read one by one.
"""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from lianggao.intake.files.limits import MAX_LINE
from lianggao.intake.files.quotes import Quotes, end_of_rows
from lianggao.intake.files.row_by_row import Row, read_rows

BLOCK = MAX_LINE
BOM = "\ufeff".encode()


@dataclass(frozen=True)
class Bytes:
    """Whole rows in UTF-8: the line on which they begin, how many lines they take, and whether cells are quoted."""

    data: bytes
    line: int
    lines: int
    quoted: bool


@dataclass(frozen=True)
class Rows:
    """Rows read one by one, and the line on which each starts."""

    rows: list[Row]
    starts: array[int]


def blocks_of(
    file: IO[bytes], encoding: str, delimiter: str, name: str, *, stated: bool = False, most: int = BLOCK
) -> Iterator[Bytes | Rows]:
    """Yield the blocks of a file, of at most so many bytes; `stated`: its first line only states the delimiter.

    Raises InputError: what `row_by_row.read_rows` raises.
    """
    more, line, size = _in_utf8(file, encoding), 1, max(most, 16)
    held, final = _filled(b"", size, more)
    while held.startswith(BOM):
        held = held.removeprefix(BOM)
    if stated:
        held, line = held[len(held[:9].splitlines(keepends=True)[0]) :], 2
    while True:
        if not final:
            held, final = _filled(held, size, more)
        if not held:
            return
        end, quoted = _plain_rows(held, delimiter, final, most)
        if end:
            lines = held.count(b"\n", 0, end) + (held[end - 1 : end] != b"\n")
            yield Bytes(held[:end], line, lines, quoted)
            line += lines
        else:
            read = read_rows(held, delimiter, name, line, final=final)
            if read.rows:
                yield Rows(read.rows, read.starts)
            line, end = line + read.lines, read.end
        # A row that is longer than a block is read once all of it is there.
        size = most if end else size * 2
        held = held[end:]


def _plain_rows(held: bytes, delimiter: str, final: bool, most: int) -> tuple[int, bool]:
    """Return where rows end that all readers understand alike, 0 where there are none, and whether any is quoted."""
    if b"\0" in held or held.startswith(BOM) or _has_lone_cr(held):
        return 0, False
    quotes = Quotes(held, delimiter) if b'"' in held else None
    if final and len(held) <= most:
        sound = quotes is None or (quotes.broken < 0 and not quotes.are_open_at(len(held)))
        end = len(held) if sound and not held.endswith(b"\r") else 0
    else:
        end = end_of_rows(held[:most], quotes)
    return end, quotes is not None


def _has_lone_cr(held: bytes) -> bool:
    """Return whether a line ends in CR alone, but for the end of the bytes."""
    return b"\r" in held and held.count(b"\r") != held.count(b"\r\n") + held.endswith(b"\r")


def _filled(held: bytes, size: int, more: Callable[[int], bytes]) -> tuple[bytes, bool]:
    """Return the bytes held and as many more as make the size, and whether the file has ended."""
    parts, count = [held], len(held)
    while count < size:
        part = more(size - count)
        if not part:
            return b"".join(parts), True
        parts.append(part)
        count += len(part)
    return b"".join(parts), False


def _in_utf8(file: IO[bytes], encoding: str) -> Callable[[int], bytes]:
    """Return what reads a file on in UTF-8; empty bytes are its end."""
    if encoding.startswith("utf-8"):
        return file.read
    decoder = codecs.getincrementaldecoder(encoding)()

    def read(size: int) -> bytes:
        while part := file.read(size):
            if text := decoder.decode(part):
                return text.encode()
        return decoder.decode(b"", True).encode()

    return read
