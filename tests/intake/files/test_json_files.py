"""JSON and JSON Lines: one record, one row; figures exactly as written; what can't be certain is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from grids import grid_of, notes_of, refused, rows_of

RECORDS = '{"项目名称":"甲","能耗":12533.050},\n{"能耗":1e-7,"新建":true,"备注":null}'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.json", f"[{RECORDS}]"),
        ("list.json", f'{{"code":0,"rows":[{RECORDS}],"ids":[1,2]}}'),
        ("list.json", f'{{"data":{{"total":2,"list":[{RECORDS}]}}}}'),
        ("list.jsonl", RECORDS.replace(",\n", "\n\n")),
        ("list.ndjson", RECORDS.replace(",\n", "\r\n")),
        ("list.json", RECORDS.replace(",\n", "\n")),
        ("list.txt", f"\ufeff [{RECORDS}]"),
    ],
)
def test_records_become_rows_under_the_keys_in_order_of_appearance(tmp_path: Path, name: str, content: str) -> None:
    grid = grid_of(tmp_path, name, content)
    assert rows_of(grid) == [
        ["项目名称", "能耗", "新建", "备注"],
        ["甲", "12533.050", "", ""],
        ["", "1e-7", "是", ""],
    ]
    assert grid.records
    assert list(grid.lines) == [0, 1, 2]


def test_figures_are_exactly_as_written(tmp_path: Path) -> None:
    figures = ["0.30000000000000004", "1E400", "-0", "914100001234568123", "9" * 5000, "1.10"]
    grid = grid_of(tmp_path, "list.json", "[" + ",".join(f'{{"a":{figure}}}' for figure in figures) + "]")
    assert [row[0] for row in grid.rows[1:]] == figures


def test_a_value_of_several_is_compact_text_with_a_note(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "list.json", '[{"a": 1, "产品": [{"名": "水泥", "量": 1.50}, null, true]}]')
    assert rows_of(grid)[1] == ["1", '[{"名":"水泥","量":1.50},null,true]']
    assert [note[:3] for note in grid.cell_notes] == [(1, 1, "nested-value")]


def test_no_records_are_no_rows(tmp_path: Path) -> None:
    assert rows_of(grid_of(tmp_path, "list.json", "[]")) == [[]]


@pytest.mark.parametrize(
    ("name", "content", "start"),
    [
        ("a.json", '[{"a":1},{"a":1,"a":2}]', "a.json: repeated-key: key `a` "),
        ("a.jsonl", '{"a":1}\n{"b":1,"b":1}', "a.jsonl:2: repeated-key: key `b` "),
        ("a.json", '[{"a":NaN}]', "a.json: broken-json: this is not valid JSON: `NaN`"),
        ("a.jsonl", '{"a":-Infinity}', "a.jsonl:1: broken-json: this is not valid JSON: `-Infinity`"),
        ("a.json", '[{"a":1},\n{"a":}]', "a.json: broken-json: this is not valid JSON: `2:6 }]`"),
        ("a.json", '[{"a":1}', "a.json: broken-json: "),
        ("a.json", '[{"a":"\\ud800"}]', "a.json:1: broken-json: "),
        ("a.json", '[{"a":1},5]', "a.json:2: not-a-record: `5` is no object"),
        ("a.jsonl", '{"a":1}\n[1]', "a.jsonl:2: not-a-record: `[1]` is no object"),
        ("a.json", '{"a":1}', "a.json: no-record-list: the object holds 0 arrays"),
        ("a.json", '{"a":[{"x":1}],"b":[{"y":1}]}', "a.json: no-record-list: the object holds 2 arrays"),
        ("a.json", "项目名称,备注\n甲,乙\n", "a.json: broken-json: "),
        ("a.json", "[" * 100_000, "a.json: broken-json: "),
        ("a.jsonl", '{"a":' * 100_000, "a.jsonl:1: broken-json: "),
    ],
)
def test_what_is_not_certain_is_refused_with_its_place(tmp_path: Path, name: str, content: str, start: str) -> None:
    assert refused(tmp_path, name, content).startswith(start)


def test_all_wrong_lines_are_told_at_once(tmp_path: Path) -> None:
    told = refused(tmp_path, "a.jsonl", '{"a":1}\n{"a"\n7\n{"a":1}\n')
    assert [line.split(": ")[:2] for line in told.splitlines()] == [
        ["a.jsonl:2", "broken-json"],
        ["a.jsonl:3", "not-a-record"],
    ]


def test_a_long_text_is_kept_and_noted(tmp_path: Path) -> None:
    grid = grid_of(tmp_path, "a.json", json.dumps([{"a": "x" * 32_768}]))
    assert (len(grid.rows[1][0]), notes_of(grid)) == (32_768, [(1, 0, "cell-too-long")])


def test_one_long_line_is_no_fault_of_a_json_file(tmp_path: Path) -> None:
    content = json.dumps([{"a": "x" * 30_000}] * 150)
    assert len(content) > 4_000_000
    assert len(grid_of(tmp_path, "a.json", content).rows) == 151
