"""The sentence that tells that projects exceed an energy room: who, the total, the room, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from lianggao.screening.groups.demands import ADDED, Demands
from lianggao.screening.groups.figures import Statements
from lianggao.screening.groups.rooms import Room
from lianggao.screening.wording import interval
from lianggao.tables.known import Ints


class Exceeded(NamedTuple):
    """A room that the total of some rows exceeds, or may; `first` is the row with which it first does.

    `low` and `high` are the total of all of them.
    """

    room: Room
    certain: bool
    rows: Ints
    first: int
    low: float
    high: float
    demands: Demands


def room_text(said: Statements, found: Exceeded) -> str:
    """Return the sentence for one place."""
    field, room = said.field(ADDED), found.room
    perhaps = "" if found.certain else "可能"
    known = found.low > 0 or not np.isinf(found.high)
    total = f"合计{interval(found.low, found.high, field.unit)}" if known else "合计不明"
    left = f"剩余用能空间{interval(room.low, room.high, field.unit)}"
    head = (
        f"用能空间{perhaps}不足：{room.label}{said.numbered(found.rows)}项目{field.label}{total}，{perhaps}超过{left}"
    )
    first = f"按清单顺序加到{said.numbered(np.array([found.first]))}时{perhaps or '即'}超过，清单顺序不是优先次序"
    return "；".join((head, *_open(said, found), first, "存量项目已在用能，未计入"))


def _open(said: Statements, found: Exceeded) -> Iterator[str]:
    """Yield what keeps the total or the room from being one number."""
    rows, demands = found.rows, found.demands
    if not found.room.agreed:
        yield "清单所填的剩余用能空间不一致，最小和最大的之间均有可能"
    reasons = ((demands.blank, "未填等价值，从0计"), (demands.perhaps, "可能是存量项目，从0计"))
    for where, why in (*reasons, (demands.partly, "不一定全为新增用能，从已知的新增量计")):
        if where[rows].any():
            yield said.numbered(rows[where[rows]]) + why
    if len(np.unique(demands.project[rows])) < len(rows):
        yield "疑似重复填报的至少计一次"
