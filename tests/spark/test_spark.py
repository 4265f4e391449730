"""Spark and one machine say the same of every row of a list, in every column, findings about several rows included."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

import lianggao
from benchmarks.lists import make_list
from lianggao.errors import EngineError, Hint, InputError, LawError, LianggaoError, Place, fault
from lianggao.screening.columns import COLUMNS

pytestmark = [
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    # Sockets to the workers are closed by Spark when they are collected.
    pytest.mark.filterwarnings("ignore:Exception ignored in.*socket:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

USCC = ("91410423MAK2PDF88M", "91411000MA40000012")
CODE = ("2509-320193-89-01-544060", "2411-130202-89-01-637015")


def spark_screen(df: Any, **options: Any) -> Any:
    from lianggao.spark import screen

    return screen(df, **options)


def frame(df: Any) -> pd.DataFrame:
    """Return all rows in order, texts as texts."""
    table = df.toArrow()
    return pd.DataFrame({at: pd.Series(column.to_pylist(), dtype=object) for at, column in enumerate(table.columns)})


def check(df: Any, rows: Any, **options: Any) -> list[str]:
    """Hold Spark's result to that of one machine; return what was found about groups."""
    got, lang = spark_screen(df, **options), options.pop("lang", "zh")
    want = lianggao.screen(rows, **options).columns(lang)
    assert got.columns == [*df.columns, *want.columns]
    cells = frame(got)
    assert cells.iloc[:, : len(df.columns)].equals(frame(df))
    for at, name in enumerate(want.columns, len(df.columns)):
        assert cells[at].tolist() == want[name].tolist(), name
    return [text for text in want.iloc[:, -1].tolist() if text]


def crowded(rows: int, random: Random) -> dict[str, list[Any]]:
    """Return a list in which names, owners, codes and places are few, in the types that a data lake has."""
    choices: dict[str, list[Any]] = {
        "项目名称": ["熟料一线", "熟料 一线", "熟料二线", None, *(f"熟料{at}号线" for at in range(40))],
        "建设单位": ["甲公司", "甲　公司", "乙公司", "某公司", None, *(f"第{at}公司" for at in range(30))],
        "统一社会信用代码": [*[None] * 6, *USCC],
        "项目代码": [*[None] * 40, *CODE, CODE[0].replace("-", "")],
        "建设地点": ["禹州市古城镇1号", "许昌市禹州市古城镇1号", "宛城区", *(f"禹州市{at}号" for at in range(9)), None],
        "行业代码": [3011, 3011, None],
        "主要产品及规模": ["水泥熟料5500吨/日"],
        "建设性质": ["新建", "扩建", None],
        "等价值（吨标准煤）": [Decimal("20000.00"), Decimal("30000.00"), Decimal("3333.40"), None],
        "总投资（万元）": [1.5, 20000.0, None],
        "判定日期": [date(2022, 6, 30), date(2024, 6, 30), None],
    }
    return {name: [random.choice(values) for _ in range(rows)] for name, values in choices.items()}


def test_a_realistic_list_of_two_thousand(spark: Any) -> None:
    rows = make_list(2000)
    rows["建设单位"] = [f"第{at % 1900}公司" for at in range(2000)]
    found = check(spark.createDataFrame(pa.Table.from_pandas(rows, preserve_index=False)), rows, as_of="2024-06-30")
    assert len(found) >= 20


def test_a_crowded_list_in_many_partitions(spark: Any) -> None:
    """Whether a name stands for a credit code is asked of the whole list, and a room is shared by all its rows."""
    listed = pa.table(crowded(150, Random(1)))
    df = spark.createDataFrame(listed).repartition(7)
    options = {"energy_room": {"许昌市": 90000}, "lang": "en"}
    found = check(df, df.toArrow(), **options)
    assert {text[:4] for text in found} >= {"疑似重复", "疑似拆分", "用能空间"}
    assert check(df.where("`行业代码` = 1"), listed.slice(0, 0), lang="en") == []


