"""Prose by column, as the readers of words take it: in the normal form, without firms, and each different one once.

Texts that differ in figures alone say the same of what is made and how, so every digit is written as a zero; without
firms and figures few texts are different, and only these are gone through one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from lianggao.coded_texts import Coded, text_series
from lianggao.recognition.owners import without_owners

_DIGITS = tuple("123456789")


class Prose:
    """What makes it; the digits of the words given (`3D玻璃`, `M2`) stay, in capitals."""

    def __init__(self, words: Iterable[str]) -> None:
        kept = sorted(
            {word for word in words if not set(word).isdisjoint(_DIGITS)}, key=lambda word: (-len(word), word)
        )
        self._sought, self._written = [*kept, *_DIGITS], [*kept, *"0" * len(_DIGITS)]

    def of(self, texts: Coded, owners: Coded | None = None) -> Coded:
        """Return the texts of each row without the names of its owner, and with zeros for digits."""
        if owners is None:
            found = Coded.of_texts(self._without_figures(text_series(texts.texts)))
            return Coded(found.codes[texts.codes], found.texts)
        rows = without_owners(text_series(texts.spread()), text_series(owners.spread()))
        return Coded.of_texts(self._without_figures(rows))

    def _without_figures(self, texts: pl.Series) -> pl.Series:
        return texts.str.replace_many(self._sought, self._written, ascii_case_insensitive=True, leftmost=True)
