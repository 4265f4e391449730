"""Find the words that say what a project makes and how, and leave out those that only look so.

`耐火材料设备` is machinery, `水泥路` a road, `不涉及电解` a denial. The words and what each means are data, in
`catalogs/terms`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from ahocorasick_rs import AhoCorasick, MatchKind

from lianggao.recognition.context import is_bought, is_denied, is_stated_made

Rows = Sequence[Mapping[str, str]]
Set = frozenset[str]


class Column(Enum):
    """Where a text stands; the value is how a message names it."""

    PRODUCTS = "产品"
    PROCESS = "工艺"
    CONTENT = "建设内容"
    NAME = "项目名称"
    INDUSTRY = "行业类别"


PROSE = frozenset({Column.PROCESS, Column.CONTENT})


@dataclass(frozen=True, slots=True)
class Mention:
    """A word and the activities that it can mean, or for a qualifier keeps."""

    word: str
    activities: Set


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one text says: products, and qualifiers that tell siblings apart."""

    products: tuple[Mention, ...] = ()
    qualifiers: tuple[Mention, ...] = ()


class Terms:
    """The finder, compiled once from `catalogs/terms/terms.csv`."""

    def __init__(self, rows: Rows) -> None:
        roles: dict[str, dict[str, Set]] = {}
        for row in rows:
            activities = frozenset(part for part in row["activity"].split(";") if part)
            roles.setdefault(row["term"], {})[row["role"]] = activities
        self.words, self._roles = list(roles), list(roles.values())
        self._matcher = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest)
        self.qualified = frozenset(
            activity for own in self._roles for role in ("qualifier", "telling") for activity in own.get(role, ())
        )

    def find(self, text: str, column: Column) -> Mentions:
        """Return what the text, in NFKC capitals, says of products and processes."""
        found = _Found()
        denied_until = -1
        for index, start, stop in self._matcher.find_matches_as_indexes(text):
            word, roles = self.words[index], self._roles[index]
            if _within_latin(text, start, stop):
                continue
            if "suffix" in roles and found.ends and found.ends[-1] == start:
                found.turn_last(word, roles["suffix"], stop)
            elif "neutral" in roles or roles.keys() == {"suffix"}:
                continue
            elif is_denied(text, start, stop, denied_until):
                denied_until = stop
            else:
                if "head" in roles and column is Column.NAME:
                    found.forget_clause(text, start)
                self._take(found, word, roles, column, text, start, stop)
        return Mentions(tuple(found.products), tuple(found.qualifiers))

    @staticmethod
    def _take(
        found: _Found, word: str, roles: Mapping[str, Set], column: Column, text: str, start: int, stop: int
    ) -> None:
        made = roles.get("telling") or roles.get("product") or roles.get("head")
        if "bare" in roles and (column not in PROSE or is_stated_made(text, start, stop)):
            made = roles["bare"]
        claimed = bool(made) and not is_bought(text, start, stop)
        if made and claimed:
            found.products.append(Mention(word, made))
            found.ends.append(stop)
        # Among products a word is a claim of its own; in prose it also tells a claim from its siblings.
        if "qualifier" in roles and not (claimed and column is Column.PRODUCTS):
            found.qualifiers.append(Mention(word, roles["qualifier"]))
        elif made and claimed and column in PROSE and "product" not in roles and len(made) == 1:
            found.qualifiers.append(Mention(word, made))


@dataclass(slots=True)
class _Found:
    """What has been found so far, and where each product ends."""

    products: list[Mention] = field(default_factory=list)
    qualifiers: list[Mention] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def turn_last(self, suffix: str, activities: Set, stop: int) -> None:
        """Turn the last product into an attribute of what follows it: `水泥` in `水泥机械`."""
        last = self.products.pop()
        self.ends.pop()
        if self.qualifiers and self.qualifiers[-1].word == last.word:
            self.qualifiers.pop()
        if activities:
            self.products.append(Mention(last.word + suffix, activities))
            self.ends.append(stop)

    def forget_clause(self, text: str, start: int) -> None:
        """Forget the products that only describe the head of a name: `电厂二期500千伏送出工程`."""
        while self.ends and not any(mark in text[self.ends[-1] : start] for mark in ",;。、及和"):
            self.ends.pop()
            self.products.pop()


def _within_latin(text: str, start: int, stop: int) -> bool:
    """Return whether a Latin word was found inside a longer one: `PX` in `SPX-3`."""
    before, after = text[start - 1 : start], text[stop : stop + 1]
    return (_is_latin(text[start]) and _is_latin(before)) or (_is_latin(text[stop - 1]) and _is_latin(after))


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
