"""Gather the facts below one header: one reader per kind of field, each distinct cell read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from lianggao.coded_texts import TEXT, Coded, Combinations, Texts
from lianggao.facts import Facts
from lianggao.intake.cells import Cells, cells_of, identifier_remarks, tidy
from lianggao.intake.choices import Choices, read_asides, read_choices
from lianggao.intake.columns import JOINED, ColumnUse
from lianggao.intake.places import join_places, join_texts
from lianggao.intake.spans import Gathered, read_spans
from lianggao.intake.spellings import Headers
from lianggao.intake.texts import read_dates, read_text
from lianggao.noting import Block, Note, Notes
from lianggao.quantities.text import clip
from lianggao.text_columns import chosen
from lianggao.vocabulary import Vocabulary

Parts = list[tuple[str, Coded]]


class BlockReader:
    """Gathers the facts while the columns are gone through."""

    def __init__(self, rows: int, vocabulary: Vocabulary, headers: Headers) -> None:
        self._rows, self._vocabulary, self._headers = rows, vocabulary, headers
        self._texts: dict[str, Coded] = {}
        self._joined: dict[str, Parts] = {}
        self._spans, self._choices = Gathered(), Choices()
        self._blocks: list[Block] = []

    def read(self, column: pd.Series[Any], use: ColumnUse) -> None:
        """Read one column; whatever is noted meanwhile is about this column."""
        told = [(blocks, len(blocks)) for blocks in (self._blocks, self._spans.blocks, self._choices.blocks)]
        self._read(column, use)
        for blocks, before in told:
            blocks[before:] = [replace(block, header=use.header) for block in blocks[before:]]

    def _read(self, column: pd.Series[Any], use: ColumnUse) -> None:
        known = self._vocabulary[use.field]
        if known.kind == "quantity":
            read_spans(tidy(column), use, known, self._spans)
            return
        cells = cells_of(column)
        if known.kind == "date":
            texts, remarks = read_dates(cells)
            self._blocks += cells.notes(remarks, use.field).blocks
            self._single(use, texts)
        elif known.kind == "text":
            self._read_text(cells, use)
        elif use.field == "county":
            self._read_county(cells)
        else:
            read_choices(cells, use.field, self._vocabulary, self._headers, self._choices)
            if use.field == "stage":
                read_asides(cells, self._vocabulary, self._headers, self._choices)

    def _read_text(self, cells: Cells, use: ColumnUse) -> None:
        texts = read_text(cells, claim=use.field == "declared_lianggao")
        if not cells.all_texts:
            self._blocks += cells.notes(identifier_remarks(cells.values), use.field).blocks
        if use.field == "approvals":
            read_asides(cells, self._vocabulary, self._headers, self._choices)
        if use.field in JOINED:
            self._joined.setdefault(use.field, []).append((use.part, texts))
        else:
            self._single(use, texts)

    def _single(self, use: ColumnUse, texts: Coded) -> None:
        """Keep the first statement of a field; a later column fills its blanks."""
        first = self._texts.get(use.field)
        if first is None:
            self._texts[use.field] = texts
            return
        both = Combinations.of([first, texts], self._rows)
        told = [f"与“{clip(one)}”不一致，未采用" if one and other and one != other else "" for one, other in both.texts]
        rows = np.flatnonzero(np.array([bool(text) for text in told], dtype=bool)[both.of_row])
        which, given = both.of_row[rows], [other for _, other in both.texts]
        self._blocks.append(Block(rows, use.field, "first-kept", chosen(told, which), given=chosen(given, which)))
        self._texts[use.field] = Coded(both.of_row, pa.array([one or other for one, other in both.texts], TEXT))

    def _read_county(self, cells: Cells) -> None:
        """Take division codes as the choice they are, and leave names to the reader of places."""
        codes = frozenset(self._vocabulary["county"].values)
        coded = [text if text in codes else "" for text in cells.texts]
        named = [text if text not in codes else "" for text in cells.texts]
        if any(coded):
            read_choices(Cells(coded, cells.codes), "county", self._vocabulary, self._headers, self._choices)
        self._joined.setdefault("place", []).append(("county", read_text(Cells(named, cells.codes))))

    def facts(self, seen: Iterable[Note]) -> Facts:
        """Return all that was read; notes are in the order of the rows."""
        texts = dict(self._texts)
        for name, parts in self._joined.items():
            texts[name] = join_places(parts) if name == "place" else join_texts(parts)
        blocks = [*Notes.of(seen).blocks, *self._blocks, *self._spans.blocks, *self._choices.blocks]
        notes = Notes([blocks]).by_row()
        return Facts(self._rows, Texts(texts), self._choices.known, self._spans.spans, notes)
