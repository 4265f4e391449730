"""A frame of polars, DuckDB, pyarrow or whatever else hands out Arrow: as pandas at the entrance, in kind at the exit.

Columns are shared where their library allows it, never copied by us; nothing but Arrow's own interface is asked for.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any, Protocol, TypeGuard

import pandas as pd
import polars as pl
import pyarrow as pa

from lianggao.errors import InputError, fault

# Whole numbers stay whole beside blanks, as they do not in pandas' own integers.
_WHOLE = {
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.uint8(): pd.UInt8Dtype(),
    pa.uint16(): pd.UInt16Dtype(),
    pa.uint32(): pd.UInt32Dtype(),
    pa.uint64(): pd.UInt64Dtype(),
}


class ArrowStream(Protocol):
    """Anything that hands out its rows by the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return a stream of record batches."""


@dataclass(frozen=True)
class Framed:
    """A frame as it was given, and the rows that were read of it once, as Arrow and as pandas."""

    given: ArrowStream
    read: pa.Table
    frame: pd.DataFrame

    def with_columns(self, added: pd.DataFrame) -> Any:
        """Return the rows with columns appended, as a frame of the same kind, else as an Arrow table.

        Polars and DuckDB have no two columns of one name: there an appended one whose name is taken ends in `_1`.
        """
        columns = pa.Table.from_pandas(added, preserve_index=False)
        if isinstance(self.given, pl.DataFrame):
            return self.given.hstack(pl.DataFrame(_apart(columns, self.given.columns)))
        if _is_relation(self.given):
            return _relation(self.given, _beside(self.read, _apart(columns, self.read.column_names)))
        return _beside(self.read, columns)


def framed(given: object) -> Framed | None:
    """Read a frame that hands out Arrow; None for pandas frames, and for all that is no frame.

    Raises InputError `frame-not-collected` for a lazy frame.

    >>> framed(pl.DataFrame({"项目名称": ["熟料线"], "当量值（吨标准煤）": [52000]})).frame.to_dict("list")
    {'项目名称': ['熟料线'], '当量值（吨标准煤）': [52000]}
    """
    if isinstance(given, pl.LazyFrame):
        raise InputError([fault("frame-not-collected")])
    if isinstance(given, pd.DataFrame) or not _hands_out_arrow(given):
        return None
    table = pa.table(given)
    return Framed(given, table, frame_of(table))


def frame_of(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as the pandas frame that reads the same."""
    # A table may have a name twice, which types can't be told by.
    numbered = table.rename_columns([str(at) for at in range(table.num_columns)])
    frame: pd.DataFrame = numbered.to_pandas(types_mapper=_WHOLE.get)
    return frame.set_axis(table.column_names, axis=1)


def _hands_out_arrow(given: object) -> TypeGuard[ArrowStream]:
    return hasattr(given, "__arrow_c_stream__")


def _is_relation(given: object) -> bool:
    """Return whether this is a relation of DuckDB, which is there then."""
    duckdb = sys.modules.get("duckdb")
    return bool(duckdb and isinstance(given, duckdb.DuckDBPyRelation))


def _relation(given: Any, table: pa.Table) -> Any:
    """Return a table as a relation of the connection that another one belongs to."""
    screened = table  # noqa: F841  DuckDB finds the table under the name of the variable
    return given.query("given", "SELECT * FROM screened").set_alias("screened")


def _beside(table: pa.Table, columns: pa.Table) -> pa.Table:
    for name in columns.column_names:
        table = table.append_column(name, columns[name])
    return table


def _apart(columns: pa.Table, taken: list[str]) -> pa.Table:
    return columns.rename_columns([f"{name}_1" if name in taken else name for name in columns.column_names])
