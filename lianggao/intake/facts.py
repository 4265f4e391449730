"""Turn a list into the facts frame, header block by header block, every note with the cell that it is about.

The list may be a file's or a frame of the caller's own, with the vocabulary's keys or headers as people write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from lianggao.errors import InputError, fault
from lianggao.facts import Facts, Note, Notes, joined
from lianggao.intake.block_facts import BlockReader
from lianggao.intake.columns import ColumnReport, check_mapped, read_columns
from lianggao.intake.placing import Placing
from lianggao.intake.raw import Block, RawList
from lianggao.intake.spellings import Headers
from lianggao.quantities.text import clip
from lianggao.vocabulary import Vocabulary

TORN = "该行的格数多于表头，无法确定各格属于哪一列，整行按未填处理"


def report_columns(
    data: pd.DataFrame | RawList, vocabulary: Vocabulary, headers: Headers, mapping: Mapping[str, str] | None = None
) -> tuple[ColumnReport, ...]:
    """Return what each column gives, one report per header block; a frame has one.

    Raises InputError: `no-known-column`, and what is wrong with a mapping.
    """
    if isinstance(data, RawList):
        places = data.header_places()
        reports = [
            read_columns(
                list(block.columns),
                vocabulary,
                headers,
                data.header_places(block),
                corner=block.corner,
                mapping=mapping,
            )
            for block in data.blocks
        ]
    else:
        places = []
        reports = [read_columns([str(name) for name in data.columns], vocabulary, headers, mapping=mapping)]
    check_mapped(reports, mapping or {})
    if not any(report.used for report in reports):
        raise InputError([fault("no-known-column", places[0] if places else None)])
    return tuple(reports)


def read_facts(
    data: pd.DataFrame | RawList, reports: Sequence[ColumnReport], vocabulary: Vocabulary, headers: Headers
) -> Facts:
    """Read a list by what `report_columns` says of its columns.

    What can't be read is unknown, with a note; the rows stay as many and in order.
    """
    if not isinstance(data, RawList):
        return _block(data, reports[0], vocabulary, headers).facts(())
    parts = []
    for block, report in zip(data.blocks, reports, strict=True):
        frame = data.frame.iloc[block.first : block.stop][list(block.columns)].reset_index(drop=True)
        torn = [row - block.first for row in sorted(data.torn) if block.first <= row < block.stop]
        if torn:
            frame.iloc[torn] = ""
        shared = list(_spread(frame, data, block, report, vocabulary))
        facts = _block(frame, report, vocabulary, headers).facts(_seen(data, block, report))
        rows = [f"第{data.numbers[block.first + row]}行" for row in torn]
        notes = [Note(row, "", "torn-row", TORN, cell=name) for row, name in zip(torn, rows, strict=True)]
        parts.append(facts.adding(notes=[*notes, *shared]))
    return joined(parts)


def _spread(
    frame: pd.DataFrame, raw: RawList, block: Block, report: ColumnReport, vocabulary: Vocabulary
) -> Iterator[Note]:
    """Give each project its part in merged cells: texts stand for all of them, a figure is nobody's own."""
    fields = {use.header: use.field for use in report.used}
    for cell in raw.shared:
        field = fields.get(cell.header)
        if not field or not block.first <= cell.row < block.stop:
            continue
        row, quoted = cell.row - block.first, clip(cell.text)
        if vocabulary[field].kind == "quantity":
            text, code, told = "", "merged-figure", f"“{quoted}”为{cell.rows}行合并的单元格，各行多少不明，按未填处理"
        else:
            text, code, told = cell.text, "merged-read", f"“{quoted}”为{cell.rows}行合并的单元格，各行均按此读取"
        frame.loc[row, cell.header] = text
        yield Note(row, field, code, told, cell.header, given=cell.text)


def _block(frame: pd.DataFrame, report: ColumnReport, vocabulary: Vocabulary, headers: Headers) -> BlockReader:
    reader = BlockReader(len(frame), vocabulary, headers)
    for at, use in enumerate(report.uses):
        if use.field:
            reader.read(frame.iloc[:, at], use)
    return reader


def placed(notes: Iterable[Note], raw: RawList, reports: Sequence[ColumnReport]) -> Notes:
    """Say where the cell stands that a note is about, where the note or its field names one column of its block."""
    of_field = [_one_column(report) for report in reports]
    return Notes.of(notes).mapped(Placing(raw, of_field).placed)


def _one_column(report: ColumnReport) -> Mapping[str, str]:
    """Return the header of every field that one column alone gives."""
    headers: dict[str, list[str]] = {}
    for use in report.used:
        headers.setdefault(use.field, []).append(use.header)
    return {field: given[0] for field, given in headers.items() if len(given) == 1}


def _seen(raw: RawList, block: Block, report: ColumnReport) -> Iterable[Note]:
    """Return the notes that reading the file gave, for the columns that are used."""
    fields = {use.header: use.field for use in report.used}
    return (
        Note(note.row - block.first, fields[note.header], note.code, note.text, note.header)
        for note in raw.cell_notes
        if note.header in fields and block.first <= note.row < block.stop
    )
