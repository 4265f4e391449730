"""Open the archive that a modern workbook is, and unpack its parts under a limit.

Sizes that an archive states are checked first, bytes that really come out are counted; nothing is ever written to disk,
so a member's name is only a name.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lianggao.errors import Fault, InputError, Place, fault
from lianggao.intake.files.limits import (
    MAX_ARCHIVE,
    MAX_DIRECTORY,
    MAX_MEMBERS,
    MAX_PART,
    MAX_RATIO,
    MAX_UNPACKED,
    MB,
    RATIO_COUNTS_FROM,
    too_large,
)

_CHUNK = 64 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_ENCRYPTED = 1


class Archive:
    """Members by lower-case name with forward slashes: some writers keep to neither."""

    def __init__(self, archive: zipfile.ZipFile, size: int, place: Place) -> None:
        self.place = place
        self._size = size
        self._archive = archive
        self._members = {name_of(member.filename): member for member in archive.infolist()}
        self._unpacked = 0
        self._read = set[str]()

    def __contains__(self, name: str) -> bool:
        return name_of(name) in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def whole(self, name: str) -> bytes:
        """Return a small part. Raises InputError as `chunks` does."""
        member = self._members[name_of(name)]
        if member.file_size > MAX_PART:
            raise InputError([self.unsafe(f"{member.filename} {member.file_size // MB} MB")])
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part's bytes. Raises InputError: `broken-workbook`, `unsafe-workbook`, `encrypted-file`."""
        member = self._members.get(name_of(name))
        if member is None:
            raise InputError([fault("broken-workbook", self.place)])
        if member.flag_bits & _ENCRYPTED:
            raise InputError([fault("encrypted-file", self.place)])
        large = member.file_size > RATIO_COUNTS_FROM
        if large and member.file_size > MAX_RATIO * member.compress_size:
            raise InputError([self.unsafe(f"{member.file_size // MB} MB / {member.compress_size // 1024} KB")])
        # Other methods unpack megabytes at a time, and no spreadsheet writes them.
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError([self.unsafe(f"compression {member.compress_type}")])
        again = member.filename in self._read
        self._read.add(member.filename)
        try:
            with self._archive.open(member) as part:
                while chunk := part.read(_CHUNK):
                    self._count(0 if again else len(chunk))
                    yield chunk
        except _BROKEN as error:
            raise InputError([fault("broken-workbook", self.place)]) from error

    def unsafe(self, why: str) -> Fault:
        """Return a fault that says why this archive is refused."""
        return fault("unsafe-workbook", self.place, value=why)

    def _count(self, size: int) -> None:
        self._unpacked += size
        # Each part may be small, and there may be many.
        bomb = self._unpacked > RATIO_COUNTS_FROM and self._unpacked > MAX_RATIO * self._size
        if bomb or self._unpacked > MAX_UNPACKED:
            raise InputError([self.unsafe(f"{self._unpacked // MB} MB")])


def name_of(name: str) -> str:
    """Return the form in which members are looked up."""
    return name.replace("\\", "/").removeprefix("/").lower()


def opened(file: IO[bytes], place: Place) -> Archive:
    """Open an archive. Raises InputError: `file-too-large`, `broken-workbook`, `unsafe-workbook`."""
    size = file.seek(0, 2)
    if wrong := too_large(size, MAX_ARCHIVE, place):
        raise InputError([wrong])
    try:
        # How large the directory is must be known before it is read; the reader itself has no limit.
        end = getattr(zipfile, "_EndRecData")(file)  # noqa: B009
        if end is not None and end[5] > MAX_DIRECTORY:
            raise InputError([fault("unsafe-workbook", place, value=f"{end[5] // 1024} KB")])
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise InputError([fault("broken-workbook", place)]) from error
    members = archive.infolist()
    repeated = len({name_of(member.filename) for member in members}) < len(members)
    # Members that share bytes are how a small archive holds petabytes; of two with one name each reader picks another.
    if len(members) > MAX_MEMBERS or repeated or sum(member.compress_size for member in members) > size:
        raise InputError([fault("unsafe-workbook", place, value=f"{len(members)}")])
    return Archive(archive, size, place)
