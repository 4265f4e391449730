"""Frames of polars, DuckDB and pyarrow: read as the same list in pandas is, and given back as what they were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import lianggao
from lianggao.errors import InputError
from lianggao.screening.columns import COLUMNS

ROWS: dict[str, list[Any]] = {
    "项目名称": ["熟料线", "焦化项目", None, "熟料线"],
    "行业代码": [3011, 2521, None, 3011],
    "主要产品及规模": ["水泥熟料5500吨/日", "焦炭100万吨/年", "", "水泥熟料5500吨/日"],
    "建设性质": ["新建", "改建", None, "新建"],
    "建设地点": ["许昌市禹州市", "安阳市", "许昌市禹州市", "许昌市禹州市"],
    "建设单位": ["甲公司", "乙公司", None, "甲 公司"],
    "当量值（吨标准煤）": [Decimal("52000.50"), None, Decimal("0.00"), Decimal("300.10")],
    "总投资（万元）": [1.5, None, 20000.0, 7.0],
    "决定日期": [date(2022, 6, 30), None, date(2024, 6, 30), date(2022, 6, 30)],
    "备注": [None, None, None, None],
}
PANDAS = pd.DataFrame(ROWS)
CONNECTION = duckdb.connect()


def of_polars() -> pl.DataFrame:
    return pl.DataFrame(ROWS).with_columns(pl.col("建设性质", "建设地点").cast(pl.Categorical))


def of_arrow() -> pa.Table:
    table = pa.table(ROWS)
    at = table.column_names.index("建设地点")
    return table.set_column(at, "建设地点", table["建设地点"].dictionary_encode())


def of_duckdb() -> duckdb.DuckDBPyRelation:
    listed = pa.table(ROWS)  # noqa: F841  DuckDB finds it by its name
    CONNECTION.execute("CREATE OR REPLACE TABLE listed AS SELECT * FROM listed")
    return CONNECTION.table("listed")


KINDS: dict[str, Callable[[], Any]] = {"polars": of_polars, "arrow": of_arrow, "duckdb": of_duckdb}


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_reads_as_the_same_list_in_pandas(kind: str) -> None:
    read = lianggao.screen(KINDS[kind](), as_of="2024-06-30")
    same = lianggao.screen(PANDAS, as_of="2024-06-30")
    pd.testing.assert_frame_equal(read.columns(), same.columns())
    assert read.groups == same.groups != ()
    assert read.project(1).findings == same.project(1).findings


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_is_of_the_kind_that_was_given(kind: str) -> None:
    given = KINDS[kind]()
    screening = lianggao.screen(given, as_of="2024-06-30")
    table = screening.table("en")
    assert type(table) is type(given)
    whole = pa.table(table)
    assert whole.column_names == [*ROWS, *COLUMNS]
    columns = [screening.columns("en")[name].tolist() for name in COLUMNS]
    assert [column.to_pylist() for column in whole.columns] == [*ROWS.values(), *columns]


def test_columns_that_are_given_are_shared_and_not_copied() -> None:
    given = of_polars()
    table = lianggao.screen(given).table()
    before, after = (pa.table(frame.select("总投资（万元）")).column(0).chunk(0) for frame in (given, table))
    assert before.buffers()[1].address == after.buffers()[1].address


def test_a_relation_stays_with_its_connection() -> None:
    table = lianggao.screen(of_duckdb(), as_of="2024-06-30").table("en")
    joined = table.join(CONNECTION.table("listed").set_alias("again"), "项目名称")
    assert {row[0] for row in joined.fetchall()} == {"熟料线", "焦化项目"}


def test_a_taken_name_is_kept_apart() -> None:
    given = pl.DataFrame({**{name: ROWS[name] for name in ("项目名称", "主要产品及规模")}, "判定": list("甲乙丙丁")})
    table = lianggao.screen(given, as_of="2024-06-30").table()
    assert table["判定"].to_list() == list("甲乙丙丁")
    assert table["判定_1"].to_list() == lianggao.screen(given, as_of="2024-06-30").columns()["判定"].tolist()


def test_whole_numbers_beside_blanks_keep_all_their_digits() -> None:
    """A float could not hold this one."""
    given = pl.DataFrame({"项目名称": ["熟料线", "焦化项目"], "总投资（元）": [9007199254740993, None]})
    assert lianggao.screen(given).given["总投资（元）"].tolist()[0] == 9007199254740993


def test_a_lazy_frame_is_refused() -> None:
    with pytest.raises(InputError, match=r"^frame-not-collected: .*`\.collect\(\)`"):
        lianggao.screen(of_polars().lazy())  # type: ignore[arg-type]
