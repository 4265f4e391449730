"""Find the encoding of a text file, by strict decoding of all of it and never by likeness.

In order: a byte order mark; UTF-8; UTF-16 without a mark, where every zero byte and the decoded text prove it; GB18030,
which holds all of GBK and the signs ³ and ㎥ that GBK lacks.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import IO, NamedTuple
from unicodedata import category

from lianggao.errors import Fault, InputError, Place, fault

_CHUNK = 2**20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_LAYOUT = frozenset("\t\n\r\x0b\x0c\x1a")
# Three Chinese characters read as UTF-8 before the first wrong byte are no accident: the file is UTF-8, and damaged.
PROOF = 3


class Encoding(NamedTuple):
    """An encoding's name, and what a person calls it where that has to be told."""

    name: str
    told: str = ""


class _Decoded(NamedTuple):
    """How far a strict decoding came (-1 is all the way), and how many Chinese characters it had met."""

    stop: int
    chinese: int


def find_encoding(file: IO[bytes], name: str) -> Encoding:
    """Return the encoding of a file that is no known binary kind.

    Raises InputError: `binary-file`, `undecodable-text`.
    """
    file.seek(0)
    head = file.read(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            wrong = _decode(file, encoding).stop
            if wrong >= 0:
                raise InputError([_undecodable(name, encoding.removesuffix("-sig").upper(), wrong)])
            return Encoding(encoding, "" if encoding == "utf-8-sig" else encoding.upper())
    if _has_zeros(file):
        return _wide(file, name)
    utf8 = _decode(file, "utf-8")
    if utf8.stop < 0:
        return Encoding("utf-8")
    if utf8.chinese >= PROOF:
        raise InputError([_undecodable(name, "UTF-8", utf8.stop)])
    chinese = _decode(file, "gb18030")
    if chinese.stop >= 0:
        raise InputError([_undecodable(name, "UTF-8 / GB18030", max(chinese.stop, utf8.stop))])
    if not _is_text(file, "gb18030"):
        raise InputError([fault("binary-file", Place(name))])
    return Encoding("gb18030", "GB18030（GBK）")


def _undecodable(name: str, tried: str, offset: int) -> Fault:
    return fault("undecodable-text", Place(name), value=tried, offset=offset)


def _decode(file: IO[bytes], encoding: str) -> _Decoded:
    decoder = codecs.getincrementaldecoder(encoding)()
    done = chinese = 0
    for chunk in _chunks(file):
        pending = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode(encoding, "ignore")
            return _Decoded(done - pending + error.start, chinese + sum(char > "\u07ff" for char in good))
        done += len(chunk)
        if chinese < PROOF and not text.isascii():
            chinese += sum(1 for _ in islice((char for char in text if char > "\u07ff"), PROOF))
    try:
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return _Decoded(done, chinese)
    return _Decoded(-1, chinese)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _has_zeros(file: IO[bytes]) -> bool:
    return any(b"\0" in chunk for chunk in _chunks(file))


def _wide(file: IO[bytes], name: str) -> Encoding:
    """Return which UTF-16 a file with zero bytes is: the one whose text is all made of assigned characters."""
    good = [
        encoding
        for encoding in ("utf-16-le", "utf-16-be")
        if _decode(file, encoding).stop < 0 and _is_text(file, encoding)
    ]
    if len(good) != 1:
        raise InputError([fault("binary-file", Place(name))])
    return Encoding(good[0], good[0].upper())


def _is_text(file: IO[bytes], encoding: str) -> bool:
    """Return whether a file begins with assigned characters and, in UTF-16, with a sign that tables are made of.

    Lists copied from elsewhere hold a control character here and there; of GB18030, one in a thousand is let pass.
    """
    text = codecs.getincrementaldecoder(encoding)().decode(next(_chunks(file)))
    seen = set(text)
    controls = sum(text.count(char) for char in seen - _LAYOUT if category(char) == "Cc")
    if any(category(char) in ("Cn", "Cs") for char in seen):
        return False
    if encoding == "gb18030":
        return controls * 1000 <= len(text)
    return not controls and not seen.isdisjoint("\n\r\t,;{[")
