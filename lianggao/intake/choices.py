"""Read a column of choices into the set of values that each cell leaves possible.

A cell is one known value, or made up entirely of known phrases. Everything else leaves all values open, with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from lianggao.intake.cells import Cells
from lianggao.intake.spellings import Headers, normal, values_written
from lianggao.noting import Block
from lianggao.quantities import Remark, is_blank
from lianggao.quantities.text import clip
from lianggao.tables.known import Known
from lianggao.tables.numbering import combined
from lianggao.vocabulary import Vocabulary

LONGEST = 500
# What approvals and stages may state besides, and the words without which a phrase does not speak of it.
ASIDES = {"eia_done": ("环评",), "energy_review_done": ("节能", "能评")}

_PARTS = re.compile("[()；;,，。]")
_WHEN = re.compile(
    r"(?:19|20)[0-9]{2}(?:年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|(?:[-./][0-9]{1,2}){0,2})|第[一二三四五六七八九十]+批"
)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")

Values = frozenset[str]


@dataclass
class Choices:
    """Sets of values by field, and notes, while the columns are gone through."""

    known: dict[str, Known] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)

    def add(self, name: str, new: Known) -> None:
        """Put two statements of one field together: what both allow, or all of both where they contradict."""
        old = self.known.get(name)
        if old is None:
            self.known[name] = new
            return
        pair, first = combined(((old.index, len(old.sets)), (new.index, len(new.sets))), len(old.index))
        one, other = old.sets[old.index[first]], new.sets[new.index[first]]
        both = one & other
        apart = np.asarray(~both.any(axis=1))
        both[apart] = one[apart] | other[apart]
        known = Known.of_rows(both)
        self.known[name] = Known(known.sets, known.index[pair])
        rows = np.flatnonzero(apart[pair])
        self.blocks.append(Block(rows, name, "cells-disagree", "两处填写的内容不一致，均计入"))


def read_choices(cells: Cells, name: str, vocabulary: Vocabulary, headers: Headers, into: Choices) -> None:
    """Read a column of the choice `name`."""
    written, phrases = values_written(vocabulary[name]), headers.phrases.get(name, {})
    found, remarks = dict[int, Values](), dict[int, tuple[Remark, ...]]()
    for at, text in enumerate(cells.texts):
        values = _read(text, written, phrases, headers.silent)
        if values:
            found[at] = values
        elif not is_blank(text):
            remarks[at] = (Remark("unknown-choice", f"“{clip(text)}”未能识别为{vocabulary[name].label}，按未填处理"),)
    into.add(name, _known(cells, tuple(vocabulary[name].values), found))
    into.blocks += cells.notes(remarks, name).blocks


def read_asides(cells: Cells, vocabulary: Vocabulary, headers: Headers, into: Choices) -> None:
    """Read what a stage or an approvals text states of the reviews; what it does not certainly state is left alone."""
    for name, words in ASIDES.items():
        phrases = {p: v for p, v in headers.phrases.get(name, {}).items() if any(word in p for word in words)}
        found = {}
        for at, text in enumerate(cells.texts):
            spoken_of = any(word in text for word in words)
            sets = [phrases[part] for part in _parts(text) if part in phrases] if spoken_of else []
            if sets and (values := reduce(frozenset.intersection, sets)):
                found[at] = values
        if found:
            into.add(name, _known(cells, tuple(vocabulary[name].values), found))


def _read(text: str, written: Mapping[str, Values], phrases: Mapping[str, Values], silent: Iterable[str]) -> Values:
    whole = normal(text) if len(text) <= LONGEST else ""
    if whole in written:
        return written[whole]
    if whole in phrases:
        return phrases[whole]
    sets = []
    for part in _parts(text):
        if part in phrases or part in written:
            sets.append(phrases.get(part) or written[part])
        elif part not in silent:
            return frozenset()
    return reduce(frozenset.intersection, sets) if sets else frozenset()


def _parts(text: str) -> list[str]:
    """Take a text apart, with dates left out and numbers as `#`.

    >>> _parts("已投产60万吨（2021-01）")
    ['已投产#万吨']
    """
    if len(text) > LONGEST:
        return []
    parts = (_NUMBER.sub("#", _WHEN.sub("", part)) for part in _PARTS.split(normal(text)))
    return [part for part in parts if part]


def _known(cells: Cells, values: tuple[str, ...], found: Mapping[int, Values]) -> Known:
    """Give each row the set of its cell, and all values where nothing was found."""
    sets = np.ones((len(cells.values) + 1, len(values)), dtype=bool)
    for at, allowed in found.items():
        sets[at] = [value in allowed for value in values]
    if not len(cells.codes):
        return Known(sets[-1:], np.zeros(0, dtype=np.int64))
    return Known(sets, np.where(cells.codes < 0, len(cells.values), cells.codes).astype(np.int64))
