"""Any table written in any form is read back cell for cell; any damage ends in a table or in a clear refusal."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from file_writers import ods_of, rows_xml, text_cell, workbook, xls_of, xlsx_of, zipped
from grids import Rows, grid_of, rows_of, trimmed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lianggao.errors import InputError

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

CHARACTERS = "项目万吨㎡³㎥𠮷，；“”０1259.-%/,;\t\n\"' =Aé<&_"
texts = st.text(CHARACTERS, max_size=6)
tables = st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=6)
DELIMITERS = st.sampled_from(",\t;")


def written(rows: Rows, delimiter: str, end: str, always: bool) -> str:
    held = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if always else csv.QUOTE_MINIMAL
    csv.writer(held, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return held.getvalue()


@quick
@given(
    tables,
    DELIMITERS,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"]),
    st.booleans(),
)
def test_any_text_table_is_read_back(
    tmp_path: Path, rows: Rows, delimiter: str, end: str, encoding: str, always: bool
) -> None:
    # What separates cells is found from a header and rows that agree, as every list has them.
    # A writer that ends lines with CR alone leaves LF within a cell without quotes.
    always = always or end == "\r"
    whole = [["项目名称", "行业代码", "备注"], ["甲", "0111", "乙"], *rows, ["丙", "0112", "丁"], ["戊", "0113", "己"]]
    begin = f"sep={delimiter}{end}" if "sep" in encoding else ""
    grid = grid_of(tmp_path, "list.csv", (begin + written(whole, delimiter, end, always)).encode(encoding))
    assert rows_of(grid) == whole
    assert (grid.torn, grid.cell_notes) == (set(), [])


@quick
@given(tables, DELIMITERS)
def test_a_stated_separator_is_always_followed(tmp_path: Path, rows: Rows, delimiter: str) -> None:
    grid = grid_of(tmp_path, "list.csv", f"sep={delimiter}\n" + written(rows, delimiter, "\n", True))
    assert rows_of(grid) == rows


@quick
@given(tables, st.sampled_from([(xlsx_of, "a.xlsx"), (xls_of, "a.xls"), (ods_of, "a.ods")]))
def test_any_workbook_is_read_back(tmp_path: Path, rows: Rows, form: tuple[Callable[[Rows], bytes], str]) -> None:
    make, name = form
    # A text that begins with `=` would be written as a formula.
    rows = [[cell.replace("=", "＝") for cell in row] for row in rows]
    content = make(rows)
    if not any(cell.strip() for row in rows for cell in row):
        with pytest.raises(InputError, match="empty-list"):
            grid_of(tmp_path, name, content)
        return
    grid = grid_of(tmp_path, name, content)
    assert trimmed(rows_of(grid)) == trimmed(rows)
    assert not grid.cell_notes


@quick
@given(st.lists(st.dictionaries(texts, texts | st.integers() | st.none(), max_size=4), max_size=6), st.booleans())
def test_any_records_are_read_back(tmp_path: Path, records: list[dict[str, str | int | None]], by_lines: bool) -> None:
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    content = "\n".join(lines) if by_lines else "[" + ",".join(lines) + "]"
    if not content:
        return
    grid = grid_of(tmp_path, "a.jsonl" if by_lines else "a.json", content)
    keys, *rows = rows_of(grid)
    assert keys == list(dict.fromkeys(key for record in records for key in record))
    wanted = [["" if (value := record.get(key)) is None else str(value) for key in keys] for record in records]
    assert rows == wanted


def _xlsx_with(figure: float) -> bytes:
    """Return a workbook that stores every digit; the common writer stores 16."""
    return zipped(workbook(rows_xml(f"{text_cell('x')}<c><v>{figure!r}</v></c>")))


def _xls_with(figure: float) -> bytes:
    return xls_of([["x", figure]])


@quick
@given(st.floats(-1e14, 1e14) | st.integers(-(10**14), 10**14), st.sampled_from([_xlsx_with, _xls_with]))
def test_any_figure_is_read_to_15_digits(tmp_path: Path, figure: float, make: Callable[[float], bytes]) -> None:
    text = grid_of(tmp_path, "a.xls", make(figure)).rows[0][1]
    assert "e" not in text.lower()
    assert float(text) == float(format(float(figure), ".15g"))
    assert "." not in text or not text.endswith((".", "0"))


BASES = {
    "a.xlsx": xlsx_of([["甲", 1.5, "乙"]] * 5),
    "a.xls": xls_of([["甲", 1.5, "乙"]] * 5),
    "a.ods": ods_of([["甲", "1.5", "乙"]] * 5),
    "a.csv": ("甲,1.5,乙\n" * 5).encode("gb18030"),
    "a.json": json.dumps([{"甲": 1.5, "乙": [1]}] * 5).encode(),
}


@settings(quick, max_examples=300)
@given(
    st.sampled_from(list(BASES)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 40)), max_size=4),
)
def test_any_damage_ends_in_a_table_or_a_refusal(
    tmp_path: Path, name: str, changes: list[tuple[float, bytes, int]]
) -> None:
    content = BASES[name]
    for where, new, cut in changes:
        at = int(where * len(content))
        content = content[:at] + new + content[at + cut :]
    _read_or_refuse(tmp_path, name, content)


STARTS = ["", "PK\3\4", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\x09\x08\x10\0\0\x06", "{", "[{", "\xff\xfe", "sep=,\n"]


@settings(quick, max_examples=200)
@given(
    st.sampled_from(
        ["", "PK\3\4", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\x09\x08\x10\0\0\x06", "{", "[{", "\xff\xfe", "sep=,\n"]
    ),
    st.binary(max_size=400),
    st.sampled_from(["a.xlsx", "a.xls", "a.ods", "a.csv", "a.json", "a.jsonl", "a.txt"]),
)
def test_any_bytes_end_in_a_table_or_a_refusal(tmp_path: Path, start: str, content: bytes, name: str) -> None:
    _read_or_refuse(tmp_path, name, start.encode("latin-1") + content)


def _read_or_refuse(folder: Path, name: str, content: bytes) -> None:
    try:
        grid = grid_of(folder, name, content)
    except InputError:
        return
    assert len(grid.rows) == len(grid.lines)
    assert len({len(row) for row in grid.rows}) <= 1
    assert all(isinstance(cell, str) for row in grid.rows for cell in row)
    for row, column, _, _ in grid.cell_notes:
        assert 0 <= row < len(grid.rows)
        assert 0 <= column < len(grid.rows[row])
    for merge in grid.merges:
        assert 0 <= merge.top <= merge.bottom < len(grid.rows)
        assert 0 <= merge.left <= merge.right < len(grid.rows[0])
