"""How lists write headers and stages: the tables `headers`, `known-headers`, `section-titles` and `stage-phrases`.

A header or phrase is found exactly, after spaces, quotes and bracket forms are unified. Nothing is found by likeness:
“…当量值” and “…等价值” are nearly the same text and never the same fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lianggao.intake.brackets import Bracketed, bracketed, is_unit_of, words_of
from lianggao.quantities import plain
from lianggao.rulebook.catalogs import Catalogs
from lianggao.vocabulary import PURE, Field

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
    their own. `bracketed` has, by the text before the brackets, the quantities that only these tell apart:
    单位产品综合能耗 may be per tonne or per square metre.
    """

    spellings: Mapping[str, Spelling]
    phrases: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    silent: frozenset[str] = frozenset()
    nothing: Mapping[str, Silent] = field(default_factory=dict)
    sections: frozenset[str] = frozenset()
    bracketed: Mapping[str, tuple[Bracketed, ...]] = field(default_factory=dict)


def normal(text: str) -> str:
    """Return the form in which headers and choices are compared.

    >>> normal("是否为“两高” 项目")
    '是否为两高项目'
    >>> normal("总投资【万元】")
    '总投资(万元)'
    """
    return _QUOTES.sub("", plain(text)).translate(_BRACKETS).casefold()


@lru_cache(maxsize=8)
def read_headers(catalogs: Catalogs) -> Headers:
    """Gather the spellings of the tables and the vocabulary's own keys and labels.

    A law from before there were known headers that give nothing, and section titles, has none. Raises KeyError where
    another table is missing.
    """
    spellings = {}
    for row in catalogs.rows("vocabulary/fields"):
        if row["kind"] in STATED:
            # A key names its unit, a label leaves it to the cells unless it names one in brackets.
            unit = "" if row["unit"] == PURE else row["unit"]
            spellings[normal(row["field"])] = Spelling(row["field"], unit, rule="key")
            label = normal(row["label"])
            named = next((word for word in words_of(label) if is_unit_of(word, row)), "")
            spellings[label] = Spelling(row["field"], named, rule="label")
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
    of_fields = {text: spelling.field for text, spelling in spellings.items()}
    return Headers(
        spellings, phrases, silent, nothing, sections, bracketed(catalogs.rows("vocabulary/fields"), of_fields)
    )


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
