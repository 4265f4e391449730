"""Go through an XML part of a workbook without building its tree, so that nothing in it can grow.

Document types are refused, and with them every entity; so are elements nested too deep and tags without an end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from lianggao.errors import InputError, fault
from lianggao.intake.files.archive import Archive
from lianggao.intake.files.limits import MAX_DEPTH, MAX_TAG

Attributes = dict[str, str]


class Finished(Exception):  # noqa: N818
    """Raised by a handler that has seen enough."""


class _LocalNames(dict[str, str]):
    """Names without the prefix that a writer happened to choose."""

    def __missing__(self, name: str) -> str:
        local = name.rpartition(":")[2]
        if len(self) < 10_000:
            self[name] = local
        return local


def parse(
    archive: Archive,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Hand a part's elements, by local name, and its text to the handlers, which may raise Finished.

    Raises InputError: `broken-workbook`, `unsafe-workbook`, and what handlers and `archive.chunks` raise.
    """
    parser = ParserCreate()
    names, depth = _LocalNames(), 0

    def on_start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise InputError([archive.unsafe(f"{part}: <{depth}>")])
        start(names[name], attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(names[name])

    def on_doctype(*_: object) -> None:
        raise InputError([archive.unsafe(f"{part}: DOCTYPE")])

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if text:
        parser.CharacterDataHandler = text
        parser.buffer_text = True
    parser.StartDoctypeDeclHandler = on_doctype
    try:
        _feed(parser, archive, part)
    except Finished:
        return
    except (ExpatError, ValueError, ArithmeticError, LookupError) as error:
        raise InputError([fault("broken-workbook", archive.place)]) from error


def _feed(parser: Any, archive: Archive, part: str) -> None:
    given = 0
    for chunk in archive.chunks(part):
        parser.Parse(chunk, False)
        given += len(chunk)
        if given - parser.CurrentByteIndex > MAX_TAG:
            raise InputError([archive.unsafe(f"{part}: {MAX_TAG // 1024} KB <")])
    parser.Parse(b"", True)


def local(attributes: Attributes) -> Attributes:
    """Return attributes by local name.

    >>> local({"table:name": "表1", "id": "2"})
    {'name': '表1', 'id': '2'}
    """
    return {name.rpartition(":")[2]: value for name, value in attributes.items()}
