"""Writes a screened list as CSV as spreadsheets here expect it: UTF-8 with a mark, or GB18030; comma, CRLF.

Polars writes the lines, on every core, and takes texts that repeat from their categories without spreading them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from lianggao.coded_texts import arrow
from lianggao.reports.cells import as_text, given_rows, guarded, without_contacts

if TYPE_CHECKING:
    from lianggao.reports.write import Encoding
    from lianggao.screening import Screening

AT_ONCE = 50_000
"""Rows that are turned into lines together, so that the lines of a long list never stand in memory all at once."""


@dataclass(frozen=True)
class Lines:
    """The rows as given with the appended columns, in the order of the list, to be written in whatever thread."""

    screening: Screening
    added: pd.DataFrame
    keep_contacts: bool

    @classmethod
    def of(cls, screening: Screening, lang: str, keep_contacts: bool) -> Lines:
        """Work out what is appended."""
        return cls(screening, screening.columns(lang), keep_contacts)

    def write(self, file: BinaryIO, encoding: Encoding, header: bool) -> None:
        """Write them; `header` writes their names first, and the mark of UTF-8 before the names."""
        table = [
            *_columns(given_rows(self.screening, self.keep_contacts)),
            *_columns(without_contacts(self.added, self.keep_contacts)),
        ]
        if header:
            file.write(_header([name for name, _ in table], encoding))
        for start in range(0, len(self.screening), AT_ONCE):
            part = {str(at): _cells(column.iloc[start : start + AT_ONCE]) for at, (_, column) in enumerate(table)}
            _write_lines(pl.DataFrame(part), file, encoding)


def _columns(frame: pd.DataFrame) -> Iterator[tuple[str, pd.Series[Any]]]:
    return ((as_text(str(name)), guarded(frame.iloc[:, at])) for at, name in enumerate(frame.columns))


def _header(names: list[str], encoding: Encoding) -> bytes:
    line = StringIO(newline="")
    csv.writer(line).writerow(names)  # it quotes as polars does, and takes a name that stands twice
    return line.getvalue().encode(encoding, errors="replace")


def _write_lines(frame: pl.DataFrame, file: BinaryIO, encoding: Encoding) -> None:
    if encoding == "utf-8-sig":
        frame.write_csv(file, include_header=False, line_terminator="\r\n")
        return
    lines = BytesIO()
    frame.write_csv(lines, include_header=False, line_terminator="\r\n")
    file.write(lines.getvalue().decode().encode(encoding, errors="replace"))


def _cells(column: pd.Series[Any]) -> pl.Series:
    """Return a column as polars writes it: nothing for an empty cell, which it would quote."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, texts = column.cat.codes.to_numpy(), _texts(column.cat.categories.to_series())
        blank = (codes < 0) | np.isin(codes, np.flatnonzero(pc.equal(texts, "").to_numpy(zero_copy_only=False)))
        indices = pa.array(codes.astype(np.uint32), mask=blank)
        return pl.Series(pl.from_arrow(pa.DictionaryArray.from_arrays(indices, texts)))
    texts = _texts(column)
    return pl.Series(pl.from_arrow(pc.if_else(pc.equal(texts, ""), None, texts)))


def _texts(column: pd.Series[Any]) -> pa.Array:
    """Return every cell as text, as pandas would write it."""
    if not isinstance(column.dtype, pd.StringDtype):
        column = column.astype("str").where(column.notna(), "")
    return arrow(column)
