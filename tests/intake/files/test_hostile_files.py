"""Every hostile file ends in a clear refusal or a small table, and none takes more than 300 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hostile import all_files

MOST = 300 * 2**10  # KB, with the interpreter and its libraries
REFUSED = {
    "far-cell.xlsx": "too-many-rows", "far-row.xlsx": "too-many-rows", "row-of-digits.xlsx": "broken-workbook",
    "sparse.xlsx": "too-sparse", "entities.xlsx": "unsafe-workbook", "entities-in-strings.xlsx": "unsafe-workbook",
    "entities-in-relations.xlsx": "unsafe-workbook", "entities-in-styles.xlsx": "unsafe-workbook",
    "outside.xlsx": "unsafe-workbook", "deep.xlsx": "unsafe-workbook", "long-tag.xlsx": "unsafe-workbook",
    "comment.xlsx": "unsafe-workbook", "one-row.xlsx": "broken-workbook", "filled-row.xlsx": "too-many-columns",
    "spaces.xlsx": "unsafe-workbook", "strings.xlsx": "unsafe-workbook", "strings-stored.xlsx": "unsafe-workbook",
    "merges.xlsx": "unsafe-workbook", "styles.xlsx": "unsafe-workbook", "formulas.xlsx": "empty-list",
    "long-cell.xlsx": "cell-too-long", "members.xlsx": "unsafe-workbook", "directory.xlsx": "unsafe-workbook",
    "overlapping.xlsx": "unsafe-workbook", "lying-small.xlsx": "broken-workbook",
    "lying-large.xlsx": "unsafe-workbook", "bzip2.xlsx": "unsafe-workbook", "lzma.xlsx": "unsafe-workbook",
    "paths.xlsx": "empty-list",
    "blank-sheets.xlsx": "unsafe-workbook", "hidden.xlsx": "read",
    "cut.xlsx": "broken-workbook", "rows.ods": "too-many-rows",
    "cells.ods": "too-many-columns", "block.ods": "too-many-cells", "spaces.ods": "cell-too-long",
    "many-spaces.ods": "cell-too-long", "spans.ods": "unsafe-workbook", "hidden.ods": "too-many-rows",
    "entities.ods": "unsafe-workbook", "full.xls": "too-many-cells", "cut.xls": "broken-workbook",
    "styles.xls": "unsafe-workbook", "columns.xls": "unsafe-workbook", "records.xls": "unsafe-workbook",
    "strings.xls": "unsafe-workbook", "blanks.xls": "read", "sectors.xls": "broken-workbook",
    "one-line.csv": "line-too-long", "one-quote.csv": "cell-too-long", "quotes.csv": "line-too-long",
    "commas.csv": "line-too-long", "newlines.csv": "too-many-rows", "short-lines.csv": "too-many-rows",
    "wide-and-long.csv": "too-sparse", "gb-line.csv": "line-too-long", "zeros-after-text.csv": "binary-file",
    "zeros.xlsx": "file-zeroed", "arrays.json": "too-many-cells", "commas.json": "too-many-cells",
    "long-text.json": "cell-too-long", "brackets.json": "broken-json", "objects.json": "broken-json",
    "keys.json": "too-many-columns", "wide-and-long.jsonl": "too-sparse", "numbers.jsonl": "cell-too-long",
    "same-key.json": "repeated-key",
}  # fmt: skip
READ = """
import os, sys
from lianggao.errors import InputError
from lianggao.intake.files import read_grid

for path in sys.stdin:
    if os.fork():
        os.wait()
        continue
    try:
        read_grid(path.strip())
        code = "read"
    except InputError as error:
        code = error.faults[0].code
    print(code, open("/proc/self/status").read().split("VmHWM:")[1].split()[0], flush=True)
    os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
def test_no_hostile_file_takes_much_memory(tmp_path: Path) -> None:
    # A process of its own reads each file, forked from one that has everything imported.
    codes, peaks = dict[str, str](), dict[str, int]()
    command = [sys.executable, "-c", READ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        for name, made in all_files().items():
            path = tmp_path / name
            path.write_bytes(made())
            reader.stdin.write(f"{path}\n")
            reader.stdin.flush()
            answer = reader.stdout.readline().split()
            assert len(answer) == 2, f"{name} ended the reader"
            codes[name], peaks[name] = answer[0], int(answer[1])
            path.unlink()
        reader.stdin.close()
    assert codes == REFUSED
    assert max(peaks.values()) < MOST, peaks
