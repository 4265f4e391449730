"""Make the list, or a part of it, of what was found on a page: its frame, its blocks, and where each project stands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lianggao.intake.layout.walk import Part, Walk
from lianggao.intake.raw import Aside, Block, CellNote, ListNote, RawList, Shared

Rows = NDArray[np.int64]
PlaceOf = Callable[[int], int | None]
"""Returns the project that a row is, counted from the first of the list."""

WHY = {
    "title": "标题",
    "unit_line": "单位行",
    "column_numbers": "列号",
    "header_again": "重复的表头",
    "total": "合计",
    "form": "填表信息",
    "remark": "说明",
    "number_only": "只有序号",
    "section": "分组标题",
}


class Source(Protocol):
    """Where rows and their cells come from."""

    @property
    def file(self) -> str: ...
    @property
    def sheet(self) -> str: ...
    @property
    def records(self) -> bool: ...
    @property
    def torn(self) -> Iterable[int]: ...
    @property
    def cell_notes(self) -> Iterable[tuple[int, int, str, str]]: ...

    def lines_of(self, rows: Rows) -> array[int]:
        """Return the line on which each row starts."""
        ...

    def texts(self, rows: Rows, columns: Sequence[int]) -> list[pd.Series]:
        """Return some cells of rows, one series for each column."""
        ...

    def shared(self, blocks: Sequence[Block], place_of: PlaceOf) -> Iterable[Shared]:
        """Return what stands in cells merged over several projects."""
        ...


@dataclass(frozen=True)
class Found:
    """The parts of a page, the names of their columns, the rows set aside, and what is told of the list."""

    parts: Sequence[Part]
    names: Sequence[Mapping[int, str]]
    aside: tuple[Aside, ...]
    notes: tuple[ListNote, ...]

    @classmethod
    def of(cls, walk: Walk, notes: Sequence[ListNote]) -> Found:
        """Gather what was found once all rows are seen; `notes` are those of the file."""
        aside = tuple(walk.aside)
        told = (*notes, *_notes(aside, walk.blank))
        return cls(walk.parts, [_names(part) for part in walk.parts], aside, told)

    @property
    def headers(self) -> list[str]:
        """Return the columns of the frame."""
        return list(dict.fromkeys(name for names in self.names for name in names.values()))


def build(source: Source, found: Found) -> RawList:
    """Make the whole list."""
    rows = [part.rows for part in found.parts]
    return replace(of_rows(source, found, list(enumerate(rows))), notes=found.notes, aside=found.aside)


def of_rows(source: Source, found: Found, chosen: Sequence[tuple[int, Rows]]) -> RawList:
    """Make a list of some projects: rows in order, each with the number of the part to which they belong."""
    blocks, frames, first = list[Block](), list[pd.DataFrame](), 0
    for at, rows in chosen:
        part, names = found.parts[at], found.names[at]
        frame = pd.DataFrame(dict(enumerate(source.texts(rows, list(names)))))
        frame.columns = pd.Index(list(names.values()))
        frames.append(frame)
        columns = {name: column + 1 for column, name in names.items()}
        blocks.append(Block(first, first + len(rows), *part.lines, columns, part.corner))
        first += len(rows)
    kept = np.concatenate([rows for _, rows in chosen])

    def place_of(row: int) -> int | None:
        at = int(np.searchsorted(kept, row))
        return at if at < len(kept) and kept[at] == row else None

    return RawList(
        frame=_joined(frames, found.headers),
        file=source.file,
        sheet=source.sheet,
        blocks=tuple(blocks),
        lines=source.lines_of(kept),
        numbers=array("q", (kept + 1).tobytes()),
        cell_notes=tuple(_cell_notes(source, blocks, place_of)),
        torn=frozenset(place for row in source.torn if (place := place_of(row)) is not None),
        shared=tuple(source.shared(blocks, place_of)),
        records=source.records,
    )


def _joined(frames: Sequence[pd.DataFrame], headers: Sequence[str]) -> pd.DataFrame:
    """Join blocks; where one does not have a column that others have, its cells are blank."""
    if len(frames) == 1 and frames[0].columns.isin(headers).sum() >= len(headers):
        return frames[0]
    joined = pd.concat(frames, ignore_index=True)
    return joined.reindex(columns=pd.Index(headers)).astype("str").fillna("")


def _cell_notes(source: Source, blocks: Sequence[Block], place_of: PlaceOf) -> Iterable[CellNote]:
    starts = [block.first for block in blocks]
    names = [{at - 1: name for name, at in block.columns.items()} for block in blocks]
    for row, column, code, text in source.cell_notes:
        if (place := place_of(row)) is not None:
            header = names[max(bisect_right(starts, place) - 1, 0)].get(column)
            if header:
                yield CellNote(place, header, code, text)


def _names(part: Part) -> dict[int, str]:
    """Return a name for every column that has a header or content, each name once."""
    names, seen = dict[int, str](), set[str]()
    for at in sorted(part.filled | set(part.head.names)):
        name = part.head.names.get(at) or f"（第{at + 1}列，无表头）"
        names[at] = name if name not in seen else f"{name}（第{at + 1}列）"
        seen.add(names[at])
    return names


def _notes(aside: tuple[Aside, ...], blank: int) -> list[ListNote]:
    notes = [ListNote("blank-rows", f"略去{blank}个空行")] if blank else []
    if aside:
        told = "、".join(f"第{row.line}行（{WHY[row.why]}）" for row in aside)
        notes.append(ListNote("set-aside", f"未作为项目的行：{told}"))
    return notes
