"""What stands in the brackets of a header: units, and words that tell fields with one name apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lianggao.quantities import find_unit
from lianggao.vocabulary import Field

_GROUP = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile("[,，、;；]")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A field whose header says in brackets which it is: the `words` it must have, and whether a unit as well."""

    field: str
    words: frozenset[str]
    by_unit: bool


def words_of(text: str) -> list[str]:
    """Return the words in the brackets of a normal text.

    >>> words_of("高炉有效容积(单座,最小的一座)")
    ['单座', '最小的一座']
    """
    return [word for group in _GROUP.findall(text) for word in _BETWEEN.split(group) if word]


def label_with(known: Field, unit: str) -> str:
    """Return a quantity's label with a unit in its brackets, in the place of the one that it names itself."""
    base, bracket, within = known.label.removesuffix("）").partition("（")
    if not bracket or not known.label.endswith("）"):
        return f"{known.label}（{unit}）"
    words = [word for word in within.split("，") if not find_unit(word, known.scale, known.name)]
    return f"{base}（{'，'.join((*words, unit))}）"


def is_unit_of(word: str, row: Mapping[str, str]) -> bool:
    """Return whether a word is a unit of the field of this row of the vocabulary."""
    scale = row["domain"].partition("/")[0] if row["kind"] == "quantity" else ""
    unit = find_unit(word, scale, row["field"]) if scale else None
    return unit is not None and unit.kind == scale


def bracketed(fields: Iterable[Mapping[str, str]], known: Mapping[str, str]) -> dict[str, tuple[Bracketed, ...]]:
    """Find the quantities of one name before the brackets, by it, where it is no known header by itself.

    `fields` are the rows of the vocabulary, `known` the field of every header in normal form.
    """
    rows = {row["field"]: row for row in fields if row["kind"] == "quantity"}
    found: dict[str, dict[Bracketed, None]] = {}
    for text, field in known.items():
        base, row = _GROUP.sub("", text), rows.get(field)
        if row and base != text and base not in known:
            words = frozenset(words_of(text))
            units = frozenset(word for word in words if is_unit_of(word, row))
            found.setdefault(base, {})[Bracketed(field, words - units, bool(units))] = None
    return {base: tuple(several) for base, several in found.items()}
