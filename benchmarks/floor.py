"""The floor: what the fastest library needs to read the same input and to write the same output, with nothing between.

`python -m benchmarks.floor IN OUT` reads IN and writes the table of OUT anew with every library, and prints what each
took as JSON. A library whose bytes are others than those of OUT has no part in the floor.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pacsv

from benchmarks.children import best

TIMES = 3


def readers(path: str) -> dict[str, Callable[[], object]]:
    """Return a call for every library that reads a CSV with all cells as text."""
    names = pl.read_csv(path, n_rows=1, infer_schema=False).columns
    texts = pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
    relation = "select * from read_csv($1, all_varchar = true)"
    return {
        "polars": lambda: pl.read_csv(path, infer_schema=False),
        "pyarrow": lambda: pacsv.read_csv(path, convert_options=texts),
        "DuckDB": lambda: duckdb.connect().sql(relation, params=[path]).to_arrow_table(),
        "pandas": lambda: pd.read_csv(path, dtype="str", keep_default_na=False),
    }


def writers(frame: pl.DataFrame, folder: Path) -> dict[str, tuple[Path, Callable[[], object]]]:
    """Return a call for every library that writes a table as UTF-8 with a mark and CRLF, as far as it can."""
    table = frame.to_arrow()
    texts = table.to_pandas(types_mapper={pa.large_string(): pd.StringDtype(na_value=float("nan"))}.get)
    paths = {name: folder / f"{name}.csv" for name in ("polars", "pyarrow", "DuckDB", "pandas")}
    connection = duckdb.connect()
    connection.register("given", table)
    copy = f"copy given to '{paths['DuckDB']}' (header)"
    calls: dict[str, Callable[[], object]] = {
        "polars": lambda: frame.write_csv(paths["polars"], include_bom=True, line_terminator="\r\n"),
        "pyarrow": lambda: pacsv.write_csv(table, paths["pyarrow"], pacsv.WriteOptions(quoting_style="needed")),
        "DuckDB": lambda: connection.execute(copy),
        "pandas": lambda: texts.to_csv(paths["pandas"], index=False, lineterminator="\r\n", encoding="utf-8-sig"),
    }
    return {name: (paths[name], call) for name, call in calls.items()}


def digest(path: str | Path) -> str:
    """Return the hash of a file."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def measure(given: str, result: str) -> dict[str, object]:
    """Return seconds of reading and of writing by library, and which of them write the same bytes."""
    reading = {name: best(call, _times(name)) for name, call in readers(given).items()}
    wanted = digest(result)
    writing, same = {}, []
    with tempfile.TemporaryDirectory(dir=Path(result).parent) as folder:
        for name, (path, call) in writers(pl.read_csv(result, infer_schema=False), Path(folder)).items():
            writing[name] = best(call, _times(name))
            same += [name] if digest(path) == wanted else []
            path.unlink()
    assert same, "no library writes the bytes that lianggao writes: there is no floor to compare with"
    return {"reading": reading, "writing": writing, "same": same}


def _times(name: str) -> int:
    return 1 if name == "pandas" else TIMES


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], sys.argv[2])))
