"""Turn a list into the facts frame: one reader per kind of field, each distinct cell read once.

The list may be a file's or a frame of the caller's own, with the vocabulary's keys or headers as people write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from lianggao.facts import Facts, Note
from lianggao.intake.cells import Cells, cells_of, identifier_remarks, tidy
from lianggao.intake.choices import Choices, read_asides, read_choices
from lianggao.intake.columns import ColumnReport, ColumnUse, read_columns
from lianggao.intake.places import join_contents, join_places
from lianggao.intake.raw import RawList
from lianggao.intake.spans import Gathered, read_spans
from lianggao.intake.spellings import Headers
from lianggao.intake.texts import read_dates, read_text
from lianggao.vocabulary import Vocabulary

Parts = list[tuple[str, "pd.Series[str]"]]


def report_columns(data: pd.DataFrame | RawList, vocabulary: Vocabulary, headers: Headers) -> ColumnReport:
    """Return what each column of a list gives.

    Raises InputError: `repeated-header`, `one-field-twice`, `no-known-column`.
    """
    if isinstance(data, RawList):
        return read_columns(list(data.frame.columns), vocabulary, headers, data.header_places())
    return read_columns([str(name) for name in data.columns], vocabulary, headers)


def read_facts(data: pd.DataFrame | RawList, vocabulary: Vocabulary, headers: Headers) -> Facts:
    """Read a list. What can't be read is unknown, with a note; the rows stay as many and in order.

    Raises InputError: `repeated-header`, `one-field-twice`, `no-known-column`.
    """
    report = report_columns(data, vocabulary, headers)
    frame = data.frame if isinstance(data, RawList) else data
    reader = _Reader(len(frame), vocabulary, headers)
    for at, use in enumerate(report.uses):
        if use.field:
            reader.read(frame.iloc[:, at], use)
    if not isinstance(data, RawList):
        return reader.facts(())
    facts = reader.facts(_seen(data, report))
    return replace(facts, notes=tuple(_placed(facts.notes, data, report)))


def _placed(notes: Iterable[Note], raw: RawList, report: ColumnReport) -> Iterator[Note]:
    """Say where the cell stands that a note is about, as far as one column alone gives its field."""
    headers: dict[str, list[str]] = {}
    for use in report.used:
        headers.setdefault(use.field, []).append(use.header)
    for note in notes:
        given = headers.get(note.field, [])
        yield replace(note, text=f"{raw.cell_name(note.row, given[0])}：{note.text}") if len(given) == 1 else note


def _seen(raw: RawList, report: ColumnReport) -> Iterable[Note]:
    """Return the notes that reading the file gave, for the columns that are used."""
    fields = {use.header: use.field for use in report.used}
    return (
        Note(note.row, fields[note.header], note.code, note.text) for note in raw.cell_notes if note.header in fields
    )


class _Reader:
    """Gathers the facts while the columns are gone through."""

    def __init__(self, rows: int, vocabulary: Vocabulary, headers: Headers) -> None:
        self._rows, self._vocabulary, self._headers = rows, vocabulary, headers
        self._texts: dict[str, pd.Series[str]] = {}
        self._joined: dict[str, Parts] = {}
        self._spans, self._choices = Gathered(), Choices()
        self._notes: list[Note] = []

    def read(self, column: pd.Series[Any], use: ColumnUse) -> None:
        """Read one column."""
        column, known = tidy(column), self._vocabulary[use.field]
        if known.kind == "quantity":
            read_spans(column, use, known, self._spans)
        elif known.kind == "date":
            cells = cells_of(column)
            self._texts[use.field], remarks = read_dates(cells)
            self._notes += cells.notes(remarks, use.field)
        elif known.kind == "text":
            self._read_text(column, use)
        elif use.field == "county":
            self._read_county(cells_of(column))
        else:
            cells = cells_of(column)
            read_choices(cells, use.field, self._vocabulary, self._headers, self._choices)
            if use.field == "stage":
                read_asides(cells, self._vocabulary, self._headers, self._choices)

    def _read_text(self, column: pd.Series[Any], use: ColumnUse) -> None:
        texts = read_text(column, claim=use.field == "declared_lianggao")
        if not isinstance(column.dtype, pd.StringDtype):
            cells = cells_of(column)
            self._notes += cells.notes(identifier_remarks(cells.values), use.field)
        if use.field == "approvals":
            read_asides(cells_of(column), self._vocabulary, self._headers, self._choices)
        if use.field in ("place", "content"):
            self._joined.setdefault(use.field, []).append((use.part, texts))
        else:
            self._texts[use.field] = texts

    def _read_county(self, cells: Cells) -> None:
        """Take division codes as the choice they are, and leave names to the reader of places."""
        codes = frozenset(self._vocabulary["county"].values)
        coded = [text if text in codes else "" for text in cells.texts]
        named = [text if text not in codes else "" for text in cells.texts]
        if any(coded):
            code_cells = Cells(tuple(coded), cells.codes)
            read_choices(code_cells, "county", self._vocabulary, self._headers, self._choices)
        texts = pd.Series(np.array([*named, ""], dtype=object)[cells.codes], dtype="string")
        self._joined.setdefault("place", []).append(("county", read_text(texts)))

    def facts(self, seen: Iterable[Note]) -> Facts:
        """Return all that was read; notes are in the order of the rows."""
        texts = dict(self._texts)
        if places := self._joined.get("place"):
            texts["place"] = join_places(places)
        if contents := self._joined.get("content"):
            texts["content"] = join_contents(contents)
        notes = [*seen, *self._notes, *self._spans.notes, *self._choices.notes]
        notes.sort(key=lambda note: note.row)
        return Facts(self._rows, texts, self._choices.known, self._spans.spans, tuple(notes))
