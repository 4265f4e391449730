"""What a finding about several rows is, as a frozen model like all results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lianggao.screening.model import Model, Status


class ReachedThreshold(Model):
    """A threshold set for `field` that projects stay under one by one and reach together, and the rules that use it.

    It is `certain` where the stated figures certainly add up to it.
    """

    field: str
    threshold: float
    status: Status
    rules: tuple[str, ...]


class EnergyRoom(Model):
    """What is left of the energy of the place with the division code `place`, in tonnes of standard coal (等价值).

    `high` is None where it has no upper end. `first_row` is the row with which the total, added up in the order of the
    list, first exceeds it or may; that order is no priority.
    """

    place: str
    low: float
    high: float | None
    first_row: int


class GroupFinding(Model):
    """A finding about the projects in `rows`, which count from 1 and are in order.

    A `duplicate` is `certain` where the project codes are the same, else `possible`. A `split` has the `field` whose
    figures are added up, the sum as an interval (`high` is None where it has no upper end) and the `thresholds` that
    it reaches; it is `certain` where one of them is certainly reached at one site. An `energy-room` has the `room` of a
    county or city and the sum of what the projects there add to the energy used; it is `certain` where that certainly
    exceeds the room.
    """

    kind: Literal["duplicate", "split", "energy-room"]
    status: Status
    by: Literal["project_code", "name_county_owner", "owner_place", "county", "city"]
    rows: tuple[int, ...]
    sentence: str
    field: str = ""
    low: float | None = None
    high: float | None = None
    thresholds: tuple[ReachedThreshold, ...] = ()
    room: EnergyRoom | None = None


def sentences_of(groups: Iterable[GroupFinding]) -> dict[int, str]:
    """Return what was found about each row and others, in the order of the findings; rows count from 1."""
    told: dict[int, list[str]] = {}
    for group in groups:
        for row in group.rows:
            told.setdefault(row, []).append(group.sentence)
    return {row: "；".join(sentences) for row, sentences in told.items()}
