"""Open the workbook that a list came from, made safe to hand on, or say why a new one is needed.

Keeping its look takes the whole workbook into memory, so that there are limits.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from lianggao.intake.raw import RawList
from lianggao.reports.workbook.theirs.hiding import guard_texts, hide_contacts
from lianggao.reports.workbook.theirs.room import first_free_column
from lianggao.reports.workbook.theirs.stripping import strip
from lianggao.screening import Screening

ROW_LIMIT = 10_000
"""Rows of the list's sheet above which its look is not kept; at the limit it takes nearly 1 GB."""
UNPACKED_LIMIT = 150 * 2**20
"""Bytes that the workbook may take unpacked."""
MERGED_LIMIT = 200_000
"""Cells that merged cells may cover together: openpyxl makes an object of each."""
KINDS = ("xlsx", "xlsm")

WHY = {
    "too-long": f"清单超过{ROW_LIMIT}行",
    "merged": "原工作簿的合并单元格过大",
    "too-large": f"原工作簿解压后超过{UNPACKED_LIMIT // 2**20} MB",
    "changed": "原文件在读取之后有改动或已不在原处",
    "unreadable": "原工作簿带格式读取失败",
    "no-room": "原表右侧没有空列",
}
"""Why a list from a workbook is written to a new one."""

_PARTS = {
    "xl/charts/": "图表",
    "xl/chartsheets/": "图表",
    "xl/media/": "图片",
    "xl/pivotTables/": "数据透视表",
    "xl/vbaProject": "宏",
    "xl/externalLinks/": "外部链接",
    "xl/embeddings/": "嵌入的文件",
    "xl/activeX/": "控件",
    "xl/ctrlProps/": "控件",
    "xl/slicers/": "切片器",
    "xl/threadedComments/": "批注的回复关系",
    "xl/connections": "数据连接",
}
_EXTENSIONS = {"Conditional Formatting": "扩展的条件格式", "Data Validation": "扩展的数据有效性", "Sparkline": "迷你图"}
_FORMULA = re.compile(rb"<(?:\w+:)?f(?=[\s/>])")
_SHEETS = re.compile(r"xl/(?:worksheets|macrosheets)/[^/]+\.xml")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell [^>]*?ref=["']([A-Za-z0-9:$]+)""")
_CHUNK = 2**20


@dataclass(frozen=True)
class Theirs:
    """The opened workbook, the list's sheet in it and the first free column on its right.

    `formulas` is how many formula cells there were, `lost` what the new file does not have.
    """

    book: Workbook
    sheet: Any
    column: int
    formulas: int
    lost: tuple[str, ...]
    escaped: int


def open_theirs(screening: Screening, keep_contacts: bool, columns: int) -> Theirs | str:
    """Return the workbook with room for some columns, or the key of WHY that says why not; empty for other lists."""
    raw = screening.raw
    if raw is None or raw.path is None or raw.kind not in KINDS or not raw.sheet:
        return ""  # without a sheet it is a text that only has the name of a workbook
    if raw.lines and raw.lines[-1] > ROW_LIMIT:
        return "too-long"
    try:
        data = raw.path.read_bytes()
    except OSError:
        return "changed"
    if sha256(data).hexdigest() != screening.input_sha256:
        return "changed"
    return _open(data, screening, raw, keep_contacts, columns)


def _open(data: bytes, screening: Screening, raw: RawList, keep_contacts: bool, columns: int) -> Theirs | str:
    with ZipFile(BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > UNPACKED_LIMIT:
            return "too-large"
        sheets = [name for name in archive.namelist() if _SHEETS.fullmatch(name)]
        if sum(_merged(archive, name) for name in sheets) > MERGED_LIMIT:
            return "merged"
        lost = dict.fromkeys(what for name in archive.namelist() for part, what in _PARTS.items() if part in name)
        formulas = sum(_formulas(archive, name) for name in sheets)
    try:
        book, warned = _load(data)
        sheet = book[raw.sheet]
    except Exception:  # openpyxl fails in many ways on what other programs write; a new workbook always works
        return "unreadable"
    column = first_free_column(sheet, columns)
    if column is None:
        return "no-room"
    lost.update(dict.fromkeys(what for key, what in _EXTENSIONS.items() if any(key in text for text in warned)))
    lost.update(dict.fromkeys(strip(book)))
    if not keep_contacts:
        hide_contacts(book, sheet, screening, raw)
    return Theirs(book, sheet, column, formulas, tuple(lost), guard_texts(book))


def _load(data: bytes) -> tuple[Workbook, list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False, keep_vba=False)
    return book, [str(one.message) for one in caught]


def _merged(archive: ZipFile, name: str) -> int:
    """Return how many cells a sheet's merged cells cover; each is an object in memory once the workbook is open."""
    refs = (ref for text in _chunks(archive, name) for ref in _MERGE.findall(text))
    return sum(min(_area(ref.decode("ascii", "replace")), MERGED_LIMIT + 1) for ref in refs)


def _area(ref: str) -> int:
    try:
        left, top, right, bottom = (bound or 1 for bound in range_boundaries(ref))
    except ValueError:
        return 1
    return (right - left + 1) * (bottom - top + 1)


def _formulas(archive: ZipFile, name: str) -> int:
    return sum(len(_FORMULA.findall(text)) for text in _chunks(archive, name))


def _chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    """Yield a member in pieces that end where a tag begins."""
    rest = b""
    with archive.open(name) as member:
        while chunk := member.read(_CHUNK):
            whole, mark, tail = (rest + chunk).rpartition(b"<")
            yield whole
            rest = mark + tail
    yield rest
