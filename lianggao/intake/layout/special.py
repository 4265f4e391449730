"""Which rows of a chunk may be anything but a project: found by column, so that only these are looked at one by one.

No row is missed on which the rules for single rows could say more than “a project” or “blank”; some too many do no
harm. The rules stand in `rows`; what is looked for here is what each of them can't do without.
"""

from __future__ import annotations

from collections.abc import Callable, Set

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from lianggao.intake.files.chunks import TEXT, Chunk, lengths, signs
from lianggao.intake.layout.rows import Sorter, may_be_total, may_begin_aside

Flags = NDArray[np.bool_]
SPACE, LETTERS, BEYOND_ASCII = 0x20, 0x41, 0x80

_TOTAL = "(?s)计|总数|汇总|平均|共.+[个项]"
_FORM = "[填制审复单分项主人者部日时负领联电签盖].*[:：]"
_REMARK = "(?:填[表报])?[说备附注]|[（(]?以下"
_BEGINS = f"(?s)^(?:{_FORM}|{_REMARK}|[（(]?[一二三四五六七八九十])"
_TITLE = "^[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|单位"


class Signs:
    """What the cells of a chunk say, without surrounding space; `words` are plain headers."""

    def __init__(self, chunk: Chunk, words: Set[str]) -> None:
        self.texts = [_trimmed(column) for column in chunk.columns]
        # Every word of a header, a total, a remark or a title has a letter; most columns of figures have none.
        least = min((max(word.encode(), default=0) for word in words), default=LETTERS)
        self._lettered = [bool(signs(text).max(initial=0) >= min(least, LETTERS)) for text in self.texts]
        self.filled = [lengths(text) > 0 for text in self.texts]
        self.count = np.sum(self.filled, axis=0)
        self._always = np.zeros(len(self.count), bool)
        self._always[[row - chunk.first for row in (*chunk.odd, *chunk.long)]] = True
        self.blank = (self.count == 0) & ~self._always
        known = pc.SetLookupOptions(pa.array(words, TEXT))
        for text, lettered in zip(self.texts, self._lettered, strict=True):
            if lettered:
                self._always |= _flags(pc.is_in(text, options=known))
        self._begin()
        self._alone, self._column, self._title = self._lone()

    def _begin(self) -> None:
        """Look at the first three texts of each row, as `Sorter` does."""
        before = np.zeros(len(self.count), int)
        for text, filled, lettered in zip(self.texts, self.filled, self._lettered, strict=True):
            if (before >= 3).all():
                return
            if lettered:
                _mark(self._always, text, filled & (before < 3), _TOTAL, may_be_total)
                _mark(self._always, text, filled & (before == 0), _BEGINS, may_begin_aside)
            before += filled

    def _lone(self) -> tuple[Flags, NDArray[np.int64], Flags]:
        """Return which rows have one text, in which column, and whether that may be a title or name a unit."""
        alone, column = self.count == 1, np.full(len(self.count), -1)
        title = np.zeros(len(alone), bool)
        if alone.any():
            for at, (text, filled) in enumerate(zip(self.texts, self.filled, strict=True)):
                column[alone & filled] = at
                _mark(title, text, alone & filled, _TITLE, bool)
        return alone, column, title

    def special(self, sorter: Sorter) -> Flags:
        """Return which rows may be no project below a header, or another header."""
        if sorter.remarks:
            lone = self._alone
        else:
            counts = [at for at in sorter.head.names if sorter.counts(at)]
            lone = self._alone & (self._title | np.isin(self._column, counts))
        return self._always | lone | self._repeat(sorter)

    def _repeat(self, sorter: Sorter) -> Flags:
        """Return which rows say what a line of the header says, in all of at least two cells."""
        repeat = np.zeros(len(self.count), bool)
        for line in sorter.lines:
            same = np.zeros(len(repeat), int)
            for at, text in line.items():
                if at < len(self.texts):
                    same += _flags(pc.equal(self.texts[at], pa.scalar(text, TEXT)))
            repeat |= (same == self.count) & (same >= 2)
        return repeat


def _trimmed(column: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return the texts without surrounding space; most columns of figures have none to take away."""
    given = signs(column)
    if given.max(initial=0) < BEYOND_ASCII and given.min(initial=BEYOND_ASCII) > SPACE:
        return column
    return pc.utf8_trim_whitespace(column)


def _mark(marked: Flags, texts: pa.LargeStringArray, among: Flags, pattern: str, is_so: Callable[[str], bool]) -> None:
    """Mark the rows, of those that are meant, whose text has the pattern and is so."""
    rows = np.flatnonzero(among)
    if not len(rows):
        return
    some = texts if len(rows) == len(among) else texts.take(pa.array(rows))
    found = np.flatnonzero(_flags(pc.match_substring_regex(some, pattern)))
    told = some.take(pa.array(found)).to_pylist()
    marked[[row for row, text in zip(rows[found].tolist(), told, strict=True) if is_so(text)]] = True


def _flags(answers: pa.BooleanArray) -> Flags:
    flags: Flags = answers.to_numpy(zero_copy_only=False)
    return flags
