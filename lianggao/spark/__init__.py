"""Lists on Apache Spark: `screen` is `lianggao.screen` for a Spark frame, with the same verdicts, row by row.

Needs the extra `lianggao[spark]`, on the driver and on every worker.
"""

from lianggao.errors import InputError, fault

try:
    from lianggao.spark.screening import screen
except ModuleNotFoundError as missing:
    if (missing.name or "").partition(".")[0] not in ("pyspark", "py4j"):
        raise
    raise InputError([fault("spark-missing", what=missing)]) from missing

__all__ = ["screen"]
