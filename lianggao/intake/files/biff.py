"""Look over the stream of an .xls workbook before it is parsed: count what would fill memory, hide what is not needed.

The reader of .xls files makes an object of every style and keeps a value for every blank formatted cell. Records that
say nothing about cells, merged cells or hidden rows are renamed in memory to a number that means nothing.
"""

from __future__ import annotations

from collections import Counter
from struct import Struct
from typing import Any

from lianggao.errors import InputError, Place, fault
from lianggao.intake.files.limits import MAX_CELLS, MAX_LOOKS, MAX_RECORDS, MAX_STRINGS

_HEADER = Struct("<HH")
_COUNT = Struct("<I")
_NOTHING = 0x0FFF

_FILEPASS, _SST, _MULRK, _CONTINUE = 0x2F, 0xFC, 0xBD, 0x3C
_CELLS = frozenset({0x0203, 0x00FD, 0x0204, 0x00D6, 0x027E, 0x0006, 0x0205})
_LOOKS = frozenset({0x00E0, 0x0031, 0x041E, 0x001E, 0x007D, 0x00E5, 0x0085, 0x0042})
# BOF, EOF, date mode, sheet size, results of formulas (text, shared, array, table), rows.
_KEPT = frozenset({0x0809, 0x000A, 0x0022, 0x0200, 0x0207, 0x0007, 0x04BC, 0x00BC, 0x0221, 0x0021, 0x0236, 0x0208})


def container(data: bytes, place: Place) -> Any:
    """Return the compound file that old Office files are. Raises InputError: `broken-workbook`."""
    from xlrd.compdoc import CompDoc

    try:
        return CompDoc(data, logfile=silent())
    except Exception as error:  # the reader checks little: a damaged file raises anything
        raise InputError([fault("broken-workbook", place)]) from error


def streams_of(data: bytes, place: Place) -> list[str]:
    """Return the names at the top of a compound file. Raises InputError: `broken-workbook`."""
    entries = container(data, place).dirlist
    return [entries[child].name for child in entries[0].children]


def workbook_stream(data: bytes, place: Place) -> bytearray:
    """Return the workbook's records, looked over. Raises InputError: `broken-workbook` and as `looked_over` does."""
    if data.startswith(b"\x09\x08"):
        return looked_over(bytearray(data), place)
    holder = container(data, place)
    try:
        stream = holder.get_named_stream("Workbook") or holder.get_named_stream("Book")
    except Exception as error:
        raise InputError([fault("broken-workbook", place)]) from error
    if not stream:
        raise InputError([fault("broken-workbook", place)])
    return looked_over(bytearray(stream), place)


def looked_over(stream: bytearray, place: Place) -> bytearray:
    """Return the stream with only the records that matter.

    Raises InputError: `encrypted-file`, `too-many-cells`, `unsafe-workbook`.
    """
    at, records, cells, looks = 0, 0, 0, Counter[int]()
    kept = _KEPT | _CELLS | _LOOKS | {_SST, _MULRK}
    after_kept = False
    while at + 4 <= len(stream):
        code, length = _HEADER.unpack_from(stream, at)
        if code in _CELLS:
            cells += 1
            records -= 1
        elif code == _MULRK:
            cells += length // 6
        elif code in _LOOKS:
            looks[code] += 1
        elif code == _FILEPASS:
            raise InputError([fault("encrypted-file", place)])
        elif code == _SST and at + 12 <= len(stream) and _COUNT.unpack_from(stream, at + 8)[0] > MAX_STRINGS:
            raise InputError([fault("unsafe-workbook", place, value=f"SST > {MAX_STRINGS}")])
        # A record that goes on in the next ones keeps them; a picture's go with it.
        if code != _CONTINUE:
            after_kept = code in kept
        if not after_kept:
            _HEADER.pack_into(stream, at, _NOTHING, length)
        at += 4 + length
        records += 1
        if cells > MAX_CELLS:
            raise InputError([fault("too-many-cells", place, limit=MAX_CELLS)])
        if records > MAX_RECORDS or looks[code] > MAX_LOOKS:
            raise InputError([fault("unsafe-workbook", place, value=f"{records} / {looks[code]}")])
    return stream


class _Silent:
    """Takes what the reader prints about odd files; what matters is raised."""

    def write(self, text: str) -> int:
        """Take a text."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""


def silent() -> Any:
    """Return a file for the reader to print to."""
    return _Silent()
