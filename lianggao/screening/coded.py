"""Columns of texts that repeat, put together from others: a distinct text is written once for all rows that have it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.amount_texts import Texts, joined
from lianggao.coded_texts import TEXT, Coded, Codes
from lianggao.tables.known import Ints
from lianggao.tables.numbering import combined


def written(texts: Sequence[str] | Texts, codes: Codes) -> Coded:
    """Keep each text once, of texts that `codes` point at and that may be the same."""
    found = (texts if isinstance(texts, pa.Array) else pa.array(texts, TEXT)).dictionary_encode()
    places = found.indices.to_numpy(zero_copy_only=False)
    return Coded(places[codes] if len(places) else codes, found.dictionary)


def narrowed(column: Coded) -> Coded:
    """Keep the places in the smallest numbers: a long list has one for each project."""
    return Coded(column.codes.astype(np.min_scalar_type(-max(len(column.texts), 1)), copy=False), column.texts)


def constant(text: str, rows: int) -> Coded:
    """Give every row the same text."""
    return Coded(np.zeros(rows, dtype=np.int32), pa.array([text], TEXT))


def categories(column: Coded) -> pd.Categorical:
    """Return a column as pandas keeps texts that repeat."""
    texts = pd.Index(pd.array(column.texts, dtype="str"))
    return pd.Categorical.from_codes(column.codes, texts, validate=False)


def listed(columns: Sequence[Coded], separator: str) -> Coded:
    """Set the texts of several columns side by side, without those that are empty."""
    rows = len(columns[0].codes)
    of_row, first = combined(((column.codes, len(column.texts)) for column in columns), rows)
    whole, *others = (column.at(first).spread() for column in columns)
    for part in others:
        both = pc.and_(pc.not_equal(whole, ""), pc.not_equal(part, ""))
        whole = joined(whole, pc.if_else(both, pa.scalar(separator, TEXT), pa.scalar("", TEXT)), part)
    return written(whole, of_row)


def stacked(parts: Sequence[tuple[Ints, Coded]], rows: int) -> Coded:
    """Put columns of different rows of one list together; rows that none of them has are empty."""
    if len(parts) == 1 and len(parts[0][0]) == rows:
        return parts[0][1]
    texts = pa.chunked_array([pa.array([""], TEXT), *(part.texts for _, part in parts)]).combine_chunks()
    codes, start = np.zeros(rows, dtype=np.int64), 1
    for places, part in parts:
        # The places of a part may be in small numbers, which those of all parts together would not fit.
        codes[places] = np.add(part.codes, start, dtype=np.int64)
        start += len(part.texts)
    return written(texts, codes)
