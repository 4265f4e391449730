"""Read one JSON value so that nothing in it changes: numbers stay as written, and what JSON forbids is refused.

A number that became a float and back would lose digits; of two values under one key a parser keeps one in silence.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from lianggao.errors import Fault, Place, fault
from lianggao.quantities.text import clip

_SURROGATE = re.compile("[\ud800-\udfff]")


class Number(str):
    """A number as it is written."""

    __slots__ = ()


class Refused(Exception):  # noqa: N818
    """Why a value is refused, as a fault's code and its word."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code, value)
        self.code, self.value = code, value

    def at(self, place: Place) -> Fault:
        """Return the fault."""
        if self.code == "repeated-key":
            return fault("repeated-key", place, value=self.value)
        return fault("broken-json", place, value=self.value)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        (key, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise Refused("repeated-key", clip(key))
    return members


def _constant(name: str) -> Any:
    raise Refused("broken-json", name)


DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Number, parse_int=Number, parse_constant=_constant, strict=False
)


def decoded(text: str) -> Any:
    """Return the one value of a text. Raises Refused."""
    try:
        return DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise Refused("broken-json", f"{error.lineno}:{error.colno} {text[error.pos : error.pos + 20]}") from None
    except RecursionError:
        raise Refused("broken-json", "[[[[…") from None


def cell_of(value: Any) -> tuple[str, bool]:
    """Return a value as a cell's text, and whether it was an object or array. Raises Refused.

    >>> cell_of(decoded("1e-7")), cell_of(True), cell_of(None), cell_of(decoded('{"吨": [1, 2.50]}'))
    (('1e-7', False), ('是', False), ('', False), ('{"吨":[1,2.50]}', True))
    """
    if value is None:
        return "", False
    if isinstance(value, bool):
        return ("是" if value else "否"), False
    if isinstance(value, str):
        if not value.isascii() and _SURROGATE.search(value):
            raise Refused("broken-json", "\\ud800")
        return str(value), False
    try:
        text = _compact(value)
    except RecursionError:
        raise Refused("broken-json", "[[[[…") from None
    if _SURROGATE.search(text):
        raise Refused("broken-json", "\\ud800")
    return text, True


def _compact(value: Any) -> str:
    """Return JSON without spaces, numbers as they were written."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        members = (f"{json.dumps(key, ensure_ascii=False)}:{_compact(each)}" for key, each in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_compact, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