def test_headers_may_be_anything(spark: Any) -> None:
    """One may hold a dot, one be there twice, one be that of an appended column."""
    cells = [("熟料线", "水泥熟料5500吨/日", "甲", "x", 1), ("焦化", "焦炭100万吨/年", None, "y", None)]
    df = spark.createDataFrame(cells, "a string, b string, c string, d string, e int")
    df = df.toDF("项目名称", "主要产品及规模", "判定", "a.b`c", "判定")
    rows = pd.DataFrame(cells, columns=["项目名称", "主要产品及规模", "判定", "a.b`c", "判定"])
    assert check(df, rows, as_of="2024-06-30") == []


def test_what_is_wrong_with_a_call_is_told_before_anything_is_screened(spark: Any) -> None:
    df = spark.createDataFrame([("x",)], "nothing string")
    with pytest.raises(InputError, match=r"^no-known-column"):
        spark_screen(df)
    with pytest.raises(InputError, match=r"^not-a-date"):
        spark_screen(df, as_of="soon")
    with pytest.raises(InputError, match=r"^energy-room-place-unknown"):
        spark_screen(df, energy_room={"某地": 1})


def test_an_error_of_a_worker_comes_back_as_it_was(spark: Any) -> None:
    from lianggao.rulebook import load_law
    from lianggao.screener import Screener
    from lianggao.spark.carried import received
    from lianggao.spark.worker import Asked, Sent, screened

    sent = Sent.of(Asked(Screener(load_law()), ["项目名称"]))
    other = Sent(sent.digest, sent.law_digest, "0.0.0", sent.packed)
    df = spark.createDataFrame([("x",)], "name string").mapInArrow(partial(screened, sent=other, lang="zh"), "a int")
    with pytest.raises(InputError) as raised, received():
        df.collect()
    assert raised.value.faults[0].code == "spark-versions-differ"
    assert raised.value.faults[0].words[0] == ("value", "0.0.0")


@pytest.mark.parametrize(
    "error",
    [
        InputError([fault("row-unknown", value=3, rows=2), fault("not-utf8", Place("a.csv", 3, 1))]),
        LawError([fault("file-kind-unknown", Place("表", cell="D7"), value="a\nb", hint=Hint("x", "某"))]),
        EngineError([fault("engine-failed", what="“x” {y}")], "one\ntwo"),
    ],
)
def test_every_kind_of_error_is_carried_whole(error: LianggaoError) -> None:
    pytest.importorskip("pyspark")
    from lianggao.spark.carried import received, sent_on

    with pytest.raises(type(error)) as raised, received(), sent_on():
        raise error
    for lang in ("zh", "en"):
        assert raised.value.render(lang) == error.render(lang)
    assert getattr(raised.value, "detail", "") == getattr(error, "detail", "")
    with pytest.raises(ZeroDivisionError), received(), sent_on():
        _ = 1 / 0


@pytest.mark.slow
def test_a_million_rows_are_the_same_one_by_one(spark: Any, tmp_path: Path) -> None:
    rows = make_list(1_000_000)
    rows["建设单位"] = [f"第{at % 990_000}公司" for at in range(len(rows))]
    rows.to_parquet(tmp_path / "list.parquet", row_group_size=100_000, index=False)
    got = spark_screen(spark.read.parquet(str(tmp_path / "list.parquet")), as_of="2024-06-30")
    spread = got.select(*COLUMNS.values()).toLocalIterator(prefetchPartitions=False)
    want = lianggao.screen(rows, as_of="2024-06-30").columns().astype(object)
    assert want.iloc[:, -1].astype(bool).sum() > 10_000
    hashes = (sha256(repr(tuple(row)).encode()).digest() for row in spread)
    for at, (hashed, row) in enumerate(zip(hashes, want.itertuples(index=False, name=None), strict=True)):
        assert hashed == sha256(repr(row).encode()).digest(), at
