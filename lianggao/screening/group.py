"""What a finding about several rows is, as a frozen model like all results."""

from __future__ import annotations

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


class GroupFinding(Model):
    """A finding about the projects in `rows`, which count from 1 and are in order.

    A `duplicate` is `certain` where the project codes are the same, else `possible`. A `split` has the `field` whose
    figures are added up, the sum as an interval (`high` is None where it has no upper end) and the `thresholds` that
    it reaches; it is `certain` where one of them is certainly reached at one site.
    """

    kind: Literal["duplicate", "split"]
    status: Status
    by: Literal["project_code", "name_county_owner", "owner_place"]
    rows: tuple[int, ...]
    sentence: str
    field: str = ""
    low: float | None = None
    high: float | None = None
    thresholds: tuple[ReachedThreshold, ...] = ()
