"""Prose by column, as the readers of words take it: in the normal form, without firms, and each different one once.

Texts that differ in figures alone say the same of what is made and how, so every digit is written as a zero; without
firms and figures few texts are different, and only these are gone through one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from lianggao.coded_texts import Coded, text_series
from lianggao.recognition.firms import Owners, without_other_firms

_DIGITS = "123456789"
# Full-width marks, which the normal form has half-width.
_WIDE, _NARROW = "（），：；", "(),:;"


class Prose:
    """What makes it; the digits of the words given (`3D玻璃`, `M2`) stay, in capitals."""

    def __init__(self, words: Iterable[str]) -> None:
        numbered = {word for word in words if not set(word).isdisjoint(_DIGITS)}
        kept = sorted(numbered, key=lambda word: (-len(word), word))
        self._sought = [*kept, *_DIGITS, *_WIDE]
        self._written = [*kept, *"0" * len(_DIGITS), *_NARROW]

    def of(self, texts: Coded) -> Coded:
        """Return the texts of each row with zeros for digits."""
        found = Coded.of_texts(self._without_figures(text_series(texts.texts)))
        return Coded(found.codes[texts.codes], found.texts)

    def owned(self, texts: Coded, owners: Owners | None) -> Coded:
        """Return the texts of each row with zeros for digits, without the names of its owner and most other firms."""
        rows = text_series(texts.spread()) if owners is None else owners.taken_out_of(text_series(texts.spread()))
        found = Coded.of_texts(self._without_figures(rows))
        plain = Coded.of_texts(without_other_firms(text_series(found.texts)))
        return Coded(plain.codes[found.codes], plain.texts)

    def _without_figures(self, texts: pl.Series) -> pl.Series:
        return texts.str.replace_many(self._sought, self._written, ascii_case_insensitive=True, leftmost=True)
