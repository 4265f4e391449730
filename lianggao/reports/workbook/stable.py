"""Saves a workbook so that the same content gives the same bytes: no clock time in its properties or its archive."""

from __future__ import annotations

import re
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = b"1980-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_CHUNK = 2**20
_IN_MEMORY = 2**25


def save_stable(book: Workbook, file: BinaryIO) -> None:
    """Write the workbook to an open file, every member of the archive dated the same."""
    book.properties.creator = "lianggao"
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as first:
        book.save(first)
        first.seek(0)
        with ZipFile(first) as made, ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for name in made.namelist():
                member = ZipInfo(name, _EPOCH)
                member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, 0, 0
                if name == "docProps/core.xml":
                    archive.writestr(member, _TIMES.sub(rb"\g<1>" + _STAMP, made.read(name)))
                    continue
                member.file_size = made.getinfo(name).file_size
                with made.open(name) as source, archive.open(member, "w") as target:
                    while chunk := source.read(_CHUNK):
                        target.write(chunk)
