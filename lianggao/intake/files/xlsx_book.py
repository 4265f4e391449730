"""What an .xlsx workbook says outside its sheets: which sheets there are, its shared texts and its number formats."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from lianggao.errors import InputError, fault
from lianggao.intake.files.archive import Archive
from lianggao.intake.files.choosing import Tab
from lianggao.intake.files.limits import MAX_CELL, MAX_STRINGS, MAX_STYLES
from lianggao.intake.files.numbers import format_kind
from lianggao.intake.files.xml_parts import Attributes, local, parse

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_MAIN = "xl/workbook.xml"


class Book(NamedTuple):
    """The sheets with their parts, the texts that cells refer to, and the kind of format of each style."""

    tabs: list[Tab]
    parts: list[str]
    texts: list[str]
    formats: list[str]
    from_1904: bool


def read_book(archive: Archive) -> Book:
    """Read all that sheets refer to. Raises InputError as `parse` does, and `broken-workbook` without sheets."""
    main = _related(archive, "").get("officeDocument", _MAIN)
    targets = _related(archive, main)
    tabs, parts, from_1904 = list[Tab](), list[str](), False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal from_1904
        if name == "workbookPr":
            from_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif name == "sheet":
            given = local(attributes)
            part = targets.get(given.get("id", ""), "")
            # Charts and macros have sheets of their own kind, which hold no cells; no two sheets share a part.
            if part in archive and part not in parts and "/chartsheets/" not in part and "/dialogsheets/" not in part:
                tabs.append(Tab(given["name"], given.get("state", "visible") != "visible"))
                parts.append(part)

    parse(archive, main, start)
    if not tabs:
        raise InputError([fault("broken-workbook", archive.place)])
    strings, styles = targets.get("sharedStrings", ""), targets.get("styles", "")
    texts = read_texts(archive, strings) if strings in archive else []
    return Book(tabs, parts, texts, _formats(archive, styles) if styles in archive else [], from_1904)


def _related(archive: Archive, part: str) -> dict[str, str]:
    """Return the parts that a part refers to, by id and by the last word of their type."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found = dict[str, str]()

    def start(name: str, attributes: Attributes) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes["Target"].replace("\\", "/")))
            found[attributes["Id"]] = target.removeprefix("/")
            found.setdefault(attributes["Type"].rpartition("/")[2], target.removeprefix("/"))

    if relations in archive:
        parse(archive, relations, start)
    return found


def read_texts(archive: Archive, part: str) -> list[str]:
    """Return the shared texts, without the readings (phonetic runs) that may stand beside them."""
    texts = list[str]()
    gather = TextGatherer()

    def start(name: str, _: Attributes) -> None:
        gather.start(name)

    def end(name: str) -> None:
        gather.end(name)
        if name == "si":
            if len(texts) >= MAX_STRINGS:
                raise InputError([archive.unsafe(f"sharedStrings > {MAX_STRINGS}")])
            texts.append(gather.taken())

    parse(archive, part, start, end, gather.text)
    return texts


class TextGatherer:
    """Gathers the text of `t` elements outside of phonetic runs."""

    def __init__(self) -> None:
        self._pieces = list[str]()
        self._length = 0
        self._in_text = self._in_reading = False

    def start(self, name: str) -> None:
        """Begin an element."""
        if name == "t":
            self._in_text = not self._in_reading
        elif name == "rPh":
            self._in_reading = True

    def end(self, name: str) -> None:
        """End an element."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_reading = False

    def text(self, data: str) -> None:
        """Keep text where it counts; far more than a cell may hold is cut, and refused when it is put into one."""
        if self._in_text and self._length <= MAX_CELL:
            self._pieces.append(data)
            self._length += len(data)

    def taken(self) -> str:
        """Return what was gathered and start anew."""
        text = unescaped("".join(self._pieces))
        self._pieces, self._length = [], 0
        return text


def unescaped(text: str) -> str:
    r"""Return a text with its control characters, which XML can't hold and workbooks write as `_x000D_`.

    >>> unescaped("一_x000D_\n二"), unescaped("_x005F_x000D_"), unescaped("_xD800_")
    ('一\r\n二', '_x000D_', '_xD800_')
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda code: code[0] if 0xD7FF < (n := int(code[1], 16)) < 0xE000 else chr(n), text)


def _formats(archive: Archive, part: str) -> list[str]:
    """Return the kind of each cell style's number format."""
    codes, kinds = dict[int, str](), list[str]()
    in_styles = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal in_styles
        if name == "numFmt":
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            in_styles = True
        elif name == "xf" and in_styles:
            number = int(attributes.get("numFmtId", "0"))
            if len(kinds) >= MAX_STYLES:
                raise InputError([archive.unsafe(f"styles > {MAX_STYLES}")])
            kinds.append(format_kind(number, codes.get(number, "")))

    def end(name: str) -> None:
        nonlocal in_styles
        if name == "cellXfs":
            in_styles = False

    parse(archive, part, start, end)
    return kinds
