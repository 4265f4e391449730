"""Go down a page once: headers begin blocks, rows below them are projects, and all else is set aside and listed."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from lianggao.errors import InputError, Place, fault
from lianggao.intake.layout.heads import Head, first_head, head_at, is_form, is_new_head
from lianggao.intake.layout.page import Page, Reads
from lianggao.intake.layout.rows import Sorter
from lianggao.intake.layout.shared import shared_cells
from lianggao.intake.raw import Aside, Block, CellNote, Grid, ListNote, RawList

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
_UNITS = re.compile(r"(?:^|[（(\s])(?:计量|金额|货币|数量|面积|能耗)?单位\s*[:：]\s*([^）)\s]+)")
_WHO = re.compile(r"[填申上报送建设主管]单位\s*[:：]")


@dataclass
class _Part:
    """A block while it is gathered: its header, the units above it, and the rows of its projects."""

    head: Head
    corner: tuple[str, ...]
    rows: list[int] = field(default_factory=list)


def lay_out(grid: Grid, reads: Reads, words: Set[str]) -> RawList:
    """Find the headers and projects of a grid; `reads` says what a header gives, `words` are plain headers.

    Raises InputError: `empty-list`, and `form-not-list` for a sheet with names on the left and values beside them.
    """
    page = Page(grid, reads, words)
    head = first_head(page)
    if head is None:
        raise InputError([fault("empty-list", Place(grid.file, cell=grid.sheet))])
    if is_form(page, head):
        raise InputError([fault("form-not-list", Place(grid.file, cell=grid.sheet))])
    aside: list[Aside] = []
    corner = _above(page, range(head.top), aside)
    parts, sorter, blank = [_Part(head, corner)], Sorter(page, head), 0
    row = head.bottom + 1
    last = max((at for at in range(len(grid.rows)) if not page.is_blank(at)), default=-1)
    pending = list[int]()
    while row <= last:
        if is_new_head(page, row) and not grid.records and row not in grid.torn and not sorter.why_aside(row):
            head = head_at(page, row, above=_taken(parts, aside, grid, row))
            corner = _corner_of(page, [at for at in pending if at < head.top])
            parts.append(_Part(head, corner))
            sorter, row = Sorter(page, head), head.bottom + 1
            continue
        if page.is_blank(row):
            blank += 1
        elif why := sorter.why_aside(row) or ("unit_line" if _is_unit_line(page, row) else ""):
            aside.append(_aside(page, row, why))
            pending.append(row)
        else:
            parts[-1].rows.append(row)
            pending.clear()
        row += 1
    return _raw_list(page, parts, tuple(aside), blank)


def _taken(parts: list[_Part], aside: list[Aside], grid: Grid, row: int) -> int:
    """Return the last row above `row` that is a project or was set aside."""
    projects = [part.rows[-1] for part in parts if part.rows]
    lines = {line: at for at, line in enumerate(grid.lines[:row])}
    return max([*projects, *(lines[a.line] for a in aside if a.line in lines), parts[-1].head.bottom], default=-1)


def _above(page: Page, rows: range, aside: list[Aside]) -> tuple[str, ...]:
    for row in rows:
        if page.filled(row):
            aside.append(_aside(page, row, "unit_line" if _corner_of(page, [row]) else "title"))
    return _corner_of(page, list(rows))


def _corner_of(page: Page, rows: list[int]) -> tuple[str, ...]:
    """Return what lines above a header say of units: `万元`, `万元、亩`."""
    texts = [page.text(row, at) for row in rows for at in page.filled(row)]
    return tuple(found[1] for text in texts if not _WHO.search(text) for found in _UNITS.finditer(text))


def _is_unit_line(page: Page, row: int) -> bool:
    filled = page.filled(row)
    return len(filled) == 1 and bool(_corner_of(page, [row]))


def _aside(page: Page, row: int, why: str) -> Aside:
    text = " ".join(dict.fromkeys(page.text(row, at) for at in page.filled(row)))
    return Aside(page.grid.lines[row], why, text)


def _raw_list(page: Page, parts: list[_Part], aside: tuple[Aside, ...], blank: int) -> RawList:
    grid, kept = page.grid, [row for part in parts for row in part.rows]
    blocks, frames, first = list[Block](), list[pd.DataFrame](), 0
    for part in parts:
        names = _unique(page, part)
        frames.append(_frame(grid, part.rows, names))
        lines = grid.lines[part.head.top], grid.lines[part.head.bottom]
        columns = {name: at + 1 for at, name in names.items()}
        blocks.append(Block(first, first + len(part.rows), *lines, columns, part.corner))
        first += len(part.rows)
    frame = pd.concat(frames, ignore_index=True).fillna("") if len(frames) > 1 else frames[0]
    place = {row: at for at, row in enumerate(kept)}
    raw = RawList(
        frame=frame.astype("str") if len(frames) > 1 else frame,
        file=grid.file,
        sheet=grid.sheet,
        blocks=tuple(blocks),
        lines=tuple(grid.lines[row] for row in kept),
        numbers=tuple(row + 1 for row in kept),
        notes=(*grid.notes, *_notes(aside, blank)),
        aside=aside,
        torn=frozenset(place[row] for row in grid.torn if row in place),
        shared=tuple(shared_cells(grid, blocks, place)),
        records=grid.records,
    )
    return _with_cell_notes(raw, grid, place)


def _with_cell_notes(raw: RawList, grid: Grid, place: dict[int, int]) -> RawList:
    names = [{at - 1: name for name, at in block.columns.items()} for block in raw.blocks]
    of_block = {id(block): named for block, named in zip(raw.blocks, names, strict=True)}
    notes = tuple(
        CellNote(place[row], header, code, text)
        for row, at, code, text in grid.cell_notes
        if row in place and (header := of_block[id(raw.block_of(place[row]))].get(at))
    )
    return replace(raw, cell_notes=notes)


def _unique(page: Page, part: _Part) -> dict[int, str]:
    """Return a name for every column that has a header or content, each name once."""
    names, seen = dict[int, str](), set[str]()
    filled = {at for row in part.rows for at in page.filled(row)} | set(part.head.names)
    for at in sorted(filled):
        name = part.head.names.get(at) or f"（第{at + 1}列，无表头）"
        names[at] = name if name not in seen else f"{name}（第{at + 1}列）"
        seen.add(names[at])
    return names


def _frame(grid: Grid, rows: list[int], names: dict[int, str]) -> pd.DataFrame:
    width = len(grid.rows[0]) if grid.rows else 0
    cells = np.array([grid.rows[row] for row in rows], dtype=object).reshape(len(rows), width)
    frame = pd.DataFrame({at: pd.Series(cells[:, at], dtype="str") for at in names})
    frame.columns = pd.Index(list(names.values()))
    return frame


def _notes(aside: tuple[Aside, ...], blank: int) -> list[ListNote]:
    notes = [ListNote("blank-rows", f"略去{blank}个空行")] if blank else []
    if aside:
        told = "、".join(f"第{row.line}行（{WHY[row.why]}）" for row in aside)
        notes.append(ListNote("set-aside", f"未作为项目的行：{told}"))
    return notes
