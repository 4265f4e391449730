# ruff: noqa: E501, SIM905
"""A table read by columns is the list that reading row by row gives, note for note; its parts make up the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lianggao.errors import InputError
from lianggao.intake import Headers, RawList
from lianggao.intake.columns import read_header
from lianggao.intake.files import TextTable, UnsureError, open_cells
from lianggao.intake.layout import LongTable, cut, lay_out
from lianggao.vocabulary import Vocabulary

Read = Callable[[TextTable], RawList]
HEADER = ["序号", "项目名称", "建设单位", "总投资（万元）"]
quick = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


class Readers:
    """The three ways in which a table is read."""

    def __init__(self, vocabulary: Vocabulary, headers: Headers) -> None:
        known: dict[str, object] = {}
        self._asked = (
            lambda text: known.setdefault(text, read_header(text, vocabulary, headers)),
            headers.spellings.keys() | headers.nothing.keys(),
        )

    def by_rows(self, table: TextTable) -> RawList:
        return lay_out(table.grid(), *self._asked)

    def by_columns(self, table: TextTable) -> RawList:
        return LongTable(table, *self._asked, keep="all").whole()

    def in_parts(self, table: TextTable, size: int) -> Iterator[Iterator[RawList]]:
        for keep in ("nothing", "packed"):
            long = LongTable(table, *self._asked, keep=keep)
            yield long.parts(size)
            yield long.parts(size)


@pytest.fixture(scope="module")
def readers(vocabulary: Vocabulary, headers: Headers) -> Readers:
    return Readers(vocabulary, headers)


def table_of(path: Path, content: bytes, block: int) -> TextTable:
    path.write_bytes(content)
    table = open_cells(path, small=0)
    assert isinstance(table, TextTable)
    return replace(table, block=block)


def all_of(raw: RawList) -> dict[str, object]:
    """Return all that a list says, in a form that can be compared."""
    return {
        "cells": raw.frame.to_dict("split"),
        "types": [str(kind) for kind in raw.frame.dtypes],
        "lines": list(raw.lines),
        "numbers": list(raw.numbers),
        "blocks": [(replace(block, columns={}), list(block.columns.items())) for block in raw.blocks],
        "notes": (raw.cell_notes, raw.notes, raw.aside, raw.torn, raw.shared),
        "file": (raw.file, raw.sheet, raw.records),
    }


def outcome(read: Callable[[], RawList]) -> dict[str, object] | str:
    try:
        return all_of(read())
    except InputError as error:
        return error.render("zh")


def put_together(parts: Sequence[RawList]) -> dict[str, object]:
    """Return what the parts of a list say, as if it were one."""
    first, lines, numbers = 0, list[int](), list[int]()
    blocks, notes, torn, shared = {}, [], set(), []
    for part in parts:
        for block in part.blocks:
            key = (block.top, block.bottom)
            begin = blocks[key][0].first if key in blocks else block.first + first
            moved = replace(block, first=begin, stop=block.stop + first, columns={})
            blocks[key] = (moved, list(block.columns.items()))
        notes += [replace(note, row=note.row + first) for note in part.cell_notes]
        torn |= {row + first for row in part.torn}
        shared += [cell._replace(row=cell.row + first) for cell in part.shared]
        lines += part.lines
        numbers += part.numbers
        first += len(part.frame)
    last = parts[-1]
    return {
        **all_of(last),
        "cells": pd.concat([part.frame for part in parts], ignore_index=True).to_dict("split"),
        "lines": lines,
        "numbers": numbers,
        "blocks": list(blocks.values()),
        "notes": (tuple(notes), last.notes, last.aside, frozenset(torn), tuple(shared)),
    }


def with_projects(raw: dict[str, object]) -> dict[str, object]:
    """Leave out blocks without projects, which no part has."""
    blocks = raw["blocks"]
    assert isinstance(blocks, list)
    return {**raw, "blocks": [block for block in blocks if block[0].first < block[0].stop] or blocks}


CELLS = (
    "|| |　|1|2|9.5|２|熟料线|玻璃线|一|一、甲|（二）乙|二期|项目名称|建设单位|序号|总投资|当量值|合计|合 计|合计（2个）|设计|共3个项目"
    '|填表人：|填报单位：甲|说明：|备注|注：同上|（以下空白）|单位：万元|单位：亿元、亩| 合计|合计 |5"管|a,b|两\n行|两\r\n行|""'
).split("|")
cell = st.sampled_from(CELLS)
row = st.lists(cell, min_size=4, max_size=4)
project = st.tuples(st.sampled_from(["1", "2", "", "三"]), st.sampled_from(["熟料线", "玻璃线"]), cell, cell).map(list)
ragged = st.lists(cell, max_size=6)
other_head = st.sampled_from(
    [HEADER, ["项目名称", "总投资", "建设地点", ""], ["序号", "项目名称", "年综合能源消费量", ""]]
)
rows = st.lists(st.one_of(project, project, row, ragged, other_head), max_size=14)
quoting = st.sampled_from(["needed", "all", "none"])


def written(table: Sequence[Sequence[str]], end: str, quoted: str) -> str:
    def text(cell: str) -> str:
        if quoted == "none" or (quoted == "needed" and not set(cell) & set(',"\n\r')):
            return cell
        return '"' + cell.replace('"', '""') + '"'

    return "".join(",".join(map(text, row)) + end for row in table)


@quick
@given(
    above=st.lists(ragged, max_size=2),
    below=rows,
    end=st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    quoted=quoting,
    encoding=st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"]),
    block=st.sampled_from([40, 90, 300, 4_000_000]),
    size=st.integers(1, 6),
)
def test_by_columns_as_row_by_row(
    tmp_path: Path,
    readers: Readers,
    above: list[list[str]],
    below: list[list[str]],
    end: str,
    quoted: str,
    encoding: str,
    block: int,
    size: int,
) -> None:
    # Enough rows alike that most columns are where they seem.
    table = [*above, HEADER, ["1", "熟料线", "甲", "9"], ["2", "玻璃线", "乙", "8"], *below, ["3", "石灰窑", "丙", "7"]]
    given = table_of(tmp_path / "list.csv", written(table, end, quoted).encode(encoding), block)
    slow = outcome(lambda: readers.by_rows(given))
    try:
        assert outcome(lambda: readers.by_columns(given)) == slow
    except UnsureError:
        event("unsure")
        return
    event("sure" if isinstance(slow, dict) else slow.split(":")[1] if ":" in slow else slow)
    if isinstance(slow, dict):
        for parts in readers.in_parts(given, size):
            assert with_projects(put_together(list(parts))) == with_projects(slow)
        assert put_together(list(cut(readers.by_rows(given), size))) == with_projects(slow)
