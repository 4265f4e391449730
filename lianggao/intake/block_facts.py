"""Gather the facts below one header: one reader per kind of field, each distinct cell read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from lianggao.facts import Facts, Note
from lianggao.intake.cells import Cells, cells_of, identifier_remarks, tidy
from lianggao.intake.choices import Choices, read_asides, read_choices
from lianggao.intake.columns import JOINED, ColumnUse
from lianggao.intake.places import join_places, join_texts
from lianggao.intake.spans import Gathered, read_spans
from lianggao.intake.spellings import Headers
from lianggao.intake.texts import read_dates, read_text
from lianggao.quantities.text import clip
from lianggao.vocabulary import Vocabulary

Parts = list[tuple[str, "pd.Series[str]"]]


class BlockReader:
    """Gathers the facts while the columns are gone through."""

    def __init__(self, rows: int, vocabulary: Vocabulary, headers: Headers) -> None:
        self._rows, self._vocabulary, self._headers = rows, vocabulary, headers
        self._texts: dict[str, pd.Series[str]] = {}
        self._joined: dict[str, Parts] = {}
        self._spans, self._choices = Gathered(), Choices()
        self._notes: list[Note] = []

    def read(self, column: pd.Series[Any], use: ColumnUse) -> None:
        """Read one column; whatever is noted meanwhile is about this column."""
        told = [(notes, len(notes)) for notes in (self._notes, self._spans.notes, self._choices.notes)]
        self._read(tidy(column), use)
        for notes, before in told:
            notes[before:] = [replace(note, header=use.header) for note in notes[before:]]

    def _read(self, column: pd.Series[Any], use: ColumnUse) -> None:
        known = self._vocabulary[use.field]
        if known.kind == "quantity":
            read_spans(column, use, known, self._spans)
        elif known.kind == "date":
            cells = cells_of(column)
            texts, remarks = read_dates(cells)
            self._notes += cells.notes(remarks, use.field)
            self._single(use, texts)
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
        if use.field in JOINED:
            self._joined.setdefault(use.field, []).append((use.part, texts))
        else:
            self._single(use, texts)

    def _single(self, use: ColumnUse, texts: pd.Series[str]) -> None:
        """Keep the first statement of a field; a later column fills its blanks."""
        first = self._texts.get(use.field)
        if first is None:
            self._texts[use.field] = texts
            return
        differ = (first != "") & (texts != "") & (first != texts)
        self._notes += [
            Note(row, use.field, "first-kept", f"与“{clip(first[row])}”不一致，未采用", given=texts[row])
            for row in np.flatnonzero(differ).tolist()
        ]
        self._texts[use.field] = first.mask(first == "", texts)

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
        for name, parts in self._joined.items():
            texts[name] = join_places(parts) if name == "place" else join_texts(parts)
        notes = [*seen, *self._notes, *self._spans.notes, *self._choices.notes]
        notes.sort(key=lambda note: note.row)
        return Facts(self._rows, texts, self._choices.known, self._spans.spans, tuple(notes))
