"""Which rows findings about groups may be about, by Spark's own grouping: what `CandidateRows` finds on one machine."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812  as everybody calls it
from pyspark.sql.types import BooleanType, IntegerType, LongType, StructField, StructType

from lianggao.screening.groups import Room
from lianggao.screening.groups.candidates import places_with_rooms
from lianggao.screening.groups.row_keys import RowKeys
from lianggao.vocabulary import Vocabulary

PLACE = ["part", "at"]
KEY_FIELDS = StructType(
    [
        StructField("part", IntegerType()),
        StructField("at", LongType()),
        *(StructField(f"key_{name}", LongType()) for name in RowKeys._fields[:5]),
        *(StructField(f"key_{name}", IntegerType()) for name in RowKeys._fields[5:]),
        StructField("key_room", BooleanType()),
    ]
)
"""Where a row stands and what it is compared by, 0 or -1 where it has no such key."""


def candidates(kept: DataFrame, vocabulary: Vocabulary, rooms: Sequence[Room]) -> DataFrame:
    """Return the partition and the place in it of every row that a finding may be about."""
    keys = kept.select(*KEY_FIELDS.names)
    coded = keys.select(*PLACE, F.lit("code").alias("by"), F.col("key_code").alias("key"), F.lit(1).alias("builder"))
    both = (F.struct(F.lit(by).alias("by"), F.col(f"key_{by}").alias("key")) for by in ("name", "place"))
    built = _built(keys).select(*PLACE, F.explode(F.array(*both)).alias("both"), "builder")
    compared = coded.union(built.select(*PLACE, "both.by", "both.key", "builder")).where("key != 0")
    count = F.count("*").over(Window.partitionBy("by", "key", "builder"))
    alike = compared.withColumn("rows", count).where("rows > 1").select(*PLACE)
    found = alike.union(keys.where(_roomed(keys, vocabulary, rooms)).select(*PLACE)).distinct()
    return found.union(_witnesses(keys, found)).distinct()


def _none(name: str) -> Column:
    return F.col(f"key_{name}") == 0


def _built(keys: DataFrame) -> DataFrame:
    """Return the rows with an owner and who builds: the code, else the only one beside the name, else the name."""
    named = keys.where(~_none("owner") & ~_none("uscc")).select("key_owner", "key_uscc").distinct()
    alone = named.groupBy("key_owner").agg(F.count("*").alias("codes"), F.first("key_uscc").alias("only"))
    owned = keys.where(~_none("owner") | ~_none("uscc"))
    built = owned.join(alone.where("codes = 1").drop("codes"), "key_owner", "left")
    whose = F.when(_none("uscc"), F.coalesce("only", "key_owner")).otherwise(F.col("key_uscc"))
    return built.withColumn("builder", whose).drop("only")


def _roomed(keys: DataFrame, vocabulary: Vocabulary, rooms: Sequence[Room]) -> Column:
    """Return whether a row lies in a place with an energy room, given or stated by any row."""
    counties, cities = (np.flatnonzero(having).tolist() for having in places_with_rooms(vocabulary, rooms))
    stated = keys.where(F.col("key_room") & (F.col("key_county") >= 0)).select("key_county").distinct().collect()
    counties += [row["key_county"] for row in stated]
    return F.col("key_county").isin(counties) | F.col("key_city").isin(cities)


def _witnesses(keys: DataFrame, found: DataFrame) -> DataFrame:
    """Return rows that show, for each name that is alone in some rows, whether no, one or several codes go with it."""
    only_named = keys.join(found, PLACE, "left_semi").where(_none("uscc") & ~_none("owner")).select("key_owner")
    beside = keys.where(~_none("owner") & ~_none("uscc")).join(only_named.distinct(), "key_owner", "left_semi")
    first = beside.groupBy("key_owner", "key_uscc").agg(F.min(F.struct(*PLACE)).alias("place"))
    ends = first.groupBy("key_owner").agg(F.min("place").alias("one"), F.max("place").alias("other"))
    rows = ends.select(F.explode(F.array("one", "other")).alias("place"))
    return rows.select("place.part", "place.at")
