"""How lists write headers and stages: the tables `headers`, `known-headers`, `section-titles` and `stage-phrases`.

A header or phrase is found exactly, after spaces, quotes and bracket forms are unified. Nothing is found by likeness:
“…当量值” and “…等价值” are nearly the same text and never the same fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lianggao.quantities import plain
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import Field

_QUOTES = re.compile("[“”‘’\"'「」『』《》]|\\s+")
_BRACKETS = str.maketrans("[{【〔〖", "(((((") | str.maketrans("]}】〕〗", ")))))")
STATED = frozenset({"text", "date", "quantity", "enumeration", "reading"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """What a header gives: a field, the unit that its cells are in, and which part of a joined text it is.

    `rule` says where it stands: `key` and `label` of the vocabulary, or `alias` in the table of headers.
    """

    field: str
    unit: str = ""
    part: str = ""
    rule: str = "alias"


@dataclass(frozen=True, slots=True)
class Silent:
    """A known header that gives nothing: `kind` is `not_a_fact`, `contact` or `other_figure`, `why` a sentence."""

    kind: str
    why: str


@dataclass(frozen=True)
class Headers:
    """All spellings by normal form; phrases by field and normal form, with the values that each leaves possible.

    `nothing` has the known headers that give nothing, `sections` the titles over several columns that say nothing of
    their own.
    """

    spellings: Mapping[str, Spelling]
    phrases: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    nothing: Mapping[str, Silent] = field(default_factory=dict)
    sections: frozenset[str] = frozenset()


def normal(text: str) -> str:
    """Return the form in which headers and choices are compared.

    >>> normal("是否为“两高” 项目")
    '是否为两高项目'
    >>> normal("总投资【万元】")
    '总投资(万元)'
    """
    return _QUOTES.sub("", plain(text)).translate(_BRACKETS).casefold()


def read_headers(catalogs: Catalogs) -> Headers:
    """Gather the spellings of the tables and the vocabulary's own keys and labels.

    A law from before there were known headers that give nothing, and section titles, has none. Raises KeyError where
    another table is missing.
    """
    spellings = {}
    for row in catalogs.rows("vocabulary/fields"):
        if row["kind"] in STATED:
            # A key names its unit, a label leaves it to the cells.
            spellings[normal(row["field"])] = Spelling(row["field"], row["unit"], rule="key")
            spellings[normal(row["label"])] = Spelling(row["field"], rule="label")
    for row in catalogs.rows("vocabulary/headers"):
        spellings[normal(row["header"])] = Spelling(row["field"], row["unit"], row["part"])
    phrases: dict[str, dict[str, frozenset[str]]] = {}
    rows = catalogs.rows("vocabulary/stage-phrases")
    for row in rows:
        if row["field"]:
            values = frozenset(row["value"].split(";"))
            phrases.setdefault(row["field"], {})[normal(row["phrase"])] = values
    silent = frozenset(normal(row["phrase"]) for row in rows if not row["field"])
    nothing = {
        normal(row["header"]): Silent(row["why"], row["reason"])
        for row in catalogs.tables.get("vocabulary/known-headers", [])
    }
    sections = frozenset(normal(row["title"]) for row in catalogs.tables.get("vocabulary/section-titles", []))
    return Headers(spellings, phrases, silent, nothing, sections)


def values_written(known: Field) -> dict[str, frozenset[str]]:
    """Return what may be written for a choice: its values, labels and synonyms; a label of two values means either."""
    written: dict[str, frozenset[str]] = {}
    pairs: Sequence[Iterable[tuple[str, str]]] = (
        ((label, value) for value, label in known.values.items()),
        known.written_as.items(),
        ((value, value) for value in known.values),
    )
    for text, value in (pair for some in pairs for pair in some):
        written[normal(text)] = written.get(normal(text), frozenset()) | {value}
    return written
