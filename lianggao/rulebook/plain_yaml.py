"""Read the plain form of YAML that rule files are nearly always written in, at a fraction of a full reader's time.

Plain are mappings and lists of one entry a line, with scalars and lists in brackets that end on their line. Whatever
else YAML allows is left to the full reader: nothing is guessed here, and what is read is what that reader would read.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_LINE = re.compile(r"^( *)(- (?! ))?(?:([a-z][a-z0-9_]{0,60}):(?: (?=[^ ])|$))?(.*)$", re.MULTILINE)
"""A line: its indent, the dash of a list, the key of a mapping, and the rest."""

_QUOTED = re.compile(r"""("[^"\\\n]*"|'[^'\n]*')""")
# Words begin with a letter, a digit or any sign beyond ASCII; these classes name what is left out, which is little.
_WORD = re.compile(r"[^\x00-/:-@\[-`{-\xa0][^\n]*")
_WORD_IN_BRACKETS = re.compile(r"[^\x00-/:-@\[-`{-\xa0](?: ?[^\x00-*,:-@\[-^`{-\xa0])*")
_KEY_IN_BRACKETS = re.compile(r"([a-z][a-z0-9_]{0,60}): ")

_WHOLE = re.compile(r"0|[1-9][0-9]{0,14}")
_DECIMAL = re.compile(r"[0-9]{1,15}\.[0-9]{1,15}")
_LIKE_A_NUMBER = re.compile(r"[-+.0-9a-fA-FxXo_:eEtTzZ ]*[0-9][-+.0-9a-fA-FxXo_:eEtTzZ ]*")
_NAMED = {"null": None, "true": True, "false": False}


class NotPlainError(Exception):
    """The text is written in some other way, or is wrong."""


class _Line(NamedTuple):
    indent: int
    dash: str
    key: str
    rest: str


def read_plain(text: str) -> dict[str, Any]:
    """Return the data of a mapping that is written plainly. Raises NotPlainError.

    >>> read_plain("id: a/b\\nwhen:\\n  all:\\n    - {field: energy, at_least: 500}\\n    - not: {field: b, is: no}\\n")
    {'id': 'a/b', 'when': {'all': [{'field': 'energy', 'at_least': 500}, {'not': {'field': 'b', 'is': 'no'}}]}}
    """
    # Tabs, ends of lines of other kinds and what may not stand in YAML at all are for the full reader.
    if not text.replace("\n", "").isprintable():
        raise NotPlainError
    lines = [
        _Line(len(indent), dash, key, rest)
        for indent, dash, key, rest in _LINE.findall(text)
        if dash or key or (rest and rest[0] != "#")
    ]
    reader = _Reader(lines[::-1])
    if not lines or lines[0].indent or lines[0].dash:
        raise NotPlainError
    return reader.mapping(0)


class _Reader:
    """Reads lines block by block; `left` are those still to be read, the next one last."""

    def __init__(self, left: list[_Line]) -> None:
        self.left = left

    def mapping(self, indent: int) -> dict[str, Any]:
        """Read the mapping whose keys stand at an indent, up to a line that stands less deep."""
        found: dict[str, Any] = {}
        while self.left and (line := self.left[-1]).indent >= indent:
            if line.indent > indent or line.dash or not line.key or line.key in found:
                raise NotPlainError
            self.left.pop()
            found[line.key] = _value(line.rest) if line.rest else self._within(indent)
        return found

    def _list(self, indent: int) -> list[Any]:
        found: list[Any] = []
        while self.left and (line := self.left[-1]).indent >= indent:
            if line.indent > indent or not line.dash:
                raise NotPlainError
            if line.key:
                # The mapping begins behind the dash, and its further keys stand below the first.
                self.left[-1] = line._replace(indent=indent + 2, dash="")
                found.append(self.mapping(indent + 2))
            else:
                self.left.pop()
                found.append(_value(line.rest))
        return found

    def _within(self, indent: int) -> Any:
        if not self.left or (line := self.left[-1]).indent <= indent:
            raise NotPlainError
        return self._list(line.indent) if line.dash else self.mapping(line.indent)


def _value(text: str) -> Any:
    """Return what stands behind a key or a dash."""
    first = text[:1]
    if first in ("{", "["):
        value, end = _bracketed(text, 0)
        if end != len(text):
            raise NotPlainError
        return value
    if first in ('"', "'"):
        if not _QUOTED.fullmatch(text):
            raise NotPlainError
        return text[1:-1]
    if not _WORD.fullmatch(text) or text[-1] in " :" or "#" in text or ": " in text:
        raise NotPlainError
    return _scalar(text)


def _bracketed(text: str, at: int) -> tuple[Any, int]:
    """Return the value at a place within brackets, and where it ends."""
    if text.startswith(("{}", "[]"), at):
        return ({} if text[at] == "{" else []), at + 2
    if text.startswith("[", at):
        return _items(text, at + 1)
    if text.startswith("{", at):
        return _entries(text, at + 1)
    if quoted := _QUOTED.match(text, at):
        return quoted[0][1:-1], quoted.end()
    if word := _WORD_IN_BRACKETS.match(text, at):
        return _scalar(word[0]), word.end()
    raise NotPlainError


def _items(text: str, at: int) -> tuple[list[Any], int]:
    found = []
    while True:
        value, at = _bracketed(text, at)
        found.append(value)
        if text.startswith("]", at):
            return found, at + 1
        at = _past_comma(text, at)


def _entries(text: str, at: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    while True:
        key = _KEY_IN_BRACKETS.match(text, at)
        if not key or key[1] in found:
            raise NotPlainError
        found[key[1]], at = _bracketed(text, key.end())
        if text.startswith("}", at):
            return found, at + 1
        at = _past_comma(text, at)


def _past_comma(text: str, at: int) -> int:
    if not text.startswith(", ", at):
        raise NotPlainError
    return at + 2


def _scalar(text: str) -> Any:
    """Return a scalar without quotes: a text, unless it is a number or one of three words."""
    if text in _NAMED:
        return _NAMED[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _LIKE_A_NUMBER.fullmatch(text) or text.lower() in _NAMED:
        raise NotPlainError
    return text
