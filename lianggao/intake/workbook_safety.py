"""Look a workbook over before any of it is parsed: a small file can hold gigabytes, or entities that multiply.

The limits are far above any real list. What a sheet's raw XML holds besides values is noted here too.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Set
from typing import IO

from lianggao.errors import Fault, Place, fault

MAX_FILE = 100 * 2**20
MAX_UNPACKED = 2**30
MAX_MEMBERS = 5000
# Sheets pack about tenfold; a bomb packs a thousandfold.
MAX_RATIO = 200
RATIO_COUNTS_FROM = 50 * 2**20

_CHUNK = 2**20
_MARKS = {
    "formula": re.compile(rb"<(?:\w+:)?f[ />]"),
    "merged": re.compile(rb"<(?:\w+:)?mergeCell "),
}


def check_workbook(file: IO[bytes], name: str) -> Fault | None:
    """Return what is wrong with a workbook's archive, if anything."""
    place = Place(name)
    size = file.seek(0, 2)
    file.seek(0)
    if size > MAX_FILE:
        return fault("file-too-large", place, limit=MAX_FILE // 2**20)
    if not zipfile.is_zipfile(file):
        return fault("not-a-workbook", place)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return fault("not-a-workbook", place)
    unpacked = sum(member.file_size for member in members)
    bomb = unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * size
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or bomb:
        return fault("unsafe-workbook", place, value=f"{unpacked // 2**20} MB / {len(members)}")
    return None


def marks_of(file: IO[bytes], member: str) -> Set[str]:
    """Return which of `formula` and `merged` a sheet's XML holds."""
    found: set[str] = set()
    file.seek(0)
    with zipfile.ZipFile(file) as archive, archive.open(member) as sheet:
        tail = b""
        while chunk := sheet.read(_CHUNK):
            found |= {mark for mark, pattern in _MARKS.items() if pattern.search(tail + chunk)}
            tail = chunk[-64:]
    return found
