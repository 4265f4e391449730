"""Screen a list in CSV on Spark, and write the rows with the appended columns as CSV or Parquet.

    spark-submit examples/spark/screen_list.py examples/projects.csv out/projects --as-of 2022-06-30

Every worker needs `lianggao[spark]`. The result is a folder, as Spark writes them.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from lianggao.errors import LianggaoError
from lianggao.spark import screen


def main() -> None:
    """Read the arguments, screen the list and write it."""
    parser = argparse.ArgumentParser(description="Screen a list in CSV on Spark.")
    parser.add_argument("list", help="a CSV file, or a folder of them, with a header")
    parser.add_argument("out", help="the folder to write; it must not exist yet")
    parser.add_argument("--as-of", help="the date whose law applies, such as 2022-06-30")
    parser.add_argument("--lang", choices=["zh", "en"], default="zh", help="the language of the appended columns")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv", help="what to write")
    parser.add_argument("--no-header", action="store_true", help="write CSV without a header")
    asked = parser.parse_args()
    spark = SparkSession.builder.appName("lianggao").getOrCreate()
    # Cells are quoted as spreadsheets do it: a quote within one is doubled.
    listed = spark.read.csv(asked.list, header=True, quote='"', escape='"', multiLine=True)
    try:
        result = screen(listed, as_of=asked.as_of, lang=asked.lang)
    except LianggaoError as error:
        raise SystemExit(error.render()) from None
    if asked.format == "parquet":
        result.write.parquet(asked.out)
    else:
        result.write.csv(asked.out, header=not asked.no_header, quote='"', escape='"')
    spark.stop()


if __name__ == "__main__":
    main()
