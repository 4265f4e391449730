"""Find the known name within a text, with a unit behind it, an energy basis at its ends, or 新增 in it.

`总投资/万元`, `年综合能耗当量值吨标准煤`, `年新增综合能耗`: what is taken off is handed back, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lianggao.intake.spellings import Headers, Spelling
from lianggao.quantities import find_unit
from lianggao.vocabulary import Field, Vocabulary

BASES = {"当量值": "calorific", "等价值": "equivalent", "当量": "calorific", "等价": "equivalent"}
ADDED = "新增"
LONGEST_UNIT = 10
_DEPTH = 3
"""A unit, a basis and 新增 may be taken off one name."""

SIGNS = "/:_-"
"""Signs that may stand between a name, a unit and a basis."""
# A bare 当量 directly behind a name may belong to it; behind a sign it stands for itself.
_BASIS = re.compile(
    rf"^(?P<before>当量值|等价值)[{SIGNS}]?|[{SIGNS}]?(?P<after>当量值|等价值)$|[{SIGNS}](?P<bare>当量|等价)$"
)
_BILINGUAL = re.compile(r"([^\x00-\x7f]+)[/]?([a-z][\x20-\x7e]*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A known name and what stood around it."""

    spelling: Spelling
    units: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    added: bool = False


def find_name(text: str, vocabulary: Vocabulary, headers: Headers, depth: int = _DEPTH) -> Found | None:
    """Return the known name that a text is, or None."""
    if spelling := headers.spellings.get(text):
        return Found(spelling)
    if both := _BILINGUAL.fullmatch(text):
        one, other = (headers.spellings.get(half) for half in both.groups())
        if one and other and one.field == other.field and not other.unit:
            return Found(one)
    if depth:
        for rest, taken in without_unit(text):
            found = find_name(rest, vocabulary, headers, depth - 1)
            if found and not found.units and is_unit(taken, vocabulary[found.spelling.field]):
                return replace(found, units=(*found.units, taken))
        for mark in _BASIS.finditer(text):
            rest = text[: mark.start()] + text[mark.end() :]
            if found := find_name(rest, vocabulary, headers, depth - 1):
                basis = BASES[mark["before"] or mark["after"] or mark["bare"]]
                return replace(found, bases=(*found.bases, basis))
        if text.count(ADDED) == 1:
            found = find_name(text.replace(ADDED, ""), vocabulary, headers, depth - 1)
            if found and not found.added:
                return replace(found, added=True)
    return None


def is_unit(text: str, known: Field) -> bool:
    """Return whether a text is a unit that a field's figures may be in."""
    unit = find_unit(text, known.scale, known.name) if known.scale else None
    return unit is not None and unit.kind == known.scale


def texts_without_unit(text: str) -> Iterator[str]:
    """Yield a text as it is, and without each unit that may stand behind it."""
    yield text
    for rest, _ in without_unit(text):
        yield rest


def without_unit(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text without each unit that may stand behind it, and the unit."""
    for end in range(len(text) - 1, max(len(text) - LONGEST_UNIT, 0) - 1, -1):
        taken = text[end:].lstrip(SIGNS)
        if end and taken and find_unit(taken, ""):
            yield text[:end], taken
