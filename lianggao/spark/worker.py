"""What a worker does: screen the rows of its partition, many at once, by the same code as everywhere.

The law and all that was asked come with the task, read once by each process; rows go in and out as Arrow.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from pyspark import TaskContext

from lianggao.errors import InputError, fault
from lianggao.facts import Facts
from lianggao.frames import frame_of
from lianggao.screener import Screener
from lianggao.screening.columns import COLUMNS
from lianggao.screening.groups.rooms import ROOM
from lianggao.screening.groups.row_keys import RowKeys, row_keys
from lianggao.spark.carried import sent_on
from lianggao.version import __version__

AT_ONCE = 50_000
"""Rows that are screened together; the batches that Spark hands out are smaller."""

IN_BATCH = 10_000

OWN = [name for name in COLUMNS if name != "group_findings"]
"""The columns of a row alone."""


class Asked(NamedTuple):
    """All that was asked, and the headers of the list."""

    screener: Screener
    headers: Sequence[str]


@dataclass(frozen=True)
class Sent:
    """What was asked as it travels; the digest tells whether a process has read it already."""

    digest: str
    law_digest: str
    version: str
    packed: bytes = field(repr=False, compare=False)

    @classmethod
    def of(cls, asked: Asked) -> Sent:
        """Pack what was asked."""
        packed = pickle.dumps(asked)
        return cls(sha256(packed).hexdigest(), asked.screener.law.digest, __version__, packed)


@lru_cache(maxsize=2)
def unpacked(sent: Sent) -> Asked:
    """Read what was asked. Raises InputError `spark-versions-differ` where that can't be the same law here."""
    if sent.version != __version__:
        raise InputError([fault("spark-versions-differ", value=sent.version, other=__version__)])
    asked: Asked = pickle.loads(sent.packed)
    if asked.screener.law.digest != sent.law_digest:
        raise InputError([fault("spark-versions-differ", value=sent.law_digest, other=asked.screener.law.digest)])
    return asked


def screened(batches: Iterator[pa.RecordBatch], sent: Sent, lang: str) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a partition with their own columns, their place and what they are compared by."""
    context = TaskContext.get()
    part, before = context.partitionId() if context else 0, 0
    with sent_on():
        asked = unpacked(sent)
        for rows in _gathered(batches):
            yield from _with_columns(rows, asked, lang, part, before).to_batches(max_chunksize=IN_BATCH)
            before += rows.num_rows


def _gathered(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(each.num_rows for each in held) >= AT_ONCE:
            yield pa.Table.from_batches(held)
            held = []
    if held:
        yield pa.Table.from_batches(held)


def _with_columns(rows: pa.Table, asked: Asked, lang: str, part: int, before: int) -> pa.Table:
    frame = frame_of(rows.rename_columns(list(asked.headers)))
    screening = asked.screener.screen(frame, groups=(), fingerprint=lambda: "")
    shown = screening.columns("en") if lang == "en" else screening.columns(lang).set_axis(list(COLUMNS), axis=1)
    stated = screening.display.stated
    keys = row_keys(stated, asked.screener.law.vocabulary)
    made = {name: pa.array(shown[name], pa.int64() if name.startswith("score_") else pa.string()) for name in OWN}
    places = {"part": pa.array(np.full(len(frame), part, np.int32)), "at": pa.array(np.arange(len(frame)) + before)}
    added = {**made, **places, **_compared(keys, stated)}
    return pa.Table.from_arrays([*rows.columns, *added.values()], names=[*rows.column_names, *added])


def _compared(keys: RowKeys, stated: Facts) -> dict[str, pa.Array]:
    """Return the keys as Spark's whole numbers, which have a sign, and whether a row states an energy room."""
    hashes = {f"key_{name}": pa.array(getattr(keys, name).view(np.int64)) for name in RowKeys._fields[:5]}
    where = {f"key_{name}": pa.array(getattr(keys, name).astype(np.int32)) for name in RowKeys._fields[5:]}
    rooms = stated.span(ROOM).stated if ROOM in stated.quantities else np.zeros(stated.rows, dtype=bool)
    return {**hashes, **where, "key_room": pa.array(rooms)}
