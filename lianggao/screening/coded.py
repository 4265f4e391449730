"""Texts that repeat: a column kept as its few distinct texts and the place of each row's text among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.amount_texts import TEXT, Texts, joined
from lianggao.screening.situations import numbered
from lianggao.tables.known import Ints


@dataclass(frozen=True)
class Coded:
    """A column of texts: `codes` are places in `texts`, which are distinct."""

    codes: npt.NDArray[np.integer]
    texts: Texts

    @classmethod
    def of(cls, texts: Sequence[str] | Texts, codes: npt.NDArray[np.integer]) -> Coded:
        """Keep each text once that `codes` may point at more than once."""
        coded = (texts if isinstance(texts, pa.Array) else pa.array(texts, TEXT)).dictionary_encode()
        places = coded.indices.to_numpy(zero_copy_only=False)
        return cls(places[codes] if len(places) else codes, coded.dictionary)

    @classmethod
    def constant(cls, text: str, rows: int) -> Coded:
        """Give every row the same text."""
        return cls(np.zeros(rows, dtype=np.int32), pa.array([text], TEXT))

    def at(self, places: Ints) -> Coded:
        """Return the texts of some rows."""
        return Coded(self.codes[places], self.texts)

    def spread(self) -> Texts:
        """Return one text for each row."""
        return self.texts.take(pa.array(self.codes))

    def categories(self) -> pd.Categorical:
        """Return the column as pandas keeps texts that repeat."""
        return pd.Categorical.from_codes(self.codes, pd.Index(pd.array(self.texts, dtype="str")), validate=False)


def listed(columns: Sequence[Coded], separator: str) -> Coded:
    """Set the texts of several columns side by side, without those that are empty."""
    rows = len(columns[0].codes)
    of_row, first = numbered(((column.codes, len(column.texts)) for column in columns), rows)
    whole, *others = (column.at(first).spread() for column in columns)
    for part in others:
        both = pc.and_(pc.not_equal(whole, ""), pc.not_equal(part, ""))
        whole = joined(whole, pc.if_else(both, pa.scalar(separator, TEXT), pa.scalar("", TEXT)), part)
    return Coded.of(whole, of_row)


def stacked(parts: Sequence[tuple[Ints, Coded]], rows: int) -> Coded:
    """Put columns of different rows of one list together; rows that none of them has are empty."""
    if len(parts) == 1 and len(parts[0][0]) == rows:
        return parts[0][1]
    texts = pa.chunked_array([pa.array([""], TEXT), *(part.texts for _, part in parts)]).combine_chunks()
    codes, start = np.zeros(rows, dtype=np.int64), 1
    for places, part in parts:
        codes[places] = part.codes + start
        start += len(part.texts)
    return Coded.of(texts, codes)
