"""What a finding about several rows is, as a frozen model like all results."""

from __future__ import annotations

from typing import Literal

from lianggao.screening.model import Model, Status


class GroupFinding(Model):
    """A finding about the projects in `rows`, which count from 1 and are in order.

    A `duplicate` is `certain` where the project codes are the same, else `possible`. A `split` has the `field`, the
    `threshold` that each project stays under, the sum as an interval (`high` is None where it has no upper end), the
    `rules` that use the threshold and the departments they call; it is `certain` where the sum certainly reaches it.
    """

    kind: Literal["duplicate", "split"]
    status: Status
    by: Literal["project_code", "name_county_owner", "owner_place"]
    rows: tuple[int, ...]
    sentence: str
    field: str = ""
    threshold: float | None = None
    low: float | None = None
    high: float | None = None
    rules: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
