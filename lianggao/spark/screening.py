"""Screen a Spark frame: rows in the workers, what is found about several rows in the driver, from those rows alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from itertools import accumulate
from typing import Any

import numpy as np
import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812  as everybody calls it
from pyspark.sql.types import IntegerType, LongType, StringType, StructField, StructType

from lianggao.frames import frame_of
from lianggao.rulebook import Law, load_law
from lianggao.rulebook.models import Trust
from lianggao.screener import Screener
from lianggao.screening.columns import COLUMNS
from lianggao.screening.dating import date_of
from lianggao.screening.group import sentences_of
from lianggao.screening.groups import read_rooms
from lianggao.screening.result import EngineName
from lianggao.spark.carried import received
from lianggao.spark.grouping import KEY_FIELDS, PLACE, candidates
from lianggao.spark.worker import OWN, Asked, Sent, screened
from lianggao.tables.known import Ints


def screen(
    df: DataFrame,
    *,
    as_of: str | date | None = None,
    trust: Trust = "recalled",
    law: Law | None = None,
    mapping: Mapping[str, str] | None = None,
    electricity_factor: str | None = None,
    energy_room: Mapping[str, float | str] | None = None,
    engine: EngineName = "tables",
    lang: str = "zh",
) -> DataFrame:
    """Return the rows of a Spark frame with the appended columns, the same as `lianggao.screen` gives of the list.

    Rows are numbered in the order of the partitions and of the rows in them. All rows are screened at once, when this
    is called, and kept: in the session's checkpoint directory if it has one, else in the executors. `lang` is `zh` or
    `en`; the other arguments, and the errors raised, are those of `lianggao.screen`.
    """
    law = law or load_law()
    if as_of is not None:
        date_of(str(as_of))
    rooms = read_rooms((energy_room or {}).items(), law)
    screener = Screener(law, as_of, trust, mapping, electricity_factor, rooms, engine)
    asked = Asked(screener, df.columns)
    screener.facts(pd.DataFrame({name: pd.Series(dtype="str") for name in df.columns}))
    with received():
        kept = _screened(df, Sent.of(asked), lang)
        told = _told(kept, asked)
    given = [f"given_{at}" for at in range(len(df.columns))]
    sentences = F.coalesce("group_findings", F.lit("")) if told else F.lit("")
    if told:
        found = df.sparkSession.createDataFrame(told, _fields(part=IntegerType(), at=LongType(), group_findings=_TEXT))
        kept = kept.join(F.broadcast(found), PLACE, "left")
    headers = list(COLUMNS) if lang == "en" else list(COLUMNS.values())
    return kept.select(*given, *OWN, sentences.alias("group_findings")).toDF(*df.columns, *headers)


_TEXT = StringType()


def _screened(df: DataFrame, sent: Sent, lang: str) -> DataFrame:
    """Screen every row by itself and keep the result, so that no row is screened twice."""
    # Headers may be anything, and one may be there twice; names of our own can be told apart.
    given = df.toDF(*(f"given_{at}" for at in range(len(df.columns))))
    own = _fields(**{name: LongType() if name.startswith("score_") else _TEXT for name in OWN})
    schema = StructType([*given.schema.fields, *own.fields, *KEY_FIELDS.fields])
    made = given.mapInArrow(partial(screened, sent=sent, lang=lang), schema)
    return made.checkpoint() if df.sparkSession.sparkContext.getCheckpointDir() else made.localCheckpoint()


def _told(kept: DataFrame, asked: Asked) -> list[tuple[int, int, str]]:
    """Return partition, place in it and sentences of each row about which something is found together with others."""
    screener, given = asked.screener, [name for name in kept.columns if name.startswith("given_")]
    found = candidates(kept, screener.law.vocabulary, screener.rooms)
    rows = kept.join(found, PLACE, "left_semi").select(*PLACE, *given).toArrow()
    if not rows.num_rows:
        return []
    rows = rows.sort_by([(name, "ascending") for name in PLACE])
    part, at = (rows[name].to_numpy() for name in PLACE)
    numbers = _before(kept)[part] + at
    facts, _ = screener.facts(frame_of(rows.select(given).rename_columns(list(asked.headers))))
    sentences = sentences_of(screener.findings(facts, numbers))
    places = zip(numbers.tolist(), part.tolist(), at.tolist(), strict=True)
    return [(part, at, sentences[number + 1]) for number, part, at in places if number + 1 in sentences]


def _before(kept: DataFrame) -> Ints:
    """Return how many rows come before each partition."""
    sizes = {row["part"]: row["count"] for row in kept.groupBy("part").count().collect()}
    counts = [sizes.get(part, 0) for part in range(max(sizes) + 1)]
    return np.array([0, *accumulate(counts)], dtype=np.int64)


def _fields(**kinds: Any) -> StructType:
    return StructType([StructField(name, kind) for name, kind in kinds.items()])
