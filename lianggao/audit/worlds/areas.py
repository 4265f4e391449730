"""Areas of worlds in words: boxes, and boxes less an exception, as a reader of the law would put it.

Several boxes that share all sides but one, each on another axis, are one area: what they share, except where all those
sides fail together ("除不涉及主体工程且不新增产能的技术改造外").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lianggao.audit.worlds.boxes import Box, fewest_boxes
from lianggao.audit.worlds.limits import Limit, limit_of
from lianggao.audit.worlds.relations import spread
from lianggao.audit.worlds.stages import Stage
from lianggao.tables.known import Bools


@dataclass(frozen=True, eq=False)
class Area:
    """The worlds of `box` in which not every axis of `unless` has one of its places."""

    stage: Stage
    box: Box
    unless: Box

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """Return the sides of the box in words."""
        return tuple(limit_of(self.stage, axis, places) for axis, places in self.box.items())

    @cached_property
    def exceptions(self) -> tuple[Limit, ...]:
        """Return what must not hold together, in words."""
        return tuple(limit_of(self.stage, axis, places) for axis, places in self.unless.items())

    @property
    def text(self) -> str:
        """Return the area in one line of Chinese."""
        parts = [limit.text for limit in self.limits]
        if self.unless:
            parts.append(f"同时{'、'.join(limit.text for limit in self.exceptions)}的除外")
        return "；".join(parts) or "一切情形"

    def within(self) -> Bools:
        """Return the worlds of the area over the axes of its stage, possible or not."""
        found = _inside(self.box, self.stage)
        return found & ~_inside(self.unless, self.stage) if self.unless else found


def areas_of(stage: Stage, wanted: Bools, at_most: int | None = None) -> list[Area]:
    """Return few areas that together hold the wanted worlds and no other possible one.

    With `at_most`, they come from so many boxes at most, and may not hold every wanted world.
    """
    boxes = fewest_boxes(wanted & stage.possible, stage.possible, stage.axes, stage.ordered, at_most)
    found = []
    while boxes:
        group, shared = _largest(boxes, stage)
        boxes = [box for box in boxes if not any(box is other for other in group)]
        unless = {
            axis: tuple(place for place in range(stage.size(axis)) if place not in places)
            for box in group
            for axis, places in box.items()
            if len(group) > 1 and axis not in shared
        }
        # What is shared by one box alone is all of it.
        found.append(Area(stage, shared if len(group) > 1 else group[0], unless))
    return found


def _largest(boxes: Sequence[Box], stage: Stage) -> tuple[list[Box], Box]:
    """Return the most boxes that differ from a common box in one further side each, on axes of their own."""
    best: tuple[list[Box], Box] = ([boxes[0]], boxes[0])
    for box in boxes:
        for axis in (axis for axis in box if _can_fail(box[axis], axis, stage)):
            shared = {name: places for name, places in box.items() if name != axis}
            group: dict[str, Box] = {}
            for other in boxes:
                if len(other) == len(shared) + 1 and all(other.get(name) == p for name, p in shared.items()):
                    own = next(name for name in other if name not in shared)
                    if _can_fail(other[own], own, stage):
                        group.setdefault(own, other)
            if len(group) > len(best[0]):
                best = (list(group.values()), shared)
    return best


def _can_fail(places: Sequence[int], axis: str, stage: Stage) -> bool:
    """Return whether the other places of the axis can be said in one piece; those of a quantity must be neighbours."""
    return axis not in stage.ordered or places[0] == 0 or places[-1] == stage.size(axis) - 1


def _inside(box: Box, stage: Stage) -> Bools:
    found: Bools = np.ones([1] * stage.possible.ndim, dtype=bool)
    for axis, places in box.items():
        own = np.zeros(stage.size(axis), dtype=bool)
        own[list(places)] = True
        # Only as large as the axes of the box make it.
        found = found & spread(own, (axis,), stage.axes)
    return np.broadcast_to(found, stage.possible.shape)
