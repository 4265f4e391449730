"""Tell what a file really is, from its first bytes and from what its container holds.

A name proves nothing: web systems save HTML as .xls, offices rename .xlsx to .xls, and a PDF stays one under any name.
"""

from __future__ import annotations

import re
from typing import IO

from lianggao.errors import Fault, Hint, InputError, Place, fault
from lianggao.intake.files.archive import opened
from lianggao.intake.files.limits import MAX_XLS, too_large

HEAD = 8192

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = Hint("a PDF document", " PDF 文档")
_IMAGE = Hint("an image", "图片")
_ARCHIVE = Hint("a compressed archive", "压缩包")
_WORD = Hint("a text document (Word or WPS Writer)", "文字文档（Word 或 WPS 文字）")
_SLIDES = Hint("a presentation", "演示文稿")
_OTHER_OLE = Hint("an Office container without a workbook", "不含工作簿的 Office 文件")

_BY_START = (
    (b"%PDF", _PDF),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"{\\rtf", Hint("a rich text document (RTF)", " RTF 文档")),
    (b"PAR1", Hint("a Parquet file", " Parquet 文件")),
    (b"SQLite format 3", Hint("a database", "数据库文件")),
)
# Sheets in forms that a spreadsheet opens and can save again.
_BY_TEXT = (
    (
        re.compile("urn:schemas-microsoft-com:office:spreadsheet"),
        Hint("an XML Spreadsheet 2003", "XML 电子表格 2003"),
    ),
    (re.compile("<uof:|schemas.uof.org"), Hint("a UOF document", "标文通 UOF 文件")),
    (re.compile("office:document "), Hint("a flat OpenDocument file", "单一 XML 的 OpenDocument 文件")),
    (re.compile("<!doctype html|<html|<table|<meta|<body|<head"), Hint("an HTML page", "网页（HTML）")),
    (re.compile("<svg"), _IMAGE),
    (re.compile(""), Hint("an XML file", " XML 文件")),
)
_MARKUP = re.compile(r"\s*<(?:\?xml|!|[a-z]+(?::[a-z]+)?[\s>/])")
_WEB_ARCHIVE = re.compile(r"\s*(?:from:[^\n]*\n|subject:[^\n]*\n|date:[^\n]*\n)*mime-version:")
_OLD_SHEETS = ((b"ID;P", Hint("a SYLK file", " SYLK 文件")), (b"TABLE\r\n0,1", Hint("a DIF file", " DIF 文件")))

_BY_STREAM = (
    ({"encryptedpackage", "encryptioninfo"}, None),
    ({"workbook", "book"}, "xls"),
    ({"worddocument"}, _WORD),
    ({"powerpoint document"}, _SLIDES),
)
_BY_MEMBER = (
    ("xl/workbook.bin", Hint("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）")),
    ("index/document.iwa", Hint("a Numbers document", " Numbers 表格")),
)
_BY_PART = (
    ("word/document.xml", _WORD),
    ("ppt/presentation.xml", _SLIDES),
    ("ofd.xml", Hint("an OFD document", " OFD 版式文件")),
)


def kind_of(file: IO[bytes], name: str) -> str:
    """Return `xlsx`, `ods`, `xls` or `text`, the last for whatever may be text.

    Raises InputError: `file-empty`, `file-zeroed`, `other-kind`, `must-be-resaved`, `encrypted-file`,
    `broken-workbook`, and what `archive.opened` raises.
    """
    place = Place(name)
    head = file.read(HEAD)
    if not head:
        raise InputError([fault("file-empty", place)])
    if not head.strip(b"\0"):
        raise InputError([fault("file-zeroed", place)])
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(file, place)
    if head.startswith(_OLE):
        return _in_container(file, place)
    if head.startswith((b"\x09\x08\x10\0\0\x06", b"\x09\x08\x08\0\0\x05")):
        return "xls"
    if wrong := _by_head(head, place):
        raise InputError([wrong])
    return "text"


def _by_head(head: bytes, place: Place) -> Fault | None:
    for start, kind in _BY_START:
        if head.startswith(start):
            return fault("other-kind", place, hint=kind)
    if (head.startswith(b"BM") and b"\0" in head[:20]) or head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return fault("other-kind", place, hint=_IMAGE)
    for start, kind in _OLD_SHEETS:
        if head.startswith(start):
            return fault("must-be-resaved", place, hint=kind)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.removeprefix(b"\xef\xbb\xbf").decode("utf-16" if wide else "latin-1", "replace").lower()
    if _MARKUP.match(text):
        kind = next(kind for pattern, kind in _BY_TEXT if pattern.search(text))
        return fault("other-kind" if kind is _IMAGE else "must-be-resaved", place, hint=kind)
    if _WEB_ARCHIVE.match(text):
        return fault("must-be-resaved", place, hint=Hint("a single-file web page (MHT)", "单个文件网页（MHT）"))
    return None


def _in_archive(file: IO[bytes], place: Place) -> str:
    archive = opened(file, place)
    if "xl/workbook.xml" in archive:
        return "xlsx"
    if "content.xml" in archive:
        mime = archive.whole("mimetype") if "mimetype" in archive else b""
        if not mime or b"spreadsheet" in mime:
            return "ods"
        raise InputError([fault("other-kind", place, hint=_WORD if b"text" in mime else _SLIDES)])
    for member, kind in _BY_MEMBER:
        if member in archive:
            raise InputError([fault("must-be-resaved", place, hint=kind)])
    for member, kind in _BY_PART:
        if member in archive:
            raise InputError([fault("other-kind", place, hint=kind)])
    if "[content_types].xml" in archive and "_rels/.rels" in archive:
        return "xlsx"
    raise InputError([fault("other-kind", place, hint=_ARCHIVE)])


def _in_container(file: IO[bytes], place: Place) -> str:
    from lianggao.intake.files.biff import streams_of

    if wrong := too_large(file.seek(0, 2), MAX_XLS, place):
        raise InputError([wrong])
    file.seek(0)
    names = {name.lower() for name in streams_of(file.read(), place)}
    for known, kind in _BY_STREAM:
        if known & names:
            if kind is None:
                raise InputError([fault("encrypted-file", place)])
            if isinstance(kind, Hint):
                raise InputError([fault("other-kind", place, hint=kind)])
            return kind
    raise InputError([fault("other-kind", place, hint=_OTHER_OLE)])
