"""What each column of a file was understood as, and why, with how much it holds and what its cells look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lianggao.errors import Place
from lianggao.intake.columns.listed import read_columns
from lianggao.intake.columns.mapped import check_mapped
from lianggao.intake.columns.use import ColumnReport, ColumnUse
from lianggao.intake.raw import Block, RawList
from lianggao.intake.spellings import Headers
from lianggao.vocabulary import Vocabulary

SAMPLES = 2


@dataclass(frozen=True, slots=True)
class Described:
    """One column: where its header stands (`D1`, or `#4` in a text file), what it gives, and what its cells hold."""

    place: str
    use: ColumnUse
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True)
class DescribedBlock:
    """The columns of one header block of a list."""

    block: Block
    report: ColumnReport
    columns: tuple[Described, ...]


def describe_columns(
    raw: RawList, vocabulary: Vocabulary, headers: Headers, mapping: Mapping[str, str] | None = None
) -> tuple[DescribedBlock, ...]:
    """Describe every column of a list; samples are as written, contacts included.

    Raises InputError as `read_columns` does, and `mapping-column-unknown`.
    """
    described = tuple(_describe(raw, block, vocabulary, headers, mapping) for block in raw.blocks)
    check_mapped([one.report for one in described], mapping or {})
    return described


def _describe(
    raw: RawList, block: Block, vocabulary: Vocabulary, headers: Headers, mapping: Mapping[str, str] | None
) -> DescribedBlock:
    names, places = list(block.columns), raw.header_places(block)
    report = read_columns(names, vocabulary, headers, places, corner=block.corner, mapping=mapping)
    rows = raw.frame.iloc[block.first : block.stop]
    columns = (_column(rows[name], place, use) for name, place, use in zip(names, places, report.uses, strict=True))
    return DescribedBlock(block, report, tuple(columns))


def _column(cells: pd.Series[str], place: Place, use: ColumnUse) -> Described:
    filled = cells[cells.str.strip() != ""]
    samples = tuple(dict.fromkeys(filled))[:SAMPLES]
    return Described(place.cell or f"#{place.column}", use, len(filled), samples)
